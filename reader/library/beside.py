"""A second view of a library: a connection of its own, for a thread whose questions can be broken off at any moment.

Whoever searches while letters are typed asks here, so that no question waits for one that nobody wants answered any
more, and the connection that the screen draws from is never busy.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from reader.library import catalogue
from reader.library.connected import Connected

if TYPE_CHECKING:
    from reader.library.library import Library


class Overtaken(sqlite3.OperationalError):
    """The question was broken off."""


class Reading(Connected):
    """A connection that only reads. A damaged catalogue is left to the one that may replace it."""

    def __init__(self, opened: catalogue.Opened) -> None:
        super().__init__(opened)
        self.is_stopped = False

    def select(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """Rows of a query. Raises `Overtaken` once the work is broken off, sqlite3.Error where nothing can be read."""
        if self.is_stopped:
            raise Overtaken
        try:
            return self.connection.execute(query, values).fetchall()
        except sqlite3.OperationalError as error:
            raise self._meant(error) from error

    def stream(self, query: str, values: Sequence[Any] = (), many: int = 200) -> Iterator[list[Any]]:
        """The same, so many rows at a time."""
        if self.is_stopped:
            raise Overtaken
        try:
            cursor = self.connection.execute(query, values)
            while rows := cursor.fetchmany(many):
                yield rows
                if self.is_stopped:
                    raise Overtaken
        except sqlite3.OperationalError as error:
            raise self._meant(error) from error

    def _meant(self, error: sqlite3.OperationalError) -> sqlite3.OperationalError:
        return Overtaken() if self.is_stopped or error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT else error

    def replace(self, error: Exception) -> None:
        """Nothing is replaced from here."""
        raise sqlite3.DatabaseError(str(error))

    def follow(self) -> None:
        """Nor followed: the next piece of work begins with the right one."""


class Beside:
    """Opens the view, again whenever the catalogue has been replaced, and breaks off what it is asked.

    One thread asks; any other may break it off.
    """

    def __init__(self, shared: Connected, library: Callable[[Connected], Library]) -> None:
        self._shared = shared
        self._library = library
        self._opened: tuple[int, Library, Reading | None] | None = None
        self._guard = Lock()

    def begin(self) -> Library:
        """The library, for the next piece of work. Raises sqlite3.Error where its catalogue cannot be opened.

        A catalogue in memory has no second connection: it is asked through the first, and is never broken off.
        """
        openings = self._shared.openings
        if self._opened is None or self._opened[0] != openings:
            self.close()
            own = None if self._shared.in_memory else Reading(_opened(self._shared.path))
            with self._guard:
                self._opened = openings, self._library(own or self._shared), own
        if (own := self._opened[2]) is not None:
            own.is_stopped = False
        return self._opened[1]

    def stop(self) -> None:
        """Break off what is being asked. To be said again while it goes on: a question may just not have begun."""
        with self._guard:
            own = self._opened[2] if self._opened else None
            if own is not None:
                own.is_stopped = True
                with suppress(sqlite3.Error):
                    own.connection.interrupt()

    def close(self) -> None:
        """Let go of the connection."""
        with self._guard:
            opened, self._opened = self._opened, None
            if opened is not None and opened[2] is not None:
                opened[2].connection.close()


def _opened(path: Path) -> catalogue.Opened:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        timeout=catalogue.BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute(f"PRAGMA cache_size = -{catalogue.CACHE_KIBIBYTES}")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection, path, ()
