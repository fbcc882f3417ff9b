"""What the virtual list and the reading pane share: a column of rows of which only those in view are ever drawn."""

from collections.abc import Sequence

from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip

from reader.model import Span
from reader.text.wrap import cell_width, wrap
from reader.ui.widgets.line import Line, Piece, strip_of
from reader.ui.widgets.palette import Palette
from reader.ui.widgets.scrolling import Scrolling

_CACHED = 1_000
"""Strips kept: some twenty screens."""


class Lines(Scrolling, can_focus=True, inherit_bindings=False):
    """A scrolling column of rows, each drawn once for as long as it looks the same."""

    def __init__(
        self, *, empty: str = "", id: str | None = None, classes: str | None = None, name: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes, name=name)
        self._palette = Palette()
        self._empty = empty
        self._strips: dict[object, Strip] = {}
        self._base = Style.null()
        self._frame: tuple[int, int, Style] | None = None
        self._by_look: dict[tuple[object, ...], Strip] = {}
        """Strips by everything that shows on them: a row that is drawn again and has not changed stays the same one."""
        self._filtered: dict[int, tuple[Strip, Strip]] = {}
        """For a strip, by its identity: it and what the application's filters make of it."""
        self._ground: Color | None = None
        """The background as the filters are told it, where it is known; None too where the rows are seen through."""
        self._heading = ""
        self.bar = "▌"
        """What stands at the left of the cursor's row; one cell."""

    @property
    def palette(self) -> Palette:
        """Styles by role; setting it repaints."""
        return self._palette

    @palette.setter
    def palette(self, palette: Palette) -> None:
        self._palette = palette
        self._recolour()
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
        self._strips.clear()
        if self.is_mounted:
            rows = Region(0, 0, self.view_width, self.view_height)
            self.refresh(rows) if rows else self.refresh()

    def notify_style_update(self) -> None:
        """The theme or a class changed: what was drawn in the old colours is worth nothing."""
        self._recolour()
        super().notify_style_update()

    def fits(self, width: int) -> bool:
        """Whether the rows are those for `width`."""
        raise NotImplementedError

    def fit(self) -> None:
        """Makes the rows anew where they are for another width, and keeps what is being read in view."""
        raise NotImplementedError

    def strip_at(self, row: int, width: int, base: Style) -> Strip | None:
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

    @property
    def inner(self) -> Region:
        """The rows inside frame and scrollbar, from the widget's own corner."""
        return Region(*self.content_offset, self.view_width, self.view_height)

    def inner_lines(self, part: Region) -> list[Strip] | None:
        """The lines of a part of the widget; None where it is not whole rows inside the frame, or not drawn as it is.

        This is what Textual makes of a line that has neither frame nor padding, without its keeping another copy.
        """
        inner = self.inner
        if part.column_span != inner.column_span or not inner.contains_region(part):
            return None
        top = inner.y
        self._frame = self._begin_frame()
        if self._ground is None and self.opacity == 1.0:
            self._ground = self.background_colors[1]
        strips = [self.render_line(y - top) for y in part.line_range] if self._ground else []
        self._frame = None
        if self._ground is None:
            return None
        filters = self.get_line_filters()
        return [self._passed(strip, filters, self._ground) for strip in strips]

    def _passed(self, strip: Strip, filters: Sequence[LineFilter], background: Color) -> Strip:
        """A strip after the filters, among them the one that keeps control characters from the terminal."""
        known = self._filtered.get(id(strip))
        if known is not None:
            return known[1]
        segments = list(strip)
        for line_filter in filters:
            segments = line_filter.apply(segments, background)
        passed = Strip(segments, strip.cell_length)
        self._filtered[id(strip)] = strip, passed
        return passed

    def _recolour(self) -> None:
        """The colours are others: every strip is worth nothing."""
        self._ground = None
        self._strips.clear()
        self._by_look.clear()
        self._filtered.clear()

    def _begin_frame(self) -> tuple[int, int, Style]:
        """Width, first row in view and colours."""
        base = self.visual_style.rich_style
        if base != self._base or len(self._strips) > _CACHED or len(self._filtered) > 2 * _CACHED:
            self._base = base
            self._recolour()
        width = self.view_width
        if width > 0 and not self.fits(width):  # a frame may be drawn before the resize is told
            self.fit()
        return width, self.top_row, base

    def render_line(self, y: int) -> Strip:
        """One line of the view: from the cache where nothing that shows has changed."""
        width, top, base = self._frame or self._begin_frame()
        if width <= 0:
            return Strip.blank(0)
        if self.is_vacant:
            return strip_of(self._empty_line(y, width), width, base, self._palette)
        return self.strip_at(top + y, width, base) or Strip.blank(width, base)

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
