"""Passages of an event put together for a reader of the whole: told by one, missing in one, told high up or far down.

What the engine says of one article beside the others is joined here, so that everything is told once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from reader.events.coverage import displaced, missing_here, only_here, prominence
from reader.events.joining import Joined
from reader.export.dossier import Dossier
from reader.model import Quote, Span
from reader.model.frozen import dataclass

_ALIKE = frozenset(("identical", "punctuation"))


@dataclass(frozen=True, slots=True)
class Gap:
    """A passage that at least one source of the event does not have."""

    member: int
    """Place of the article whose words they are."""
    spans: tuple[Span, ...]
    weight: float
    """0 to 1; see `reader.events.gaps`."""
    why: tuple[str, ...]
    told_by: tuple[tuple[int, tuple[Span, ...]], ...]
    """Articles that tell it, each with its own sentences; `member` is the first of them."""
    missing_in: tuple[int, ...]
    """Articles in which it was not found."""
    alone: bool = False
    """Whether one source alone tells it: it was found in none of the others, not even in other words."""


def gaps(dossier: Dossier) -> tuple[Gap, ...]:
    """Every passage that only one article tells, and every one that some tell and others do not; weightiest first.

    A part of a passage that stands in the list already is not listed again.
    """
    count = len(dossier.members)
    if count < 2:
        return ()
    found: list[Gap] = []
    alone: set[tuple[int, Span]] = set()
    for home in range(count):
        others = tuple(other for other in range(count) if other != home)
        for only in only_here(home, dossier.members, dossier.compared):
            alone.update((home, span) for span in only.spans)
            found.append(Gap(home, only.spans, only.weight, only.why, ((home, only.spans),), others, alone=True))
    found.extend(_missing(dossier, alone))
    return tuple(_unnested(sorted(found, key=lambda gap: (-gap.weight, gap.member, gap.spans))))


def _unnested(ranked: Iterable[Gap]) -> Iterator[Gap]:
    """The gaps without those whose every sentence is in a weightier one of the same sort."""
    listed: set[tuple[bool, int, Span]] = set()
    for gap in ranked:
        own = {(gap.alone, gap.member, span) for span in gap.spans}
        if not own <= listed:
            yield gap
        listed |= own


def weightiest(ranked: Iterable[Gap], count: int) -> tuple[Gap, ...]:
    """The first gaps whose words do not overlap, in the order given: what to read where there is room for a few."""
    chosen: list[Gap] = []
    told: set[tuple[int, Span]] = set()
    for gap in ranked:
        own = {(gap.member, span) for span in gap.spans}
        if len(chosen) < count and told.isdisjoint(own):
            chosen.append(gap)
            told |= own
    return tuple(chosen)


def _missing(dossier: Dossier, alone: set[tuple[int, Span]]) -> Iterable[Gap]:
    found: dict[frozenset[int], list[Gap]] = {}
    for home in range(len(dossier.members)):
        for gap in missing_here(home, dossier.members, dossier.compared):
            told = tuple((telling.member, telling.spans) for telling in gap.tellings)
            first, spans = told[0]
            if len(told) == 1 and any((first, span) in alone for span in spans):
                continue
            alike = found.setdefault(frozenset(member for member, _ in told), [])
            new = Gap(first, spans, gap.weight, gap.why, told, (home,))
            place = next((n for n, known in enumerate(alike) if _overlap(known, new)), None)
            if place is None:
                alike.append(new)
            else:
                best = max(alike[place], new, key=lambda one: one.weight)
                alike[place] = replace(best, missing_in=(*alike[place].missing_in, home))
    return (gap for alike in found.values() for gap in alike)


def _overlap(one: Gap, other: Gap) -> bool:
    """Whether the same sources tell both, and the same sentences are in both."""
    if other.missing_in[0] in one.missing_in:
        return False
    theirs = dict(other.told_by)
    return all(not set(spans).isdisjoint(theirs[member]) for member, spans in one.told_by)


class Shifted(NamedTuple):
    """A passage that stands much farther down in one article than in another."""

    low: int
    low_span: Span
    """The paragraph in the article that tells it late."""
    high: int
    high_span: Span
    """The first sentence of it in the article that tells it early."""
    shift: float
    """How much later, as a part of the articles' lengths."""
    weight: float


def shifted(dossier: Dossier) -> tuple[Shifted, ...]:
    """What one article tells much later than another, the weightiest and farthest first."""
    found = [
        Shifted(home, one.told.span, one.telling.member, one.telling.spans[0], one.shift, one.told.weight)
        for home in range(len(dossier.members))
        for one in displaced(prominence(home, dossier.members, dossier.compared))
        if one.shift > 0
    ]
    return tuple(sorted(found, key=lambda one: (-one.shift * one.weight, one.low, one.low_span, one.high)))


class Places(NamedTuple):
    """A paragraph of A and one of B that report the same thing."""

    a: int
    b: int
    """Zero-based."""
    depth_a: float
    depth_b: float
    """Part of the text that stands before the paragraph, 0 to 1."""


def places(dossier: Dossier) -> tuple[Places, ...]:
    """Which paragraph of the first article tells what which of the second does: mirrored where they change places."""
    told_a, told_b = (prominence(home, dossier.members, dossier.compared) for home in (0, 1))
    pairs = {(one.paragraph, telling.paragraph) for one in told_a for telling in one.tellings}
    pairs |= {(telling.paragraph, one.paragraph) for one in told_b for telling in one.tellings}
    return tuple(Places(a, b, told_a[a].depth, told_b[b].depth) for a, b in sorted(pairs))


@dataclass(frozen=True, slots=True)
class Utterance:
    """The same thing said, as several articles quote it."""

    quotes: tuple[tuple[int, Quote], ...]
    """With the place of the article; in order of the articles."""
    alike: bool
    """Whether all have the same words."""


def utterances(dossier: Dossier) -> tuple[Utterance, ...]:
    """What at least two articles quote or report, in the order in which it is told first."""
    by_id = {(n, quote.id): quote for n, (_, found) in enumerate(dossier.members) for quote in found.quotes}
    joined: Joined[tuple[int, str]] = Joined(by_id)
    unlike: set[tuple[int, str]] = set()
    count = len(dossier.members)
    for one in range(count):
        for other in range(one + 1, count):
            for pair in dossier.compared(one, other).quotes:
                if pair.a is None or pair.b is None:
                    continue
                joined.join((one, pair.a), (other, pair.b))
                if pair.kind not in _ALIKE:
                    unlike.update(((one, pair.a), (other, pair.b)))
    made = []
    for group in joined.groups():
        if len({member for member, _ in group}) > 1:
            placed = sorted(((member, by_id[member, id]) for member, id in group), key=_place)
            made.append(Utterance(tuple(placed), unlike.isdisjoint(group)))
    return tuple(made)


def _place(placed: tuple[int, Quote]) -> tuple[int, Span]:
    return placed[0], placed[1].spans[0]
