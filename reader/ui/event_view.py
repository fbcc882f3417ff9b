"""The pages of an event: a head that stays, rows with a cursor, and what belongs to the row under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from reader.session.actions import event_rows
from reader.session.event_pages.model import EventPage, Matrix
from reader.session.event_pages.moving import on_row
from reader.session.state import State
from reader.ui.compare_rows import Head
from reader.ui.event_comparing import EventComparer
from reader.ui.present import event_pages
from reader.ui.present.event_pages import Cards
from reader.ui.present.event_pages.look import Look
from reader.ui.present.event_pages.matrix import column_at
from reader.ui.widgets.rows import NoRows, Rows

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

SHARES: dict[str, tuple[int, int]] = {"facts": (3, 12), "gaps": (4, 9)}
"""Which part of the screen's height stands below the rows, and how many rows at most; by kind of page."""
WIDEST = 110
"""Cells of the text that stands below the rows: longer lines are hard to follow."""
COLUMNS = 8
"""Sources of which all columns are in view on every screen."""
LEAST, SHARE = 4, (5, 7)
BARS = 4
"""Rows of the bars above and below, and of the rule."""
MOST = 24
"""Rows that stand below the rows where there is room for all of it."""


class EventView(Vertical):
    """Draws the state's page. It computes nothing and keeps nothing but what was drawn last."""

    DEFAULT_CSS = """
    EventView { height: 1fr; }
    EventView Rows { height: 1fr; }
    EventView #event-rule { height: 1; }
    """

    def __init__(self, app: ReaderApp) -> None:
        super().__init__(id="event")
        self.display = False
        self._reader = app
        self._comparer = EventComparer(app)
        self.head = Head(id="event-head")
        self.rows = Rows(id="event-rows")
        self.rule = Head(id="event-rule")
        self.detail = Head(id="event-detail")
        self._cards: Cards | None = None
        self._drawn: EventPage | None = None

    def compose(self) -> ComposeResult:
        yield self.head
        yield self.rows
        yield self.rule
        yield self.detail

    def draw(self, state: State) -> None:
        """Show the page of a state; of the rows only those that look different now."""
        page = state.view if isinstance(state.view, EventPage) else None
        self.display = page is not None
        self._comparer.soon(state)
        if page is None:
            self._drawn = self._cards = None
            return
        palette = self._reader.looks.palette
        if self.rows.palette is not palette:
            self.rows.palette = palette
            for one in (self.head, self.rule, self.detail):
                one.palette = palette
                one.refresh()
        look = self._look(state)
        self._draw_rows(page, look)
        self._draw_around(page, look)
        self._drawn = page

    def _look(self, state: State) -> Look:
        reader = self._reader
        before = self._cards.look if self._cards else None
        if before and len(before.seen) == len(state.memory.seen) and before.seen.issuperset(state.memory.seen):
            return before
        return Look(reader.signs, reader.world.config.measure, reader.no_color, frozenset(state.memory.seen))

    def _draw_rows(self, page: EventPage, look: Look) -> None:
        before, cards = self._drawn, self._cards
        if before is not None and cards is not None and cards.look is look and _same_rows(before, page):
            self.rows.refresh_rows(cards.adopt(page))
            self.rows.go(page.cursor, notify=False)
            return
        self._cards = Cards(page, look)
        self.rows.empty = "" if page.count else event_pages.empty(page)
        self.rows.set_source(self._cards, page.cursor)
        if type(before) is not type(page):
            self.rows.scroll_to_row(0)
            self.rows.go(page.cursor, notify=False)

    def _draw_around(self, page: EventPage, look: Look) -> None:
        """The head, and what stands below the rows."""
        width, height = max(1, self._reader.size.width), self._reader.size.height
        head = event_pages.head(page, width - 1, look)
        self.head.show(head)
        room = self._room(page, height, len(head)) if event_pages.has_detail(page) else 0
        self.rule.display = self.detail.display = bool(room)
        if room:
            self.rule.show([((look.signs.rule * width, "gutter"),)])
            lines = event_pages.detail(page, min(width - 2, WIDEST), room, look)
            self.detail.show([*lines, *[()] * (room - len(lines))])

    def _room(self, page: EventPage, height: int, head: int) -> int:
        """Rows for what stands below: its share, and of what the rows above leave empty as much as helps."""
        part, most = SHARES.get(page.scope, SHARE)
        share = max(LEAST, min(most, height // part))
        height -= head + BARS
        cards = self._cards
        if cards is None or len(cards) > height:
            return share
        width = max(1, self.rows.view_width or self._reader.size.width) - 1
        taken = 0
        for index in range(len(cards)):
            taken += cards.height(index, width)
            if taken > height - share:
                return share
        return max(share, min(MOST, height - taken - 1))

    def forget(self) -> None:
        """Let the next state be drawn whole: a note has come or gone, the theme or the size is another one."""
        self._drawn = self._cards = None
        self.rows.set_source(NoRows())

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """The rows have moved their cursor."""
        message.stop()
        self._reader.change(on_row(self._reader.state, message.index))

    def on_rows_picked(self, message: Rows.Picked) -> None:
        """A click: the row, and in the table the cell."""
        message.stop()
        state = on_row(self._reader.state, message.index)
        if isinstance(state.view, Matrix):
            column = column_at(state.view, max(1, self.rows.view_width - 1), message.column)
            state = state if column is None else event_rows.to_column(state, column)
        self._reader.change(state)

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """A double click opens."""
        self.on_rows_picked(message)  # type: ignore[arg-type]
        self._reader.act("open_row")


def _same_rows(before: EventPage, page: EventPage) -> bool:
    """Whether the rows are the same, and drawn the same but for the cursor."""
    if type(before) is not type(page) or before.event is not page.event:
        return False
    if isinstance(page, Matrix) and page.column != getattr(before, "column", None) and len(page.event.keys) > COLUMNS:
        return False  # other columns may have come into view
    alike = all(getattr(before, name, None) is getattr(page, name, None) for name in ("rows", "hidden"))
    return alike and all(getattr(before, name, None) == getattr(page, name, None) for name in ("which", "home"))
