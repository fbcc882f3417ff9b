"""What the virtual list and the reading pane share: a column of rows of which only those in view are ever drawn."""

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from reader.model import Span
from reader.text.wrap import cell_width, wrap
from reader.ui.widgets.drawn import PLAIN, Drawn
from reader.ui.widgets.edge import reworded
from reader.ui.widgets.line import Line, Piece, row_segments
from reader.ui.widgets.palette import Palette
from reader.ui.widgets.scrolling import Scrolling

_CACHED = 1_000
"""Rows kept: some twenty screens."""


class Lines(Scrolling, can_focus=True, inherit_bindings=False):
    """A scrolling column of rows, each drawn once for as long as it looks the same."""

    def __init__(
        self, *, empty: str = "", id: str | None = None, classes: str | None = None, name: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes, name=name)
        self._palette = Palette()
        self._empty = empty
        self._rows: dict[object, Drawn] = {}
        self._by_look: dict[tuple[object, ...], Drawn] = {}
        """Rows by everything that shows on them: one that is drawn again and has not changed stays the same one."""
        self._base = Style.null()
        self._frame: tuple[int, int, Style] | None = None
        self._heading = ""
        self._edge: tuple[str, list[Segment]] | None = None
        """The frame's upper line as Textual has drawn it, with the heading that it was drawn for."""
        self.bar = "▌"
        """What stands at the left of the cursor's row; one cell."""

    @property
    def palette(self) -> Palette:
        """Styles by role; setting it repaints."""
        return self._palette

    @palette.setter
    def palette(self, palette: Palette) -> None:
        self._palette = palette
        self.forget_rows()
        self.repaint()

    @property
    def empty(self) -> str:
        """The sentence shown where there is nothing to show."""
        return self._empty

    @empty.setter
    def empty(self, sentence: str) -> None:
        if sentence != self._empty:
            self._empty = sentence
            self.repaint()

    def entitle(self, heading: str) -> None:
        """Puts words into the upper edge of the frame; only that is drawn anew, and only where they are others."""
        if heading == self._heading:
            return
        self._heading = heading
        if self.is_mounted:
            self._border_title = Content(heading)
            left, top = self.content_offset
            self.refresh(Region(-left, -top, self.outer_size.width, 1))
        else:
            self.border_title = Content(heading)

    def repaint(self) -> None:
        """Forgets what was drawn and draws again; frame and scrollbar are not touched."""
        self._rows.clear()
        self.look_again()

    def look_again(self) -> None:
        """Draws again what looks other than before; what is known by how it looks is not made anew."""
        if self.is_mounted:
            rows = Region(0, 0, self.view_width, self.view_height)
            self.refresh(rows) if rows else self.refresh()

    def fits(self, width: int) -> bool:
        """Whether the rows are those for `width`."""
        raise NotImplementedError

    def fit(self) -> None:
        """Makes the rows anew where they are for another width, and keeps what is being read in view."""
        raise NotImplementedError

    def row_at(self, row: int, width: int, base: Style) -> Drawn | None:
        """The row as it is to be drawn; None beyond the last one."""
        raise NotImplementedError

    @property
    def is_vacant(self) -> bool:
        """Whether the sentence for emptiness is to be shown."""
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of one frame: what is the same for all of them is looked up once."""
        self._frame = self._begin_frame()
        strips = super().render_lines(crop)
        self._frame = None
        return strips

    def drawn(self, part: Region) -> list[Drawn] | None:
        """The rows of a part of the widget, without Textual's cutting and filtering each one again."""
        if part == Region(0, 0, self.outer_size.width, 1) and self._heading:
            return [self._upper_edge(part)]
        inner = self.inner
        if part.column_span != inner.column_span or not inner.contains_region(part):
            return None
        ink = self.ink()
        if ink is None:
            return None
        width, top, base = self._begin_frame()
        top -= inner.y
        rows = [self._line(top + y, width, base) for y in part.line_range]
        for row in rows:
            if not row.written:
                row.written = ink.written(row.segments)
        return rows

    def _upper_edge(self, line: Region) -> Drawn:
        """The frame's upper line with the heading in it."""
        segments = reworded(self._edge[1], self._edge[0], self._heading) if self._edge else None
        if segments is None:
            segments = list(self.render_lines(line)[0])
            self._edge = self._heading, segments
        return Drawn(segments, PLAIN + Strip(segments).render(self.app.console))

    def notify_style_update(self) -> None:
        """The frame may have another colour."""
        super().notify_style_update()
        self._edge = None

    def forget_rows(self) -> None:
        """The colours are others: every row is worth nothing."""
        self._rows.clear()
        self._by_look.clear()
        self._edge = None

    def _begin_frame(self) -> tuple[int, int, Style]:
        """Width, first row in view and colours."""
        base = self.visual_style.rich_style
        if base != self._base or len(self._rows) > _CACHED:
            self._base = base
            self.forget_rows()
        width = self.view_width
        if width > 0 and not self.fits(width):  # a frame may be drawn before the resize is told
            self.fit()
        return width, self.top_row, base

    def _line(self, row: int, width: int, base: Style) -> Drawn:
        """A row of the view: from the cache where nothing that shows has changed."""
        if self.is_vacant:
            return self._same(row_segments(self._empty_line(row - self.top_row, width), width, base, self._palette))
        return self.row_at(row, width, base) or self._same([Segment(" " * width, base)])

    def _same(self, segments: list[Segment]) -> Drawn:
        """One row for what looks the same."""
        row = self._by_look.get(look := tuple(segments))
        if row is None:
            row = self._by_look[look] = Drawn(segments)
        return row

    def render_line(self, y: int) -> Strip:
        """One line of the view, for Textual."""
        width, top, base = self._frame or self._begin_frame()
        return Strip(self._line(top + y, width, base).segments, width) if width > 0 else Strip.blank(0)

    def on_mount(self) -> None:
        """Fits the rows after every layout too.

        Who asks for a place between a change of styles and the layout has Textual find the new places early, and then
        the layout finds nothing that has come or grown, and tells no resize.
        """
        self.screen.screen_layout_refresh_signal.subscribe(self, self._laid, immediate=True)

    def _laid(self, _: object) -> None:
        if (width := self.view_width) > 0 and not self.fits(width):
            self.fit()

    def on_resize(self) -> None:
        """Another size, or in sight again."""
        self.fit()

    def _empty_line(self, y: int, width: int) -> Line:
        rows = wrap(self._empty, Span(0, len(self._empty)), max(1, width - 4))
        at = y - max(0, (self.view_height - len(rows)) // 2)
        if not 0 <= at < len(rows):
            return ()
        text = rows[at].of(self._empty)
        return Piece(" " * max(0, (width - cell_width(text)) // 2)), Piece(text, "empty")
