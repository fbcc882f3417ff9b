"""One article beside all the others of its event: what the gutter, the panel's numbers and the warning marks show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.model import Comparison, Span
from reader.model.event import QuoteClass
from reader.session.state import Reading, Tellings

if TYPE_CHECKING:
    from reader.library import Library


def compare_each(library: Library, reading: Reading) -> Iterator[Tellings | None]:
    """Compare the article with each other source of its event, one at a step of some 15 ms.

    Gives None after every step but the last, which gives the whole with the names of all sources.
    """
    from reader.events import reported_by
    from reader.events.roster import roster

    told: list[tuple[bool, ...]] = []
    quoted: dict[str, set[int]] = {quote.id: {reading.place} for quote in reading.analysis.quotes}
    wordings: dict[str, dict[int, QuoteClass]] = {quote: {} for quote in quoted}
    differing: set[Span] = set()
    for place, key in enumerate(reading.strip):
        if key == reading.key:
            continue
        comparison = library.comparison(reading.key, key)
        told.append(reported_by(comparison, reading.article, "a"))
        for pair in comparison.quotes:
            if pair.a in quoted and pair.b is not None:
                quoted[pair.a].add(place)
                wordings[pair.a][place] = _farther(wordings[pair.a].get(place), pair.kind)
        differing.update(_differing(comparison))
        yield None
    places = {quote: tuple(sorted(found)) for quote, found in quoted.items()}
    names = roster([(library.article(key), library.analysis(key)) for key in reading.strip])
    yield Tellings(tuple(told), places, tuple(sorted(differing)), wordings, names)


CLOSENESS: tuple[QuoteClass, ...] = (
    "identical",
    "punctuation",
    "trimmed",
    "split",
    "merged",
    "paraphrased",
    "reworded",
)
"""From the same words to others."""


def _farther(one: QuoteClass | None, other: QuoteClass) -> QuoteClass:
    """Of the wordings of several parts, the one that is farthest from the same."""
    return other if one is None else max(one, other, key=CLOSENESS.index)


def _differing(comparison: Comparison) -> list[Span]:
    return [fact.a.span for fact in comparison.facts if fact.verdict == "differs" and fact.a.span and fact.b.span]
