"""How many people an event killed, hurt or left missing: what every report of a disaster states, each in its own place.

One tells it in the first sentence, another beside the help that is promised: such sentences are no passages that report
the same thing. Their tolls are compared nevertheless where nothing else can be meant: where either article has only one
number of the dead, in a sentence that shares more words with the other's than those of dying.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.analysis.vocabulary import word_set
from reader.events.deeds import Deed, deed, is_deed
from reader.events.finding import Found
from reader.events.frequency import weight
from reader.events.kept import Kept
from reader.events.quantities import ANYBODY, EARLIER, apart, comparable, head, number
from reader.events.reading import read
from reader.events.terms import fold
from reader.model import Analysis, Article, Fact, Figure

_DEEDS: tuple[Deed, ...] = ("killed", "hurt", "missing")
_COUNTERS = frozenset(
    map(
        fold,
        word_set(
            """
            health ministry interior civil defence official officials authority authorities police hospital hospitals
            medics doctors agency spokesman department records people according
            """
        ),
    )
)
"""Those who count, and what says no more: two sentences that share these may be about any two events."""

_SHARED = 3
_SHARED_WEIGHT = 7.0
"""Terms that the two sentences must share, and what these must weigh."""


class Toll(NamedTuple):
    """A number of people whom something befell."""

    figure: Figure
    terms: frozenset[str]
    """Of the sentence, those of the deed left out."""


def _tolls(article: Article, analysis: Analysis) -> dict[Deed, Toll]:
    """The tolls of which an article has one number only."""
    reading = read(article.text, analysis.sentences)
    found: dict[Deed, list[Toll]] = {}
    for figure in analysis.figures:
        if figure.unit is not None or head(figure.of) not in ANYBODY:
            continue
        for sentence in reading.inside(span for span in analysis.sentences if span.covers(figure.span)):
            befell = deed(figure.span, reading.between((sentence.span,)))
            if befell in _DEEDS and not EARLIER.search(sentence.span.of(article.text)):
                terms = frozenset(word.stem for word in sentence.terms if not is_deed(word.stem)) - _COUNTERS
                found.setdefault(befell, []).append(Toll(figure, terms))
    return {befell: told[0] for befell, told in found.items() if len({toll.figure.value for toll in told}) == 1}


tolls = Kept(_tolls)


def compare_tolls(
    a: tuple[Article, Analysis], found_a: Found, b: tuple[Article, Analysis], found_b: Found, known: Sequence[Fact]
) -> Iterator[Fact]:
    """The tolls that differ and that no passage has brought together yet."""
    ours, theirs = tolls(*a), tolls(*b)
    told_a = {fact.a.span for fact in known if fact.kind == "number"}
    told_b = {fact.b.span for fact in known if fact.kind == "number"}
    for befell in _DEEDS:
        x, y = ours.get(befell), theirs.get(befell)
        if x is None or y is None or x.figure.span in told_a or y.figure.span in told_b:
            continue
        if not comparable(x.figure.value, y.figure.value):
            continue
        if apart(found_a, x.figure, found_b, y.figure):
            continue
        shared = x.terms & y.terms
        if len(shared) >= _SHARED and sum(weight(term) for term in sorted(shared)) >= _SHARED_WEIGHT:
            yield number(found_a, x.figure, found_b, y.figure)
