"""The virtual list: articles, hits, quotes, evidence, notes. It draws what is in view and asks for nothing else."""

from collections.abc import Iterable

from rich.style import Style
from textual import events
from textual.message import Message

from reader.ui.widgets.drawn import Drawn
from reader.ui.widgets.heights import Stacked, Uniform
from reader.ui.widgets.line import Line, item_segments
from reader.ui.widgets.lines import Lines
from reader.ui.widgets.row_source import CardSource, EvenSource, NoRows, Prepares, RowSource

__all__ = ["CardSource", "NoRows", "Prepares", "RowSource", "Rows"]

LOOKS = 1_000
"""Rows kept by what shows on them: some twenty-five screens."""
_CONTEXT = 2
"""Rows kept in view above and below the cursor."""


class Rows(Lines, can_focus=True, inherit_bindings=False):
    """A list with a cursor. It binds no keys: the application calls its methods."""

    class Moved(Message):
        """The cursor is on another item. Of several in a row only the last arrives."""

        def __init__(self, rows: "Rows") -> None:
            super().__init__()
            self.rows = rows

        @property
        def index(self) -> int:
            """The item that the cursor is on when this is asked, so that nobody acts on where it was."""
            return self.rows.cursor or 0

        @property
        def control(self) -> "Rows":
            return self.rows

        def can_replace(self, message: Message) -> bool:
            """Later moves make earlier ones pointless."""
            return isinstance(message, Rows.Moved) and message.rows is self.rows

    class _About(Message):
        """Something about one item."""

        def __init__(self, rows: "Rows", index: int, column: int = 0) -> None:
            super().__init__()
            self.rows = rows
            self.index = index
            self.column = column
            """Cell of the row that was clicked, as the source counts them; 0 where no mouse was used."""

        @property
        def control(self) -> "Rows":
            return self.rows

    class Picked(_About):
        """An item was clicked."""

    class Opened(_About):
        """An item was double-clicked, or opened with a key."""

    def __init__(
        self,
        source: RowSource | CardSource | None = None,
        *,
        empty: str = "",
        id: str | None = None,
        classes: str | None = None,
        name: str | None = None,
    ) -> None:
        super().__init__(empty=empty, id=id, classes=classes, name=name)
        self._source: RowSource | CardSource = source if source is not None else NoRows()
        self._cards = self._source if isinstance(self._source, CardSource) else None
        """The source, where its items are of several rows."""
        self._cursor = 0
        self._heights: Uniform | Stacked = Uniform(len(self._source))
        self._measured = 0
        """Cells that the source may fill (one is the cursor's bar), as the heights are for."""
        self._prepared = range(0)

    # what is shown

    @property
    def source(self) -> RowSource | CardSource:
        """Where the rows come from."""
        return self._source

    @property
    def cursor(self) -> int | None:
        """The item under the cursor; None in an empty list."""
        return self._cursor if len(self._source) else None

    @property
    def is_vacant(self) -> bool:
        return not len(self._source)

    def set_source(self, source: RowSource | CardSource, cursor: int | None = None) -> None:
        """Shows another list (or the same one, changed). The cursor stays on its screen row where that can be."""
        row = self.screen_row
        self._source = source
        self._cards = source if isinstance(source, CardSource) else None
        self._cursor = self._cursor if cursor is None else cursor
        self._prepared = range(0)
        self._measure()
        self.scroll_to_row(self._heights.top(self._cursor) - row if len(source) else 0)
        self._reveal()
        self.repaint()

    def refresh_rows(self, indices: Iterable[int] | None = None) -> None:
        """Draws some items again, or all: the source has something else to say about them."""
        if indices is None:
            self._prepared = range(0)
            self._measure()
            self.repaint()
            return
        changed = {index for index in indices if 0 <= index < len(self._source)}
        if changed:
            self._rows = {key: row for key, row in self._rows.items() if key[0] not in changed}  # type: ignore[index]
            for index in changed:
                self._refresh_item(index)

    @property
    def screen_row(self) -> int:
        """Row of the view on which the cursor's item begins; beyond the view where it was scrolled away."""
        return self._heights.top(self._cursor) - self.top_row if len(self._source) else 0

    @property
    def in_view(self) -> range:
        """The items that show."""
        if not len(self._source) or not self.view_height:
            return range(0)
        last = min(self.top_row + self.view_height, self._heights.rows) - 1
        return range(self._heights.at(min(self.top_row, last)), self._heights.at(last) + 1)

    # moving

    def go(self, index: int, *, notify: bool = True, context: int = _CONTEXT) -> bool:
        """Puts the cursor on an item (the nearest one there is) and brings it into view; False where it was there."""
        count = len(self._source)
        if not count:
            return False
        before, self._cursor = self._cursor, max(0, min(index, count - 1))
        self._reveal(context if before != self._cursor else 0)
        if before == self._cursor:
            return False
        self._refresh_item(before)
        self._refresh_item(self._cursor)
        if notify:
            self.post_message(self.Moved(self))
        return True

    def move(self, delta: int) -> bool:
        """Moves the cursor by items."""
        return self.go(self._cursor + delta)

    def page(self, fraction: float = 1.0) -> bool:
        """Moves by a part of the view's height (negative: up); cursor and view move together."""
        if not len(self._source):
            return False
        rows = round(self.view_height * fraction) or (1 if fraction > 0 else -1)
        target = max(0, min(self._heights.top(self._cursor) + rows, self._heights.rows - 1))
        self.scroll_to_row(self.top_row + rows)
        index = self._heights.at(target)
        return self.go(index if index != self._cursor else self._cursor + (1 if rows > 0 else -1))

    def home(self) -> bool:
        """To the first item."""
        return self.go(0)

    def end(self) -> bool:
        """To the last item."""
        return self.go(len(self._source) - 1)

    def open(self) -> None:
        """Says that the item under the cursor was opened, as a double click does."""
        if len(self._source):
            self.post_message(self.Opened(self, self._cursor))

    def _reveal(self, context: int = _CONTEXT) -> None:
        """Scrolls so that the cursor's item shows with some rows of context."""
        height = self.view_height
        if not height or not len(self._source):
            return
        top, tall = self._heights.top(self._cursor), self._heights.height(self._cursor)
        context = max(0, min(context, (height - tall) // 2))
        first, last = top - context, top + tall + context
        if first < self.top_row:
            self.scroll_to_row(first)
        elif last > self.top_row + height:
            self.scroll_to_row(min(last - height, top))

    def _measure(self) -> None:
        """Counts the rows again."""
        width = self._measured = max(1, self.view_width - 1)
        source, cards = self._source, self._cards
        if isinstance(cards, EvenSource):
            self._heights = Uniform(len(cards), max(1, cards.each(width)))
        elif cards is not None:
            self._heights = Stacked(cards.height(index, width) for index in range(len(cards)))
        else:
            self._heights = Uniform(len(source))
        self._cursor = max(0, min(self._cursor, len(source) - 1))
        self.set_row_count(self._heights.rows)

    # drawing

    def _refresh_item(self, index: int) -> None:
        top = self._heights.top(index)
        self.refresh_row_range(top, top + self._heights.height(index) - 1)

    def _begin_frame(self) -> tuple[int, int, Style]:
        frame = super()._begin_frame()
        items = self.in_view
        if items != self._prepared:
            self._prepared = items
            if isinstance(self._source, Prepares):
                self._source.prepare(items)
        return frame

    def row_at(self, row: int, width: int, base: Style) -> Drawn | None:
        """A row of an item."""
        if row >= self._heights.rows:
            return None
        index = self._heights.at(row)
        if index >= len(self._source):
            return None
        state = item_state(index == self._cursor, self.has_focus)
        first = self._heights.top(index)
        key = (index, row - first, width, state)
        drawn = self._rows.get(key)
        if drawn is None:
            if self._cards is not None:
                line = self._cards.draw_row(index, row - first, max(1, width - 1))
            else:
                line = self._source.draw(index, max(1, width - 1))  # type: ignore[union-attr]
            drawn = self._rows[key] = self._draw_line(line, width, base, state)
        return drawn

    def _draw_line(self, line: Line, width: int, base: Style, state: int) -> Drawn:
        look = (tuple(line), width, state)
        drawn = self._by_look.get(look)
        if drawn is None:
            if len(self._by_look) > LOOKS:
                self._by_look.clear()
            segments = item_segments(line, width, base, self._palette, state, self.bar)
            drawn = self._by_look[look] = Drawn(segments)
        return drawn

    # events

    def on_mount(self) -> None:
        """Counts the rows of the source given at the start."""
        self._measure()

    def fits(self, width: int) -> bool:
        """Whether the heights are those for `width`."""
        return self._measured == max(1, width - 1)

    def fit(self) -> None:
        """Heights depend on the width; the cursor keeps its row."""
        if not self.fits(self.view_width):
            row = self.screen_row
            self._measure()
            if len(self._source):
                self.scroll_to_row(self._heights.top(self._cursor) - row)
        self._prepared = range(0)
        self.scroll_to_row(self.top_row)  # a higher view may have rows to spare
        self._reveal()

    def _item_at(self, event: events.MouseEvent) -> tuple[int, int] | None:
        """Item and cell under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None or not len(self._source) or not 0 <= offset.y < self.view_height:
            return None
        row = self.top_row + offset.y
        return (self._heights.at(row), max(0, offset.x - 1)) if row < self._heights.rows else None

    def on_click(self, event: events.Click) -> None:
        """One click puts the cursor there, two open."""
        found = self._item_at(event)
        if found is None:
            return
        event.stop()
        index, column = found
        self.go(index, context=0)  # what is under the mouse stays there
        message = self.Opened if event.chain >= 2 else self.Picked
        self.post_message(message(self, index, column))


def item_state(under_cursor: bool, focused: bool) -> int:
    """How an item is drawn: 2 under the cursor of the pane that has the focus, 1 under another one's, else 0."""
    return (2 if focused else 1) if under_cursor else 0
