"""One article beside all the others of its event: what the gutter, the panel's numbers and the warning marks show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.model import Comparison, Span
from reader.model.event import QuoteClass
from reader.session.comparing.model import Tellings
from reader.session.state import Reading

if TYPE_CHECKING:
    from reader.library import Library


def compare_each(library: Library, reading: Reading) -> Iterator[Tellings | None]:
    """Compare the article with each other source of its event, in steps of some milliseconds.

    Gives None after every step but the last, which gives the whole with the names of all sources.
    """
    from reader.events import reported_by
    from reader.events.roster import roster_in_steps

    told: list[tuple[bool, ...]] = []
    quoted: dict[str, set[int]] = {quote.id: {reading.place} for quote in reading.analysis.quotes}
    wordings: dict[str, dict[int, QuoteClass]] = {quote: {} for quote in quoted}
    differing: set[Span] = set()
    only: set[Span] | None = None
    for place, key in enumerate(reading.strip):
        if key == reading.key:
            continue
        comparison = yield from library.comparisons.in_steps(reading.key, key)
        told.append(reported_by(comparison, reading.article, "a"))
        for pair in comparison.quotes:
            if pair.a in quoted and pair.b is not None:
                quoted[pair.a].add(place)
                wordings[pair.a][place] = _farther(wordings[pair.a].get(place), pair.kind)
        differing.update(_differing(comparison))
        alone = {span for one in comparison.only_a for span in one.spans}
        only = alone if only is None else only & alone
        yield None
    places = {quote: tuple(sorted(found)) for quote, found in quoted.items()}
    yield None
    names = yield from roster_in_steps([(library.article(key), library.analysis(key)) for key in reading.strip])
    yield Tellings(tuple(told), places, tuple(sorted(differing)), wordings, names, _only(reading, told, only or set()))


def _only(reading: Reading, told: Sequence[Sequence[bool]], sentences: set[Span]) -> tuple[Span, ...]:
    """Whole paragraphs that no other source tells, and of the others the sentences."""
    found = set(sentences)
    for paragraph, span in enumerate(reading.article.paragraphs if told else ()):
        if not any(source[paragraph] for source in told):
            found = {one for one in found if not span.covers(one)} | {span}
    return tuple(sorted(found))


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
