"""A bar of one line: pieces of text from the left and from the right."""

from textual.strip import Strip
from textual.widget import Widget

from reader.text.cells import cell_width
from reader.ui.present.articles import Line
from reader.ui.widgets.line import strip_of
from reader.ui.widgets.palette import Palette


class Bar(Widget):
    """Draws what it is given; what does not fit between left and right is cut from the left part."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._parts: tuple[Line, Line] = ((), ())
        self._palette = Palette()

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

    def render_line(self, y: int) -> Strip:
        """The bar's only line."""
        width, base = self.size.width, self.visual_style.rich_style
        left, right = self._parts
        tail = min(width, sum(cell_width(text) for text, _ in right))
        strips = [strip_of(left, width - tail, base, self._palette), strip_of(right, tail, base, self._palette)]
        return Strip.join(strips) if tail else strips[0]
