"""Dates as articles state them, to ISO 8601; a line that is nothing but a date; a date in a URL's path.

A numeric date that could be read in two ways (03/04/2022) is no date: it is better to know none than a wrong one.
"""

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from reader.text.regex import regex

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?,?"
)
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)[0-9]{2})(?![0-9])"

_FORMS = tuple(
    regex(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-/.](?P<month_number>[01]?[0-9])[-/.](?P<day>[0-3]?[0-9])(?![0-9])",
        r"(?P<year>(?:19|20)[0-9]{2})(?P<month_number>[01][0-9])(?P<day>[0-3][0-9])(?![0-9])",
        rf"{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}",
        rf"{_DAY}[\s.-]*(?:of\s+)?{_MONTH}[\s,-]*{_YEAR}",
        rf"{_YEAR}[\s,]+{_MONTH}\s+{_DAY}(?![0-9])",
        rf"(?P<first>[0-3]?[0-9])([/.-])(?P<second>[0-3]?[0-9])\2{_YEAR}",
        rf"{_MONTH}\s*,?\s*{_YEAR}",
        r"(?P<year>(?:19|20)[0-9]{2})-(?P<month_number>[01][0-9])(?![0-9-])",
    )
)
_TIME = regex(
    r"(?:T|at\b|@|on\b|,|\||[-–—]|·)?\s*(?P<hour>[0-2]?[0-9])(?::|\."
    r"|h)(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9])(?:[.,][0-9]+)?)?"
    r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?(?![0-9/])",
    re.IGNORECASE,
)
_HOUR_ONLY = regex(r"(?:at\b|@|,)?\s*(?P<hour>[01]?[0-9])\s*(?P<half>[ap])\.?\s?m\b\.?", re.IGNORECASE)
_ZONE = regex(
    r"\s*\(?(?:(?:UTC|GMT)\s*)?(?P<offset>[+-][01]?[0-9](?::?[0-5][0-9])?)\)?"
    r"|\s*(?P<zulu>Z)\b"
    r"|\s*\(?(?P<name>GMT|UTC|BST|CET|CEST|EET|EEST|MSK|WAT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|MT|PT"
    r"|IST|HKT|SGT|JST|KST|AEST|"
    r"AEDT|NZST|NZDT|SAST|EAT|GST|PKT|WIB|local time)\b\)?",
)
_OFFSETS = {
    "GMT": "Z", "UTC": "Z", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00",
    "EEST": "+03:00", "MSK": "+03:00", "WAT": "+01:00", "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00",
    "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "HKT": "+08:00", "SGT": "+08:00",
    "JST": "+09:00", "KST": "+09:00", "AEST": "+10:00", "AEDT": "+11:00", "NZST": "+12:00", "NZDT": "+13:00",
    "SAST": "+02:00", "EAT": "+03:00", "PKT": "+05:00", "WIB": "+07:00",
}  # fmt: skip
"""Zones whose abbreviation has one meaning in news text; CST, IST and ET keep the time without an offset."""

_LABEL = regex(
    r"(?P<label>(?:(?:first|originally|last|article|story|date|web)\s+)?"
    r"(?:published|publication|publish|posted|updated|update|modified|revised|issued|released|filed|added"
    r"|date|printed|created|"
    r"pub\.?|dated|load-date|pubdate)"
    r"(?:\s+(?:date|time|on|at))?)\s*(?:[:：]|[-–—](?=\s)|(?<=on)|(?<=ed)|(?<=at))\s*",
    re.IGNORECASE,
)
_JUNK = regex(
    r"(?:\s|[|·•,;()\[\]/–—-]|\bat\b|\bon\b|"
    r"(?:about\s+)?[0-9]+\s*-?\s*(?:min(?:ute)?s?|hours?|days?)\.?\s*(?:-?read\b|ago\b)"
    r"|(?:estimated\s+)?reading time:?\s*[0-9]*)",
    re.IGNORECASE,
)
_WEEKDAYS = regex(_WEEKDAY, re.IGNORECASE)
YEAR = regex(r"(?:1[5-9]|20)[0-9]{2}")
"""Without this no line states a date."""
_AMBIGUOUS = regex(r"[01]?[0-9]([/.])[01]?[0-9]\1(?:19|20)[0-9]{2}(?![0-9])")
_LONGEST_LINE = 160
_URL_DATE = regex(
    r"/(?P<year>(?:19|20)[0-9]{2})[/-](?P<month>[01]?[0-9]|[a-z]{3,9})[/-](?P<day>[0-3]?[0-9])(?![0-9])(?:[/-]|$)"
    r"|[/-](?P<year2>20[0-9]{2})(?P<month2>[01][0-9])(?P<day2>[0-3][0-9])(?:[/._-]|$)",
    re.IGNORECASE,
)


_BETWEEN = regex(r"[\s,|·–—-]*(?:on\s+)?")
_UPDATE = regex("updat|modif|revis")


class Stamp(NamedTuple):
    """A date found in a text."""

    value: str
    """ISO 8601."""
    end: int
    """Where it ends."""


class DateLine(NamedTuple):
    """What a line of dates states."""

    published: str | None
    updated: str | None
    doubtful: bool = False
    """Whether it states a date that can be read in two ways."""


