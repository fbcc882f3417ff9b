"""The third and longest phase of indexing: every article is analysed once, newest first, and what is found is kept."""

import sqlite3
import time
from collections.abc import Sequence

from reader.analysis import analyse
from reader.library import catalogue, findings, packing
from reader.library.blame import blaming
from reader.library.intake import transaction
from reader.library.reading import Tell
from reader.library.values import ANALYSED, Progress
from reader.model import Analysis

_BATCH_SECONDS = 1.0
_STEP = 10


def analyse_articles(connection: sqlite3.Connection, tell: Tell, full: bool = False) -> None:
    """Analyse what has not been analysed; everything where the program that did it was another one."""
    maker = findings.maker()
    if full or catalogue.get(connection, "analyser") != maker:
        with transaction(connection):
            connection.execute("UPDATE articles SET quotes = NULL WHERE quotes IS NOT NULL")
            connection.execute("DELETE FROM analyses")
            catalogue.put(connection, "analyser", maker)
    waiting = [
        row[0]
        for row in connection.execute(
            "SELECT key FROM articles WHERE quotes IS NULL AND problem IS NULL ORDER BY key DESC"
        )
    ]
    find = "SELECT id, body FROM articles JOIN bodies USING (key) WHERE key = ?"
    batch: list[tuple[int, Analysis]] = []
    since = time.monotonic()
    for done, key in enumerate(waiting):
        id, body = connection.execute(find, (key,)).fetchone()
        with blaming(connection, lambda _: _store(connection, [(key, Analysis())])):  # noqa: B023
            batch.append((key, analyse(packing.unpack(body, id, ""), ANALYSED)))
        if time.monotonic() - since >= _BATCH_SECONDS:
            _store(connection, batch)
            batch, since = [], time.monotonic()
        if done % _STEP == 0:
            tell(Progress(done, len(waiting), "analysing"))
    _store(connection, batch)


def _store(connection: sqlite3.Connection, batch: Sequence[tuple[int, Analysis]]) -> None:
    if batch:
        with transaction(connection):
            connection.executemany(
                "UPDATE articles SET quotes = ? WHERE key = ?", [(len(found.quotes), key) for key, found in batch]
            )
            connection.executemany(
                "INSERT OR REPLACE INTO analyses (key, body) VALUES (?, ?)",
                [(key, findings.pack(found)) for key, found in batch],
            )
