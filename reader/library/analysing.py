"""The third and longest phase of indexing: every article is analysed once, newest first, and what is found is kept."""

import sqlite3
import time
from collections.abc import Sequence
from operator import itemgetter

from reader.analysis import analyse
from reader.library import catalogue, findings, packing
from reader.library.blame import blaming
from reader.library.found import FoundTables, forget_all
from reader.library.intake import transaction
from reader.library.reading import Tell
from reader.library.values import ANALYSED, Progress
from reader.model import Analysis, Article

_BATCH_SECONDS = 1.0
_STEP = 10

_Found = tuple[int, Article, Analysis]


def analyse_articles(connection: sqlite3.Connection, tell: Tell, full: bool = False) -> None:
    """Analyse what has not been analysed; everything where the program that did it was another one."""
    maker = findings.maker()
    if full or catalogue.get(connection, "analyser") != maker:
        with transaction(connection):
            connection.execute("UPDATE articles SET quotes = NULL WHERE quotes IS NOT NULL")
            forget_all(connection)
            catalogue.put(connection, "analyser", maker)
    waiting = [
        row[0]
        for row in connection.execute(
            "SELECT key FROM articles WHERE quotes IS NULL AND problem IS NULL ORDER BY key DESC"
        )
    ]
    find = "SELECT id, body FROM articles JOIN bodies USING (key) WHERE key = ?"
    tables = FoundTables(connection)
    batch: list[_Found] = []
    since = time.monotonic()
    for done, key in enumerate(waiting):
        id, body = connection.execute(find, (key,)).fetchone()
        article = packing.unpack(body, id, "")
        with blaming(connection, lambda _: _store(tables, connection, [(key, article, Analysis())])):  # noqa: B023
            batch.append((key, article, analyse(article, ANALYSED)))
        if time.monotonic() - since >= _BATCH_SECONDS:
            _store(tables, connection, batch)
            batch, since = [], time.monotonic()
        if done % _STEP == 0:
            tell(Progress(done, len(waiting), "analysing"))
    _store(tables, connection, batch)


def _store(tables: FoundTables, connection: sqlite3.Connection, batch: Sequence[_Found]) -> None:
    if not batch:
        return
    with transaction(connection):
        for key, article, found in sorted(batch, key=itemgetter(0)):
            connection.execute("UPDATE articles SET quotes = ? WHERE key = ?", (len(found.quotes), key))
            tables.put(key, article, found)
