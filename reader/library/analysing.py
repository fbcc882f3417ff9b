"""The third and longest phase of indexing: every article is analysed once, newest first, and what is found is kept."""

import sqlite3
import time
from collections.abc import Iterator

from reader.library import catalogue, findings
from reader.library.analyst import Job, cores, found, settle_collector
from reader.library.found import FoundTables, Rows, forget_all, rows
from reader.library.intake import transaction
from reader.library.merging import PENDING, merge
from reader.library.principals import name_events_of
from reader.library.reading import Tell
from reader.library.values import Progress
from reader.model import Analysis, Article

_BATCH_SECONDS = 1.0
_STEP = 10
FEW = 100
"""So few articles are not worth another process."""


def analyse_articles(
    connection: sqlite3.Connection, tell: Tell, full: bool = False, processes: int = 0, spare: int = 1
) -> None:
    """Analyse what has not been analysed; everything where the program that did it was another one.

    `processes`: how many analyse at once, 0 for one on each core but those to `spare`.
    """
    maker = findings.maker()
    if full or catalogue.get(connection, "analyser") != maker:
        with transaction(connection):
            connection.execute("UPDATE articles SET quotes = NULL WHERE quotes IS NOT NULL")
            forget_all(connection)
            connection.execute("DELETE FROM principals")
            catalogue.put(connection, "analyser", maker)
    waiting = [
        row[0]
        for row in connection.execute(
            "SELECT key FROM articles WHERE quotes IS NULL AND problem IS NULL ORDER BY key DESC"
        )
    ]
    tables = FoundTables(connection)
    batch: list[tuple[int, Rows]] = []
    since, stored = time.monotonic(), 0
    if len(waiting) > FEW:
        settle_collector()

    def blame(key: int) -> None:
        """Passed over by the next attempt, which the screen makes by itself."""
        batch.append((key, rows(Article("", "", ""), Analysis())))

    processes = processes or (cores(spare) if len(waiting) > FEW else 1)
    try:
        for done, one in enumerate(found(_jobs(connection, waiting), processes, blame)):
            batch.append(one)
            if time.monotonic() - since >= _BATCH_SECONDS:
                _store(tables, connection, batch)
                batch, since, stored = [], time.monotonic(), stored + 1
                if stored % PENDING == 0:
                    merge(connection, "sayings", "name_words")
            if done % _STEP == 0:
                tell(Progress(done, len(waiting), "analysing"))
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        _store(tables, connection, batch)
    merge(connection, "sayings", "name_words")


def _jobs(connection: sqlite3.Connection, keys: list[int]) -> Iterator[Job]:
    find = "SELECT key, id, body FROM articles JOIN bodies USING (key) WHERE key = ?"
    for key in keys:
        yield connection.execute(find, (key,)).fetchone()


def _store(tables: FoundTables, connection: sqlite3.Connection, batch: list[tuple[int, Rows]]) -> None:
    if not batch:
        return
    with transaction(connection):
        tables.put(batch)
        name_events_of(connection, (key for key, _ in batch))
