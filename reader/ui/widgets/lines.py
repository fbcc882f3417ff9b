"""What the virtual list and the reading pane share: a column of rows of which only those in view are ever drawn."""

from rich.style import Style
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
        self.bar = "▌"
        """What stands at the left of the cursor's row; one cell."""

    @property
    def palette(self) -> Palette:
        """Styles by role; setting it repaints."""
        return self._palette

    @palette.setter
    def palette(self, palette: Palette) -> None:
        self._palette = palette
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

    def repaint(self) -> None:
        """Forgets what was drawn and draws again."""
        self._strips.clear()
        if self.is_mounted:
            self.refresh()

    def notify_style_update(self) -> None:
        """The theme or a class changed: what was drawn in the old colours is worth nothing."""
        self._strips.clear()
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

    def _begin_frame(self) -> tuple[int, int, Style]:
        """Width, first row in view and colours."""
        base = self.visual_style.rich_style
        if base != self._base or len(self._strips) > _CACHED:
            self._base = base
            self._strips.clear()
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
