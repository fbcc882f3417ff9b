"""A bar of one line: pieces of text from the left and from the right."""

from textual.geometry import Region
from textual.strip import Strip

from reader.ui.present.articles import Line
from reader.ui.widgets.drawn import Drawn, Painted
from reader.ui.widgets.line import bar_segments
from reader.ui.widgets.palette import Palette


class Bar(Painted, inherit_bindings=False):
    """Draws what it is given; what does not fit between left and right is cut from the left part."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._parts: tuple[Line, Line] = ((), ())
        self._palette = Palette()
        self._row: tuple[object, Drawn] | None = None
        """The row as it was drawn last, with all that it was made of."""

    @property
    def palette(self) -> Palette:
        """Styles by role; setting it repaints."""
        return self._palette

    @palette.setter
    def palette(self, palette: Palette) -> None:
        self._palette = palette
        self.refresh()

    def show(self, left: Line, right: Line = ()) -> None:
        """Show other pieces; nothing is drawn where they are the same."""
        if (left, right) != self._parts:
            self._parts = (left, right)
            self.refresh()

    @property
    def inner(self) -> Region:
        """The whole of it."""
        return self.size.region

    def drawn(self, part: Region) -> list[Drawn] | None:
        """The bar's only line."""
        ink = self.ink()
        if part != self.inner or part.height != 1 or self.styles.gutter or ink is None:
            return None
        row = self._drawn()
        row.written = row.written or ink.written(row.segments)
        return [row]

    def forget_rows(self) -> None:
        """Other colours."""
        self._row = None

    def _drawn(self) -> Drawn:
        width, base = self.size.width, self.visual_style.rich_style
        made_of = self._parts, self._palette, width, base
        if self._row is None or self._row[0] != made_of:
            self._row = made_of, Drawn(bar_segments(*self._parts, width, base, self._palette))
        return self._row[1]

    def render_line(self, y: int) -> Strip:
        """The bar's only line, for Textual."""
        return Strip(self._drawn().segments, self.size.width)
