"""The third and longest phase of indexing: every article is analysed once, newest first, and what is found is kept."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext

from reader.library import catalogue, findings
from reader.library.analyst import Job, Team, cores, found, settle_collector
from reader.library.found import FoundTables, Rows, forget_all, rows
from reader.library.intake import transaction
from reader.library.merging import PENDING, merge
from reader.library.principals import name_events_of
from reader.library.reading import Tell
from reader.library.values import Progress
from reader.model import Analysis, Article

_BATCH_SECONDS = 1.0
_STEP = 10
FEW = 150
"""Articles for which another process pays: they are analysed in twice the time that it takes to load."""


def analysts(connection: sqlite3.Connection, full: bool = False, spare: int = 1) -> AbstractContextManager[Team | None]:
    """Other processes to analyse on all cores but those to `spare`; None where they are not worth it.

    To be asked for early: they load at once, and nobody has to wait for them.
    """
    anew = full or catalogue.get(connection, "analyser") != findings.maker()
    find = "SELECT count(*) FROM articles WHERE problem IS NULL" + ("" if anew else " AND quotes IS NULL")
    processes = min(cores(spare), connection.execute(find).fetchone()[0] // FEW)
    return Team(processes) if processes > 1 else nullcontext()


def analyse_articles(connection: sqlite3.Connection, tell: Tell, full: bool = False, team: Team | None = None) -> None:
    """Analyse what has not been analysed; everything where the program that did it was another one.

    `team`: the processes that do it, if it is not done here.
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

    try:
        for done, one in enumerate(found(_jobs(connection, waiting), team, blame)):
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
