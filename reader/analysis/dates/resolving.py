"""From the words of a date to the calendar, by the article's own date and the day that the report last spoke of."""

import re
from collections.abc import Callable
from datetime import date

from reader.analysis.dates import relative
from reader.analysis.dates.context import UNKNOWN, Context, Resolved, nearest_month, shift
from reader.analysis.dates.patterns import HOLIDAYS, WEEKDAYS, month_number

_SOON = 45
"""Days: a date without a year that lies no further ahead is taken for this year's even without a word of the future."""


def resolve(match: re.Match[str], context: Context) -> Resolved:
    """The value of a match of `patterns.DATE`: `2022-02-15`, `2022-02`, `2022` or None, and whether it is sure."""
    return _READERS[match.lastgroup or "year6"](match, context)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(found: re.Match[str], context: Context) -> Resolved:
    year, month, day = map(int, found["iso"].split("-"))
    exact = _day(year, month, day)
    return (exact.isoformat(), True) if exact else UNKNOWN


def _slash(found: re.Match[str], context: Context) -> Resolved:
    """Day and month in the one order that is possible; where both are, the nearer to publication, and not sure."""
    a, b, year = (int(part) for part in re.split(r"[/.]", found["slash"]))
    year += 2000 if year < 50 else 1900 if year < 100 else 0
    options = [d for d in (_day(year, b, a), _day(year, a, b)) if d]
    if not options:
        return UNKNOWN
    near = context.published
    best = min(options, key=lambda d: abs((d - near).days)) if near else options[0]
    return best.isoformat(), len(set(options)) == 1


def _calendar_day(found: re.Match[str], context: Context) -> Resolved:
    number = 1 if found["month1"] else 2
    month, day = month_number(found[f"month{number}"]), int(re.sub(r"\D", "", found[f"day{number}"]))
    if year := found[f"year{number}"]:
        exact = _day(int(year), month, day)
        return (exact.isoformat(), True) if exact else UNKNOWN
    return _without_year(month, day, context)


def _without_year(month: int, day: int, context: Context) -> Resolved:
    """The latest such day up to publication; a coming one after words of the future, or where it is near."""
    near = context.published
    if near is None:
        if context.month is None:
            return UNKNOWN
        exact = _day(context.month[0], month, day)
        return (exact.isoformat(), False) if exact else UNKNOWN
    options = [d for year in (near.year - 1, near.year, near.year + 1) if (d := _day(year, month, day))]
    before, after = [d for d in options if d <= near], [d for d in options if d >= near]
    if after and (context.future or not before):
        return after[0].isoformat(), (after[0] - near).days < 200
    if after and not context.past and (after[0] - near).days <= _SOON and (near - before[-1]).days > 250:
        return after[0].isoformat(), False
    return (before[-1].isoformat(), (near - before[-1]).days < 250) if before else UNKNOWN


def _month_year(found: re.Match[str], context: Context) -> Resolved:
    return f"{found['year3']}-{month_number(found['month3']):02}", True


def _bare_month(found: re.Match[str], context: Context) -> Resolved:
    return nearest_month(month_number(found["month4"]), context)


def _weekday(found: re.Match[str], context: Context) -> Resolved:
    """In a report of what happened, the latest such day up to publication; after words of the future, the next."""
    near = context.published
    if near is None:
        return UNKNOWN
    words = found["weekday"] or found["last_weekday"]
    number = WEEKDAYS.index(words.split()[-1].lower())
    back = (near.weekday() - number) % 7
    which = words.split()[0].lower() if " " in words else ""
    if which in ("next", "coming") or words.lower().startswith("this coming"):
        value = shift(near, 7 - back)
        return (value.isoformat(), which != "next") if value else UNKNOWN
    if which in ("last", "past"):
        value = shift(near, -(back or 7))
        return (value.isoformat(), back == 0) if value else UNKNOWN
    if context.future and back:
        value = shift(near, 7 - back)
        return (value.isoformat(), True) if value else UNKNOWN
    value = shift(near, -back)
    return (value.isoformat(), True) if value else UNKNOWN


def _holiday(found: re.Match[str], context: Context) -> Resolved:
    return _without_year(*HOLIDAYS[found["holiday"].lower().replace("’", "'")], context)


def _bare_year(found: re.Match[str], context: Context) -> Resolved:
    return found["year6"], True


# By the group that closes last.
_READERS: dict[str, Callable[[re.Match[str], Context], Resolved]] = {
    "iso": _iso,
    "slash": _slash,
    "day1": _calendar_day,
    "year1": _calendar_day,
    "month2": _calendar_day,
    "year2": _calendar_day,
    "year3": _month_year,
    "last_weekday": _weekday,
    "weekday": _weekday,
    "quarter": relative.period,
    "season": relative.period,
    "near": relative.near,
    "part": relative.part,
    "anaphor": relative.anaphor,
    "daybefore": relative.day_before,
    "count": relative.count,
    "vague": lambda found, context: UNKNOWN,
    "deictic": relative.deictic,
    "holiday": _holiday,
    "attack": lambda found, context: ("2001-09-11", True),
    "month4": _bare_month,
    "year6": _bare_year,
}
