"""Two reports side by side as cards, one for each block: two columns with signs between, or one below the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from reader.model import Span
from reader.model.frozen import dataclass
from reader.session.comparing.model import Block, Comparing, Which
from reader.session.comparing.wording import alone, only_words
from reader.text.cells import cell_width
from reader.ui.present import compare_cells, marked
from reader.ui.present.articles import Line
from reader.ui.present.compare_cells import NUMBER, Row
from reader.ui.present.compare_signs import absence, rule, signs_of
from reader.ui.present.signs import UNICODE, Signs
from reader.ui.widgets.heights import Stacked

TWO_COLUMNS = 96
"""Cells of a card from which the two stand side by side."""
CENTRE = 9
"""Cells of the signs between the columns."""
_ROLES = {"only": "only bold", "quote": "similar bold"}
"""How the difference that was gone to is drawn, where it is a whole passage; a figure, date or name is reversed."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How the cells of a row are shared out."""

    margin: int
    text: int
    """Cells of each text."""
    stacked: bool

    @staticmethod
    def of(width: int, measure: int) -> Columns:
        """For a card of `width` cells."""
        if width < TWO_COLUMNS:
            return Columns(0, max(8, width - NUMBER - 3), True)  # the text never touches the scrollbar
        text = min(measure, (width - 2 * NUMBER - CENTRE) // 2)
        return Columns((width - 2 * (NUMBER + text) - CENTRE) // 2, text, False)


@dataclass
class CompareCards:
    """The blocks as a source of cards. Heights are counted at once, words are marked only where they come into view."""

    view: Comparing
    signs: Signs = UNICODE
    measure: int = 72
    brackets: bool = False
    """Whether words of one side stand in brackets: there is no colour to tell them by."""
    noted: Mapping[Which, frozenset[int]] = field(default_factory=dict)
    """Paragraphs with a note, by side."""
    shift: int = 0
    """Rows by which the right side is ahead of the left."""
    items: Sequence[tuple[int, int]] = ()
    """First block and the one after the last; more than one block is folded into a line."""
    _sides: dict[tuple[int, Which, int], list[Row]] = field(default_factory=dict)
    _words: dict[int, tuple[tuple[Span, ...], tuple[Span, ...]]] = field(default_factory=dict)
    _heights: tuple[int, Stacked | None] = (0, None)

    def __post_init__(self) -> None:
        self.items = compare_cells.folded([bool(block.kinds) for block in self.view.table.blocks], self.view.only)

    def __len__(self) -> int:
        return len(self.items)

    def item_of(self, block: int) -> int:
        """The card that shows a block, or the line it is folded into."""
        return compare_cells.item_of(self.items, block)

    def adopt(self, view: Comparing) -> set[int]:
        """Another cursor, difference or focus in the same cards: those that look different now."""
        before, self.view = self.view, view
        blocks = {before.block, view.block}
        self._sides = {key: rows for key, rows in self._sides.items() if key[0] not in blocks}
        return {self.item_of(block) for block in blocks}

    def height(self, index: int, width: int) -> int:
        """Rows of a card: as many as the longer side needs, and an empty one."""
        if self._is_fold(index):
            return 1 if Columns.of(width, self.measure).stacked else 2
        block, columns = self._block(index), Columns.of(width, self.measure)
        left, right = self._count(index, "a", columns), self._count(index, "b", columns)
        if columns.stacked:
            return left + right + 1
        return max(left, right, len(signs_of(block, self.signs))) + 1

    def draw_row(self, index: int, row: int, width: int) -> Line:
        """A row of a card."""
        columns = Columns.of(width, self.measure)
        if self._is_fold(index):
            return compare_cells.fold(self.items[index], row, width, self.signs)
        if columns.stacked:
            return self._stacked_row(index, row, columns, width)
        signs = signs_of(self._block(index), self.signs)
        sign = signs[row] if row < len(signs) else ("", "")
        right = self._shifted(index, row, width, columns) if self.shift else self._row(index, "b", row, columns)
        return (
            (" " * columns.margin, ""),
            *self._cells(self._row(index, "a", row, columns), "a", columns),
            (compare_cells.centred(sign[0], CENTRE), sign[1]),
            *self._cells(right, "b", columns),
        )

    def rows(self, width: int) -> int:
        """Rows of all cards."""
        return self._stack(width).rows

    def _stack(self, width: int) -> Stacked:
        if self._heights[0] != width or self._heights[1] is None:
            self._heights = (width, Stacked(self.height(index, width) for index in range(len(self))))
        assert self._heights[1] is not None
        return self._heights[1]

    def _shifted(self, index: int, row: int, width: int, columns: Columns) -> Row:
        """The right side's row that stands here while it scrolls alone."""
        stack = self._stack(width)
        target = stack.top(index) + row + self.shift
        if not 0 <= target < stack.rows:
            return "", ()
        other = stack.at(target)
        return ("", ()) if self._is_fold(other) else self._row(other, "b", target - stack.top(other), columns)

    def _is_fold(self, index: int) -> bool:
        first, last = self.items[index]
        return self.view.only and not self.view.table.blocks[first].kinds and last > first

    def _block(self, index: int) -> Block:
        return self.view.table.blocks[self.items[index][0]]

    # one side

    def _count(self, index: int, which: Which, columns: Columns) -> int:
        block = self._block(index)
        if columns.stacked and not block.of(which):
            return 0
        if self.brackets or not block.of(which):
            return len(self._side(index, which, columns))
        return compare_cells.height(self.view.table.side(which), block.of(which), columns.text)

    def _row(self, index: int, which: Which, row: int, columns: Columns) -> Row:
        rows = self._side(index, which, columns)
        return rows[row] if row < len(rows) else ("", ())

    def _side(self, index: int, which: Which, columns: Columns) -> list[Row]:
        """The rows of one side of a block: its paragraphs with their numbers, or that it has none."""
        key = (self.items[index][0], which, columns.text)
        rows = self._sides.get(key)
        if rows is None:
            rows = self._sides[key] = self._made(key[0], which, columns.text)
        return rows

    def _made(self, at: int, which: Which, width: int) -> list[Row]:
        block, side = self.view.table.blocks[at], self.view.table.side(which)
        if not block.of(which):
            missing = compare_cells.gap(absence(block, side, self.signs), width, self.signs)
            return [("", ((line, "only"),)) for line in missing]
        inks, noted = self._inks(at, block, which), self.noted.get(which, frozenset())
        return compare_cells.paragraphs(side, block.of(which), inks, width, noted, self.signs, self.brackets)

    def _inks(self, at: int, block: Block, which: Which) -> list[marked.Ink]:
        inks: list[marked.Ink] = []
        if self.view.words and block.a and block.b:
            words = self._words.get(at)
            if words is None:
                words = self._words[at] = only_words(self.view.table, block)
            role = marked.GONE if which == "a" else marked.COME
            inks += [(*span, role) for span in words[0 if which == "a" else 1]]
            single = f"{role} only" if self.brackets else "only"
            inks += [(*span, single) for span in alone(self.view.table, block, which)]
        for number, one in enumerate(self.view.table.differences):
            if one.block == at and (one.kind not in ("only", "quote") or number == self.view.difference):
                role = _ROLES.get(one.kind, "differs reverse" if number == self.view.difference else "differs")
                inks += [(*span, role) for span in (one.a if which == "a" else one.b)]
        return inks

    def _cells(self, row: Row, which: Which, columns: Columns) -> Line:
        number, text = row
        used = sum(cell_width(piece) for piece, _ in text)
        role = "accent" if self.view.focus == which else "dim-meta"
        return ((number.ljust(NUMBER), role), *text, (" " * max(0, columns.text - used), ""))

    def _stacked_row(self, index: int, row: int, columns: Columns, width: int) -> Line:
        if row == 0:
            return rule(self.view.table, self._block(index), width, self.signs)
        left = self._count(index, "a", columns)
        which: Which = "a" if row <= left else "b"
        at = row - 1 if which == "a" else row - 1 - left
        number, text = self._row(index, which, at, columns)
        side = self.view.table.side(which)
        role = "accent" if self.view.focus == which else "dim-meta"
        source = f"{side.place + 1}" if at == 0 else " "
        return ((f"{source} ", f"bold {role}"), (number.strip().ljust(NUMBER), role), *text)
