"""The first screen where there is nothing to open yet: the sample articles, a folder of one's own, or leave."""

from __future__ import annotations

import os
from pathlib import Path

from textual import events
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from reader.settings.paths import Paths
from reader.settings.theme import ThemeSpec
from reader.ui.colours import styles, textual_theme
from reader.ui.present.articles import Line
from reader.ui.safety import ControlFilter
from reader.ui.widgets.palette import PLAIN, Palette
from reader.ui.widgets.rows import Rows

TEXT = """\
reader shows how several sources tell one event: who said what, and what differs.

It opens a folder of articles: plain text, Markdown, or JSON Lines. The files are never changed; your notes are kept \
as YAML beside them. Nothing needs a network.\
"""
CHOICES = (
    ("s", "Look at the sample articles"),
    ("f", "Choose a folder"),
    ("q", "Leave"),
)


class _Choices:
    def __len__(self) -> int:
        return len(CHOICES)

    def draw(self, index: int, width: int) -> Line:
        """One choice."""
        key, text = CHOICES[index]
        return ((f" {key}  ", "key"), (text, ""))


class Welcome(App[Path | None], inherit_bindings=False):
    """Gives the folder to open, or None."""

    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { align: center middle; background: $background; color: $foreground; }
    #welcome { width: 72; max-width: 96%; height: auto; border: round $border-focus; padding: 1 2;
        background: $background; border-title-color: $foreground; }
    #about { margin-bottom: 1; height: auto; }
    Rows { height: 3; background: $background; scrollbar-size-vertical: 0; }
    Input { border: none; height: 1; padding: 0; background: $panel; margin-top: 1; display: none; }
    Input.asked { display: block; }
    #wrong { color: $error; height: auto; }
    """

    def __init__(self, folders: Paths, spec: ThemeSpec) -> None:
        super().__init__()
        self._filters.append(ControlFilter())
        self._folders = folders
        self.register_theme(textual_theme(spec, "reader-theme"))
        self.theme = "reader-theme"
        self._rows = Rows(_Choices())
        self._rows.palette = Palette(PLAIN if self.no_color else {**PLAIN, **styles(spec)})
        self._field = Input(placeholder="a folder, for example ~/news")
        self._wrong = Static(Content(""), id="wrong", markup=False)

    def compose(self) -> ComposeResult:
        with Vertical(id="welcome") as box:
            box.border_title = Content("Welcome")
            yield Static(Content(TEXT), id="about", markup=False)
            yield self._rows
            yield self._field
            yield self._wrong

    def on_mount(self) -> None:
        """Ready to choose."""
        self._rows.focus()

    def on_key(self, event: events.Key) -> None:
        """Letters choose; arrows and Enter do too."""
        if self._field.has_focus:
            if event.key == "escape":
                self._field.remove_class("asked")
                self._rows.focus()
            return
        letters = [key for key, _ in CHOICES]
        if event.key in ("j", "down", "k", "up"):
            self._rows.move(1 if event.key in ("j", "down") else -1)
        elif event.key == "enter":
            self._choose(self._rows.cursor or 0)
        elif event.key in letters:
            self._choose(letters.index(event.key))
        elif event.key in ("escape", "ctrl+q", "ctrl+c", "Q"):
            self.exit(None)

    def on_rows_picked(self, message: Rows.Picked) -> None:
        """A click."""
        self._choose(message.index)

    def _choose(self, index: int) -> None:
        if index == 0:
            self.exit(self._folders.sample_articles)
        elif index == 1:
            self._field.add_class("asked")
            self._field.focus()
        else:
            self.exit(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """A folder was named."""
        folder = Path(os.path.expandvars(event.value.strip())).expanduser()
        if event.value.strip() and folder.exists():
            self.exit(folder)
        else:
            self._wrong.update(Content(f"There is no folder {folder}. Esc goes back."))


def welcome(folders: Paths, spec: ThemeSpec) -> tuple[Path, ...]:
    """Ask what to open; empty where the user leaves."""
    chosen = Welcome(folders, spec).run()
    return (chosen,) if chosen else ()
