"""The file as it is, control characters shown as signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen

from reader.ui.widgets.document import raw_document
from reader.ui.widgets.page import Page

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

MOVES = {"j": 1, "down": 1, "k": -1, "up": -1}
PAGES = {"space": 1.0, "pagedown": 1.0, "b": -1.0, "pageup": -1.0, "ctrl+d": 0.5, "ctrl+u": -0.5}


class RawView(ModalScreen[None]):
    """One file, line by line."""

    DEFAULT_CSS = """
    RawView #raw { height: 1fr; border: round $border-focus; background: $background; border-title-color: $foreground;
        border-subtitle-color: $dim-meta; }
    """

    def __init__(self, app: ReaderApp) -> None:
        super().__init__()
        self._reader = app
        self._page = Page(id="raw", empty="This file is not there any more.")

    def compose(self) -> ComposeResult:
        yield self._page

    def on_mount(self) -> None:
        """Read the file."""
        reading = self._reader.state.reading
        self._page.palette = self._reader.looks.palette
        if reading is not None:
            self._page.border_title = Content(reading.article.file)
            self._page.border_subtitle = Content("Esc closes")
            self._page.show(raw_document(self._reader.world.library.raw(reading.key)))
        self._page.focus()

    def on_key(self, event: events.Key) -> None:
        """Moving and closing."""
        event.stop()
        event.prevent_default()
        if event.key in ("escape", "q", "backslash"):
            self.dismiss(None)
        elif event.key in MOVES:
            self._page.move_rows(MOVES[event.key])
        elif event.key in PAGES:
            self._page.move_page(PAGES[event.key])
        elif event.key in ("home", "g"):
            self._page.top()
        elif event.key in ("end", "G"):
            self._page.bottom()
