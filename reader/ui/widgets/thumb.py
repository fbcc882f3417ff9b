"""The scrollbar beside a column of rows, drawn line by line: Textual's goes through its general renderer each time."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from reader.ui.widgets.drawn import Drawn, Painted


class Thumb(ScrollBar, Painted):
    """Looks and acts like Textual's vertical scrollbar."""

    def __init__(self, *, name: str, thickness: int) -> None:
        super().__init__(name=name, thickness=thickness)
        self._kinds: dict[Segment, Drawn] = {}
        """One row for each kind of cell."""

    @property
    def inner(self) -> Region:
        """The whole of it."""
        return self.size.region

    def drawn(self, part: Region) -> list[Drawn] | None:
        """The cells of some of its lines."""
        ink = self.ink() if part.width == self.thickness else None
        cells = self._cells() if ink is not None else None
        if ink is None or cells is None:
            return None
        known: dict[int, Drawn] = {}  # most cells are the same object
        rows = []
        for cell in cells[part.y : part.bottom]:
            row = known.get(id(cell))
            if row is None:
                row = known[id(cell)] = self._kinds.get(cell) or Drawn([cell], ink.written([cell]))
                self._kinds[cell] = row
            rows.append(row)
        return rows

    def forget_rows(self) -> None:
        """Other colours."""
        self._kinds.clear()

    def _cells(self) -> Sequence[Segment] | None:
        """A cell for each line, from the top; None where Textual has to draw them."""
        bar = self.render() if self.is_attached else None
        style = bar.style if isinstance(bar, ScrollBarRender) else None
        if not isinstance(style, Style) or style.bgcolor is None or style.color is None:
            return None
        assert isinstance(bar, ScrollBarRender)
        drawn = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=self.thickness,
            back_color=style.bgcolor,
            bar_color=style.color,
        )
        return list(drawn.segments)

    def render_lines(self, crop: Region) -> list[Strip]:
        """One strip for each line, for Textual."""
        if not self.is_attached:  # the pane is being taken away
            return [Strip.blank(crop.width)] * crop.height
        cells = self._cells() if crop.width == self.thickness else None
        if cells is None:
            return super().render_lines(crop)
        background, filters = self.background_colors[1], self.get_line_filters()
        drawn: dict[int, Strip] = {}
        for cell in cells:
            if id(cell) not in drawn:
                segments: list[Segment] = [cell]
                for line_filter in filters:
                    segments = line_filter.apply(segments, background)
                drawn[id(cell)] = Strip(segments, self.thickness)
        return [drawn[id(cell)] for cell in cells[crop.y : crop.bottom]]
