"""One report beside all the others of its event as cards: in columns, or the others below the pivot's paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from reader.model.frozen import dataclass
from reader.session.comparing.model import Block, Side
from reader.session.comparing.pivot import PIVOT, Pivot, goes_on, run
from reader.session.comparing.pivot_differences import listed
from reader.text.cells import cell_width, fit
from reader.ui.present import compare_cells
from reader.ui.present.articles import Line
from reader.ui.present.compare_cells import NUMBER, Row
from reader.ui.present.compare_signs import SHORT, absence, likeness, sign_of
from reader.ui.present.pivot_columns import SIGNS, PivotColumns
from reader.ui.present.pivot_marks import Marks
from reader.ui.present.signs import UNICODE, Signs


@dataclass
class PivotCards:
    """The rows as a source of cards. Heights are counted at once, words are marked only where they come into view."""

    view: Pivot
    signs: Signs = UNICODE
    measure: int = 72
    brackets: bool = False
    noted: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """Paragraphs with a note, by the index of the source; -1 is the pivot."""
    window: range = range(0)
    """The sources that have a column."""
    items: Sequence[tuple[int, int]] = ()
    """First row and the one after the last; more than one row is folded into a line."""
    _texts: dict[tuple[int, int, int], list[Row]] = field(default_factory=dict)
    _stacked: dict[tuple[int, int], list[Line]] = field(default_factory=dict)
    _marks: Marks | None = None

    def __post_init__(self) -> None:
        self.items = compare_cells.folded([bool(row.kinds) for row in self.view.rows], self.view.only)
        self._marks = Marks(self.view, self.brackets)

    def __len__(self) -> int:
        return len(self.items)

    def item_of(self, row: int) -> int:
        """The card that shows a row, or the line it is folded into."""
        return compare_cells.item_of(self.items, row)

    def adopt(self, view: Pivot) -> set[int]:
        """Another cursor, difference or focus in the same cards: those that look different now."""
        before, self.view = self.view, view
        rows = {before.row, view.row} if before.focus == view.focus else set(range(len(view.rows)))
        self._stacked = {key: made for key, made in self._stacked.items() if key[0] not in rows}
        rows = {before.row, view.row}
        self._texts = {key: made for key, made in self._texts.items() if key[0] not in rows}
        self._marks = Marks(view, self.brackets) if self._marks is None else self._marks.of(view)
        return {self.item_of(row) for row in rows}

    def _columns(self, width: int) -> PivotColumns:
        return PivotColumns.of(width, self.measure, len(self.view.others))

    def is_fold(self, item: int) -> bool:
        """Whether a card stands for what was folded away."""
        return self.view.only and not self.view.rows[self.items[item][0]].kinds

    # heights

    def height(self, index: int, width: int) -> int:
        """Rows of a card: as many as its longest column needs, and an empty one."""
        columns = self._columns(width)
        if self.is_fold(index):
            return 1 if columns.label else 2
        row = self.items[index][0]
        if columns.label:
            parts = sum(max(label, rows) for label, rows in self._tall(row, columns))
            return parts + (not goes_on(self.view, row)) + (not goes_on(self.view, row + 1))
        own = [self._count(row, source, columns) for source in (PIVOT, *self.window)]
        return max(own) + 1

    def _count(self, row: int, source: int, columns: PivotColumns) -> int:
        width = columns.own if source == PIVOT else columns.text
        block, side = self._told(row, source)
        signs = 1 if columns.label else self._signs_of(row, source)
        if side is None or not block or self.brackets:
            return max(len(self._text(row, source, width)), signs)
        return max(compare_cells.height(side, block, width), signs)

    def _signs_of(self, row: int, source: int) -> int:
        return 1 if source == PIVOT else len(self._gutter(row, source))

    def _told(self, row: int, source: int) -> tuple[tuple[int, ...], Side | None]:
        """The paragraphs of a source that stand in a row, and the source; None while it is not compared."""
        view = self.view
        if source == PIVOT:
            own = view.rows[row].paragraph
            return (() if own is None else (own,)), view.side
        table = view.tables[source]
        block = view.block(row, source)
        if table is None or block is None or view.is_beside(row, source) is not None:
            return (), table.b if table else None
        return block.b, table.b

    # a column

    def _text(self, row: int, source: int, width: int) -> list[Row]:
        """The rows of one source: its paragraphs with their numbers, or that it has none."""
        key = (row, source, width)
        made = self._texts.get(key)
        if made is None:
            made = self._texts[key] = self._made(row, source, width)
        return made

    def _made(self, row: int, source: int, width: int) -> list[Row]:
        places, side = self._told(row, source)
        if side is None or not places:
            return [("", line) for line in self._missing(row, source, width)]
        assert self._marks is not None
        inks = self._marks.inks(row, source)
        noted = self.noted.get(source, frozenset())
        return compare_cells.paragraphs(side, places, inks, width, noted, self.signs, self.brackets)

    def _missing(self, row: int, source: int, width: int) -> list[Line]:
        view = self.view
        if source != PIVOT and view.tables[source] is None:
            return [((f"{self.signs.gap * 3} being compared {self.signs.gap * 3}", "dim-meta"),)]
        if source != PIVOT and view.rows[row].paragraph is None:
            return []  # what the pivot does not have and this one neither
        if source != PIVOT and self._is_missing_above(row, source):
            return []  # it has been said there
        elsewhere = source != PIVOT and view.block(row, source) is not None
        text = self.absence(row, source) if elsewhere else "not found here"  # whose column it is says the head
        if source == PIVOT and not any(view.rows[row].blocks[one] is not None for one in self.window):
            telling = (view.others[n].name for n, block in enumerate(view.rows[row].blocks) if block is not None)
            text = f"{text}; told by {listed([*telling])}"  # which has no column
        elif source == PIVOT and goes_on(view, row):
            return []  # it has been said above
        return [((line, "only"),) for line in compare_cells.gap(text, width, self.signs)]

    def _is_missing_above(self, row: int, source: int) -> bool:
        above = row - 1
        missing = above >= 0 and self.view.rows[above].paragraph is not None and self.view.block(above, source) is None
        return missing and self.view.block(row, source) is None

    def absence(self, row: int, source: int) -> str:
        """What is said where a source has nothing to stand in a row."""
        view = self.view
        if source == PIVOT:
            return f"not found in {view.side.name}’s report"
        beside, block = view.is_beside(row, source), view.block(row, source)
        if beside is not None and block is not None:
            numbers = " ".join(f"{self.signs.paragraph}{place + 1}" for place in block.b or block.elsewhere)
            return f"told in {numbers}, beside {self.signs.paragraph}{beside + 1}"
        table = view.tables[source]
        return absence(block or Block((), ()), table.b if table else view.side, self.signs)

    def _gutter(self, row: int, source: int) -> list[tuple[str, str]]:
        """The sign of a source in a row, what differs or how alike, whether it is told elsewhere; top down."""
        view = self.view
        if view.tables[source] is None:
            return [("", "")]
        block = view.block(row, source)
        if block is None:
            return [(self.signs.only, "only") if view.rows[row].paragraph is not None else ("", "")]
        sign, role = sign_of(block, self.signs)
        found = [(sign, role)]
        if view.is_beside(row, source) is not None or not block.b:
            return found
        if block.sign == "differs":
            kinds: list[str] = [kind for kind in block.kinds if kind != "only"] or ["words"]
            found += [(SHORT.get(kind, kind), role) for kind in kinds[:2]]
        elif block.score and block.sign == "similar":
            found.append((likeness(block), "dim-meta"))
        return [*found, (self.signs.moved, "similar")] if block.moved else found

    # rows

    def draw_row(self, index: int, row: int, width: int) -> Line:
        """A row of a card."""
        columns = self._columns(width)
        if self.is_fold(index):
            return compare_cells.fold(self.items[index], row, width, self.signs)
        at = self.items[index][0]
        if columns.label:
            lines = self._stacked.get((at, width))
            if lines is None:
                lines = self._stacked[at, width] = [line for part in self._parts(at, columns) for line in part]
            return lines[row] if row < len(lines) else ()
        pieces = self._cell(at, PIVOT, row, columns)
        for source in self.window:
            pieces += self._cell(at, source, row, columns)
        return ((" " * columns.margin, ""), *pieces)

    def _cell(self, at: int, source: int, row: int, columns: PivotColumns) -> Line:
        width = columns.own if source == PIVOT else columns.text
        rows = self._text(at, source, width)
        number, text = rows[row] if row < len(rows) else ("", ())
        used = sum(cell_width(piece) for piece, _ in text)
        focused = "accent" if self.view.focus == source else "dim-meta"
        rest = (" " * max(0, width - used), "")
        if source == PIVOT:
            return ((number.ljust(NUMBER), focused), *text, rest)
        signs = self._gutter(at, source)
        sign, role = signs[row] if row < len(signs) else ("", "")
        room = SIGNS - 1 - (NUMBER if number else 0)
        return ((" ", ""), (fit(sign, room), role), (number, focused), *text, rest)

    # one below the other

    def _tall(self, at: int, columns: PivotColumns) -> Iterator[tuple[int, int]]:
        """How many rows the label and the text of each part have; no words are marked for it."""
        view = self.view
        if view.rows[at].paragraph is not None:
            yield 2, self._count(at, PIVOT, columns)
            missing = [name for source, (_, _, name) in enumerate(view.others) if self._is_missing(at, source)]
            if missing and not goes_on(view, at + 1):
                yield 1, len(compare_cells.lines(listed(missing), columns.text))
        for source in range(len(view.others)):
            if view.block(at, source) is not None:
                yield len(self._label(at, source)), self._count(at, source, columns)

    def _is_missing(self, at: int, source: int) -> bool:
        return self.view.tables[source] is not None and self.view.block(at, source) is None

    def _parts(self, at: int, columns: PivotColumns) -> list[list[Line]]:
        """The pivot's paragraph, then what each of the others says; at last those that do not tell it, in one line."""
        view = self.view
        parts = [] if goes_on(view, at) else [[self._rule(at, columns)]]
        if view.rows[at].paragraph is not None:
            number = f"{self.signs.paragraph}{(view.rows[at].paragraph or 0) + 1}"
            label = [(f"{view.side.place + 1} {view.side.name}", "bold"), (f"  {number}", "dim-meta")]
            parts.append(self._labelled(label, self._text(at, PIVOT, columns.own), PIVOT, columns))
        for source in range(len(view.others)):
            if view.block(at, source) is not None:
                text = self._text(at, source, columns.text)
                parts.append(self._labelled(self._label(at, source), text, source, columns))
        missing = [other.name for source, other in enumerate(view.others) if self._is_missing(at, source)]
        if missing and view.rows[at].paragraph is not None and not goes_on(view, at + 1):
            rows: list[Row] = [("", ((line, "only"),)) for line in compare_cells.lines(listed(missing), columns.text)]
            parts.append(self._labelled([(f"{self.signs.only} not found in", "only")], rows, None, columns))
        return parts

    def _label(self, at: int, source: int) -> list[tuple[str, str]]:
        """The sign and the name of a source; below, its paragraph and what differs there."""
        signs, (places, _) = self._gutter(at, source), self._told(at, source)
        sign, role = signs[0]
        rest = " ".join([*(f"{self.signs.paragraph}{place + 1}" for place in places), *(text for text, _ in signs[1:])])
        return [(f"{sign} {self.view.others[source].name}", role), *([(f"  {rest}", "dim-meta")] if rest else [])]

    def _labelled(
        self, label: Sequence[tuple[str, str]], rows: Sequence[Row], source: int | None, columns: PivotColumns
    ) -> list[Line]:
        made: list[Line] = []
        for row in range(max(len(label), len(rows))):
            name, role = label[row] if row < len(label) else ("", "")
            role = f"{role} accent".strip() if row == 0 and self.view.focus == source else role
            text = rows[row][1] if row < len(rows) else ()
            made.append(((fit(name, columns.label - 1) + " ", role), *text))
        return made

    def _rule(self, at: int, columns: PivotColumns) -> Line:
        """The line above a row where one stands below the other: how many tell it."""
        width = columns.label + columns.text
        row, view = self.view.rows[at], self.view
        telling = sum(block is not None for block in row.blocks)
        many = run(view, at)
        passages = f" {self.signs.dot} {many} passages" if many > 1 else ""
        text = f" told by {telling} of {view.compared} others " if telling else f" told only here{passages} "
        if row.paragraph is None:
            text = f" {self.signs.only} {self.absence(at, PIVOT)}{passages} "
        text = fit(text, min(width - 2, cell_width(text)))
        rest = max(0, width - cell_width(text) - 2)
        role = "dim-meta" if row.paragraph is not None else "only"
        return ((self.signs.rule * 2, "dim-meta"), (text, role), (self.signs.rule * rest, "dim-meta"))
