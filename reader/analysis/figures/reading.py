"""Numbers as they stand in the text, with sign, scale and unit, whatever they may be there for."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reader.analysis.beginnings import beginnings
from reader.analysis.figures.numbers import DIGITS, FRACTION, SCALE_SIGNS, digits_value, fraction_value, read_words
from reader.analysis.figures.units import CURRENCY_SIGNS, UNIT

_CURRENCY = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_SCALE = r"hundred|thousand|million|billion|trillion|dozen|bn|mn|mln|tn|trn|[mbk](?=[\s.,;:)]|\Z)"
_IN_DIGITS = re.compile(
    rf"""
    (?:(?P<currency>{_CURRENCY})\s?)?
    (?P<digits>{DIGITS})(?P<plus>\+)?(?P<half>½)?(?![\d:/]|\.\d|,\d)
    (?:\s?[-–—]\s?(?:{_CURRENCY})?(?P<upper>{DIGITS})(?![\w-]|[.,]\d))?
    (?:[\s-]?(?P<scale>{_SCALE})(?!\w))?
    """,
    re.VERBOSE,
)
_FRACTION = re.compile(rf"({FRACTION})(?![\w-])(?=\s(?:of|the|an?|its|their|his|all)\b|\sas\b)", re.IGNORECASE)
_HALF_A_MILLION = re.compile(r"half\s(?:an?\s)?(hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)
_AND_A_HALF = re.compile(r"\sand\sa\shalf\b")
_UNIT = re.compile(rf"(?P<joint>[\s-]?)(?P<unit>{UNIT})(?!\w)(?P<old>-old)?", re.IGNORECASE)
_MINOR_SCALE = re.compile(r"\s(?:million|billion|trillion)\b")
# As for dates: what may stand before a figure, and the first letters of one; the first tells which it can be.
TRIGGER = re.compile(
    r"[\s(\[“”\"'‘’—–-](?=\d|[$€£¥₹₽₴₺]|US[$D]|[ACSR]\$|[AC][UA]\$|HK\$|NZ\$|EUR|GBP|CHF|Rs"
    r"|[Aa] (?:hundred|thousand|million|billion|trillion|dozen|third|quarter|fifth|sixth|tenth)"
    r"|[Tt](?:wo|hree|en|welve|hirt|went)|[Ff](?:our|ive|ort|ift)|[Ss](?:ix|even)|[Ee](?:ight|leven)"
    r"|[Oo]ne|[Nn]ine|[Hh]alf|[Zz]ero)"
)


class Number(NamedTuple):
    """A number as it stands in the text, with the unit behind it."""

    start: int
    end: int
    """Behind the unit."""
    value: float
    kind: Literal["digits", "words", "fraction"]
    digits: str = ""
    currency: str = ""
    scale: str = ""
    upper: float | None = None
    upper_start: int = 0
    digits_end: int = 0
    plus: bool = False
    unit: str = ""
    """As written."""
    joint: str = ""
    old: bool = False


def numbers(text: str) -> Iterator[Number]:
    """The numbers of `text` in order."""
    end, padded = 0, "\n" + text
    for start in beginnings(text):
        if start < end or not TRIGGER.match(padded, start):
            continue
        if start > 1 and text[start - 1] in "-–—" and text[start - 2].isalnum():
            continue  # "COVID-19", "mid-90s"
        number = _digits_at(text, start) if not text[start].isalpha() or text[start].isupper() else None
        number = number or _words_at(text, start)
        if number:
            number = _with_unit(number, text)
            end = number.end
            yield number


def _digits_at(text: str, start: int) -> Number | None:
    match = _IN_DIGITS.match(text, start)
    if not match:
        return None
    scale = match["scale"] or ""
    value = digits_value(match["digits"], scale)
    return Number(
        start=start,
        end=match.end(),
        value=value + 0.5 if match["half"] else value,
        kind="digits",
        digits=match["digits"],
        currency=match["currency"] or "",
        scale=scale,
        upper=digits_value(match["upper"], scale) if match["upper"] else None,
        upper_start=match.start("upper"),
        digits_end=match.end("digits"),
        plus=bool(match["plus"]),
    )


def _words_at(text: str, start: int) -> Number | None:
    if match := _HALF_A_MILLION.match(text, start):
        return Number(start, match.end(), 0.5 * SCALE_SIGNS[match[1].lower()], "words")
    if match := _FRACTION.match(text, start):
        return Number(start, match.end(), fraction_value(match[1]), "fraction")
    end, value = read_words(text, start)
    if end == start:
        return None
    if half := _AND_A_HALF.match(text, end):
        return Number(start, half.end(), value + 0.5, "words")
    return Number(start, end, value, "words")


def _with_unit(number: Number, text: str) -> Number:
    following = text[number.end : number.end + 1]
    if not (following in " -%°" or following.isalpha()):
        return number
    match = _UNIT.match(text, number.end)
    if not match or (match["unit"] == "a"):
        return number
    return number._replace(end=match.end(), unit=match["unit"], joint=match["joint"], old=bool(match["old"]))
