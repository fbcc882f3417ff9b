"""Writes to the terminal only the rows that look other than what it shows already.

Textual's compositor renders every widget that touches a changed region, also those behind it, and cuts each line at
every edge. Here each changed region is given to the widgets that are in front there, and of their rows only those
are written that have changed since they were written last. What other screens, a new size or a new layout draw goes
Textual's way, and after that nothing is taken as known.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.control import Control
from textual._compositor import Compositor, CompositorUpdate
from textual._context import visible_screen_stack
from textual.app import App
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.widgets.lines import Lines

Row = tuple[int, int, Strip]
"""(column, line, what is there)."""


class RowsUpdate(CompositorUpdate):
    """Rows to be written, each at its place."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def render_segments(self, console: Console) -> str:
        """The bytes for the terminal; rows and columns count from 1 there (ECMA-48, CUP)."""
        return "".join([f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" for x, y, strip in self.rows])

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for x, y, strip in self.rows:
            yield Control.move_to(x, y).segment
            yield from strip


class Painting:
    """What the terminal shows where this has written to it: for each line the strips by their first and last column."""

    def __init__(self) -> None:
        self._lines: dict[int, dict[tuple[int, int], Strip]] = {}

    def forget(self) -> None:
        """Something else has written to the terminal."""
        self._lines.clear()

    def update(self, compositor: Compositor) -> RowsUpdate | None:
        """What has to be written for the regions that have changed; None where they look as before."""
        screen, widgets = compositor.size.region, compositor.visible_widgets
        regions = {region.intersection(screen) for region in compositor._dirty_regions}
        compositor._dirty_regions.clear()
        changed: list[Row] = []
        for region in regions:
            if any(other.contains_region(region) for other in regions if other is not region):
                continue
            for widget, place, part in in_front(widgets, region):
                for piece in _pieces(widget, place, part):
                    rows = zip(piece.line_range, _strips(widget, place, piece), strict=True)
                    first, last = piece.column_span
                    changed += [(first, y, strip) for y, strip in rows if self._is_new(first, last, y, strip)]
        return RowsUpdate(changed) if changed else None

    def _is_new(self, first: int, last: int, y: int, strip: Strip) -> bool:
        """Whether a strip is not there yet; from now on it is, and what it covers is not."""
        line = self._lines.setdefault(y, {})
        before = line.get((first, last))
        if before is None:
            for place in [place for place in line if place[0] < last and place[1] > first]:
                del line[place]
        elif before is strip or before == strip:
            return False
        line[first, last] = strip
        return True


def in_front(
    widgets: Mapping[Widget, tuple[Region, Region]], region: Region
) -> Iterator[tuple[Widget, Region, Region]]:
    """Each widget that is seen in a region: with its own region, and the part that it alone fills.

    `widgets` from front to back, each with its region and what of the screen it may fill, as the compositor has them.
    """
    left = [region] if region else []
    for widget, (place, clip) in widgets.items():
        if not left:
            return
        seen, rest = place.intersection(clip), []
        for piece in left:
            part = piece.intersection(seen)
            if part:
                yield widget, place, part
                rest += around(piece, part)
            else:
                rest.append(piece)
        left = rest


def around(region: Region, part: Region) -> list[Region]:
    """What is left of a region without a part of it: above, below, left and right of that."""
    pieces = (
        Region(region.x, region.y, region.width, part.y - region.y),
        Region(region.x, part.bottom, region.width, region.bottom - part.bottom),
        Region(region.x, part.y, part.x - region.x, part.height),
        Region(part.right, part.y, region.right - part.right, part.height),
    )
    return [piece for piece in pieces if piece]


def _pieces(widget: Widget, place: Region, part: Region) -> list[Region]:
    """A column of rows and what is around it one by one: each is drawn in its own way."""
    core = part.intersection(widget.inner.translate(place.offset)) if isinstance(widget, Lines) else part
    return [core, *around(part, core)] if core else [part]


def _strips(widget: Widget, place: Region, part: Region) -> list[Strip]:
    """A widget's rows in a part of the screen, the widget being at `place`."""
    inside = part.translate(-place.offset)
    if isinstance(widget, Lines) and (rows := widget.inner_lines(inside)) is not None:
        return rows
    lines = widget.render_lines(Region(0, inside.y, place.width, inside.height))
    first, last = inside.column_span
    return [line.crop(first, last) for line in lines]


class PaintedScreen(Screen[None], inherit_bindings=False):
    """A screen that writes the rows that have changed, as long as it is on top."""

    def _compositor_refresh(self) -> None:
        app = self.app
        compositor = self._compositor
        if self is not app.screen or app.is_inline or not isinstance(app, PaintedApp):
            super()._compositor_refresh()
            return
        if compositor.size.region in compositor._dirty_regions:  # whatever the terminal shows: another size, or nothing
            app.painting.forget()
        visible_screen_stack.set([])
        app._display(self, app.painting.update(compositor))
        self._dirty_widgets.clear()
        app._update_mouse_over(self)


class PaintedApp(App[int], inherit_bindings=False):
    """An application that knows which of its frames were written whole."""

    def __init__(self) -> None:
        super().__init__()
        self.painting = Painting()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if renderable is not None and not isinstance(renderable, RowsUpdate):
            self.painting.forget()
        super()._display(screen, renderable)
