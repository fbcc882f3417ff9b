"""Where an article states quantities."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.analysis.addresses import Outside, addresses
from reader.analysis.dates.finding import is_year
from reader.analysis.figures.counted import counted
from reader.analysis.figures.numbers import DIGITS, FRACTION, SCALE_SIGNS, digits_value, fraction_value, read_words
from reader.analysis.figures.units import CURRENCY_SIGNS, UNIT, unit_name
from reader.model import Article, Figure, Span
from reader.model.analysis import Hedge

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
# As for dates: what may stand before a figure, and the first letters of one.
_TRIGGER = re.compile(
    r"[\s(\[“”\"'‘’—–-](?=\d|[$€£¥₹₽₴₺]|US\$|[ACS]\$|[AC][UA]\$|HK\$|NZ\$|R\$|USD|EUR|GBP|CHF|Rs|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix"
    r"|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirt|[Ff]ort|[Ff]ift|[Tt]went|[Hh]alf)"
    r"|[Aa] (?:hundred|thousand|million|billion|trillion|dozen|third|quarter|fifth|sixth|tenth)|[Zz]ero)"
)
_HEDGES: tuple[tuple[Hedge, re.Pattern[str]], ...] = (
    ("over", re.compile(r"(?:more than|over|at least|above|upwards? of|in excess of|exceed(?:s|ed|ing)?|no (?:fewer|less) than|not less than|greater than|beyond|minimum of|topp(?:ed|ing)|passed|surpass(?:ed|ing))(?: (?:a|an|the|its))?\s\Z", re.I)),
    ("under", re.compile(r"(?:less than|under|fewer than|up to|at most|below|no more than|not more than|as (?:many|much) as|maximum of|short of|within)(?: (?:a|an|the|its))?\s\Z", re.I)),
    ("about", re.compile(r"(?:about|around|some|roughly|approximately|approx\.?|nearly|almost|close to|an? estimated|estimated|circa|ca?\.|near|in the region of|somewhere between|more or less|just about|or so|~|an?|perhaps|probably)\s?\Z", re.I)),
)  # fmt: skip
_AFTER_HEDGE = re.compile(r"\s(?:or\s(?P<over>more|higher|above)|or\s(?P<under>less|fewer)|or\s(?P<about>so)|(?P<plus>plus)\b)")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
_MONTH_BEFORE = re.compile(rf"{_MONTH}\.?,?\s(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?,?\s)?\Z", re.I)
_NO_FIGURE_AFTER = re.compile(
    rf"(?:st|nd|rd|th|s)\b|\s?(?:a\.?m\b|p\.?m\b|o['’]clock|GMT|BST|EST|EDT|CET|UTC|noon)|\s(?:of\s)?{_MONTH}(?!\s(?:and|or)\b)|\s?BC\b|\s?AD\b", re.I
)
_AGO = re.compile(r"\s(?:ago|earlier|later|previously|prior|afterwards?|from now)\b|\s(?:before|after)(?:\s*[,.;:)]|$)")
_NUMBERED = frozenset(["no", "nos", "number", "article", "section", "chapter", "page", "pages", "room", "route", "highway", "channel", "phase", "level", "stage", "act", "line", "flight", "group", "day", "week", "round", "grade", "type", "class", "title", "resolution", "vol", "volume", "part", "figure", "table", "item", "gate", "platform", "season", "episode", "lot", "aged", "rule", "step", "unit", "version", "at age", "bus", "psalm", "verse", "form"])  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Number:
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


def find_figures(article: Article, sentences: Sequence[Span]) -> tuple[Figure, ...]:
    """The quantities of `article` in order: no dates, times of day, ordinals, numbers in names or in addresses.

    The span holds number, currency and unit ("$3.2bn", "three hours"), not the hedge. A range gives two figures. Ages
    count in years. Money is named by its sign ("US$", "€"), other units as in `units.py`.
    """
    text = article.text
    outside = Outside(addresses(text))
    starts = {sentence.start for sentence in sentences}
    return tuple(
        figure
        for number in _numbers(text)
        if outside(number.start, number.end)
        for figure in _figures(number, text, starts)
    )


def _numbers(text: str) -> Iterator[_Number]:
    end = 0
    for trigger in _TRIGGER.finditer("\n" + text):
        start = trigger.start()
        if start < end or (start > 1 and text[start - 1] in "-–—" and text[start - 2].isalnum()):
            continue  # "COVID-19", "mid-90s"
        number = _digits_at(text, start) if not text[start].isalpha() or text[start].isupper() else None
        number = number or _words_at(text, start)
        if number:
            number = _with_unit(number, text)
            end = number.end
            yield number


def _digits_at(text: str, start: int) -> _Number | None:
    match = _IN_DIGITS.match(text, start)
    if not match:
        return None
    scale = match["scale"] or ""
    value = digits_value(match["digits"], scale)
    return _Number(
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


def _words_at(text: str, start: int) -> _Number | None:
    if match := _HALF_A_MILLION.match(text, start):
        return _Number(start, match.end(), 0.5 * SCALE_SIGNS[match[1].lower()], "words")
    if match := _FRACTION.match(text, start):
        return _Number(start, match.end(), fraction_value(match[1]), "fraction")
    end, value = read_words(text, start)
    if end == start:
        return None
    if half := _AND_A_HALF.match(text, end):
        return _Number(start, half.end(), value + 0.5, "words")
    return _Number(start, end, value, "words")


def _with_unit(number: _Number, text: str) -> _Number:
    match = _UNIT.match(text, number.end)
    if not match or (match["unit"] == "a"):
        return number
    return replace(number, end=match.end(), unit=match["unit"], joint=match["joint"], old=bool(match["old"]))


def _figures(number: _Number, text: str, starts: set[int]) -> Iterator[Figure]:
    start, end = number.start, number.end
    before, after = text[max(0, start - 40) : start], text[end : end + 60]
    if not _is_figure(number, text, before, after, starts):
        return
    unit = CURRENCY_SIGNS[number.currency] if number.currency else None
    if number.unit:
        unit = unit or unit_name(number.unit, after)
    of = None if number.old else counted(after, share=unit == "%" or number.kind == "fraction", single=number.value == 1)
    if unit is None and _is_age(before, after, number):
        unit, of = "years", None
    if unit and unit != "%" and not after.startswith((" of ", " in ")):
        of = None
    hedge = _hedge(before, after) or ("over" if number.plus else None)
    if number.upper is not None:
        yield Figure(Span(start, number.digits_end), number.value, unit, of, hedge)
        yield Figure(Span(number.upper_start, end), number.upper, unit, of, hedge)
        return
    yield Figure(Span(start, end), number.value, unit, of, hedge)


def _is_figure(number: _Number, text: str, before: str, after: str, starts: set[int]) -> bool:
    if number.currency:
        return True
    if after[:1].isalnum() or (number.unit and _AGO.match(after)):
        return False
    if number.kind == "fraction":
        return True
    if number.kind == "words":
        return _is_word_figure(number, text, before, after)
    return _is_digit_figure(number, text, before, after, starts)


def _is_word_figure(number: _Number, text: str, before: str, after: str) -> bool:
    words = text[number.start : number.end].lower()
    if number.unit:
        indefinite = before.lower().endswith(("no ", "any ", "every ", "that ", "this ", "only "))
        return number.value != 1 or not (indefinite or unit_name(number.unit, after) in ("days", "US$", "feet", "m", "degrees"))
    if words == "one":
        return counted(after, share=False, single=True) in _PERSONS
    if number.value == 0 or after[:1] == "-":
        return False
    return " " in words or "-" in words or counted(after, share=False, single=False) is not None or after.startswith(" of ")


_PERSONS = frozenset(["person", "man", "woman", "child", "soldier", "officer", "policeman", "civilian", "boy", "girl", "student", "teenager", "worker"])


def _is_digit_figure(number: _Number, text: str, before: str, after: str, starts: set[int]) -> bool:
    digits = number.digits
    if before[-1:] in "-–—:/" and before[-2:-1].isalnum():
        return False
    if number.unit or number.scale:
        return True
    if _NO_FIGURE_AFTER.match(after) or _MONTH_BEFORE.search(before):
        return False
    head = counted(after, share=False, single=digits == "1")
    if number.upper is not None:
        return head is not None and number.upper > number.value and not (len(digits) == 4 and 1000 <= number.value < 2100)
    if len(digits) == 4 and digits.isdigit() and "1000" <= digits < "2100":
        previous = (before.split() or [""])[-1].lower()
        if head is None or is_year(previous, before, after, int(digits)):
            return False
    if (len(digits) > 1 and digits[0] == "0" and "." not in digits) or (digits.isdigit() and len(digits) > 7):
        return False
    return _is_free(number, text, before, head, starts)


def _is_free(number: _Number, text: str, before: str, head: str | None, starts: set[int]) -> bool:
    """Whether the number is no part of a name or label: "Channel 4", "Article 5", "(3)"."""
    words = before.split()
    previous = words[-1] if words and before[-1:] in " \n" else ""
    if previous.lower().rstrip(".") in _NUMBERED and previous.lower() != "aged" and head is None:
        return False
    if "," in number.digits or "." in number.digits or head is not None:
        return previous.rstrip(".") not in ("No", "Nos", "Article", "Section", "Chapter")
    if previous[:1].isupper() and previous.isalnum():
        at = number.start - len(previous) - 1
        return at in starts and previous.lower() in ("about", "some", "over", "around", "at", "nearly", "almost", "only", "just", "of", "in", "the", "another")
    if number.start in starts and number.end < len(text) and text[number.end] in ".)":
        return False
    closed = before[-1:] in "(["
    return not (closed and text[number.end : number.end + 1] in ")]")


def _is_age(before: str, after: str, number: _Number) -> bool:
    """ "Aged 45", "John Smith, 45, said"."""
    if not number.digits.isdigit() or not 0 < int(number.digits) < 120:
        return False
    if re.search(r"\b(?:aged|age)\s(?:between\s)?\Z", before):
        return True
    return re.search(r"[A-Z][\w’'-]+,\s\Z", before) is not None and after[:1] in ",.;"


def _hedge(before: str, after: str) -> Hedge | None:
    behind = _AFTER_HEDGE.match(after)
    if behind:
        return "about" if behind["about"] else "under" if behind["under"] else "over"
    for hedge, pattern in _HEDGES:
        found = pattern.search(before)
        if found and not (found.group().strip().lower() in ("a", "an")) and (found.start() == 0 or not before[found.start() - 1].isalnum()):
            return hedge
    return None
