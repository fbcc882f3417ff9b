"""Puts two reports of an event beside each other, finds one's place in them, and leads back to the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model import Span
from reader.session.comparing.aligning import blocks
from reader.session.comparing.differences import differences
from reader.session.comparing.model import Block, Comparing, Side, Table, Which

if TYPE_CHECKING:
    from reader.model import Comparison
    from reader.session.state import Reading
    from reader.session.world import World


def side(world: World, reading: Reading, place: int) -> Side:
    """A source of the open article's event."""
    key, name = reading.strip[place], reading.sources[place]
    return Side(key, place, name, world.library.article(key), world.library.analysis(key))


def table(world: World, a: Side, b: Side) -> Table:
    """Two reports beside each other; where they have been compared before, a few milliseconds."""
    return laid(a, b, world.library.comparison(a.key, b.key))


def laid(a: Side, b: Side, comparison: Comparison) -> Table:
    """The same, of a comparison that is known."""
    aligned = blocks(a.article, b.article, comparison)
    marked, differing = differences(aligned, a, b, comparison)
    return Table(a, b, comparison, marked, differing)


def swapped(found: Table) -> Table:
    """The same two with their sides exchanged: the right report's order leads now."""
    from reader.events import mirror

    return laid(found.b, found.a, mirror(found.comparison))


def block_at(found: Table, which: Which, offset: int) -> int:
    """The block that holds an offset of one side."""
    paragraph = found.side(which).article.paragraph_at(offset)
    return next((index for index, block in enumerate(found.blocks) if paragraph in block.of(which)), 0)


def offset_in(found: Table, index: int, which: Which) -> tuple[int, bool]:
    """Where one side tells a block: its first sentence that the other has too. False where it does not tell it.

    Then it is the place after which it would stand.
    """
    if not found.blocks:
        return 0, False
    block = found.blocks[index]
    article = found.side(which).article
    if block.of(which):
        return _first_shared(found, block, which), True
    if block.elsewhere:
        return article.paragraphs[block.elsewhere[0]].start, True
    before = next((one.of(which)[-1] for one in reversed(found.blocks[:index]) if one.of(which)), 0)
    return (article.paragraphs[before].start if article.paragraphs else 0), False


def _first_shared(found: Table, block: Block, which: Which) -> int:
    article, places = found.side(which).article, block.of(which)
    shared = [
        span.start
        for passage in found.comparison.passages
        for span in (passage.a if which == "a" else passage.b)
        if passage.sure and article.paragraph_at(span.start) in places
    ]
    return min(shared, default=article.paragraphs[places[0]].start)


def passages(found: Table, index: int, which: Which) -> tuple[Span, ...]:
    """The words of a block on one side: neighbouring paragraphs in one span; empty where it has none there."""
    paragraphs = found.side(which).article.paragraphs
    spans: list[Span] = []
    last = -2
    for place in found.blocks[index].of(which) if found.blocks else ():
        if spans and place == last + 1:
            spans[-1] = Span(spans[-1].start, paragraphs[place].end)
        else:
            spans.append(paragraphs[place])
        last = place
    return tuple(spans)


def anchored(before: Comparing, found: Table, which: Which = "a") -> int:
    """The block of another table that shows the passage of the left side that the cursor is on now.

    `which` says on which side of the new table that report is.
    """
    offset, _ = offset_in(before.table, before.block, "a")
    return block_at(found, which, offset)


def going(found: Table, block: int, difference: int, step: int) -> int | None:
    """Index of the next difference from the cursor's block in one direction; None beyond the last."""
    return next_of([one.block for one in found.differences], block, difference, step)


def next_of(homes: Sequence[int], here: int, current: int, step: int) -> int | None:
    """Index of the next of several things from a place, or from the one gone to last; `homes` are their places."""
    target = current + step if current >= 0 else bisect_left(homes, here) - (step < 0)
    return target if 0 <= target < len(homes) else None
