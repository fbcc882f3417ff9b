"""The rows of the side-by-side view, and the lines above them."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from reader.ui.present.articles import Line
from reader.ui.widgets.heights import Uniform
from reader.ui.widgets.palette import Palette
from reader.ui.widgets.rows import CardSource, Rows, RowSource
from reader.ui.widgets.strips import strip_of

LEAD = 4
"""Rows of what is before the passage that are in view when the two are opened there."""


class Head(Widget):
    """Some lines that do not scroll."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Head { height: auto; width: 1fr; }"

    def __init__(self, id: str = "compare-head") -> None:
        super().__init__(id=id)
        self._lines: list[Line] = []
        self.palette = Palette()

    def show(self, lines: list[Line]) -> None:
        """Show other lines; nothing is drawn where they are the same."""
        if lines != self._lines:
            taller = len(lines) != len(self._lines)
            self._lines = lines
            if taller:
                self.styles.height = len(lines)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        line = self._lines[y] if y < len(self._lines) else ()
        return strip_of(line, self.size.width, self.visual_style.rich_style, self.palette)


class Blocks(Rows):
    """The cards, with a cursor that passes through one that is taller than the view row by row."""

    _placed = True

    def step(self, by: int) -> bool:
        """Go to the next card, or a row on in one that goes on beyond the view."""
        top, tall = self._heights.top(self._cursor), self._heights.height(self._cursor)
        end = self.top_row + self.view_height
        if by > 0 and top + tall - 1 > end and self.scroll_to_row(self.top_row + 1):
            return True
        if by < 0 and top < self.top_row and self.scroll_to_row(self.top_row - 1):
            return True
        moved = self.go(self._cursor + by)
        top, tall = self._heights.top(self._cursor), self._heights.height(self._cursor)
        if moved and by < 0 and tall > self.view_height:
            self.scroll_to_row(top + tall - self.view_height)
        return moved

    def scrolled(self) -> None:
        """Wheel or scrollbar: the cursor comes along."""
        seen = self.in_view
        if len(seen) and self._cursor not in seen:
            target = seen[0] if self._cursor < seen[0] else seen[-1]
            before, self._cursor = self._cursor, target
            self._refresh_item(before)
            self._refresh_item(target)
            self.post_message(self.Moved(self))

    def place(self) -> None:
        """Put the cursor's card near the top of the view, with some rows of what is before it."""
        if self._measured:
            self.scroll_to_row(self._heights.top(self._cursor) - min(LEAD, self.view_height // 4))
            self._placed = True

    def set_source(self, source: RowSource | CardSource, cursor: int | None = None) -> None:
        """Other cards."""
        self._placed = bool(self._measured)
        super().set_source(source, cursor)

    def _measure(self) -> None:
        """Count the rows, once there is a width to count them for."""
        if self.view_width:
            super()._measure()
        else:
            self._measured, self._heights = 0, Uniform(0)

    def fit(self) -> None:
        """Another width; at first in sight the cursor's card goes near the top."""
        super().fit()
        if not self._placed:
            self.place()
