"""Notices that files of a library came, went or changed, by looking at the folders again and again in a thread.

Looking costs the system's time, not the reader's: a look rests after every few files, looks follow each other the more
slowly the longer one takes, and a disk that does not answer keeps nobody waiting but this thread.
"""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from reader.library.scan import Found, scan
from reader.model import Problem

SHORTEST = 2.0
"""Seconds between two looks at a small library …"""
LONGEST = 1200.0
SHARE = 0.01
"""… and the share of the time that may be spent on looking at a large one."""
SETTLING = 1.0
"""Seconds in which nothing more may happen to files before somebody is told: they are often written in pieces."""
PATIENCE = 10
"""So many times that is waited for; a file that grows without end is read as it is."""
_MASK = (1 << 64) - 1
_STRIDE = 64
_REST = 0.004
"""Seconds of rest after so many files, in which keys are answered."""

Stored = Callable[[], Iterator[tuple[int, bytes, int, int]]]
"""The files as the catalogue knows them: (root, path, size, mtime_ns)."""


class Watch:
    """A look at the files every few seconds, until it is stopped."""

    def __init__(self, roots: Sequence[Path], stored: Stored, shortest: float | None = None) -> None:
        self._roots = tuple(roots)
        self._stored = stored
        self._shortest = SHORTEST if shortest is None else shortest
        self._seen: int | None = None
        self._stopping = threading.Event()
        self._changed = threading.Event()
        self.pause = self._shortest
        """Seconds until the next look."""
        self._thread = threading.Thread(target=self._run, name="reader-watch", daemon=True)

    def start(self) -> None:
        """Begin; the first look compares the files with what the catalogue knows."""
        self._thread.start()

    def stop(self) -> None:
        """End it, without waiting for a disk that does not answer."""
        self._stopping.set()

    def take(self) -> bool:
        """Whether something has changed since this was last asked; never waits."""
        changed = self._changed.is_set()
        self._changed.clear()
        return changed

    def _run(self) -> None:
        self._seen = self._known()
        while not self._stopping.is_set():
            begun = time.thread_time()
            now = self._look()
            self.pause = min(LONGEST, max(self._shortest, (time.thread_time() - begun) / SHARE))
            if now != self._seen:
                self._seen = self._settled(now)
                if not self._stopping.is_set():
                    self._changed.set()
            self._stopping.wait(self.pause)

    def _settled(self, now: int) -> int:
        """Wait until two looks in a row see the same."""
        for _ in range(PATIENCE):
            if self._stopping.wait(min(SETTLING, self._shortest)):
                break
            before, now = now, self._look()
            if now == before:
                break
        return now

    def _look(self) -> int:
        """One number for all files as they are: a sum, so that the order in which they are met does not matter."""
        from reader import formats  # the thread's business: the first frame does not wait for it

        total = 0
        for number, one in enumerate(scan(self._roots, formats.is_supported)):
            total += hash((one.path, one.message)) if isinstance(one, Problem) else hash(one)
            if number % _STRIDE == 0 and self._stopping.wait(_REST):
                break
        return total & _MASK

    def _known(self) -> int | None:
        """The same of what the catalogue knows; None where that cannot be said, and nothing is new at first."""
        total = 0
        try:
            for number, file in enumerate(self._stored()):
                total += hash(Found(*file))
                if number % _STRIDE == 0 and self._stopping.wait(_REST):
                    return None
        except sqlite3.Error:
            return None
        return total & _MASK


def stored(path: Path) -> Iterator[tuple[int, bytes, int, int]]:
    """The files that the catalogue at `path` knows, read over a connection of its own. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=1.0)) as connection:
        yield from connection.execute("SELECT root, path, size, mtime_ns FROM files WHERE whole")
