"""From the words of a date to the calendar, by the article's own date and the day that the report last spoke of."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta

from reader.analysis.dates.patterns import HOLIDAYS, MONTHS, NUMBERS, WEEKDAYS

_FAR_BACK_MONTHS = 9
_SOON = 45
"""Days: a date without a year that lies no further ahead is taken for this year's even without a word of the future."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the resolution of one mention may look at."""

    published: date | None
    """None where the article states no day; then only dates with a year can be resolved."""
    narrative: date | None
    """The day that the report last spoke of; "the previous day" counts from it."""
    future: bool
    """Whether the words before speak of what is to come."""
    month: tuple[int, int] | None = None
    """(year, month) of publication where no day is known."""
    past: bool = True
    """Whether words before speak of what has been."""


Resolved = tuple[str | None, bool]
"""(value, certain)."""
_UNKNOWN: Resolved = (None, False)


def resolve(match: re.Match[str], context: Context) -> Resolved:
    """The value of a match of `patterns.DATE`: `2022-02-15`, `2022-02`, `2022` or None, and whether it is sure."""
    found = {name: value for name, value in match.groupdict().items() if value}
    for name, reader in _READERS.items():
        if name in found:
            return reader(found, context)
    return _UNKNOWN


def month_number(word: str) -> int:
    """1 to 12 for "Jan.", "SEPT", "March"."""
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _month_value(year: int, month: int) -> str | None:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04}-{month:02}" if year >= MINYEAR else None


def _iso(found: dict[str, str], context: Context) -> Resolved:
    year, month, day = map(int, found["iso"].split("-"))
    exact = _day(year, month, day)
    return (exact.isoformat(), True) if exact else _UNKNOWN


def _slash(found: dict[str, str], context: Context) -> Resolved:
    """Day and month in the one order that is possible; where both are, the nearer to publication, and not sure."""
    a, b, year = (int(part) for part in re.split(r"[/.]", found["slash"]))
    year += 2000 if year < 50 else 1900 if year < 100 else 0
    options = [d for d in (_day(year, b, a), _day(year, a, b)) if d]
    if not options:
        return _UNKNOWN
    near = context.published
    best = min(options, key=lambda d: abs((d - near).days)) if near else options[0]
    return best.isoformat(), len(set(options)) == 1


def _calendar_day(found: dict[str, str], context: Context) -> Resolved:
    number = 1 if "month1" in found else 2
    month, day = month_number(found[f"month{number}"]), int(re.sub(r"\D", "", found[f"day{number}"]))
    if year := found.get(f"year{number}"):
        exact = _day(int(year), month, day)
        return (exact.isoformat(), True) if exact else _UNKNOWN
    return _without_year(month, day, context)


def _without_year(month: int, day: int, context: Context) -> Resolved:
    """The latest such day up to publication; a coming one after words of the future, or where it is near."""
    near = context.published
    if near is None:
        if context.month is None:
            return _UNKNOWN
        exact = _day(context.month[0], month, day)
        return (exact.isoformat(), False) if exact else _UNKNOWN
    options = [d for year in (near.year - 1, near.year, near.year + 1) if (d := _day(year, month, day))]
    before, after = [d for d in options if d <= near], [d for d in options if d >= near]
    if after and (context.future or not before):
        return after[0].isoformat(), (after[0] - near).days < 200
    if after and (after[0] - near).days <= _SOON and (near - before[-1]).days > 250:
        return after[0].isoformat(), False
    return (before[-1].isoformat(), (near - before[-1]).days < 250) if before else _UNKNOWN


def _month_year(found: dict[str, str], context: Context) -> Resolved:
    return f"{found['year3']}-{month_number(found['month3']):02}", True


def _bare_month(found: dict[str, str], context: Context) -> Resolved:
    return _nearest_month(month_number(found["month4"]), context)


def _nearest_month(month: int, context: Context, *, future: bool | None = None) -> Resolved:
    year, here = _published_month(context)
    if year is None:
        return _UNKNOWN
    ahead = context.future if future is None else future
    back = (here - month) % 12
    if ahead and back:
        return _month_value(year, here + 12 - back), True
    return _month_value(year, here - back), back < _FAR_BACK_MONTHS


def _published_month(context: Context) -> tuple[int, int] | tuple[None, int]:
    if context.published:
        return context.published.year, context.published.month
    return context.month or (None, 0)


def _weekday(found: dict[str, str], context: Context) -> Resolved:
    """In a report of what happened, the latest such day up to publication; after words of the future, the next."""
    near = context.published
    if near is None:
        return _UNKNOWN
    words = found.get("weekday") or found["last_weekday"]
    number = WEEKDAYS.index(words.split()[-1].lower())
    back = (near.weekday() - number) % 7
    which = words.split()[0].lower() if " " in words else ""
    if which in ("next", "coming") or words.lower().startswith("this coming"):
        value = _shift(near, 7 - back)
        return (value.isoformat(), which != "next") if value else _UNKNOWN
    if which in ("last", "past"):
        value = _shift(near, -(back or 7))
        return (value.isoformat(), back == 0) if value else _UNKNOWN
    if context.future and back:
        value = _shift(near, 7 - back)
        return (value.isoformat(), True) if value else _UNKNOWN
    value = _shift(near, -back)
    return (value.isoformat(), True) if value else _UNKNOWN


def _period(found: dict[str, str], context: Context) -> Resolved:
    """A quarter, half or season of a named year: the year."""
    return found.get("year4") or found.get("year5"), True


