"""A text in a column of rows, and perhaps another one set and drawn ahead: the part of the pane that has no cursor."""

from collections.abc import Iterator

from rich.style import Style

from reader.ui.widgets.document import Document
from reader.ui.widgets.drawn import Drawn
from reader.ui.widgets.galley import Frame, Galley
from reader.ui.widgets.layout import Layout
from reader.ui.widgets.lines import Lines
from reader.ui.widgets.paint import Painter, Pen

CONTEXT = 2
"""Rows kept in view above and below the cursor."""
_STEP = 8
"""Rows drawn ahead at a time: less than a millisecond."""


class Typeset(Lines, inherit_bindings=False):
    """Draws the rows of one document; what comes next can be made while this one is read."""

    def __init__(
        self,
        document: Document,
        *,
        measure: int,
        empty: str = "",
        id: str | None = None,
        classes: str | None = None,
        name: str | None = None,
    ) -> None:
        super().__init__(empty=empty, id=id, classes=classes, name=name)
        self._measure = measure
        self._use(Galley(Painter(document), Layout(Document(), 1, measure)))
        self._next: Galley | None = None
        """What is likely to be shown next."""
        self._laid_out = False
        self._dimmed = False
        self._look: tuple[Frame, Pen] | None = None
        """The frame that is being drawn, and what it is drawn with."""
        self.note_sign = "✎"
        """What stands in the gutter for a note; one cell."""

    @property
    def document(self) -> Document:
        """What is shown."""
        return self._painter.document

    @property
    def layout_rows(self) -> Layout:
        """The rows as they are broken now."""
        return self._galley.layout

    @property
    def _painter(self) -> Painter:
        return self._galley.painter

    @property
    def is_vacant(self) -> bool:
        """Whether there is nothing to show."""
        return not self.document.paragraphs and not self.document.header

    @property
    def dimmed(self) -> bool:
        """Whether the text is shown as the last one, while another is loading. Ends with `show`."""
        return self._dimmed

    @dimmed.setter
    def dimmed(self, dimmed: bool) -> None:
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.repaint()

    def show_ahead(self, document: Document, offset: int = 0) -> Iterator[None]:
        """Sets and draws, in steps of a millisecond, what `show` is likely to be asked for next."""
        width, height = self.view_width, self.view_height
        if not self.fits(width):
            return
        base, ink, cursor = self.visual_style.rich_style, self.ink(), document.nearest(offset)
        ahead = self._next = Galley(Painter(document), Layout(document, width, self._measure))
        yield
        frame = ahead.frame(cursor, document.sentence_at(cursor), None, self.has_focus)
        top = max(0, frame.here + CONTEXT + 1 - height)
        for row in range(top, top + height):
            drawn = ahead.row(row, frame, self._pen(width, base))
            if drawn and ink and not drawn.written:
                drawn.written = ink.written(drawn.segments)
            if (row - top) % _STEP == _STEP - 1:
                yield

    def _ready(self, document: Document) -> Galley | None:
        """What was set ahead, where it is this document for this width."""
        ready, self._next = self._next, None
        if ready is None or ready.painter.document is not document or not self._laid_out:
            return None
        return ready if (ready.layout.width, ready.layout.measure) == (self.view_width, self._measure) else None

    def _use(self, galley: Galley) -> None:
        self._galley, self._rows = galley, galley.rows

    def _pen(self, width: int, base: Style) -> Pen:
        if self._dimmed:
            base += self.palette.style("loading")
        return Pen(width, base, self.palette, self.bar, self.note_sign)

    def row_at(self, row: int, width: int, base: Style) -> Drawn | None:
        """One row of header, text or footer."""
        return self._galley.row(row, *self._look) if self._laid_out and self._look else None

    def forget_rows(self) -> None:
        """The colours are others."""
        super().forget_rows()
        self._next = None
