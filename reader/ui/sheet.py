"""A page of rows over the screen, with a field to search it: help, evidence, versions, notes, themes, problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from reader.model import Note
from reader.notes import SavedQuery
from reader.search.jumping import Jump
from reader.session.actions import deciding, exporting, noting, searching, sources
from reader.session.choice import Chosen
from reader.ui.present.articles import Line
from reader.ui.present.sheets import SheetPage, SheetRow, choose, lookup, page
from reader.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

WIDEST = 104
MOVES = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10, "ctrl+d": 10, "ctrl+u": -10}
SEARCHED = ("help", "notes", "problems", "choose", "queries", "names", "jump")
"""Kinds of pages with a field to search them."""
LETTERS = {"j": 1, "k": -1, "space": 10, "b": -10}


class _Found:
    """The sheet's rows that have the words searched for, as a row source."""

    def __init__(self, rows: Sequence[SheetRow]) -> None:
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    def draw(self, index: int, width: int) -> Line:
        """One row."""
        return self.rows[index].line


class SheetScreen(ModalScreen[object]):
    """Gives what the chosen row leads to, or None."""

    DEFAULT_CSS = """
    SheetScreen { align: center middle; background: $background 40%; }
    SheetScreen #sheet { width: 90%; max-width: 108; height: 84%; border: round $border-focus; background: $background;
        border-title-color: $foreground; border-subtitle-color: $dim-meta; }
    SheetScreen Input { border: none; height: 1; padding: 0 1; background: $panel; }
    SheetScreen Input:focus { border: none; }
    SheetScreen Rows { height: 1fr; background: $background; }
    """
    AUTO_FOCUS = ""

    def __init__(self, app: ReaderApp) -> None:
        super().__init__()
        self._reader = app
        self._theme = app.looks.spec
        self._page: SheetPage | None = None
        self._searched = ""
        self._type = 0
        """Which type of names is listed."""
        self._early: list[events.Key] = []
        """Keys that came before there were rows for them."""
        self._rows = Rows(id="sheet-rows")
        self._field = Input(placeholder="type to find")

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            if self._reader.state.sheet and self._reader.state.sheet.kind in SEARCHED:
                yield self._field
            yield self._rows

    def on_mount(self) -> None:
        """The rows' colours; what they say comes with their width, and only then the focus."""
        self._rows.palette = self._reader.looks.palette

    def on_resize(self) -> None:
        """Lay the rows out for the width there is."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        state = self._reader.state
        if state.sheet is None or not self._rows.view_width:
            return
        is_first = self._page is None
        self._page = page(state, self._reader.world, self._reader.keys, self._rows.view_width - 2)
        box = self.query_one("#sheet")
        box.border_title = Content(self._page.title)
        box.border_subtitle = Content(self._page.keys)
        self._search(self._field.value)
        if state.sheet.kind == "themes":
            targets = [row.target for row in self._page.rows]
            self._rows.go(targets.index(self._theme.name) if self._theme.name in targets else 0, notify=False)
        if state.sheet.kind == "queries" and not self._field.value:
            self._rows.go(next((n for n, row in enumerate(self._page.rows) if row.target), 0), notify=False)
        if state.sheet.choice and not self._field.value:
            self._rows.go(choose.first(state.sheet.choice, self._rows.view_width - 2), notify=False)
        if is_first:
            for key in self._early:
                if self.is_current:
                    self._take(key)
                else:  # an Enter among them has closed this
                    self._reader.post_message(key)
            if self.is_current:
                (self._field if self._field.is_attached else self._rows).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the rows that have these words."""
        event.stop()
        self._search(event.value)

    def _search(self, text: str) -> None:
        if self._page is None:
            return
        self._searched = text
        words = text.lower().split()
        choice = self._reader.state.sheet.choice if self._reader.state.sheet else None
        if choice and words:
            self._rows.empty = self._page.unmatched
            self._rows.set_source(_Found(choose.found(choice, text, self._rows.view_width - 2)), 0)
            return
        kind = self._reader.state.sheet.kind if self._reader.state.sheet else ""
        could_be_found = self._page.rows or kind in lookup.KINDS
        self._rows.empty = self._page.unmatched if words and could_be_found else self._page.empty
        if kind in lookup.KINDS:
            found = lookup.found(kind, self._reader.world.library, text, self._type, self._rows.view_width - 2)
            self._rows.set_source(found, 0)
            if kind == "names":
                self.query_one("#sheet").border_title = Content(lookup.title(self._type, len(found)))
            return
        rows = [row for row in self._page.rows if all(word in row.search.lower() for word in words)]
        self._rows.set_source(_Found(rows if words else self._page.rows), 0)

    def on_key(self, event: events.Key) -> None:
        """Moving, choosing and closing; what comes too early waits."""
        if self._page is None and event.key != "escape":
            self._early.append(events.Key(event.key, event.character))
        elif not self._take(event):
            return
        event.stop()
        event.prevent_default()

    def _take(self, event: events.Key) -> bool:
        """Do what a key does here; False where it is the field's. Before the focus comes its letters go there too."""
        is_early = self.focused is None
        typing = self._field.has_focus or (is_early and self._field.is_attached)
        if event.key == "escape" or (event.key in ("q", "question_mark", "i") and not typing):
            self._close(None)
        elif event.key == "enter":
            self._choose()
        elif event.key in ("ctrl+t", "delete") and self._changed_by(event.key):
            pass
        elif event.key in MOVES or (not typing and event.key in LETTERS):
            self._rows.move(MOVES.get(event.key) or LETTERS[event.key])
        elif event.key in ("home", "end") and not typing:
            self._rows.go(0 if event.key == "home" else 10**9)
        elif event.is_printable and typing:
            if is_early and event.character:
                self._field.select_on_focus = False  # when the focus comes, what was typed is not to be selected
                self._field.insert_text_at_cursor(event.character)
            return is_early
        elif event.key in ("tab", "shift+tab") and self._field.is_attached:
            (self._rows if typing else self._field).focus()
        else:
            return False
        return True

    def _changed_by(self, key: str) -> bool:
        """Another type of names; a search taken away. False where the page knows no such key."""
        kind = self._reader.state.sheet.kind if self._reader.state.sheet else ""
        if key == "ctrl+t" and kind == "names":
            self._type += 1
            self._search(self._field.value)
            return True
        row = self._row(self._rows.cursor or 0) if kind == "queries" and key == "delete" else None
        if row is None or not isinstance(row.target, str | SavedQuery):
            return False
        cursor = self._rows.cursor or 0
        self._reader.hands.take(searching.dropped(self._reader.state, self._reader.world, row.target))
        self._lay_out()
        self._rows.go(cursor)
        return True

    def on_rows_moved(self, message: Rows.Moved) -> None:
        """Themes are shown as the cursor moves over them."""
        row = self._row(message.index)
        if row and self._reader.state.sheet and self._reader.state.sheet.kind == "themes":
            spec = self._reader.world.themes().get(str(row.target))
            if spec:
                self._reader.looks.use(spec)
                self._rows.palette = self._reader.looks.palette

    def on_rows_opened(self, message: Rows.Opened) -> None:
        """A double click."""
        self._choose()

    def _row(self, index: int) -> SheetRow | None:
        source = self._rows.source
        if isinstance(source, lookup.Fixed | lookup.Paged):
            return source.row(index) if index < len(source) else None
        return source.rows[index] if isinstance(source, _Found) and index < len(source) else None

    def _choose(self) -> None:
        if self._field.value != self._searched:  # Enter came before the news of the last letter
            self._search(self._field.value)
        row = self._row(self._rows.cursor or 0)
        self._close(row.target if row else None)

    def _close(self, target: object) -> None:
        sheet = self._reader.state.sheet
        if sheet and sheet.kind == "themes" and target is None and self._reader.looks.spec != self._theme:
            self._reader.looks.use(self._theme)
        self.dismiss(target)


def go(app: ReaderApp, kind: str, target: object) -> None:
    """Do what the chosen row of a sheet stands for."""
    if kind == "help":
        app.act(str(target))
    elif kind == "themes":
        app.looks.keep(str(target))
    elif isinstance(target, Jump):
        app.change(searching.jumped(app.state, app.world, target.key, target.query))
    elif kind == "queries":
        app.change(searching.run(app.state, app.world, target.query if isinstance(target, SavedQuery) else str(target)))
    elif isinstance(target, Chosen):
        answer = exporting.chosen if target.choice.purpose in exporting.PURPOSES else deciding.chosen
        app.hands.take(answer(app.state, app.world, target))
    elif isinstance(target, Note):
        app.change(noting.go_to_note(app.state, app.world, target))
    elif kind in ("versions", "sources") and isinstance(target, int) and app.state.reading:
        if target == app.state.reading.place:
            app.change(replace(app.state, pane="text"))
        else:
            app.change(replace(sources.switch(app.state, app.world, target), pane="text"))
