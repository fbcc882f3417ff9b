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
            verdict = _verdict(str(x.value), str(y.value))
            yield Fact("date", verdict, subject or "date", a.side(x.value, one), b.side(y.value, other), why)


def _equal(_one: Span, x: DateMention, _other: Span, y: DateMention) -> bool:
    return x.value == y.value


def _less_exact(a: Found, b: Found, pair: Pair, one: Span, x: DateMention, other: Span, y: DateMention) -> bool:
    """Whether one date holds the other, and both stand in the same place or among the same words."""
    if _verdict(str(x.value), str(y.value)) != "precision" or _relation(a.text, one) != _relation(b.text, other):
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


def _verdict(one: str, other: str) -> Verdict:
    if one == other:
        return "same"
    return "precision" if one.startswith(other) or other.startswith(one) else "differs"
