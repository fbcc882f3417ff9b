"""Whether a catalogue agrees with itself: every article in one event, every index with a row for each article."""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterator

_INDEXES = {
    "texts": ("SELECT key FROM articles WHERE problem IS NULL", 0),
    "titles": ("SELECT key FROM articles WHERE problem IS NULL AND title IS NOT NULL", 0),
    "sayings": ("SELECT key FROM articles WHERE quotes > 0", 12),
}
"""For each full-text index: which articles may have rows there, and by how many bits a row is more than a key."""
_EACH = {
    "bodies": "articles",
    "analyses": "articles WHERE quotes IS NOT NULL",
    "naming": "articles WHERE quotes IS NOT NULL",
    "figures": "articles WHERE quotes IS NOT NULL",
    "versions": "articles",
    "leads": "articles WHERE problem IS NULL",
}
"""Tables whose rows belong to articles, and to which."""


def faults(connection: sqlite3.Connection, settled: bool = True) -> Iterator[str]:
    """What does not agree; nothing in a sound catalogue. Reads all of it: seconds for ten thousand articles.

    `settled`: indexing has come to its end, so that no article is without an analysis. Raises sqlite3.Error where the
    file cannot be read at all.
    """
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"file: {line}"
    yield from _events(connection)
    for table, wanted in _EACH.items():
        (many,) = connection.execute(
            f"SELECT count(*) FROM {table} WHERE key NOT IN (SELECT key FROM {wanted})"
        ).fetchone()
        if many:
            yield f"{table}: {many} rows of no such article"
    for table in ("bodies", "analyses") if settled else ("bodies",):
        of = "WHERE problem IS NULL" if table == "analyses" else ""
        (many,) = connection.execute(
            f"SELECT count(*) FROM articles {of} {'AND' if of else 'WHERE'} key NOT IN (SELECT key FROM {table})"
        ).fetchone()
        if many:
            yield f"{table}: {many} articles have no row"
    for table, (query, bits) in _INDEXES.items():
        yield from _index(connection, table, query, bits)
    yield from _names(connection)


def _events(connection: sqlite3.Connection) -> Iterator[str]:
    stated = dict(connection.execute("SELECT key, event FROM articles"))
    held: Counter[int] = Counter()
    for event, packed in connection.execute("SELECT event, members FROM events"):
        members = array("q", packed)
        held.update(members)
        if event != max(members, default=0):
            yield f"events: {event} is not its newest article"
        for key in members:
            if stated.get(key) != event:
                yield f"events: article {key} is in {event} and says {stated.get(key)}"
    for key in stated.keys() | held.keys():
        if held[key] != 1 or key not in stated:
            yield f"events: article {key} is in {held[key]} events"
    for (event,) in connection.execute("SELECT event FROM groups WHERE event NOT IN (SELECT event FROM events)"):
        yield f"groups: there is no event {event}"
    known = "SELECT 1 FROM events WHERE events.event = principals.event"
    for (event,) in connection.execute(f"SELECT event FROM principals WHERE NOT EXISTS ({known})"):
        yield f"principals: there is no event {event}"


def _index(connection: sqlite3.Connection, table: str, query: str, bits: int) -> Iterator[str]:
    connection.execute(f"CREATE VIRTUAL TABLE temp.instances USING fts5vocab(main, {table}, instance)")
    try:
        found = {doc >> bits for (doc,) in connection.execute("SELECT DISTINCT doc FROM temp.instances")}
    finally:
        connection.execute("DROP TABLE temp.instances")
    wanted = {key for (key,) in connection.execute(query)}
    if found - wanted:
        yield f"{table}: rows of {len(found - wanted)} articles that have none"
    if table == "texts" and wanted - found:
        empty = {key for (key,) in connection.execute("SELECT key FROM articles WHERE words = 0 AND title IS NULL")}
        if wanted - found - empty:
            yield f"{table}: {len(wanted - found - empty)} articles are not in it"


def _names(connection: sqlite3.Connection) -> Iterator[str]:
    (many,) = connection.execute(
        "SELECT count(*) FROM names WHERE articles < 0 OR "
        "articles > (SELECT count(DISTINCT key) FROM naming WHERE naming.name = names.name)"
    ).fetchone()
    if many:
        yield f"names: {many} are counted wrongly"
    (many,) = connection.execute("SELECT count(*) FROM naming WHERE name NOT IN (SELECT name FROM names)").fetchone()
    if many:
        yield f"naming: {many} rows of no such name"
