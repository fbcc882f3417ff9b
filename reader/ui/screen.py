"""The main screen: lays out the panes and draws what has changed between two states, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from reader.session.state import State
from reader.ui.bar import Bar
from reader.ui.compare_view import CompareView
from reader.ui.event_view import EventView
from reader.ui.next_frame import NextFrame
from reader.ui.painting import PaintedScreen
from reader.ui.panel_pane import PanelPane
from reader.ui.present import bars, compare_bars, panel, searching
from reader.ui.present.articles import ArticleRows, title
from reader.ui.present.header import header, strip
from reader.ui.sizes import size_class
from reader.ui.widgets.document import View
from reader.ui.widgets.page import Page
from reader.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

TINY = 18
"""Lines below which the panel is on the screen only while it has the focus."""
SHORT = 32
"""Lines below which the panel under the text has no frame of its own."""


class MainScreen(PaintedScreen, inherit_bindings=False):
    """List, text and panel. It keeps view state only: what was drawn last, and where each text was scrolled to."""

    AUTO_FOCUS = ""

    def __init__(self, app: ReaderApp) -> None:
        super().__init__(id="main")
        self._reader = app
        self._drawn: State | None = None
        self._views: dict[int, View] = {}
        self._source: ArticleRows | None = None
        self._marked: tuple[object, ...] = ()
        config = app.world.config
        self.rows = Rows(empty=app.empty_list(), id="list")
        self.page = Page(measure=config.measure, empty="Enter on an article opens it here.", id="page")
        self.panel = PanelPane(app.signs)
        self.next = NextFrame(self.page, self.panel, app.signs)
        self.compare = CompareView(app)
        self.event = EventView(app)
        self.page.note_sign = app.signs.note
        for widget in (self.rows, self.page, self.panel, self.compare.rows, self.event.rows):
            widget.bar = app.signs.bar
        self.set_class(app.world.config.ascii, "ascii")
        self.header = Bar(id="header")
        self.strip = Bar(id="strip")
        self.status = Bar(id="status")
        self.keys = Bar(id="footer")
        self.foot = Horizontal(id="foot")

    def compose(self) -> ComposeResult:
        yield self.header
        with Horizontal(id="body"):
            yield self.rows
            with Horizontal(id="beside"):
                with Vertical(id="reading"):
                    yield self.strip
                    yield self.page
                yield self.panel
            yield self.compare
            yield self.event
        yield self.status
        with self.foot:
            yield self.keys

    # drawing

    def draw(self, state: State) -> None:
        """Show a state; only the widgets whose part of it has changed are touched."""
        before, self._drawn = self._drawn, state
        self._arrange(state)
        self._draw_list(before, state)
        self._draw_reading(before, state)
        self._draw_panel(before, state)
        self.compare.draw(state)
        self.event.draw(state)
        self._draw_bars(state)
        self._focus(state)

    def draw_again(self) -> None:
        """Draw everything anew: the size or the theme is another one."""
        state = self._drawn
        self.forget()
        if state is not None:
            self.draw(state)

    def forget(self) -> None:
        """Let the next state be drawn whole."""
        self._drawn, self._marked = None, ()
        self.compare.forget()
        self.event.forget()

    def draw_bars(self) -> None:
        """Draw the bars anew: something that is no part of the state has changed."""
        if self._drawn is not None:
            self._draw_bars(self._drawn)

    def _arrange(self, state: State) -> None:
        """Which panes are on the screen, by its width and by what is focused."""
        width, height = self.size
        size = size_class(width)
        for name in ("vast", "wide", "roomy", "medium", "narrow"):
            self.set_class(name == size, name)
        shown, alone, only_one = state.panel_shown, state.zoomed, size == "narrow"
        if size == "medium":
            shown = state.pane == "panel"
        if only_one and height < TINY and state.pane != "panel":
            shown = False
        self.set_class(only_one and height < TINY and state.pane == "panel", "no-page")
        self.set_class(height < SHORT, "short")
        self.set_class(alone, "zoomed")
        self.set_class((alone and state.pane != "list") or (only_one and state.pane != "list"), "no-list")
        self.set_class((alone or only_one) and state.pane == "list", "no-text")
        if alone:
            self.set_class(state.pane == "panel", "no-page")
        self.set_class(not shown or (alone and state.pane != "panel"), "no-panel")

    def _draw_list(self, before: State | None, state: State) -> None:
        if self._source is None or before is None or before.listing != state.listing:
            world = self._reader.world
            make = searching.rows(state)
            self._source = make(state, world, world.today, self._reader.signs, self._reader.note_counts)
            self._source.saved_counts = self._reader.searching.saved
            self.rows.set_source(self._source, state.cursor)
            self._name_list(state)
            return
        self._source.adopt(state)
        if before.query is not state.query:
            self._name_list(state)
        if before.memory is not state.memory or before.selected != state.selected:
            self.rows.refresh_rows()
        elif before.reading and state.reading and before.reading.notes != state.reading.notes:
            self._source.note_counts = self._reader.note_counts
            self.rows.refresh_rows()
        if before.cursor != state.cursor or self.rows.cursor != state.cursor:
            self.rows.go(state.cursor, notify=False)

    def _name_list(self, state: State) -> None:
        self.rows.entitle(searching.title(state.query) if state.query else title(state))
        self.rows.empty = searching.empty(state.query) if state.query else self._reader.empty_list()

    def _draw_reading(self, before: State | None, state: State) -> None:
        old, new = before.reading if before else None, state.reading
        if new is None:
            if old is not None or before is None:
                self.page.show(self.next.document(state))
            return
        marked = (new.key, new.article, new.analysis, new.notes, new.tellings, new.landed, state.layers)
        if old is None or old.key != new.key:
            if old is not None:
                self._views[old.key] = self.page.snapshot()
            self.page.show(self.next.document(state), new.cursor, self._row(before, state))
        elif any(one is not other for one, other in zip(marked, self._marked, strict=False)) or not self._marked:
            self.page.revise(self.next.document(state))
        self._marked = marked
        if state.prompt and state.prompt.kind == "find" and before and before.prompt is None:
            self._views[new.key] = self.page.snapshot()
        if self.page.cursor != new.cursor:
            self.page.place(new.cursor, self._row_left(before, state))
        if before is None or before.find is not state.find or (old and old.key != new.key):
            find = state.find
            self.page.set_hits(find.spans if find else (), find.current if find and find.current >= 0 else None)

    def _row(self, before: State | None, state: State) -> int | None:
        """The row of the view for the cursor in an article that comes on the screen."""
        reading, walk = state.reading, state.round
        if before is None or before.reading is None or reading is None:
            return None
        view = self._views.get(reading.key)
        if view and view.offset == reading.cursor and (walk is None or reading.key in walk.places):
            return view.row
        if walk is None:
            return None
        return self._views[before.reading.key].row if before.reading.key in self._views else None

    def _row_left(self, before: State | None, state: State) -> int | None:
        """The row that the cursor was on when words were looked for that are now given up."""
        given_up = before is not None and before.prompt is not None and state.prompt is None and state.find is None
        view = self._views.get(state.reading.key) if given_up and state.reading else None
        return view.row if view and state.reading and view.offset == state.reading.cursor else None

    def _draw_panel(self, before: State | None, state: State) -> None:
        old, new = before.reading if before else None, state.reading
        same = (
            before is not None
            and before.tab == state.tab
            and before.by_speaker == state.by_speaker
            and before.panel_filter == state.panel_filter
            and (old is new or (old and new and _panel_slice(old) == _panel_slice(new)))
        )
        if not same:
            self.panel.show(state, panel.empty(state, self._reader.keys.first))
        elif self.panel.cursor != state.panel_cursor:
            self.panel.point(state.panel_cursor)

    def _draw_bars(self, state: State) -> None:
        reader, width = self._reader, self.size.width
        counts = reader.counts
        about = reader.library_name, counts.articles, counts.events, reader.signs, self.size.width
        self.header.show(*header(state, *about))
        self.strip.show(strip(state, self.strip.size.width or width))
        if state.prompt and state.prompt.kind == "query":
            self.status.show(*reader.overlays.above_query(width))
            return
        if reader.keys.pending:
            first, second = bars.hint(state, reader.keys, width)
            self.status.show(first)
            self.keys.show(second)
            return
        left = bars.fitted(bars.status_left(state, reader.coach(), reader.signs, width), width)
        right = bars.status_right(state, self.page.progress(), reader.unread, width)
        if state.view is not None:
            left, right = compare_bars.halves(state, left, width, reader.signs)
        self.status.show(left, right if bars.both_fit(left, right, width) else ())
        self.keys.show(bars.footer(state, reader.keys, width))

    def _focus(self, state: State) -> None:
        if state.prompt is not None:
            return
        target = {"list": self.rows, "text": self.page, "panel": self.panel}[state.pane]
        if state.view is not None:
            target = (self.event if self.event.display else self.compare).rows
        if self.focused is not target and self._reader.screen is self:
            self.set_focus(target, scroll_visible=False)

    def focus_pane(self) -> None:
        """Give the focus back to the pane that has it by the state."""
        if self._drawn is not None:
            self._focus(self._drawn)

    # what the user does

    def on_key(self, event: events.Key) -> None:
        """Every key that no text field wants is an action's, or nobody's."""
        if self._reader.overlays.is_typing and not event.is_printable:
            return  # the field's editing keys are bindings, which the application runs
        event.stop()
        event.prevent_default()
        if self._reader.screen is not self:  # what was opened by the key before has not got the focus yet
            self._reader.screen.post_message(events.Key(event.key, event.character))
        elif not self._reader.overlays.take(event):
            self._reader.press(event)

    def on_resize(self) -> None:
        """Another size: other panes, other rows."""
        self.draw_again()
        self.call_after_refresh(self.draw_bars)

    def on_screen_resume(self) -> None:
        """Back from a sheet."""
        if self._drawn is not None:
            self._focus(self._drawn)

    def on_rows_picked(self, message: Rows.Picked) -> None:
        """A click in the list or in the panel."""
        self._reader.gestures.picked(message.rows is self.panel, message.index)

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """A double click."""
        if message.rows is not self.panel:  # there the first click has put the cursor, and may have moved the rows
            self._reader.gestures.picked(False, message.index)
        self._reader.act("into")

    def on_page_cursor_moved(self, message: Page.CursorMoved) -> None:
        """The cursor moved by rows, by page or by wheel."""
        self._reader.gestures.cursor_moved(message.offset)

    def on_page_clicked(self, message: Page.Clicked) -> None:
        """A click in the text."""
        self._reader.gestures.clicked(message.offset, message.mark)

    def on_page_selected(self, message: Page.Selected) -> None:
        """A stretch of text was selected by dragging or with `v`."""
        self._reader.gestures.selected(message.span)


def _panel_slice(reading: object) -> tuple[object, ...]:
    return tuple(getattr(reading, name) for name in ("key", "analysis", "notes", "tellings"))
