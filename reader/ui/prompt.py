"""The line for words: find, search, tags, commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import reactive
from textual.suggester import SuggestFromList
from textual.widgets import Input

from reader.text.cells import cell_width
from reader.ui.bar import Bar

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


class Field(Input):
    """An input of one line whose letters never change the layout: it is as wide as the screen, whatever is in it."""

    virtual_size = reactive(Size(0, 0), layout=False)


class PromptLine(Horizontal):
    """A label and a field, mounted once and hidden while nothing is asked.

    While it has the focus only Esc, Enter, the arrows and Ctrl and Alt keys are not text.
    """

    def __init__(self, app: ReaderApp) -> None:
        super().__init__(id="prompt")
        self._reader = app
        self._label = Bar(id="prompt-label")
        self._history: tuple[str, ...] = ()
        self._at = 0
        self.input = Field(select_on_focus=True)

    def compose(self) -> ComposeResult:
        yield self._label
        yield self.input

    def on_mount(self) -> None:
        """Ready for the first letter."""
        if self.display:
            self.input.focus()

    def ask(self, label: str, text: str, words: tuple[str, ...] = (), history: tuple[str, ...] = ()) -> None:
        """Show the line with a label and what is in the field to begin with."""
        self._history, self._at = history, len(history)
        self._label.palette = self._reader.looks.palette
        self._label.show(((f" {label}", "heading"),))
        self._label.styles.width = cell_width(label) + 1
        with self.prevent(Input.Changed):
            self.input.value = text
        self.input.cursor_position = len(text)
        self.input.suggester = SuggestFromList(words, case_sensitive=False) if words else None
        self.display = True
        if self.is_mounted:
            self.input.focus()

    def put_away(self) -> None:
        """Hide the line."""
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """A letter more or less."""
        event.stop()
        if self.display:
            self._reader.overlays.changed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self._reader.overlays.entered(event.value)

    def on_key(self, event: events.Key) -> None:
        """Esc closes; up and down go through the list, or through what was searched for before."""
        if event.key == "escape":
            self._reader.overlays.cancelled()
        elif event.key in ("up", "down"):
            if not self._through_history(event.key):
                self._reader.gestures.move_in_list(1 if event.key == "down" else -1)
        else:
            return
        event.stop()
        event.prevent_default()

    def _through_history(self, key: str) -> bool:
        """Up in an empty field brings back the last search; True where that is what the key did."""
        if not self._history or (self.input.value and self._at == len(self._history)):
            return False
        self._at = max(0, min(len(self._history), self._at + (-1 if key == "up" else 1)))
        self.input.value = self._history[self._at] if self._at < len(self._history) else ""
        self.input.cursor_position = len(self.input.value)
        return True
