"""Days, months and years that two aligned passages name for the same thing: alike, more or less exact, or at odds.

Only dates that the texts give for what they tell are compared, in the same place or among the same words: never a day
of publication, and never "since" one day with "until" another.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from reader.analysis.vocabulary import word_set
from reader.events.finding import Found, Pair
from reader.events.replaced import COPIED
from reader.events.subjects import around, clearest
from reader.events.terms import fold
from reader.model import DateMention, Fact, Span
from reader.model.event import Verdict

_KEPT = 0.5
"""Part of the shorter passage's words that the other must have for a day in it to be in the place of another."""

_REACH = 5
"""Words before and after that tell whether a day and a month are those of the same thing."""

_WEEK = 7
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_YEAR = re.compile(r"\b\d{4}\b|['’]\d\d\b")
_DAY_OR_MONTH = re.compile(r"\d{4}(-\d\d(?:-\d\d)?)\Z")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)", re.I)
_BEFORE = re.compile(r"\b(since|until|till|before|after|from|by|through|between)\s+(?:\w+\s+){0,2}\Z", re.I)
_CALENDAR = frozenset(
    map(
        fold,
        word_set(
            """
            january february march april may june july august september october november december monday tuesday
            wednesday thursday friday saturday sunday today yesterday tomorrow day week month year
            """
        ),
    )
)


def compare_dates(a: Found, b: Found, pair: Pair) -> Iterator[Fact]:
    """The dates of two passages that are those of the same thing, each with at most one partner."""
    left = dict(a.dates.within(pair.passage.a))
    right = dict(b.dates.within(pair.passage.b))
    if not left or not right:
        return
    for agree in (_equal, partial(_less_exact, a, b, pair), partial(_replaced, a, b, pair)):
        for one, x in list(left.items()):
            other = next((place for place, y in right.items() if agree(one, x, place, y)), None)
            if other is None:
                continue
            y = right.pop(other)
            del left[one]
            subject = clearest(
                around(a.text, a.sentence(one), one, True), around(b.text, b.sentence(other), other, True)
            )
            why = f"{a.words(one)} · {b.words(other)}"
            ours, theirs = _values(a.words(one), str(x.value), b.words(other), str(y.value))
            verdict = _verdict(ours, theirs)
            yield Fact("date", verdict, subject or "date", a.side(ours, one), b.side(theirs, other), why)


def _equal(_one: Span, x: DateMention, _other: Span, y: DateMention) -> bool:
    return x.value == y.value


def _less_exact(a: Found, b: Found, pair: Pair, one: Span, x: DateMention, other: Span, y: DateMention) -> bool:
    """Whether one date holds the other, and both stand in the same place or among the same words."""
    stated = _values(a.words(one), str(x.value), b.words(other), str(y.value))
    if _verdict(*stated) == "differs" or _relation(a.text, one) != _relation(b.text, other):
        return False
    near = pair.near(one, other, _REACH) - _CALENDAR - pair.names
    return bool(near) or any(pair.fills(swap, one, other) for swap in pair.swaps)


def _replaced(a: Found, b: Found, pair: Pair, one: Span, x: DateMention, other: Span, y: DateMention) -> bool:
    sure = pair.kept >= (_KEPT if x.certain and y.certain else COPIED)
    return (
        sure
        and any(pair.fills(swap, one, other) for swap in pair.swaps)
        and _relation(a.text, one) == _relation(b.text, other)
        and not _weeks_apart(a.words(one), str(x.value), b.words(other), str(y.value))
    )


def _relation(text: str, span: Span) -> str:
    """How what is told lies to the date: "since", "until" …; "" for in it or on it."""
    match = _BEFORE.search(text, max(0, span.start - 24), span.start)
    return match[1].casefold().replace("till", "until") if match else ""


def _weeks_apart(one: str, x: str, other: str, y: str) -> bool:
    """Whether two days are one weekday of different weeks, and one is told by its weekday only.

    "Thursday" is the Thursday of the report's own week; in a report that is put out again later it is another's.
    """
    if not (_WEEKDAY.search(one) or _WEEKDAY.search(other)) or (_has_digit(one) and _has_digit(other)):
        return False
    try:
        return (date.fromisoformat(x) - date.fromisoformat(y)).days % _WEEK == 0
    except ValueError:
        return False


def _has_digit(words: str) -> bool:
    return any(sign.isdigit() for sign in words)


def _values(one: str, x: str, other: str, y: str) -> tuple[str, str]:
    """What two dates state: one that agrees with the other but for the year is without it where its words name none.

    "6 August" is given the year of its report; beside "6 August 2024" nothing is known of it but `--08-06`.
    """
    ours, theirs = _DAY_OR_MONTH.match(x), _DAY_OR_MONTH.match(y)
    if x == y or not ours or not theirs or ours[1] != theirs[1]:
        return x, y
    yearless = f"-{ours[1]}"
    return yearless if _is_without_year(one) else x, yearless if _is_without_year(other) else y


def _is_without_year(words: str) -> bool:
    return _MONTH.search(words) is not None and not _YEAR.search(words)


def _verdict(one: str, other: str) -> Verdict:
    if one == other:
        return "same"
    if one[:2] == "--" or other[:2] == "--":
        return "precision"
    return "precision" if one.startswith(other) or other.startswith(one) else "differs"
