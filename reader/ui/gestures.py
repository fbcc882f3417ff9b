"""What the user does with widgets rather than with keys: clicks, drags, scrolling, the cursor's way through the rows.

Only the widgets know rows and cells; what comes of it is a state like any other.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import Span
from reader.session import effects
from reader.session.actions import moving
from reader.session.opening import at_cursor
from reader.session.panel import go_to_row
from reader.session.state import Pane, State

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


class Gestures:
    """Turns what widgets tell into states, and moves widgets where an action asks for what only they know."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    def picked(self, in_panel: bool, index: int) -> None:
        """A row was clicked."""
        pane: Pane = "panel" if in_panel else "list"
        state = replace(self._app.state, pane=pane, message=None)
        self._app.change(go_to_row(state, index) if in_panel else moving.to_row(state, self._app.world, index))

    def cursor_moved(self, offset: int) -> None:
        """The cursor of the text moved by rows."""
        self._app.change(self._read_to_end(at_cursor(replace(self._app.state, message=None), offset)))

    def clicked(self, offset: int, mark: str | None) -> None:
        """The text was clicked: what is marked there is selected in the panel."""
        state = replace(self._app.state, pane="text", message=None)
        if mark and mark.startswith("entity"):
            state = replace(state, tab="entities")
        elif mark:
            state = replace(state, tab="quotes")
        self._app.change(at_cursor(state, offset))

    def selected(self, span: Span | None) -> None:
        """Text was selected, or is no longer."""
        if self._app.state.reading:
            self._app.change(replace(self._app.state, reading=replace(self._app.state.reading, selection=span)))

    def move_in_list(self, by: int) -> None:
        """Move through the list, or through the panel, while the words in the line below are being typed."""
        prompt = self._app.state.prompt
        if prompt is not None and prompt.kind == "filter":
            self._app.change(go_to_row(self._app.state, self._app.state.panel_cursor + by))
            return
        self._app.change(moving.to_row(self._app.state, self._app.world, self._app.state.cursor + by))

    def scroll(self, effect: effects.Scroll) -> None:
        """Move the text by what only the page knows."""
        if self._app.state.view is not None:
            self._app.main.compare.scroll(effect)
            return
        page = self._app.main.page
        if effect.to:
            page.top() if effect.to == "top" else page.bottom()
        elif effect.onwards and page.at_end:
            self._app.act("next_unread")
            return
        elif effect.pages:
            page.move_page(effect.pages)
        else:
            page.move_rows(effect.rows)
        self.cursor_moved(page.cursor)  # now, so that page and bars are drawn in one frame

    def select(self, on: bool) -> None:
        """Begin or end selecting in the text."""
        if on:
            self._app.main.page.start_selection()
        else:
            self._app.main.page.clear_selection()

    def _read_to_end(self, state: State) -> State:
        reading = state.reading
        if reading is None or state.pane != "text" or self._app.world.config.mark_read != "end":
            return state
        if not self._app.main.page.at_end or reading.article.id in state.memory.read:
            return state
        return replace(state, memory=replace(state.memory, read=state.memory.read | {reading.article.id}))
