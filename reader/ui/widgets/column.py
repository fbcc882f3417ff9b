"""A document in a scrolling column: broken into rows for its width, with a cursor that keeps its row of the view."""

from collections.abc import Sequence

from rich.style import Style

from reader.model import Span
from reader.ui.widgets.document import Document
from reader.ui.widgets.galley import Galley
from reader.ui.widgets.layout import Layout
from reader.ui.widgets.paint import Painter
from reader.ui.widgets.typeset import CONTEXT, Typeset

_TOP = -1
"""Instead of a row of the view: the text is to begin at the view's top."""


class TextColumn(Typeset, inherit_bindings=False):
    """The part of `Page` that shows: document, rows, cursor, marks. It moves nothing by itself."""

    def __init__(
        self,
        document: Document | None = None,
        *,
        measure: int = 72,
        empty: str = "",
        id: str | None = None,
        classes: str | None = None,
        name: str | None = None,
    ) -> None:
        super().__init__(document or Document(), measure=measure, empty=empty, id=id, classes=classes, name=name)
        self._cursor = 0
        self._row: int | None = _TOP
        """The row of the view on which the cursor is to stay when the text is broken anew; None: anywhere in view."""
        self._sentence = self.document.sentence_at(0)

    @property
    def cursor(self) -> int:
        """Offset into the text."""
        return self._cursor

    @property
    def sentence(self) -> Span | None:
        """The sentence under the cursor."""
        return self._sentence

    @property
    def unit(self) -> Span:
        """What the cursor stands for: its sentence, or its row where there is none."""
        row = self.layout_rows.span(self.layout_rows.row(self._cursor))
        return self._sentence or row or Span(self._cursor, self._cursor)

    @property
    def measure(self) -> int:
        """Widest row of text, in cells."""
        return self._measure

    @measure.setter
    def measure(self, cells: int) -> None:
        if cells != self._measure:
            self._measure = max(1, cells)
            self._lay_out()

    def show(self, document: Document, offset: int = 0, row: int | None = None) -> None:
        """Shows another article in place of the last one, with the cursor at `offset` on row `row` of the view.

        Hits and selection of the last one go. Without `row` the text begins at the top of the view if it can.
        """
        self._dimmed = False
        self.forget_selection()
        ready = self._ready(document)
        self._use(ready or Galley(Painter(document), self.layout_rows))
        self._cursor = document.nearest(offset)
        self._sentence = document.sentence_at(self._cursor)
        self._row = row if row is not None else None if offset else _TOP
        if ready:
            self._set()
        else:
            self._lay_out()

    def revise(self, document: Document) -> None:
        """The same article with other marks, signs or notes (or header): cursor, row, hits and selection stay."""
        before = self._painter
        self._use(Galley(Painter(document), self.layout_rows))
        self._painter.hits, self._painter.hit = before.hits, before.hit
        self._cursor = document.nearest(self._cursor)
        self._sentence = document.sentence_at(self._cursor)
        if document.same_shape(before.document):
            self.repaint()
        else:
            self._lay_out()

    def set_hits(self, spans: Sequence[Span], current: int | None = None) -> None:
        """Passages that were searched for, in order; `current` is the index of the one that `n` is on."""
        self._painter.hits, self._painter.hit = spans, current
        self.look_again()

    def selection(self) -> Span | None:
        """The selected stretch of text."""
        return None

    def forget_selection(self) -> None:
        """The text is another one: what was selected in the last one is gone."""

    def _put(self, offset: int) -> None:
        """Moves the cursor without scrolling and redraws the rows that look different now."""
        layout = self.layout_rows
        before, row = self._sentence, layout.row(self._cursor)
        self._cursor = self.document.nearest(offset)
        self._sentence = self.document.sentence_at(self._cursor)
        changed = {row, layout.row(self._cursor)}
        if before != self._sentence:
            changed |= {row for span in (before, self._sentence) if span for row in layout.rows_of(span)}
        for each in changed:
            self.refresh_row_range(each, each)

    def _lay_out(self) -> None:
        """Breaks the text into rows for the width there is, and keeps the cursor on its row of the view."""
        width = self.view_width
        self._laid_out = self.is_mounted and width > 0
        if not self._laid_out:
            return
        self._use(Galley(self._painter, Layout(self.document, width, self._measure)))
        self._set()

    def _set(self) -> None:
        """Shows rows that are new from the first to the last."""
        self.set_row_count(self.layout_rows.rows)
        self._settle()
        self.look_again()

    def _settle(self) -> None:
        """Scrolls to where the cursor is to be, and remembers the row it got."""
        height = self.view_height
        here = self.layout_rows.row(self._cursor)
        context = max(0, min(CONTEXT, (height - 1) // 2))
        if self._row is not None:
            self.scroll_to_row(0 if self._row == _TOP else here - max(0, min(self._row, height - 1)))
        elif here - context < self.top_row:
            shows_head = here <= self.layout_rows.lead and here < height - context
            self.scroll_to_row(0 if shows_head else here - context)
        elif here + context >= self.top_row + height:
            self.scroll_to_row(here + context + 1 - height)
        self._row = here - self.top_row

    def on_mount(self) -> None:
        """Lays out what was given at the start, if there is room already."""
        self._lay_out()

    def fits(self, width: int) -> bool:
        """Whether the text is broken for `width`."""
        return self._laid_out and self.layout_rows.width == width

    def fit(self) -> None:
        """Another width: the text is broken anew. Another height: the cursor stays in view."""
        if self._row is not None and self._row != _TOP and self._row >= self.view_height:
            self._row = None
        if self.fits(self.view_width):
            self._settle()
        else:
            self._lay_out()

    def _begin_frame(self) -> tuple[int, int, Style]:
        """What is the same for all rows of a frame is looked up once."""
        width, top, base = super()._begin_frame()
        frame = self._galley.frame(self._cursor, self._sentence, self.selection(), self.has_focus)
        self._look = frame, self._pen(width, base)
        return width, top, base
