"""One article beside all the others of its event: what the gutter, the panel's numbers and the warning marks show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.model import Comparison, Span
from reader.session.state import Reading, Tellings

if TYPE_CHECKING:
    from reader.library import Library


def compare_each(library: Library, reading: Reading) -> Iterator[Tellings | None]:
    """Compare the article with each other source of its event, one at a step of some 15 ms.

    Gives None after every step but the last, which gives the whole.
    """
    from reader.events import reported_by

    told: list[tuple[bool, ...]] = []
    quoted: dict[str, set[int]] = {quote.id: {reading.place} for quote in reading.analysis.quotes}
    differing: set[Span] = set()
    for place, key in enumerate(reading.strip):
        if key == reading.key:
            continue
        comparison = library.comparison(reading.key, key)
        told.append(reported_by(comparison, reading.article, "a"))
        for pair in comparison.quotes:
            if pair.a in quoted and pair.b is not None:
                quoted[pair.a].add(place)
        differing.update(_differing(comparison))
        if len(told) < len(reading.strip) - 1:
            yield None
    places = {quote: tuple(sorted(found)) for quote, found in quoted.items()}
    yield Tellings(tuple(told), places, tuple(sorted(differing)))


def _differing(comparison: Comparison) -> list[Span]:
    return [fact.a.span for fact in comparison.facts if fact.verdict == "differs" and fact.a.span and fact.b.span]
