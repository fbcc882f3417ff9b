"""Indexing beside the reader: followed, started again after a failure that has been dealt with, stopped."""

import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from reader.library.decisions.links import NO_LINKS, Links
from reader.library.pace import Pace
from reader.library.values import Changes, Progress
from reader.model import Problem

ATTEMPTS = 6
"""How often indexing that ended by a fault is started again; each time the article at fault has been marked."""


class Worker(Protocol):
    """Something that indexes on its own."""

    latest: Progress | None
    code: int | None
    """None while it works; 0 when it is done; see `reader.library.indexing` for the others."""

    def poll(self) -> None:
        """Bring `latest` and `code` up to date; never waits."""

    def stop(self) -> None:
        """End it."""


class Indexing:
    """What the screen holds of an indexing that runs. Nothing here blocks."""

    def __init__(self, start: Callable[[], Worker], mend: Callable[[int], None]) -> None:
        """`start` begins an attempt; `mend` is told the exit code of one that failed, before the next."""
        self._start = start
        self._mend = mend
        self._attempts = 0
        self._last: Progress | None = None
        self._worker: Worker | None = None
        self._begin()

    def poll(self) -> Progress | None:
        """The latest progress, None before there is any; `finished` once there is no more to come."""
        worker = self._worker
        if worker is not None:
            worker.poll()
            if worker.code is not None:
                self._worker = None
                self._ended(worker.code, worker.latest)
            elif worker.latest and not worker.latest.finished:  # an attempt's end is not the end
                self._last = worker.latest
        return self._last

    def stop(self) -> None:
        """End it at once; what was stored stays."""
        if self._worker is not None:
            self._worker.stop()
            self._worker = None
            self._last = Progress(0, 0, "stopped", True)

    def _begin(self) -> None:
        self._attempts += 1
        try:
            self._worker = self._start()
        except (OSError, sqlite3.Error) as error:
            self._last = _failure(f"Indexing could not be started: {error}")

    def _ended(self, code: int, latest: Progress | None) -> None:
        if code == 0:
            changes = latest.changes if latest else Changes()
            self._last = Progress(0, 0, "done", True, changes=changes)
        elif self._attempts < ATTEMPTS:
            self._last = None
            self._mend(code)
            self._begin()
        elif latest and latest.finished:
            self._last = latest
        else:
            self._last = _failure(f"Indexing ended unexpectedly (exit code {code})")


def _failure(message: str) -> Progress:
    hint = "what is indexed already can be read; see `reader doctor`"
    return Progress(0, 0, "failed", True, Problem("", None, message, hint))


class _Stopped(BaseException):
    """Leaves the work in the thread; no error, so nothing on the way may take it for one."""


class Inside:
    """Indexing in a thread of this process, for a catalogue in memory. Slower for the reader, but it can be read."""

    def __init__(
        self, connection: sqlite3.Connection, roots: Sequence[Path], full: bool, links: Links = NO_LINKS
    ) -> None:
        self.latest: Progress | None = None
        self.code: int | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(connection, roots, full, links), daemon=True)
        self._thread.start()

    def poll(self) -> None:
        """Everything is up to date already, but for a thread that broke off."""
        if not self._thread.is_alive() and self.code is None:  # its last act is to say that it is done
            self.code = 1

    def stop(self) -> None:
        """Ask it to end, and wait for the article at hand."""
        self._stopping.set()
        self._thread.join()

    def _run(self, connection: sqlite3.Connection, roots: Sequence[Path], full: bool, links: Links) -> None:
        from reader.library.indexing import index

        try:
            changes = index(connection, roots, Pace(self._tell), full, links)
            self.latest = Progress(0, 0, "done", True, changes=changes)
            self.code = 0
        except _Stopped:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except sqlite3.ProgrammingError:  # the library was closed under it
            return

    def _tell(self, progress: Progress) -> None:
        if self._stopping.is_set():
            raise _Stopped
        self.latest = progress
