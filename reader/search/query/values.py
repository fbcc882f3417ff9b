"""What may stand after `date:` and `num:`: written forms of days and numbers, and what they come to."""

import re
from datetime import date, timedelta

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_AGO = re.compile(r"(\d{1,5})([dwmy])")
_NUMBER = re.compile(r"(\d+(?:[ ,’']\d{3})*(?:\.\d+)?|\.\d+)(k|m|bn|b|tn)?", re.IGNORECASE)
_TIMES = {"k": 1e3, "m": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "": 1.0}
_DAYS = {"d": 1, "w": 7}


def is_date(text: str) -> bool:
    """Whether it can stand for a day, month or year: `2022-02-15`, `2022-02`, `2022`, `today`, `yesterday`, `7d`."""
    if _AGO.fullmatch(text) or text in ("today", "yesterday"):
        return True
    return bool(_DATE.fullmatch(text)) and _is_on_calendar(text)


def as_date(text: str) -> str:
    """A day that was written otherwise, `2025/1/2` or `2.1.2025`, as it has to be; empty where it is none, or two."""
    if found := re.fullmatch(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})", text):
        year, month, day = found.groups()
    elif found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text):
        day, month, year = found.groups()
    else:
        return ""
    written = f"{year}-{month:0>2}-{day:0>2}"
    return written if is_date(written) else ""


def _is_on_calendar(text: str) -> bool:
    try:
        date.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


def day(text: str, today: date) -> str:
    """The ISO form of a date as `is_date` knows it: of as many digits as were written; of the day for `7d`."""
    if text == "today":
        return today.isoformat()
    if text == "yesterday":
        return (today - timedelta(1)).isoformat()
    if ago := _AGO.fullmatch(text):
        return _before(today, int(ago[1]), ago[2]).isoformat()
    return text


def _before(today: date, count: int, unit: str) -> date:
    try:
        if unit in _DAYS:
            return today - timedelta(count * _DAYS[unit])
        months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
        first = date(months // 12, months % 12 + 1, 1)
    except (OverflowError, ValueError):
        return date.min
    last = (date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(1)).day
    return first.replace(day=min(today.day, last))


def completed(low: str, high: str) -> str:
    """The second date of `2022-02-10..15` or `2022-02..03` in full; as it is where it needs nothing."""
    if _DATE.fullmatch(low) and re.fullmatch(r"\d{1,2}", high) and "-" in low:
        return f"{low.rpartition('-')[0]}-{high:0>2}"
    return high


def number(text: str) -> float | None:
    """The value of `300`, `100,000`, `100k`, `1.5m`, `2bn`; None where it is none."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    return float(re.sub("[ ,’']", "", found[1])) * _TIMES[(found[2] or "").lower()]


def after(day: str) -> str:
    """The first date that is later than all of this day, month or year; as long as it was written."""
    return _moved(day, 1)


def before(day: str) -> str:
    """The last date before this day, month or year."""
    return _moved(day, -1)


def _moved(day: str, step: int) -> str:
    if len(day) == 4:
        return f"{int(day) + step:04d}"
    if len(day) == 7:
        months = int(day[:4]) * 12 + int(day[5:]) - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    try:
        return (date.fromisoformat(day) + timedelta(step)).isoformat()
    except OverflowError:
        return day
