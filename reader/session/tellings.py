"""One article beside all the others of its event: what the gutter, the panel's numbers and the warning marks show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Comparison, Span
from reader.session.state import Reading, Tellings

if TYPE_CHECKING:
    from reader.library import Library


def compare_all(library: Library, reading: Reading) -> Tellings:
    """Compare the article with each other source of its event."""
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
    places = {quote: tuple(sorted(found)) for quote, found in quoted.items()}
    return Tellings(tuple(told), places, tuple(sorted(differing)))


def _differing(comparison: Comparison) -> list[Span]:
    return [fact.a.span for fact in comparison.facts if fact.verdict == "differs" and fact.a.span and fact.b.span]
