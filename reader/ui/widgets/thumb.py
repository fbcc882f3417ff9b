"""The scrollbar beside a column of rows, drawn line by line: Textual's goes through its general renderer each time."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class Thumb(ScrollBar):
    """Looks and acts like Textual's vertical scrollbar."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """One strip for each kind of cell."""
        bar = self.render()
        style = bar.style if isinstance(bar, ScrollBarRender) and crop.width == self.thickness else None
        if not isinstance(style, Style) or style.bgcolor is None or style.color is None:
            return super().render_lines(crop)
        assert isinstance(bar, ScrollBarRender)
        cells = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=self.thickness,
            back_color=style.bgcolor,
            bar_color=style.color,
        ).segments
        background, filters = self.background_colors[1], self.get_line_filters()
        drawn: dict[int, Strip] = {}
        for cell in cells:
            if id(cell) not in drawn:
                segments: list[Segment] = [cell]
                for line_filter in filters:
                    segments = line_filter.apply(segments, background)
                drawn[id(cell)] = Strip(segments, self.thickness)
        return [drawn[id(cell)] for cell in list(cells)[crop.y : crop.bottom]]