def _day_and_month(first: int, second: int) -> tuple[int, int] | None:
    """Day and month of a numeric date, where only one reading is possible."""
    if first == second or first > 12:
        return first, second
    return (second, first) if second > 12 else None


def _iso_day(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    year = int(found["year"])
    if found.get("first"):
        pair = _day_and_month(int(found["first"]), int(found["second"]))
        if pair is None:
            return None
        day, month = pair
    else:
        month = int(found["month_number"]) if found.get("month_number") else _MONTHS[found["month"].casefold()]
        if not found.get("day"):
            return f"{year:04d}-{month:02d}" if 1 <= month <= 12 else None
        day = int(found["day"])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _clock(text: str, start: int) -> tuple[str, int]:
    """`T10:30`, with seconds and offset if stated, and where it ends; empty where no time follows."""
    match = _TIME.match(text, start) or _HOUR_ONLY.match(text, start)
    if not match:
        return "", start
    found = match.groupdict()
    hour, minute, second = int(found["hour"]), int(found.get("minute") or 0), found.get("second")
    if found.get("half"):
        hour = hour % 12 + (12 if found["half"].casefold() == "p" else 0)
    if hour > 23:
        return "", start
    zone = _ZONE.match(text, match.end())
    end = zone.end() if zone else match.end()
    if hour == minute == 0 and not int(second or 0):
        return "", end  # midnight sharp is what a program writes that knows the day only
    seconds = f":{second}" if second and second != "00" else ""
    return f"T{hour:02d}:{minute:02d}{seconds}{_offset(zone)}", end


def _offset(zone: re.Match[str] | None) -> str:
    if zone is None:
        return ""
    if zone["name"]:
        return _OFFSETS.get(zone["name"], "")
    if zone["zulu"]:
        return "Z"
    sign, digits = zone["offset"][0], zone["offset"][1:].replace(":", "")
    hours, minutes = (digits, "00") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    return "Z" if int(digits) == 0 else f"{sign}{int(hours):02d}:{minutes}"


def date_at(text: str, start: int = 0) -> Stamp | None:
    """The date that begins at `start`, after a weekday if there is one, with its time."""
    early = ""
    weekday = _WEEKDAYS.match(text, start)
    if weekday:
        start = weekday.end()
        while start < len(text) and text[start] in " ,":
            start += 1
    elif clock := _TIME.match(text, start):  # "10:30 GMT, 15 February 2022"
        early, after = _clock(text, start)
        if early and ":" in clock[0]:
            start = _BETWEEN.match(text, after).end()  # type: ignore[union-attr]
            inner = date_at(text, start) if start < len(text) and not _TIME.match(text, start) else None
            return Stamp(inner.value + ("" if "T" in inner.value else early), inner.end) if inner else None
    for form in _FORMS:
        match = form.match(text, start)
        if match:
            day = _iso_day(match)
            if day is None:
                return None
            clock_text, end = _clock(text, _skip_separator(text, match.end())) if len(day) == 10 else ("", match.end())
            return Stamp(day + clock_text, end if clock_text or end > match.end() + 3 else match.end())
    return None


def _skip_separator(text: str, position: int) -> int:
    while position < len(text) and text[position] in " ,|·":
        position += 1
    return position


@lru_cache(maxsize=4096)
def parse(text: str) -> str | None:
    """The date that `text` as a whole states (a field of metadata), in ISO 8601; None where there is none or it
    is in doubt."""
    text = " ".join(text.split())[:_LONGEST_LINE].strip("[]()\"' ")
    if text.isdecimal() and len(text) in (10, 13):
        seconds = int(text) / (1000 if len(text) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%MZ")
    if re.fullmatch(r"(?:1[89]|20)\d\d", text):
        return text
    label = _LABEL.match(text)
    stamp = date_at(text, label.end() if label else 0)
    return stamp.value if stamp else None


def date_line(text: str) -> DateLine | None:
    """What a line states that holds nothing but dates, times and their labels; None for any other line."""
    if len(text) > _LONGEST_LINE or not YEAR.search(text):
        return None
    published = updated = None
    doubtful = False
    label = ""
    position = 0
    while position < len(text):
        if match := _LABEL.match(text, position):
            label, position = match["label"].casefold(), match.end()
        elif match := _JUNK.match(text, position):
            position = match.end()
        elif stamp := date_at(text, position):
            if _UPDATE.search(label):
                updated = updated or stamp.value
            else:
                published = published or stamp.value
            label, position = "", max(stamp.end, position + 1)
        elif match := _AMBIGUOUS.match(text, position):
            doubtful, position = True, match.end()
        elif match := _ZONE.match(text, position) or _WEEKDAYS.match(text, position):
            position = match.end()
        elif clock := _clock(text, position)[0]:
            position = _clock(text, position)[1] if clock else len(text)
        else:
            return None
    return DateLine(published, updated, doubtful) if published or updated or doubtful else None


def date_in_url(url: str) -> str | None:
    """The day that a URL's path names: `/2022/02/15/`, `/2022/feb/15/`, `-20220215`."""
    match = _URL_DATE.search(url[:2000])
    if not match:
        return None
    year, month, day = match["year"] or match["year2"], match["month"] or match["month2"], match["day"] or match["day2"]
    number = int(month) if month.isdecimal() else _MONTHS.get(month.casefold())
    try:
        return date(int(year), number or 0, int(day)).isoformat()
    except ValueError:
        return None
