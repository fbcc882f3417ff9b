"""One report, the pivot, beside all the others of its event: what that view shows, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from reader.model import Span
from reader.model.frozen import dataclass
from reader.session.comparing.model import Block, DifferenceKind, Side, Table

if TYPE_CHECKING:
    from reader.session.event_pages.model import EventPage

COLUMN = 40
"""Cells that a report's column has at least."""
EDGES = 2
"""Cells of the screen beside the columns: the cursor's bar and the scrollbar."""
Passage = tuple[int, int]
"""(source, paragraph)"""
Links = tuple[tuple[float, Passage, Passage], ...]
"""How alike two passages of different sources are, and which they are."""
PIVOT = -1
"""The focus on the pivot; else it is the index of another source."""


def shown(width: int, others: int) -> int:
    """How many of the other sources have a column on a screen of `width` cells; 0 where they stand below the pivot.

    Two of them at least, where there are two: one beside the pivot is what the pair shows.
    """
    room = (width - EDGES) // COLUMN - 1
    return min(others, room) if room >= min(2, others) else 0


class Other(NamedTuple):
    """Another source of the event; its text is read when it is compared."""

    key: int
    place: int
    """On the strip of the event's sources, from 0."""
    name: str


class PivotRow(NamedTuple):
    """A paragraph of the pivot with what the others say of it, or a passage that only others have."""

    paragraph: int | None
    """Zero-based paragraph of the pivot; None where it does not tell this."""
    blocks: tuple[int | None, ...]
    """For each other source the block of its table that tells it; None where none does, or while it is not compared."""
    kinds: tuple[DifferenceKind, ...] = ()
    """What differs in it, in all sources together."""


class PivotDifference(NamedTuple):
    """Something that the pivot and at least one other source state otherwise, or that one of them does not have."""

    row: int
    kind: DifferenceKind
    text: str
    """One line: "14 May here, 15 May in Northern Wire · date"."""
    here: tuple[Span, ...] = ()
    """In the pivot."""
    there: tuple[tuple[int, tuple[Span, ...]], ...] = ()
    """Index of each other source that it is about, and where it stands there."""


@dataclass(frozen=True, slots=True)
class Pivot:
    """The view by pivot. The rows follow the pivot's order; each of its paragraphs is in exactly one."""

    scope: ClassVar[Literal["compare"]] = "compare"
    side: Side
    others: tuple[Other, ...]
    """In the order of the strip."""
    tables: tuple[Table | None, ...] = ()
    """The pivot beside each of them; None where they have not been compared yet."""
    links: Mapping[tuple[int, int], Links] = field(default_factory=dict)
    """What two others tell alike and the pivot does not have, as far as they have been compared with each other."""
    shared: tuple[tuple[Passage, ...], ...] | None = None
    """Passages that the pivot does not have and several others tell; None while that is not known."""
    rows: tuple[PivotRow, ...] = ()
    differences: tuple[PivotDifference, ...] = ()
    """In the order of the rows."""
    row: int = 0
    """The row that the cursor is on."""
    focus: int = PIVOT
    """The source that Enter goes into."""
    first: int = 0
    """The first of the other sources that have a column."""
    difference: int = -1
    """The difference that was gone to last; -1 where the cursor was moved since."""
    words: bool = True
    only: bool = False
    key: int = 0
    """The article that was open before."""
    cursor: int = 0
    """Where its cursor was."""
    start: int = -1
    """The paragraph of the pivot that it was in, while it is the open article: there, leaving gives back the place."""
    origin: EventPage | None = None

    @property
    def compared(self) -> int:
        """How many of the others have been compared."""
        return sum(table is not None for table in self.tables)

    @property
    def complete(self) -> bool:
        """Whether all have been, with the pivot and, where it is of use, with each other."""
        return self.compared == len(self.others) and self.shared is not None

    def block(self, row: int, source: int) -> Block | None:
        """How a source tells a row; None where it does not, or where the two have not been compared yet."""
        table, index = self.tables[source], self.rows[row].blocks[source]
        return None if table is None or index is None else table.blocks[index]

    def is_beside(self, row: int, source: int) -> int | None:
        """The paragraph of the pivot beside which a source tells this one too: it joins the two; else None."""
        block, own = self.block(row, source), self.rows[row].paragraph
        return block.a[0] if block and block.a and block.a[0] != own else None

    def window(self, width: int) -> range:
        """The other sources that have a column on a screen of `width` cells; all where they stand below the pivot."""
        many = shown(width, len(self.others)) or len(self.others)
        first = max(0, min(self.first, len(self.others) - many))
        return range(first, first + many)


def goes_on(view: Pivot, row: int) -> bool:
    """Whether a row is one more passage in a run of those that the pivot does not tell, or that it alone tells."""
    if not 0 < row < len(view.rows):
        return False
    before, own = view.rows[row - 1], view.rows[row]
    if own.paragraph is None or before.paragraph is None:
        return own.paragraph is before.paragraph
    return not any(block is not None for block in (*before.blocks, *own.blocks))


def run(view: Pivot, row: int) -> int:
    """How many passages follow each other so from a row on, this one among them."""
    return 1 + next(n for n in range(len(view.rows)) if not goes_on(view, row + 1 + n))
