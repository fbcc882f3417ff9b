"""Which numbers are quantities, of what, and how surely they are put."""

import re
from collections.abc import Iterator, Sequence

from reader.analysis.addresses import Outside, addresses
from reader.analysis.dates.finding import is_year
from reader.analysis.figures.counted import counted
from reader.analysis.figures.reading import Number, numbers
from reader.analysis.figures.units import CURRENCY_SIGNS, unit_name
from reader.analysis.vocabulary import word_set
from reader.model import Article, Figure, Span
from reader.model.analysis import Hedge

_OVER = (
    "more than,over,at least,above,upwards of,upward of,in excess of,exceeds,exceeded,exceeding,exceed,no fewer than,"
    "no less than,not less than,greater than,beyond,minimum of,topping,topped,passed,surpassed,surpassing"
)
_UNDER = (
    "less than,under,fewer than,up to,at most,below,no more than,not more than,as many as,as much as,maximum of,"
    "short of,within"
)
_ABOUT = (
    "about,around,some,roughly,approximately,approx.,approx,nearly,almost,close to,an estimated,estimated,circa,ca.,c.,"
    "near,in the region of,somewhere between,more or less,perhaps,probably,~"
)
_HEDGES: dict[str, Hedge] = {
    **dict.fromkeys(_OVER.split(","), "over"),
    **dict.fromkeys(_UNDER.split(","), "under"),
    **dict.fromkeys(_ABOUT.split(","), "about"),
}
"""The longest phrase counts: "no more than" is no "more than"."""
_HEDGE_ENDS = frozenset(phrase.rpartition(" ")[2] for phrase in _HEDGES)
_OPENING = "(“\"‘'—–"
_AFTER_HEDGE = re.compile(
    r"\s(?:or\s(?P<over>more|higher|above)|or\s(?P<under>less|fewer)|or\s(?P<about>so)|(?P<plus>plus)\b)"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_MONTH_NAME = re.compile(rf"{_MONTH}\.?,?\Z", re.I)
_NO_FIGURE_AFTER = re.compile(
    r"(?:st|nd|rd|th|s)\b|\s?(?:a\.?m\b|p\.?m\b|o['’]clock|GMT|BST|EST|EDT|CET|UTC|noon)"
    rf"|\s(?:of\s)?{_MONTH}(?!\s(?:and|or)\b)|\s?BC\b|\s?AD\b",
    re.I,
)
_AGO = re.compile(r"\s(?:ago|earlier|later|previously|prior|afterwards?|from now)\b|\s(?:before|after)(?:\s*[,.;:)]|$)")
_NUMBERED = word_set(
    """
    no nos number article section chapter page pages room route highway channel phase level stage act line flight
    group day week round grade type class title resolution vol volume part figure table item gate platform season
    episode lot aged rule step unit version bus psalm verse form
    """
)


def find_figures(article: Article, sentences: Sequence[Span]) -> tuple[Figure, ...]:
    """The quantities of `article` in order: no dates, times of day, ordinals, numbers in names or in addresses.

    The span holds number, currency and unit ("$3.2bn", "three hours"), not the hedge. A range gives two figures. Ages
    count in years. Money is named by its sign ("US$", "€"), other units as in `units.py`.
    """
    text = article.text
    outside = Outside(addresses(text))
    starts = {start for start, _ in sentences}
    return tuple(
        figure
        for number in numbers(text)
        if outside(number.start, number.end)
        for figure in _figures(number, text, starts)
    )


def _figures(number: Number, text: str, starts: set[int]) -> Iterator[Figure]:
    start, end = number.start, number.end
    before, after = text[max(0, start - 40) : start], text[end : end + 60]
    if not _is_figure(number, text, before, after, starts):
        return
    unit = CURRENCY_SIGNS[number.currency] if number.currency else None
    if number.unit:
        unit = unit or unit_name(number.unit, after)
    of = (
        None if number.old else counted(after, share=unit == "%" or number.kind == "fraction", single=number.value == 1)
    )
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


def _is_figure(number: Number, text: str, before: str, after: str, starts: set[int]) -> bool:
    if number.currency:
        return True
    if after[:1].isalnum() or (number.unit and _AGO.match(after)):
        return False
    if number.kind == "fraction":
        return True
    if number.kind == "words":
        return _is_word_figure(number, text, before, after)
    return _is_digit_figure(number, text, before, after, starts)


def _is_word_figure(number: Number, text: str, before: str, after: str) -> bool:
    words = text[number.start : number.end].lower()
    if number.unit:
        indefinite = before.lower().endswith(("no ", "any ", "every ", "that ", "this ", "only "))
        return number.value != 1 or not (
            indefinite or unit_name(number.unit, after) in ("days", "US$", "feet", "m", "degrees")
        )
    if words == "one":
        return counted(after, share=False, single=True) in _PERSONS
    if number.value == 0 or after[:1] == "-":
        return False
    return (
        " " in words
        or "-" in words
        or counted(after, share=False, single=False) is not None
        or after.startswith(" of ")
    )


_PERSONS = word_set(
    """
    person man woman child soldier officer policeman civilian boy girl student teenager worker
    """
)


def _is_digit_figure(number: Number, text: str, before: str, after: str, starts: set[int]) -> bool:
    digits = number.digits
    if before[-1:] in "-–—:/" and before[-2:-1].isalnum():
        return False
    if number.unit or number.scale:
        return True
    if _NO_FIGURE_AFTER.match(after) or _after_month(before):
        return False
    head = counted(after, share=False, single=digits == "1")
    if number.upper is not None:
        return (
            head is not None and number.upper > number.value and not (len(digits) == 4 and 1000 <= number.value < 2100)
        )
    if len(digits) == 4 and digits.isdigit() and "1000" <= digits < "2100":
        previous = (before.split() or [""])[-1].lower()
        if head is None or is_year(previous, before, after, int(digits)):
            return False
    if (len(digits) > 1 and digits[0] == "0" and "." not in digits) or (digits.isdigit() and len(digits) > 7):
        return False
    return _is_free(number, text, before, head, starts)


def _after_month(before: str) -> bool:
    """Whether the words before end in a month, or in a month and a day: "March ", "March 3, "."""
    words = before.split()[-2:]
    if words and words[-1].rstrip(",")[:1].isdigit():
        words.pop()
    return bool(words) and words[-1][:1].isupper() and _MONTH_NAME.match(words[-1]) is not None


def _is_free(number: Number, text: str, before: str, head: str | None, starts: set[int]) -> bool:
    """Whether the number is no part of a name or label: "Channel 4", "Article 5", "(3)"."""
    words = before.split()
    previous = words[-1] if words and before[-1:] in " \n" else ""
    if previous.lower().rstrip(".") in _NUMBERED and previous.lower() != "aged" and head is None:
        return False
    if "," in number.digits or "." in number.digits or head is not None:
        return previous.rstrip(".") not in ("No", "Nos", "Article", "Section", "Chapter")
    if previous[:1].isupper() and previous.isalnum():
        at = number.start - len(previous) - 1
        return at in starts and previous.lower() in (
            "about",
            "some",
            "over",
            "around",
            "at",
            "nearly",
            "almost",
            "only",
            "just",
            "of",
            "in",
            "the",
            "another",
        )
    if number.start in starts and number.end < len(text) and text[number.end] in ".)":
        return False
    closed = before[-1:] in "(["
    return not (closed and text[number.end : number.end + 1] in ")]")


def _is_age(before: str, after: str, number: Number) -> bool:
    """ "Aged 45", "John Smith, 45, said"."""
    if not number.digits.isdigit() or not 0 < int(number.digits) < 120:
        return False
    if before.endswith((" aged ", " age ", " aged between ")) or before in ("aged ", "Aged "):
        return True
    if not before.endswith(", ") or after[:1] not in ",.;":
        return False
    return before.split()[-1][:1].isupper()


def _hedge(before: str, after: str) -> Hedge | None:
    behind = _AFTER_HEDGE.match(after)
    if behind:
        return "about" if behind["about"] else "under" if behind["under"] else "over"
    words = before.lower().split()[-5:]
    if words and words[-1] in ("a", "an", "the", "its", "their"):
        words.pop()
    if not words or words[-1].lstrip(_OPENING) not in _HEDGE_ENDS:
        return None
    for count in range(min(4, len(words)), 0, -1):
        hedge = _HEDGES.get(" ".join(words[-count:]).lstrip(_OPENING))
        if hedge:
            return hedge
    return None
