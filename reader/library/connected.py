"""A catalogue that is open: asked from any thread, and replaced by an empty one when it turns out to be damaged."""

import sqlite3
from collections.abc import Iterator, Sequence
from threading import RLock
from typing import Any

from reader.library import catalogue


class Connected:
    """The connection to a library's catalogue, whichever file that is at the moment."""

    def __init__(self, opened: catalogue.Opened) -> None:
        self.connection, self.path, problems = opened
        self.problems = list(problems)
        """What the user should know about the catalogue."""
        self.openings = 0
        """How often the catalogue was replaced."""
        self._lock = RLock()
        self._identity: tuple[int, int] | None = None
        self._identity = self._seen()

    @property
    def in_memory(self) -> bool:
        """Whether no other process can see it."""
        return self.path == catalogue.MEMORY

    def select(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """Rows of a query. A catalogue that turns out to be damaged is replaced by an empty one and gives no rows."""
        with self._lock:
            try:
                return self.connection.execute(query, values).fetchall()
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                if not catalogue.is_broken(error):
                    raise
                self.replace(error)
                return []

    def stream(self, query: str, values: Sequence[Any] = (), many: int = 200) -> Iterator[list[Any]]:
        """The same rows, so many at a time: who has seen enough asks for no more."""
        try:
            with self._lock:
                cursor = self.connection.execute(query, values)
            try:
                while True:
                    with self._lock:
                        rows = cursor.fetchmany(many)
                    if not rows:
                        return
                    yield rows
            finally:
                cursor.close()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if not catalogue.is_broken(error):
                raise
            self.replace(error)

    def replace(self, error: Exception) -> None:
        """Go on with an empty catalogue in place of a damaged one."""
        with self._lock:
            self.connection.close()
            self.problems.append(catalogue.damaged(self.path, error))
            if not self.in_memory and self._seen() == self._identity:  # else another reader has done it
                catalogue.set_aside(self.path)
            self._change(catalogue.open_or_replace(self.path))

    def follow(self) -> None:
        """Go on with the file that lies in the catalogue's place, where it is not the one that is open any more.

        It was deleted, or another reader has found it damaged: what is open would stay as it is for ever.
        """
        with self._lock:
            if not self.in_memory and self._seen() != self._identity:
                self.connection.close()
                self.problems.append(catalogue.lost(self.path))
                self._change(catalogue.open_or_replace(self.path))

    def leave(self, error: Exception) -> None:
        """Go on with a temporary one where this cannot be written."""
        with self._lock:
            self.connection.close()
            self._change(catalogue.passing(self.path, error))

    def _change(self, opened: catalogue.Opened) -> None:
        self.connection, self.path, problems = opened
        self.problems.extend(problems)
        self.openings += 1
        self._identity = None
        self._identity = self._seen()

    def _seen(self) -> tuple[int, int] | None:
        """Which file lies in the catalogue's place; a disk that is silent is no reason to change it."""
        try:
            return catalogue.identity(self.path)
        except OSError:
            return self._identity

    def version(self) -> int:
        """Another number whenever another process or thread has written, or the catalogue was replaced."""
        self.follow()
        rows = self.select("PRAGMA data_version")
        return self.openings << 48 | self.connection.total_changes << 24 | (rows[0][0] if rows else 0)

    def close(self) -> None:
        """Let go of it; a temporary one is deleted."""
        with self._lock:
            self.connection.close()
            catalogue.forget_temporary(self.path)
