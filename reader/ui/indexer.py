"""Watches the child process that indexes the library, and tells the application what has come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.session.state import Progress

if TYPE_CHECKING:
    from reader.library import Indexing
    from reader.ui.app import ReaderApp

TICK = 0.15
"""Seconds between two looks at the child's progress."""


class Indexer:
    """One indexing at a time; asked again while it runs, it starts anew when it is done."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._running: Indexing | None = None
        self._again = False
        self._timer: Timer | None = None
        self._version = app.world.library.version()
        self.asked = False
        """Whether the user asked for this look at the folder."""

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
        self._running = self._app.world.library.start_indexing()
        self._timer = self._app.set_interval(TICK, self._tick)

    def regroup(self) -> None:
        """Group anew where links between articles have been made or cut, before anything else is gone on with."""
        self.stop()
        if self._timer:
            self._timer.stop()
        self.start(self.asked)

    def stop(self) -> None:
        """End the child; what it has done is kept."""
        if self._running is not None:
            self._running.stop()
            self._running = None

    def _tick(self) -> None:
        if self._running is None:
            return
        progress = self._running.poll()
        finished = progress is not None and progress.finished
        version = self._app.world.library.version()
        if version != self._version:
            self._version = version
            self._app.library_changed()
        if finished:
            self._finish()
        if progress is not None:
            self._app.progress(Progress(progress.done, progress.total, progress.phase, finished))
            if finished and progress.problem:
                self._app.fail(str(progress.problem))

    def _finish(self) -> None:
        self.stop()
        if self._timer:
            self._timer.stop()
        if self._again:
            self._again = False
            self.start()
