"""Where the view by pivot is: from a pair to it and back at the same passage, and into each report's text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import Span
from reader.session.comparing import opening, pivoting
from reader.session.comparing.model import Comparing, Side, Table
from reader.session.comparing.pivot import PIVOT, Pivot

if TYPE_CHECKING:
    from reader.session.state import Reading


def by_pivot(reading: Reading, view: Comparing, width: int) -> Pivot:
    """The left report of a pair beside all the others; the right one has a column on a screen of `width` cells."""
    left, table = view.table.a, view.table
    made = pivoting.opened(reading, left, [table])
    paired = _source(made, table.b.key)
    offset, _ = opening.offset_in(table, view.block, "a")
    row = pivoting.row_of(made, left.article.paragraph_at(offset))
    if table.blocks and not table.blocks[view.block].a:
        row = next((n for n, one in enumerate(made.rows) if one.blocks[paired] == view.block), row)
    made = replace(made, row=row, focus=paired if view.focus == "b" else PIVOT)
    return in_sight(_as_before(made, view), paired, width)


def by_pair(view: Pivot, source: int, table: Table) -> Comparing:
    """The pivot and another source; `table` is the two of them."""
    index = view.rows[view.row].blocks[source] if view.rows else None
    block = opening.block_at(table, "a", offset_in(view, view.row, PIVOT)[0]) if index is None else index
    start = opening.block_at(table, "a", view.cursor) if view.start >= 0 else -1
    made = Comparing(table, block, "a" if view.focus == PIVOT else "b", start=start)
    return replace(made, words=view.words, only=view.only, key=view.key, cursor=view.cursor, origin=view.origin)


def exchanged(reading: Reading, view: Pivot, table: Table, width: int) -> Pivot:
    """The right report of `table`, which is the source with the focus, as the pivot."""
    offset, _ = offset_in(view, view.row, view.focus)
    made = pivoting.opened(reading, table.b, [opening.swapped(table)])
    made = replace(made, row=pivoting.row_of(made, table.b.article.paragraph_at(offset)))
    return in_sight(_as_before(made, view), _source(made, view.side.key), width)


def _as_before(made: Pivot, view: Comparing | Pivot) -> Pivot:
    """The view with what holds for both."""
    start = made.side.article.paragraph_at(view.cursor) if made.side.key == view.key else -1
    return replace(
        made, start=start, words=view.words, only=view.only, key=view.key, cursor=view.cursor, origin=view.origin
    )


def _source(view: Pivot, key: int) -> int:
    return next((source for source, other in enumerate(view.others) if other.key == key), 0)


def in_sight(view: Pivot, source: int, width: int) -> Pivot:
    """The columns moved so that a source has one on a screen of `width` cells."""
    seen = view.window(width)
    if source == PIVOT or source in seen:
        return replace(view, first=seen[0])
    return replace(view, first=source if source < seen[0] else source - len(seen) + 1)


def is_at_start(view: Pivot) -> bool:
    """Whether the cursor is on the passage that the view was opened at."""
    return bool(view.rows) and view.start >= 0 and view.rows[view.row].paragraph == view.start


def offset_in(view: Pivot, row: int, source: int) -> tuple[int, bool]:
    """Where a report tells a row. False where it does not: then it is the place after which it would stand."""
    if not view.rows:
        return 0, False
    if source == PIVOT:
        paragraphs, own = view.side.article.paragraphs, view.rows[row].paragraph
        before = (one.paragraph for one in reversed(view.rows[:row]) if one.paragraph is not None)
        place = next(before, 0) if own is None else own
        return (paragraphs[place].start if paragraphs else 0), own is not None
    table = view.tables[source]
    for at in range(row, -1, -1):
        block = view.rows[at].blocks[source]
        if table is not None and block is not None:
            return opening.offset_in(table, block, "b")[0], at == row
    return 0, False


def passages(view: Pivot, source: int) -> tuple[Side | None, tuple[Span, ...]]:
    """A report and its words in the row under the cursor; None for one that has not been compared yet."""
    row = view.rows[view.row]
    if source == PIVOT:
        return view.side, () if row.paragraph is None else (view.side.article.paragraphs[row.paragraph],)
    table, index = view.tables[source], row.blocks[source]
    if table is None:
        return None, ()
    if index is None:
        return table.b, ()
    elsewhere = tuple(table.b.article.paragraphs[place] for place in table.blocks[index].elsewhere)
    return table.b, opening.passages(table, index, "b") or elsewhere
