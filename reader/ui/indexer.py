"""Watches the child process that indexes the library, and the library's files, and tells what has come of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.session.registry import said
from reader.session.state import Progress

if TYPE_CHECKING:
    from reader.library import Indexing
    from reader.library.values import Changes
    from reader.library.watching import Watch
    from reader.model import Problem
    from reader.ui.app import ReaderApp

TICK = 0.15
"""Seconds between two looks at the child's progress."""
LOOK = 1.0
"""Seconds between two questions to the watch over the files, and to the catalogue whether it is still the same."""
REFRESH = 0.5
"""Seconds between two looks at a library that is being indexed …"""
REST = 30.0
"""… and so many times as long as the last look took: a large list that is read again must not make keys wait."""


class Indexer:
    """One indexing at a time; asked again while it runs, it starts anew when it is done."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._running: Indexing | None = None
        self._again = False
        self._timer: Timer | None = None
        self._version = app.world.library.version()
        self._watch: Watch | None = None
        self._looking: Timer | None = None
        self._openings = app.world.library.openings()
        self._warned: tuple[Problem, ...] = ()
        self.asked = False
        """Whether the user asked for this look at the folder."""
        self.pause = REFRESH
        """Seconds until the list is read again, when there is something new."""

    @property
    def runs(self) -> bool:
        """Whether the folder is being looked at."""
        return self._running is not None

    def start(self, asked: bool = False) -> None:
        """Look at the folder, in the background."""
        self.asked = asked
        if self._running is not None:
            self._again = True
            return
        self._warn()
        self._running = self._app.world.library.start_indexing()
        self._timer = self._app.set_interval(TICK, self._tick)

    def regroup(self) -> None:
        """Group anew where links between articles have been made or cut, before anything else is gone on with."""
        self._end()
        if self._timer:
            self._timer.stop()
        self.start(self.asked)

    def stop(self) -> None:
        """End the child and the watch; what is done is kept."""
        self._end()
        if self._watch is not None:
            self._watch.stop()

    def _end(self) -> None:
        if self._running is not None:
            self._running.stop()
            self._running = None

    @contextmanager
    def paced(self) -> Iterator[None]:
        """Around reading the list again."""
        begun = time.perf_counter()
        yield
        self.pause = max(REFRESH, REST * (time.perf_counter() - begun))

    def _tick(self) -> None:
        if self._running is None:
            return
        progress = self._running.poll()
        finished = progress is not None and progress.finished
        self._follow()
        if finished:
            self._finish()
        if progress is not None:
            told = Progress(progress.done, progress.total, progress.phase, finished, progress.seconds)
            self._app.progress(told)
            if finished and progress.problem:
                self._app.fail(str(progress.problem))
            elif finished and not self._warn(self.asked):
                self._tell(progress.changes)

    def _finish(self) -> None:
        self._end()
        if self._timer:
            self._timer.stop()
        self._openings = self._app.world.library.openings()
        if self._again:
            self._again = False
            self.start()
        elif self._looking is None:
            if self._app.world.config.watch:
                self._watch = self._app.world.library.watch()
                self._watch.start()
            self._looking = self._app.set_interval(LOOK, self._look)

    def _look(self) -> None:
        """Whether files have changed, so far as the watch knows, or another reader has written: never waited for.

        A catalogue that was replaced is filled again at once, so that nobody sits before an empty list.
        """
        if self._running is not None:
            return
        self._follow()
        if self._app.world.library.openings() != self._openings or (self._watch is not None and self._watch.take()):
            self.start()

    def _follow(self) -> None:
        version = self._app.world.library.version()
        if version != self._version:
            self._version = version
            self._app.library_changed()

    def _warn(self, again: bool = False) -> bool:
        """Say what is wrong with the catalogue or the folders, once; whether there was anything to say."""
        before, self._warned = self._warned, self._app.world.library.warnings()
        new = [one for one in self._warned if one not in before or (again and one.severity == "error")]
        if new:
            self._app.fail(warning(new[-1]))
        return bool(new)

    def _tell(self, changes: Changes) -> None:
        """Say what is different; not so of a library that has just been read for the first time."""
        if self.asked or (any(changes[:3]) and changes.new < self._app.counts.articles):
            self._app.change(said(self._app.state, news(changes)))


def warning(problem: Problem) -> str:
    """What to say of it in a line: of the catalogue not where it lies, of a folder that its articles are kept."""
    if problem.severity == "error":
        return f"{Path(problem.path).name}: {problem.message}; what is indexed can still be read"
    return f"{problem.message}: {problem.hint}"


def news(changes: Changes) -> str:
    """What looking at the folder again has brought."""
    counts = {"new": changes.new, "changed": changes.edited, "gone": changes.gone, "moved": changes.moved}
    found = ", ".join(f"{many:,} {name}" for name, many in counts.items() if many)
    return f"in the folder: {found}" if found else "looked at the folder again: no article has come or gone"
