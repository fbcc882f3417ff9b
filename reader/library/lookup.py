"""The questions that a library asks its catalogue, and how the answers become values."""

import json
import os
from array import array
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from reader.library.catalogue import roots_of
from reader.library.keys import FIRST_DATED
from reader.library.values import EventRow, Order, Row
from reader.model import Article, Problem

SORTS = {
    "date": "SELECT event, members FROM events ORDER BY event DESC",
    "oldest": f"SELECT event, members FROM events ORDER BY event < {FIRST_DATED}, event",
    "source": "SELECT events.event, members FROM events JOIN articles ON key = events.event "
    "ORDER BY source IS NULL, source COLLATE NOCASE, events.event DESC",
    "title": "SELECT events.event, members FROM events JOIN articles ON key = events.event "
    "LEFT JOIN groups ON groups.event = events.event "
    "ORDER BY coalesce(groups.title, articles.title, label) COLLATE NOCASE, events.event DESC",
    "quotes": "SELECT events.event, members FROM events JOIN articles ON articles.event = events.event "
    "GROUP BY events.event ORDER BY sum(quotes) DESC, events.event DESC",
    "sources": "SELECT events.event, members FROM events LEFT JOIN groups ON groups.event = events.event "
    "ORDER BY coalesce(sources, 1) DESC, events.event DESC",
}
"""How the list can be sorted: newest event first, oldest first, by outlet, title, number of quotes, of sources."""

KEPT_LIST = (
    "SELECT events, keys, starts FROM lists WHERE state = (SELECT value FROM meta WHERE name = 'state') "
    "ORDER BY rowid DESC LIMIT 1"
)
NEWEST = "SELECT event FROM events ORDER BY event DESC LIMIT 1"
TOP = f"{SORTS['date']} LIMIT ?"
ROWS = (
    "SELECT key, id, root, path, title, label, source, published, event, quotes, words, problem, "
    "(SELECT max(noticed) FROM versions WHERE versions.key = articles.key) "
    "FROM articles JOIN files USING (file) WHERE key IN (%s)"
)
EVENTS = (
    "SELECT events.event, coalesce(groups.id, articles.id), coalesce(groups.title, articles.title, label), "
    "CASE WHEN groups.event IS NULL THEN substr(published, 1, 10) ELSE coalesce(principals.date, groups.date) END, "
    "coalesce(sources, 1), length(events.members) / 8, coalesce(why, '[]'), coalesce(score, 1.0), coalesce(texts, 1), "
    "agency, coalesce(called, '[]'), place "
    "FROM events JOIN articles ON key = events.event LEFT JOIN groups ON groups.event = events.event "
    "LEFT JOIN principals ON principals.event = events.event AND principals.members = events.members "
    "WHERE events.event IN (%s)"
)
ARTICLE = (
    "SELECT id, digest, root, path, body FROM articles JOIN files USING (file) JOIN bodies USING (key) WHERE key = ?"
)
ANALYSIS = "SELECT body FROM analyses WHERE key = ?"
VERSIONS = "SELECT noticed, was, body FROM versions WHERE key = ? ORDER BY version DESC"
FOLLOWED = "SELECT key FROM versions WHERE replaced = ? ORDER BY version DESC LIMIT 1"
RENAMED = "SELECT was, id FROM versions JOIN articles USING (key) WHERE was <> id ORDER BY version"
RAW = "SELECT root, path, start, length, size FROM articles JOIN files USING (file) WHERE key = ?"
PROBLEMS = (
    "SELECT root, files.path, problems.path, line, message, hint, severity, place "
    "FROM problems LEFT JOIN files USING (file) ORDER BY root, files.path, problems.rowid"
)
CLOSED = (
    "SELECT NULL, NULL, path, line, message, hint, severity, place FROM problems "
    "WHERE file IS NULL AND severity = 'error' ORDER BY rowid"
)
"""What could not be looked at at all."""
COUNTS = (
    "SELECT (SELECT count(*) FROM articles) - (SELECT count(*) FROM articles WHERE problem IS NOT NULL), "
    "(SELECT count(*) FROM events), (SELECT count(*) FROM problems WHERE severity = 'error'), "
    "(SELECT count(*) FROM articles) - (SELECT count(*) FROM articles WHERE problem IS NOT NULL) "
    "- (SELECT count(*) FROM articles WHERE quotes IS NULL AND problem IS NULL)"
)
SIZE = (
    "SELECT (SELECT count(*) FROM articles) - (SELECT count(*) FROM articles WHERE problem IS NOT NULL), "
    "(SELECT count(*) FROM events)"
)
KEPT_SIZE = (
    "SELECT length(keys) / 8 - (SELECT count(*) FROM articles WHERE problem IS NOT NULL), length(events) / 8 "
    "FROM lists WHERE state = (SELECT value FROM meta WHERE name = 'state') ORDER BY rowid DESC LIMIT 1"
)
"""The same from the length of the list that is kept: nothing that grows with the library is read."""


