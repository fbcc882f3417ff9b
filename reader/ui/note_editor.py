"""Writing a note: the quoted words above, the user's own below."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from reader.text.cells import cut

QUOTED = 400
"""Cells of the passage that are shown; the whole of it is kept."""
ENDS = ("enter", "escape", "ctrl+e", "ctrl+s")
NEWLINES = ("shift+enter", "alt+enter", "ctrl+j")


class Words(TextArea):
    """A text area whose Enter is the editor's: it only says which key was pressed."""

    class Pressed(Message):
        """A key that is no text."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def on_key(self, event: events.Key) -> None:
        """Before the text area sees it: handlers of the class below run unless the default is prevented."""
        if event.key in ENDS:
            self.post_message(self.Pressed(event.key))
        elif event.key in NEWLINES:
            self.insert("\n")
        else:
            return
        event.stop()
        event.prevent_default()


class NoteEditor(ModalScreen[str | None]):
    """Gives the note's text, or None where it was left with Esc."""

    DEFAULT_CSS = """
    NoteEditor { align: center bottom; background: $background 40%; }
    NoteEditor #note { width: 100%; max-width: 100; height: auto; max-height: 80%; border: round $border-focus;
        background: $background; margin: 0 2 1 2; padding: 0 1; border-title-color: $foreground;
        border-subtitle-color: $dim-meta; }
    NoteEditor #quoted { color: $dim-meta; height: auto; max-height: 5; text-style: italic; margin-bottom: 1; }
    NoteEditor TextArea { height: auto; min-height: 4; max-height: 12; border: none; padding: 0;
        background: $background; }
    NoteEditor TextArea:focus { border: none; }
    """

    def __init__(self, on: str, text: str, keep_draft: Callable[[str], None]) -> None:
        super().__init__()
        self._on = " ".join(on.split())
        self._text = text
        self._keep_draft = keep_draft
        self._early: list[events.Key] = []
        """Keys that came before there was anything to write in."""

    def compose(self) -> ComposeResult:
        with Vertical(id="note") as box:
            box.border_title = Content("Note")
            box.border_subtitle = Content("Enter saves · Alt+Enter new line · Ctrl+E editor · Esc keeps a draft")
            shown = cut(self._on, QUOTED)
            yield Static(Content(shown if shown == self._on else f"{shown} …"), id="quoted", markup=False)
            yield Words(self._text, show_line_numbers=False, soft_wrap=True, compact=True)

    def on_mount(self) -> None:
        """Ready to write, after what is there."""
        area = self.query_one(Words)
        area.focus()
        area.move_cursor(area.document.end)
        for key in self._early:
            area.post_message(key)

    def on_key(self, event: events.Key) -> None:
        """A key that the words have not seen, because it came before they had the focus: it is theirs."""
        if event.is_printable or event.key in ENDS:
            event.stop()
            key = events.Key(event.key, event.character)
            area = next(iter(self.query(Words)), None)
            if area is None or not area.is_running:
                self._early.append(key)
            else:
                area.post_message(key)

    def on_words_pressed(self, message: Words.Pressed) -> None:
        """The keys that are not text."""
        area = self.query_one(Words)
        if message.key in ("enter", "ctrl+s"):
            self.dismiss(area.text)
        elif message.key == "ctrl+e":
            self._outside(area)
        else:
            if area.text.strip() and area.text != self._text:
                self._keep_draft(area.text)
            self.dismiss(None)

    def _outside(self, area: Words) -> None:
        from reader.ui.editor import edit

        text, problem = edit(self.app, area.text)
        if text is not None:
            area.load_text(text)
            area.move_cursor(area.document.end)
        elif problem:
            self.query_one("#note").border_subtitle = Content(problem)
