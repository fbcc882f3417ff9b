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
from reader.ui.query_help import QueryHelp, pasted

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp
    from reader.ui.present.articles import Line


class Field(Input):
    """An input of one line whose letters never change the layout: it is as wide as the screen, whatever is in it."""

    virtual_size = reactive(Size(0, 0), layout=False)
    takes_quotations = False
    """Whether a sentence that is pasted is looked for as a quotation."""

    def _on_paste(self, event: events.Paste) -> None:
        if self.takes_quotations:
            event.prevent_default()
            event.stop()
            self.replace(pasted(event.text, self.value), *self.selection)


class PromptLine(Horizontal):
    """A label and a field, mounted once and hidden while nothing is asked.

    While it has the focus only Esc, Enter, the arrows and Ctrl and Alt keys are not text.
    """

    def __init__(self, app: ReaderApp) -> None:
        super().__init__(id="prompt")
        self._reader = app
        self._label = Bar(id="prompt-label")
        self._label_text = ""
        self._help: QueryHelp | None = None
        """While a search is asked for."""
        self.input = Field(select_on_focus=True)

    def compose(self) -> ComposeResult:
        yield self._label
        yield self.input

    def on_mount(self) -> None:
        """Ready for the first letter."""
        if self.display:
            self.input.focus()

    def ask(self, label: str, text: str, words: tuple[str, ...] = (), is_query: bool = False) -> None:
        """Show the line with a label and what is in the field to begin with."""
        self._help = QueryHelp(self._reader, self._fill) if is_query else None
        self.input.takes_quotations = is_query
        self.input.select_on_focus = True
        if self._help:
            self._help.begin(text)
        self._label.palette = self._reader.looks.palette
        self._label.show(((f" {label}", "heading"),))
        self._label.styles.width = cell_width(label) + 1
        self._label_text = label
        with self.prevent(Input.Changed):
            self.input.value = text
        self.input.cursor_position = len(text)
        self.input.suggester = SuggestFromList(words, case_sensitive=False) if words else None
        self.display = True
        if self._help:
            self._reader.main.draw_bars()
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
            if self._help:
                self._help.typed(event.value, self.input.cursor_position)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self._reader.overlays.entered(event.value)

    def on_key(self, event: events.Key) -> None:
        """Esc closes; up and down go through the list; for a search also through earlier ones, and Tab completes."""
        if event.key == "escape":
            self._reader.overlays.cancelled()
        elif self._help is not None and self._help_with(event.key, self._help):
            pass
        elif event.key in ("up", "down"):
            self._reader.gestures.move_in_list(1 if event.key == "down" else -1)
        else:
            return
        event.stop()
        event.prevent_default()

    def _help_with(self, key: str, help: QueryHelp) -> bool:
        """What a key does in the field for a search; False where it does nothing of the kind."""
        if key in ("tab", "shift+tab"):
            found = help.next(self.input.value, self.input.cursor_position, 1 if key == "tab" else -1)
            if found is not None:
                self._fill(*found)
        elif key == "ctrl+t":
            self._reader.overlays.next_section()
        elif key == "up" and (self._reader.state.cursor == 0 or help.in_history or not self.input.value):
            if (text := help.earlier(self.input.value, 1)) is not None:
                self._fill(text, len(text))
        elif key == "down" and help.in_history:
            if (text := help.earlier(self.input.value, -1)) is not None:
                self._fill(text, len(text))
        else:
            return False
        return True

    def put(self, text: str) -> None:
        """Put a whole search into the field."""
        if self._help:
            self._help.begin(text)
        self._fill(text, len(text))

    def _fill(self, text: str, at: int) -> None:
        with self.prevent(Input.Changed):
            self.input.value = text
        self.input.cursor_position = at
        self._reader.overlays.changed(text)
        self._reader.main.draw_bars()

    def status(self, width: int) -> tuple[Line, Line]:
        """The line above the field for a search."""
        before = cell_width(self._label_text) + 2 - self.input.scroll_offset.x
        return self._help.status(width, before) if self._help else ((), ())
