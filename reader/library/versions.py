"""What an article was before its file was edited: kept in the catalogue, so that the reader can show what has changed.

An old row and a new article are the same article when they have the same id (in a container), are the only one of their
file, begin at the same byte, or have the same headline. The catalogue may be lost at any time, and the earlier versions
are lost with it: they are a courtesy, not a record.
"""

import sqlite3
import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple

KEPT = 5
"""Earlier versions of one article that are kept, the latest ones."""


class Edit(NamedTuple):
    """An article that takes the place of a stored one."""

    old: int
    """Key of the stored one."""
    file: int
    own: str
    """The id that the new one states or would have alone."""


class Was(NamedTuple):
    """What is known of an article before it is taken out."""

    edit: Edit
    id: str
    body: bytes
    moment: int
    earlier: tuple[tuple[int, int, str, bytes], ...]
    """(noticed, replaced, was, body) of the versions before."""


def match(connection: sqlite3.Connection, file: int, gone: Sequence[int], new: Sequence[tuple[str, int]]) -> list[Edit]:
    """Which of the new articles of a file, (own id, first byte), are what the gone rows have become."""
    if not gone or not new:
        return []
    if len(gone) == len(new) == 1:
        return [Edit(gone[0], file, new[0][0])]
    find = "SELECT start FROM articles WHERE key = ?"
    starts = {row[0]: key for key in gone for row in connection.execute(find, (key,))}
    return [Edit(starts[start], file, own) for own, start in new if start in starts]


def before(connection: sqlite3.Connection, edits: Iterable[Edit]) -> list[Was]:
    """What these articles are now; to be asked before they are taken out."""
    found = []
    moment = int(time.time())
    for edit in edits:
        row = connection.execute(
            "SELECT id, body FROM articles JOIN bodies USING (key) WHERE key = ? AND problem IS NULL", (edit.old,)
        ).fetchone()
        if row is not None:
            earlier = connection.execute(
                "SELECT noticed, replaced, was, body FROM versions WHERE key = ? ORDER BY version", (edit.old,)
            ).fetchall()
            found.append(Was(edit, row[0], row[1], moment, tuple(earlier)))
    return found


def keep(connection: sqlite3.Connection, found: Iterable[Was]) -> None:
    """Store them beside what took their place, after that was stored."""
    for was in found:
        row = connection.execute(
            "SELECT key FROM articles WHERE file = ? AND coalesce(own, id) = ? AND problem IS NULL", was.edit[1:]
        ).fetchone()
        if row is None:
            continue
        rows = [*was.earlier, (was.moment, was.edit.old, was.id, was.body)][-KEPT:]
        connection.execute("DELETE FROM versions WHERE key = ?", (row[0],))
        connection.executemany(
            "INSERT INTO versions (key, noticed, replaced, was, body) VALUES (?, ?, ?, ?, ?)",
            [(row[0], *one) for one in rows],
        )
