"""Scrolling by rows: at once, with wheel and scrollbar, and without a width that changes with the content."""

from textual import events
from textual.dom import NoScreen
from textual.errors import NoWidget
from textual.geometry import NULL_REGION, Region, Size
from textual.map_geometry import MapGeometry
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollDown, ScrollTo, ScrollUp

from reader.ui.widgets.drawn import Painted
from reader.ui.widgets.thumb import Thumb


class Scrolling(ScrollView, Painted, can_focus=True, inherit_bindings=False):
    """A view onto numbered rows. It binds no keys."""

    ALLOW_SELECT = False  # the widgets select by offset or row themselves
    DEFAULT_CSS = """
    Scrolling {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
    }
    """

    _measured_at: tuple[MapGeometry, int, bool] | None = None
    """The layout, the styles and the scrollbar that `_inner` is for."""
    _inner = NULL_REGION
    _home: Screen[object] | None = None
    """The screen that this is on. To find it one goes through all that is around this."""

    @property
    def inner(self) -> Region:
        """The rows inside frame and scrollbar, from the widget's own corner. Asked for often, it is looked up once."""
        try:
            if self._home is None:
                self._home = self.screen
            place = self._home._compositor.find_widget(self)
        except (NoScreen, NoWidget):
            return NULL_REGION
        measured = place, self.styles._cache_key, self.show_vertical_scrollbar
        if measured != self._measured_at:
            self._measured_at = measured
            region = place.region.shrink(self.styles.gutter).shrink(self.scrollbar_gutter)
            self._inner = region.translate(-place.region.offset)
        return self._inner

    @property
    def view_width(self) -> int:
        """Cells of a row, without the scrollbar."""
        return max(0, self.inner.width)

    @property
    def view_height(self) -> int:
        """Rows in view."""
        return max(0, self.inner.height)

    @property
    def top_row(self) -> int:
        """Index of the first row in view."""
        return self.scroll_offset.y

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = Thumb(name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The rows are drawn anew; the scrollbar sees to itself."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = new_value
        if round(old_value) != round(new_value):
            self.refresh(Region(0, 0, self.view_width, self.view_height))

    def set_row_count(self, count: int) -> None:
        """Tells the scrollbar how many rows there are. No pane's place depends on it, so nothing is laid out anew."""
        if self.virtual_size.height != count:
            self.set_reactive(Scrolling.virtual_size, Size(0, count))
            if self.show_vertical_scrollbar:
                self.vertical_scrollbar.window_virtual_size = count
            self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def scroll_to_row(self, row: int) -> bool:
        """Puts `row` at the top of the view, as far as there are rows; False where nothing moved."""
        before = self.scroll_offset.y
        if before == row == self.scroll_target_y:
            return False
        self.scroll_to(y=max(0, row), animate=False, force=True)
        return self.scroll_offset.y != before

    def refresh_row_range(self, first: int, last: int) -> None:
        """Redraws the rows `first` to `last` (included), as far as they are in view."""
        top = self.top_row
        first, last = max(first, top), min(last, top + self.view_height - 1)
        if first <= last:
            self.refresh(Region(0, first - top, self.view_width, last - first + 1))

    def scrolled(self) -> None:
        """Called when the user scrolled with wheel or scrollbar."""

    def _wheel(self, event: events.MouseEvent, rows: float) -> None:
        event.prevent_default()
        if self.scroll_to_row(round(self.top_row + rows)):
            event.stop()
            self.scrolled()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Wheel."""
        self._wheel(event, self.app.scroll_sensitivity_y)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Wheel."""
        self._wheel(event, -self.app.scroll_sensitivity_y)

    def on_scroll_to(self, message: ScrollTo) -> None:
        """The scrollbar was dragged."""
        message.prevent_default().stop()
        if message.y is not None and self.scroll_to_row(round(message.y)):
            self.scrolled()

    def on_scroll_down(self, message: ScrollDown) -> None:
        """Click below the scrollbar's handle."""
        message.prevent_default().stop()
        if self.scroll_to_row(self.top_row + self.view_height):
            self.scrolled()

    def on_scroll_up(self, message: ScrollUp) -> None:
        """Click above the scrollbar's handle."""
        message.prevent_default().stop()
        if self.scroll_to_row(self.top_row - self.view_height):
            self.scrolled()
