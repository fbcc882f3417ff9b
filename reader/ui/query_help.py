"""Helps to type a query: completes names and values, walks through earlier searches, takes a pasted quotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.search import Completion, complete
from reader.ui.present import searching

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp
    from reader.ui.present.articles import Line

QUOTATION = 5
"""Words from which something pasted into an empty field is taken for a quotation."""


class QueryHelp:
    """What stands above the field for a search. It lives as long as the field."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._shown = Completion()
        self._chosen = -1
        self._typed = ""
        """What was in the field before a suggestion was taken, or an earlier search brought back."""
        self._at = 0
        """Place in the history, counted from its end; 0 for what is being typed."""

    def begin(self, text: str) -> None:
        """The field was opened."""
        self._shown, self._chosen, self._typed, self._at = Completion(), -1, text, 0

    def typed(self, text: str, at: int) -> None:
        """A letter more or less."""
        self._typed, self._at, self._chosen = text, 0, -1
        self._shown = self._complete(text, at, False)
        self._app.main.draw_bars()

    def _complete(self, text: str, at: int, asked: bool) -> Completion:
        world, memory = self._app.world, self._app.state.memory
        tags = {tag for tags in memory.tags.values() for tag in tags} if "tag:" in text else ()
        if "tag:" in text:
            tags = {*tags, *(tag for one in world.notes.all() for tag in one.note.tags)}
        return complete(world.library, text, at, tags, world.today, asked)

    def next(self, text: str, at: int, step: int = 1) -> tuple[str, int] | None:
        """The field with the next suggestion, and its cursor; None where there is none."""
        if self._chosen < 0:
            self._typed = text
            self._shown = self._complete(text, at, True)
        if not self._shown.options:
            return None
        many = len(self._shown.options)
        self._chosen = (self._chosen + step) % many if self._chosen >= 0 else (0 if step > 0 else many - 1)
        option = self._shown.options[self._chosen]
        start, end = self._shown.start, self._shown.end
        rest = self._typed[end:]
        return self._typed[:start] + option + rest.removeprefix(" " if option.endswith(" ") else ""), start + len(
            option
        )

    def earlier(self, text: str, step: int) -> str | None:
        """An earlier search that has what was typed (or a later one); None where there is no further one."""
        if not self._at:
            self._typed = text
        history = self._history(self._typed)
        at = self._at + step
        if not 0 <= at <= len(history):
            return None
        self._at, self._chosen, self._shown = at, -1, Completion()
        return history[-at] if at else self._typed

    @property
    def in_history(self) -> bool:
        """Whether an earlier search is in the field."""
        return self._at > 0

    def _history(self, text: str) -> Sequence[str]:
        wanted = text.strip().lower()
        return [one for one in self._app.state.memory.queries if wanted in one.lower() and one != text]

    def status(self, width: int, at: int) -> tuple[Line, Line]:
        """The line above the field."""
        return searching.status(self._app.state, self._shown.options, self._chosen, at, width, self._app.signs)


def pasted(text: str, before: str) -> str:
    """What goes into the field: a quotation as one that is looked for in all its wordings."""
    line = " ".join(text.split())
    if before.strip() or len(line.split()) < QUOTATION or ":" in line.split()[0]:
        return line
    words = line.strip("“”„«»\"'‘’ ").replace('"', " ").replace("“", " ").replace("”", " ")
    return f'quote:"{" ".join(words.split())}"~'
