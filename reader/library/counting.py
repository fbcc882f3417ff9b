"""The third and longest phase of indexing: every article is analysed once, newest first, so that the list can say how
many quotes each has."""

import sqlite3
import time
from collections.abc import Sequence

from reader.analysis import analyse
from reader.library import packing
from reader.library.blame import blaming
from reader.library.intake import transaction
from reader.library.reading import Tell
from reader.library.values import ANALYSED, Progress

_BATCH_SECONDS = 1.0
_STEP = 10


def count_quotes(connection: sqlite3.Connection, tell: Tell, full: bool = False) -> None:
    """Analyse what has not been analysed."""
    if full:
        with transaction(connection):
            connection.execute("UPDATE articles SET quotes = NULL")
    waiting = [
        row[0]
        for row in connection.execute(
            "SELECT key FROM articles WHERE quotes IS NULL AND problem IS NULL ORDER BY key DESC"
        )
    ]
    find = "SELECT id, body FROM articles JOIN bodies USING (key) WHERE key = ?"
    batch: list[tuple[int, int]] = []
    since = time.monotonic()
    for done, key in enumerate(waiting):
        id, body = connection.execute(find, (key,)).fetchone()
        with blaming(connection, lambda _: _store(connection, [(0, key)])):  # noqa: B023
            batch.append((len(analyse(packing.unpack(body, id, ""), ANALYSED).quotes), key))
        if time.monotonic() - since >= _BATCH_SECONDS:
            _store(connection, batch)
            batch, since = [], time.monotonic()
        if done % _STEP == 0:
            tell(Progress(done, len(waiting), "analysing"))
    _store(connection, batch)


def _store(connection: sqlite3.Connection, batch: Sequence[tuple[int, int]]) -> None:
    if batch:
        with transaction(connection):
            connection.executemany("UPDATE articles SET quotes = ? WHERE key = ?", batch)
