"""Dates that are told by their distance: "next month", "the previous day", "three weeks ago"."""

import re
from datetime import date

from reader.analysis.dates.context import UNKNOWN, Context, Resolved, month_value, nearest_month, published_month, shift
from reader.analysis.dates.patterns import NUMBERS, month_number


def period(found: re.Match[str], context: Context) -> Resolved:
    """A quarter, half or season of a named year: the year."""
    return found["year4"] or found["year5"], True


def near(found: re.Match[str], context: Context) -> Resolved:
    which, unit = found["near"].split()[0].lower(), found["unit1"]
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    year, month = published_month(context)
    if year is None:
        return UNKNOWN
    if unit in ("week", "weekend"):
        return _week(step, unit, context)
    if unit == "month":
        return month_value(year, month + step), True
    if unit == "year":
        return str(year + step), True
    if unit == "quarter":
        return month_value(year, month + 3 * step), False
    if unit in ("spring", "summer", "autumn", "fall", "winter"):
        return _season(unit, step, year, month)
    number = month_number(unit)
    if step == 0:
        return f"{year:04}-{number:02}", True
    ahead = step > 0
    if number == month:
        return f"{year + step:04}-{number:02}", False
    return nearest_month(number, context, future=ahead)


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
        return UNKNOWN
    monday = shift(context.published, 7 * step - context.published.weekday())
    first = shift(monday, 5) if monday and unit == "weekend" else monday
    last = shift(monday, 6) if monday else None
    if first is None or last is None:
        return UNKNOWN
    return _common(first, last), False


def _common(first: date, last: date) -> str | None:
    if first.month == last.month:
        return f"{first.year:04}-{first.month:02}"
    return f"{first.year:04}" if first.year == last.year else None


def part(found: re.Match[str], context: Context) -> Resolved:
    year, month = published_month(context)
    if year is None:
        return UNKNOWN
    if found["unit2"] == "week":
        return _week(0, "week", context)
    return (f"{year:04}-{month:02}" if found["unit2"] == "month" else f"{year:04}"), True


def anaphor(found: re.Match[str], context: Context) -> Resolved:
    """ "The previous day": counted from the day last spoken of, else from publication."""
    near = context.narrative or context.published
    if near is None:
        return UNKNOWN
    which, unit = found["anaphor"].split()[1], found["unit3"]
    step = {"previous": -1, "preceding": -1, "next": 1, "following": 1}.get(which, 0)
    if unit == "week":
        return _week(step, "week", Context(near, None, future=False))
    if unit == "month":
        return month_value(near.year, near.month + step), context.narrative is not None
    if unit == "year":
        return str(near.year + step), context.narrative is not None
    value = shift(near, step)
    return (value.isoformat(), context.narrative is not None) if value else UNKNOWN


def day_before(found: re.Match[str], context: Context) -> Resolved:
    words = found["daybefore"].lower()
    if "yesterday" in words or "tomorrow" in words:
        value = shift(context.published, -2 if "yesterday" in words else 2) if context.published else None
        return (value.isoformat(), True) if value else UNKNOWN
    near = context.narrative or context.published
    value = shift(near, -1 if words.endswith(("before", "earlier")) else 1) if near else None
    return (value.isoformat(), context.narrative is not None) if value else UNKNOWN


def count(found: re.Match[str], context: Context) -> Resolved:
    """ "Three days ago" from publication, "two weeks later" from the day last spoken of; only as exact as the unit."""
    words, unit, way = found["number"].lower(), found["unit4"], found["way"]
    number = int(words) if words.isdigit() else NUMBERS.get("couple" if "couple" in words else words)
    near = context.published if way == "ago" else context.narrative or context.published
    if number is None or near is None:
        return UNKNOWN
    step = number if way in ("later", "after", "afterward", "afterwards") else -number
    if step > 0 and unit in ("year", "month"):
        return UNKNOWN  # counted from something long past, and not from the days that the report is about
    if unit == "year":
        return (str(near.year + step), True) if near.year + step > 0 else UNKNOWN
    if unit == "decade":
        return UNKNOWN
    if unit == "month":
        return month_value(near.year, near.month + step), number < 12
    value = shift(near, step * (7 if unit == "week" else 1))
    if value is None:
        return UNKNOWN
    if unit == "week" and way == "ago":
        return f"{value.year:04}-{value.month:02}", False
    return value.isoformat(), unit == "day"


def deictic(found: re.Match[str], context: Context) -> Resolved:
    step = {"yesterday": -1, "tomorrow": 1, "last": -1}.get(found["deictic"].lower().split()[0], 0)
    value = shift(context.published, step) if context.published else None
    return (value.isoformat(), True) if value else UNKNOWN