def _near(found: dict[str, str], context: Context) -> Resolved:
    which, unit = found["near"].split()[0].lower(), found["unit1"]
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    year, month = _published_month(context)
    if year is None:
        return _UNKNOWN
    if unit in ("week", "weekend"):
        return _week(step, unit, context)
    if unit == "month":
        return _month_value(year, month + step), True
    if unit == "year":
        return str(year + step), True
    if unit == "quarter":
        return _month_value(year, month + 3 * step), False
    if unit in ("spring", "summer", "autumn", "fall", "winter"):
        return _season(unit, step, year, month)
    number = month_number(unit)
    if step == 0:
        return f"{year:04}-{number:02}", True
    ahead = step > 0
    if number == month:
        return f"{year + step:04}-{number:02}", False
    return _nearest_month(number, context, future=ahead)


def _season(unit: str, step: int, year: int, month: int) -> Resolved:
    """The year of "last summer": this year's if it is over, else the one before."""
    last = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2}[unit]
    if step < 0:
        return str(year if month > last else year - 1), False
    if step > 0:
        return str(year if month < last - 2 else year + 1), False
    return str(year), False


def _week(step: int, unit: str, context: Context) -> Resolved:
    """A week has no value of its own: the month that it lies in, or the year, and not sure."""
    if context.published is None:
        return _UNKNOWN
    monday = _shift(context.published, 7 * step - context.published.weekday())
    first = _shift(monday, 5) if monday and unit == "weekend" else monday
    last = _shift(monday, 6) if monday else None
    if first is None or last is None:
        return _UNKNOWN
    return _common(first, last), False


def _common(first: date, last: date) -> str | None:
    if first.month == last.month:
        return f"{first.year:04}-{first.month:02}"
    return f"{first.year:04}" if first.year == last.year else None


def _part(found: dict[str, str], context: Context) -> Resolved:
    year, month = _published_month(context)
    if year is None:
        return _UNKNOWN
    if found["unit2"] == "week":
        return _week(0, "week", context)
    return (f"{year:04}-{month:02}" if found["unit2"] == "month" else f"{year:04}"), True


def _anaphor(found: dict[str, str], context: Context) -> Resolved:
    """ "The previous day": counted from the day last spoken of, else from publication."""
    near = context.narrative or context.published
    if near is None:
        return _UNKNOWN
    which, unit = found["anaphor"].split()[1], found["unit3"]
    step = {"previous": -1, "preceding": -1, "next": 1, "following": 1}.get(which, 0)
    if unit == "week":
        return _week(step, "week", Context(near, None, future=False))
    if unit == "month":
        return _month_value(near.year, near.month + step), context.narrative is not None
    if unit == "year":
        return str(near.year + step), context.narrative is not None
    value = _shift(near, step)
    return (value.isoformat(), context.narrative is not None) if value else _UNKNOWN


def _day_before(found: dict[str, str], context: Context) -> Resolved:
    words = found["daybefore"].lower()
    if "yesterday" in words or "tomorrow" in words:
        value = _shift(context.published, -2 if "yesterday" in words else 2) if context.published else None
        return (value.isoformat(), True) if value else _UNKNOWN
    near = context.narrative or context.published
    value = _shift(near, -1 if words.endswith(("before", "earlier")) else 1) if near else None
    return (value.isoformat(), context.narrative is not None) if value else _UNKNOWN


def _count(found: dict[str, str], context: Context) -> Resolved:
    """ "Three days ago" from publication, "two weeks later" from the day last spoken of; only as exact as the unit."""
    words, unit, way = found["number"].lower(), found["unit4"], found["way"]
    number = int(words) if words.isdigit() else NUMBERS.get("couple" if "couple" in words else words)
    near = context.published if way == "ago" else context.narrative or context.published
    if number is None or near is None:
        return _UNKNOWN
    step = number if way in ("later", "after", "afterward", "afterwards") else -number
    if unit == "year":
        return (str(near.year + step), True) if near.year + step > 0 else _UNKNOWN
    if unit == "decade":
        return _UNKNOWN
    if unit == "month":
        return _month_value(near.year, near.month + step), number < 12
    value = _shift(near, step * (7 if unit == "week" else 1))
    if value is None:
        return _UNKNOWN
    if unit == "week" and way == "ago":
        return f"{value.year:04}-{value.month:02}", False
    return value.isoformat(), unit == "day"


def _deictic(found: dict[str, str], context: Context) -> Resolved:
    step = {"yesterday": -1, "tomorrow": 1}.get(found["deictic"].lower(), 0)
    value = _shift(context.published, step) if context.published else None
    return (value.isoformat(), True) if value else _UNKNOWN


def _holiday(found: dict[str, str], context: Context) -> Resolved:
    return _without_year(*HOLIDAYS[found["holiday"].lower().replace("’", "'")], context)


def _bare_year(found: dict[str, str], context: Context) -> Resolved:
    return found["year6"], True


_READERS: dict[str, Callable[[dict[str, str], Context], Resolved]] = {
    "iso": _iso,
    "slash": _slash,
    "month1": _calendar_day,
    "month2": _calendar_day,
    "month3": _month_year,
    "last_weekday": _weekday,
    "weekday": _weekday,
    "quarter": _period,
    "season": _period,
    "near": _near,
    "part": _part,
    "anaphor": _anaphor,
    "daybefore": _day_before,
    "count": _count,
    "vague": lambda found, context: _UNKNOWN,
    "deictic": _deictic,
    "holiday": _holiday,
    "attack": lambda found, context: ("2001-09-11", True),
    "month4": _bare_month,
    "year6": _bare_year,
}
