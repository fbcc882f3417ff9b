"""Writes to the terminal only the rows that look other than what it shows already.

Textual's compositor renders every widget that touches a changed region, also those behind it, and cuts each line at
every edge. Here each changed region is given to the widgets that are in front there, and of their rows only those
are written that have changed since they were written last. What other screens, a new size or a new layout draw goes
Textual's way, and after that nothing is taken as known.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.control import Control
from textual import events
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._compositor import Compositor, CompositorUpdate
from textual._context import visible_screen_stack
from textual.app import App
from textual.driver import Driver
from textual.geometry import NULL_SIZE, Region
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from reader.ui.widgets.drawn import PLAIN, Drawn, Painted

Row = tuple[int, int, Drawn]
"""(column, line, what is there)."""


class RowsUpdate(CompositorUpdate):
    """Rows to be written, each at its place."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def render_segments(self, console: Console) -> str:
        """The bytes for the terminal; rows and columns count from 1 there (ECMA-48, CUP)."""
        return "".join([f"\x1b[{y + 1};{x + 1}H{row.written}" for x, y, row in self.rows]) + PLAIN

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for x, y, row in self.rows:
            yield Control.move_to(x, y).segment
            yield from row.segments


class Painting:
    """What the terminal shows where this has written to it: for each line what was written by first and last column."""

    def __init__(self) -> None:
        self._lines: dict[int, dict[tuple[int, int], str]] = {}
        self._size = NULL_SIZE
        self._fronts: tuple[object, dict[Region, list[tuple[Widget, Region, Region]]]] = None, {}
        """The widgets that are on the screen, and what of them is in front in the regions that were drawn since."""

    def forget(self) -> None:
        """Something else has written to the terminal."""
        self._lines.clear()

    def update(self, compositor: Compositor, console: Console) -> RowsUpdate | None:
        """What has to be written for the regions that have changed; None where they look as before."""
        if compositor.size != self._size:  # the terminal has moved, cut or cleared what it had
            self._size = compositor.size
            self.forget()
        screen, widgets = compositor.size.region, compositor.visible_widgets
        regions = {region.intersection(screen) for region in compositor._dirty_regions}
        compositor._dirty_regions.clear()
        changed: list[Row] = []
        for region in regions:
            if any(other.contains_region(region) for other in regions if other is not region):
                continue
            for widget, place, part in self._in_front(widgets, region):
                for piece in _pieces(widget, place, part):
                    first, last = piece.column_span
                    for y, row in zip(piece.line_range, _rows(widget, place, piece, console), strict=True):
                        if self._is_new(first, last, y, row.written):
                            changed.append((first, y, row))
        return RowsUpdate(changed) if changed else None

    def _in_front(
        self, widgets: Mapping[Widget, tuple[Region, Region]], region: Region
    ) -> list[tuple[Widget, Region, Region]]:
        """The same as `in_front`, found once for each region until widgets move."""
        if self._fronts[0] is not widgets:
            self._fronts = widgets, {}
        fronts = self._fronts[1]
        if region not in fronts:
            fronts[region] = list(in_front(widgets, region))
        return fronts[region]

    def _is_new(self, first: int, last: int, y: int, written: str) -> bool:
        """Whether a row is not there yet; from now on it is, and what it covers is not."""
        line = self._lines.setdefault(y, {})
        before = line.get((first, last))
        if before is None:
            for place in [place for place in line if place[0] < last and place[1] > first]:
                del line[place]
        elif before == written:
            return False
        line[first, last] = written
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
    core = part.intersection(widget.inner.translate(place.offset)) if isinstance(widget, Painted) else part
    if core == part:
        return [part]
    return [core, *around(part, core)] if core else [part]


def _rows(widget: Widget, place: Region, part: Region, console: Console) -> list[Drawn]:
    """A widget's rows in a part of the screen, the widget being at `place`."""
    inside = part.translate(-place.offset)
    if isinstance(widget, Painted) and (rows := widget.drawn(inside)) is not None:
        return rows
    first, last = inside.column_span
    lines = widget.render_lines(Region(0, inside.y, place.width, inside.height))
    strips = [line.crop(first, last) for line in lines]
    return [Drawn(list(strip), PLAIN + strip.render(console)) for strip in strips]


class PaintedScreen(Screen[None], inherit_bindings=False):
    """A screen that writes the rows that have changed, as long as it is on top."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the focus draws itself anew; with Textual's the whole screen would, at every change."""

    on_key: Callable[[events.Key], None]
    """What a key does that no text field has taken."""

    def paint(self) -> None:
        """Write what has changed now, in one piece, rather than at Textual's next tick.

        Where styles or the layout are to be made anew first it is left to the tick, which does that.
        """
        if self is not self.app.screen or self.app._batch_count or self._layout_required:
            return
        dirty: set[Widget] = set()
        for widget in self._compositor.visible_widgets:
            if widget._layout_required or widget._refresh_styles_required:
                return
            if widget._repaint_required:
                dirty.add(widget)
        if not dirty and not self._dirty_widgets:
            return
        for widget in dirty:
            widget._repaint_required = False
        self._dirty_widgets |= dirty
        self._compositor.update_widgets(self._dirty_widgets)
        self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        app = self.app
        compositor = self._compositor
        if self is not app.screen or app.is_inline or not isinstance(app, PaintedApp):
            super()._compositor_refresh()
            return
        visible_screen_stack.set([])
        app._display(self, app.painting.update(compositor, app.console))
        self._dirty_widgets.clear()
        app._update_mouse_over(self)


class PaintedApp(App[int], inherit_bindings=False):
    """An application that knows which of its frames were written whole."""

    def __init__(self) -> None:
        super().__init__()
        self.painting = Painting()

    async def on_event(self, event: events.Event) -> None:
        """A key for a pane goes to the screen at once: on Textual's way it waits in the queue of each on its way up."""
        screen = self.screen if isinstance(event, events.Key) else None
        if isinstance(event, events.Key) and isinstance(screen, PaintedScreen) and isinstance(screen.focused, Painted):
            self.app_focus = True
            screen.on_key(event)
        else:
            await super().on_event(event)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if isinstance(renderable, RowsUpdate) and self._driver is not None and not self.is_headless:
            self._write(self._driver, renderable)
            return
        if renderable is not None and not isinstance(renderable, RowsUpdate):
            self.painting.forget()
        super()._display(screen, renderable)

    def _write(self, driver: Driver, update: RowsUpdate) -> None:
        """The same as Textual does, in one piece: three pieces wake the thread that writes three times."""
        if not self._running or self._closed:
            return
        x, y = self._previous_cursor_position = self.screen.outer_size.clamp_offset(self.cursor_position)
        begin, end = (SYNC_START, SYNC_END) if self._sync_available else ("", "")
        driver.write(f"{begin}{update.render_segments(self.console)}\x1b[{y + 1};{x + 1}H{end}")
        driver.flush()
