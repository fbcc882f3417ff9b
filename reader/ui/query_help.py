"""Helps to type a query: completes names and values, walks through earlier searches, takes a pasted quotation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.search import Completion, complete, is_of_library
from reader.search.plain import folded
from reader.ui.present import searching

if TYPE_CHECKING:
    from reader.search import Lexicon
    from reader.ui.app import ReaderApp
    from reader.ui.present.articles import Line

QUOTATION = 5
"""Words from which something pasted into an empty field is taken for a quotation."""


class QueryHelp:
    """What stands above the field for a search. It lives as long as the field."""

    def __init__(self, app: ReaderApp, fill: Callable[[str, int], None]) -> None:
        self._app = app
        self._fill = fill
        """Puts a text into the field, and the cursor to a place in it."""
        self._shown = Completion()
        self._chosen = -1
        self._typed = ""
        """What was in the field before a suggestion was taken, or an earlier search brought back."""
        self._at = 0
        """Place in the history, counted from its end; 0 for what is being typed."""
        self._looked_up: tuple[str, int] | None = None
        """For which text and cursor suggestions are being looked up in the library."""
        self._known: tuple[str, int] | None = None
        """For which they have been."""
        self._step = 0
        """Which of them is to be taken as soon as they are known: Tab was pressed meanwhile."""

    def begin(self, text: str) -> None:
        """The field was opened."""
        self._shown, self._chosen, self._typed, self._at = Completion(), -1, text, 0
        self._looked_up = self._known = None

    def typed(self, text: str, at: int) -> None:
        """A letter more or less."""
        self._typed, self._at, self._chosen, self._step = text, 0, -1, 0
        if is_of_library(text, at):
            self._shown, self._known = _going_on(self._shown, text, at), None
            self._look_up(text, at)
        else:
            self._looked_up, self._shown = None, self._complete(text, at, False)
        self._app.main.draw_bars()

    def _complete(self, text: str, at: int, asked: bool) -> Completion:
        world, memory = self._app.world, self._app.state.memory
        tags = {tag for tags in memory.tags.values() for tag in tags} if "tag:" in text else ()
        if "tag:" in text:
            tags = {*tags, *(tag for one in world.notes.all() for tag in one.note.tags)}
        return complete(world.library, text, at, tags, world.today, asked)

    def _look_up(self, text: str, at: int) -> None:
        """In a thread: the library's outlets and names."""
        self._looked_up = text, at

        def work(lexicon: Lexicon) -> Iterator[Callable[[], None]]:
            found = complete(lexicon.library, text, at)
            yield lambda: self._know(text, at, found)

        self._app.searching.complete(work)

    def _know(self, text: str, at: int, found: Completion) -> None:
        """The suggestions have come, perhaps too late."""
        if self._looked_up != (text, at):
            return
        self._looked_up, self._known, self._shown = None, (text, at), found
        if self._step and (taken := self._take(self._step)) is not None:
            self._fill(*taken)
        self._step = 0
        self._app.main.draw_bars()

    def next(self, text: str, at: int, step: int = 1) -> tuple[str, int] | None:
        """The field with the next suggestion, and its cursor; None where there is none, or none yet."""
        if self._chosen < 0:
            self._typed = text
            if not is_of_library(text, at):
                self._shown = self._complete(text, at, True)
            elif self._known != (text, at):
                self._step = step
                if self._looked_up != (text, at):
                    self._look_up(text, at)
                return None
        return self._take(step)

    def _take(self, step: int) -> tuple[str, int] | None:
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
        self._at, self._chosen, self._shown, self._known = at, -1, Completion(), None
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


def _going_on(shown: Completion, text: str, at: int) -> Completion:
    """Of the suggestions that are shown those that what is typed now may still become."""
    own = folded(text[shown.start : at].strip('"'))
    options = tuple(one for one in shown.options if own in folded(one)) if shown.start <= at else ()
    return Completion(shown.start, at, options) if options else Completion()


def pasted(text: str, before: str) -> str:
    """What goes into the field: a quotation as one that is looked for in all its wordings."""
    line = " ".join(text.split())
    if before.strip() or len(line.split()) < QUOTATION or ":" in line.split()[0]:
        return line
    words = line.strip("“”„«»\"'‘’ ").replace('"', " ").replace("“", " ").replace("”", " ")
    return f'quote:"{" ".join(words.split())}"~'