AT_ONCE = 500
"""Keys in one query; SQLite takes a limited number of them."""


def marks(keys: Sequence[int]) -> str:
    """As many question marks."""
    return ",".join("?" * len(keys))


class Roots(NamedTuple):
    """The paths of a library, as they were given and as they are."""

    absolute: tuple[Path, ...]
    given: tuple[str, ...]
    """The spelling that the user sees, in the same order."""

    @classmethod
    def of(cls, paths: Sequence[Path]) -> "Roots":
        """Sorted, each once."""
        absolute = roots_of(paths)
        spelling = {os.path.abspath(path): os.fspath(path) for path in reversed(paths)}  # noqa: PTH100
        return cls(absolute, tuple(spelling[os.fspath(path)] for path in absolute))

    def shown(self, root: int, path: bytes) -> str:
        """A file as the user knows it."""
        return os.path.join(self.given[root], os.fsdecode(path)) if path else self.given[root]  # noqa: PTH118

    def real(self, root: int, path: bytes) -> Path:
        """Where the file is."""
        return self.absolute[root] / os.fsdecode(path) if path else self.absolute[root]

    def row(self, found: Sequence[Any]) -> Row:
        """A row of `ROWS`."""
        key, id, root, path, title, label, source, published, event, quotes, words, problem, edited = found
        file = self.shown(root, path)
        return Row(key, id, file, title, title or label, source, published, event, quotes, words, problem, edited)

    def closed(self, rows: Sequence[Any]) -> list[Problem]:
        """Those rows of `CLOSED` that are about a path of the library itself."""
        own = {os.fspath(path) for path in self.absolute}
        return [problem for problem in map(self.problem, rows) if problem.path in own]

    def problem(self, found: Sequence[Any]) -> Problem:
        """A row of `PROBLEMS`."""
        root, path, place, line, message, hint, severity, column = found
        shown = place if root is None else self.shown(root, path)
        return Problem(shown, line, message, hint, severity, column)


def kept_order(found: Sequence[bytes]) -> Order:
    """The order from a row of `KEPT_LIST`."""
    events, keys, starts = array("q"), array("q"), array("i")
    for packed, values in zip(found, (events, keys, starts), strict=True):
        values.frombytes(packed)
    return Order(events, keys, starts)


def made_order(rows: Sequence[tuple[int, bytes]]) -> Order:
    """The order from the rows of a sort."""
    keys = array("q")
    keys.frombytes(b"".join(members for _, members in rows))
    starts = array("i", accumulate((len(members) // 8 for _, members in rows), initial=0))
    return Order(array("q", (event for event, _ in rows)), keys, starts)


def event_row(found: Sequence[Any]) -> EventRow:
    """A row of `EVENTS`."""
    key, id, title, date, sources, articles, why, score, texts, agency, people, place = found
    reasons, called = tuple(json.loads(why)), tuple(json.loads(people))
    return EventRow(key, id, title, date, sources, articles, reasons, score, texts, agency, called, place)


def missing(key: int) -> Article:
    """In place of an article that has left the catalogue."""
    message = "This article is no longer in the library"
    return Article(id=f"gone-{key}", file="", text="", notices=(Problem("", None, message),))
