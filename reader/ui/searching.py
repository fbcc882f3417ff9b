"""Looks up what is searched for, in a thread of its own: no letter waits for a search, and a search that nobody wants
any more is broken off.

One thread, one piece of work at a time: first what is asked for, then the suggestions for what is being typed, then
what is counted once the typing rests. Whatever is asked for breaks off what is under way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from threading import Condition, Thread
from typing import TYPE_CHECKING

from reader.session.asking import Answer, Asking
from reader.session.state import Query, State

if TYPE_CHECKING:
    from reader.library import Library
    from reader.search.lexicon import Lexicon
    from reader.ui.app import ReaderApp

REST = 0.3
"""Seconds after the last letter until it is counted what each section has."""
PATIENCE = 0.1
"""Seconds that suggestions wait for an answer."""
AGAIN = 0.005
"""Seconds after which a search that goes on all the same is broken off again."""

Work = Callable[["Lexicon"], Iterator[Callable[[], None]]]
"""Done in the thread; gives things that the application is to do with what was found so far."""


@dataclass
class _Job:
    name: str
    """Of several of one name the last is done."""
    work: Work


_ORDER = ("find", "ask", "complete", "count", "saved")
"""What goes first."""


class Searching:
    """What it finds goes into the state, if that still asks for it."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._beside = app.world.library.beside()
        self._waiting: dict[str, _Job] = {}
        self._running: _Job | None = None
        self._changed = Condition()
        self._thread: Thread | None = None
        self._ended = False
        self._ready = ""
        """The text in which words can be found at once."""
        self._first = ""
        """What goes first for once, whatever the order."""
        self.saved: dict[str, str] = {}
        """How much each saved search finds."""
        self._counted: object = None
        """For which saved searches and which state of the library that is."""

    @property
    def is_busy(self) -> bool:
        """Whether anything is being looked up that the user has asked for."""
        running = self._running
        busy = {*self._waiting, *((running.name,) if running else ())}
        return self._app.state.asking is not None or not busy.isdisjoint(("find", "complete"))

    # what is wanted

    def follow(self, before: State, state: State) -> None:
        """Another state: does it ask for something else?"""
        if state.asking is not None:
            if before.asking is None or before.asking.number != state.asking.number:
                self._app.timers.stop("count")  # the typing goes on
                self._do("ask", _Asked(self._app, state, state.asking, self._in_view(state.asking)).work)
        elif before.asking is not None:
            self._forget("ask")
        is_other = state.query is not before.query or (state.asking is None and before.asking is not None)
        if state.query is not None and is_other and not state.query.counts:
            self._app.timers.later("count", REST, self._count)
        known = state.saved, self._app.counts
        if state.saved and known != self._counted and not self._app.timers.is_set("saved"):
            self._counted = known
            self._app.timers.later("saved", REST, lambda: self._do("saved", self._count_saved))

    def _in_view(self, asking: Asking) -> int:
        """How many hits the list has room for."""
        from reader.ui.present.hits import tall

        rows = self._app.main.rows
        each = tall(asking.section, rows.view_width - 1, self._app.state.list_height)
        return -(-rows.view_height // each)

    def is_ready(self, text: str) -> bool:
        """Whether words can be found in a text at once."""
        from reader.search.in_text import LONG

        return len(text) < LONG or self._ready is text

    def make_ready(self, text: str, then: Callable[[], None]) -> None:
        """See to it that they can be."""
        from reader.search.in_text import make_ready

        def work(_: Lexicon) -> Iterator[Callable[[], None]]:
            make_ready(text)
            self._ready = text
            yield then

        self._do("find", work)

    def complete(self, work: Work) -> None:
        """Look up suggestions. What is asked for goes first for a moment; then it is begun again after them."""
        self._do("complete", work)
        self._app.timers.later("complete", PATIENCE, self._complete_first)

    def _complete_first(self) -> None:
        with self._changed:
            running = self._running
            if running is None or running.name != "ask" or "complete" not in self._waiting:
                return
            if "ask" not in self._waiting:
                self._waiting["ask"] = running
            self._first = "complete"
            self._beside.stop()

    def _count(self) -> None:
        query = self._app.state.query
        if self._app.state.asking is not None:
            self._app.timers.later("count", REST, self._count)
        elif query is not None and not query.counts:
            self._do("count", _Counted(self._app, self._app.state, query).work)

    def _count_saved(self, lexicon: Lexicon) -> Iterator[Callable[[], None]]:
        from reader.session.counts import how_many

        app = self._app
        state = app.state
        for one in state.saved:
            self.saved[one.query] = how_many(state, app.world, one.query, lexicon)
            yield lambda: app.main.rows.refresh_rows(range(len(state.saved)))

    # the thread

    def _do(self, name: str, work: Work) -> None:
        with self._changed:
            if self._ended:
                return
            self._waiting[name] = _Job(name, work)
            if self._thread is None:
                self._thread = Thread(target=self._serve, name="reader-search", daemon=True)
                self._thread.start()
            self._changed.notify()
        self._hurry()

    def _forget(self, name: str) -> None:
        """It is not wanted any more."""
        with self._changed:
            self._waiting.pop(name, None)
            if self._running is not None and self._running.name == name:
                self._beside.stop()

    def _hurry(self) -> None:
        """Break off what is under way where something else goes first; again while it goes on."""
        with self._changed:
            running = self._running
            wanted = min(map(_ORDER.index, self._waiting), default=len(_ORDER))
            if running is None or wanted > _ORDER.index(running.name):
                return
            if running.name == "saved":
                self._waiting.setdefault("saved", running)  # to be begun again after that
            self._beside.stop()
        self._app.timers.later("hurry", AGAIN, self._hurry)

    def _serve(self) -> None:
        while (taken := self._next()) is not None:
            job, library = taken
            try:
                for show in job.work(self._lexicon(library)):
                    if job is not self._running or self._ended:
                        break
                    self._app.call_later(show)
            except sqlite3.Error:  # broken off, or the catalogue was replaced
                continue

    def _next(self) -> tuple[_Job, Library] | None:
        """The next piece of work and what to ask; None at the end."""
        with self._changed:
            self._running = None
            while not self._waiting and not self._ended:
                self._changed.wait()
            if self._ended:
                return None
            first = self._first if self._first in self._waiting else min(self._waiting, key=_ORDER.index)
            self._running, self._first = self._waiting.pop(first), ""
            try:
                return self._running, self._beside.begin()
            except (sqlite3.Error, OSError):
                return self._running, self._app.world.library

    _kept: Lexicon | None = None

    def _lexicon(self, library: Library) -> Lexicon:
        from reader.search import Lexicon

        if self._kept is None or self._kept.library is not library:
            self._kept = Lexicon(library)
        return self._kept

    def end(self) -> None:
        """Break everything off."""
        with self._changed:
            self._ended = True
            self._waiting.clear()
            self._beside.stop()
            self._changed.notify()


@dataclass
class _Asked:
    """What the state asks for."""

    app: ReaderApp
    state: State
    asking: Asking
    in_view: int
    """Hits that the list has room for; 0 where that is not known."""

    def work(self, lexicon: Lexicon) -> Iterator[Callable[[], None]]:
        """The answers as they come. The first hit is made ready to be shown."""
        from reader.session.looking import answers

        world = self.app.world
        for answer in answers(self.asking, self.state, world, lexicon, self.in_view):
            if answer.results.keys and world.library.is_ready:
                world.library.analysis(answer.results.keys[0])
            yield self._shown(answer)

    def _shown(self, answer: Answer) -> Callable[[], None]:
        def show() -> None:
            from reader.session.hits import answered

            self.app.change(answered(self.app.state, self.app.world, self.asking, answer))

        return show


@dataclass
class _Counted:
    """How much each section of a search has."""

    app: ReaderApp
    state: State
    query: Query

    def work(self, lexicon: Lexicon) -> Iterator[Callable[[], None]]:
        """Everything at once."""
        from reader.session.counts import counted

        known, advice = counted(self.state, self.app.world, self.query, lexicon)

        def show() -> None:
            state, asked = self.app.state, self.query
            query = state.query
            if query is not None and (query.text, query.section) == (asked.text, asked.section):
                self.app.change(replace(state, query=replace(query, counts=known, advice=advice)))

        yield show
