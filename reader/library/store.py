"""Putting articles into the catalogue and taking them out: the only module that writes text, index and lone events.

Everything here happens inside the caller's transaction, so that another process sees a batch whole or not at all.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.library import found, packing
from reader.library.keys import Keys
from reader.model import Article, Problem
from reader.text.letters import indexed

PROBLEMS_PER_FILE = 100
"""A container of a million bad lines is one problem, not a million."""


class Place(NamedTuple):
    """Where an article lies: a file of the table `files`, and its bytes there; length None for the whole file."""

    file: int
    start: int = 0
    length: int | None = None


class Incoming(NamedTuple):
    """An article on its way into the catalogue."""

    article: Article
    place: Place
    packed: bytes
    digest: int
    problem: str | None = None
    """Why there is no text; the title is the file's name then."""
    key: int | None = None
    """That of the earlier version, to be had again where the date is the same: a list then stays where it is."""


def incoming(article: Article, place: Place, problem: str | None = None) -> Incoming:
    """Pack an article; outside the transaction, because it is the longer part of the work."""
    packed = packing.pack(article)
    return Incoming(article, place, packed, packing.digest(article), problem)


def add(connection: sqlite3.Connection, batch: Sequence[Incoming]) -> list[int]:
    """Store new articles, each as an event of its own until grouping has looked at it; their keys."""
    keys = Keys(connection, {one.key for one in batch if one.key is not None})
    # Ascending keys: the full-text index is written in one go, else it starts anew at each step back.
    keyed = sorted(((one.key or keys.new(one.article.published), one) for one in batch), key=lambda pair: pair[0])
    taken = _taken(connection, (one.article.id for one in batch))
    connection.executemany(
        "INSERT INTO articles (key, id, own, file, start, length, digest, title, label, source, author, "
        "published, event, quotes, words, problem) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,NULL,?,?)",
        [_row(key, one, taken) for key, one in keyed],
    )
    connection.executemany(
        "INSERT INTO bodies (key, body) VALUES (?, ?)", [(key, packing.squeeze(one.packed)) for key, one in keyed]
    )
    connection.executemany(
        "INSERT INTO events (event, members) VALUES (?, ?)", [(key, array("q", (key,)).tobytes()) for key, _ in keyed]
    )
    readable = [
        (key, indexed(one.article.title or ""), indexed(one.article.text)) for key, one in keyed if one.problem is None
    ]
    connection.executemany("INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)", readable)
    connection.executemany(
        "INSERT INTO titles (rowid, title) VALUES (?, ?)", [(key, title) for key, title, _ in readable]
    )
    return [key for key, _ in keyed]


def _row(key: int, one: Incoming, taken: set[str]) -> tuple[object, ...]:
    article = one.article
    id, own = article.id, None
    if id in taken:
        id, own = f"{article.id}~{key}", article.id  # made short and lasting by `reader.library.copies`
    taken.add(id)
    return (
        key,
        id,
        own,
        *one.place,
        one.digest,
        None if one.problem else article.title,
        article.label if one.problem or not article.title else None,
        article.source,
        article.author,
        article.published,
        key,
        _words(article),
        one.problem,
    )


def _words(article: Article) -> int:
    """Words of a cleaned text, in which one space or line break stands between two words and two between paragraphs."""
    text, breaks = article.text, article.text.count("\n")
    if breaks == 2 * (len(article.paragraphs) - 1):  # none inside a paragraph
        return text.count(" ") + len(article.paragraphs)
    return text.count(" ") + breaks - text.count("\n\n") + 1 if text else 0


def _taken(connection: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    find = "SELECT id FROM articles WHERE id = ?"
    return {row[0] for id in set(ids) for row in connection.execute(find, (id,))}


def move(connection: sqlite3.Connection, moves: Iterable[tuple[int, Incoming]]) -> None:
    """Note where articles lie now, and on which lines."""
    for key, one in moves:
        (start,) = connection.execute("SELECT start FROM articles WHERE key = ?", (key,)).fetchone()
        connection.execute("UPDATE articles SET file = ?, start = ?, length = ? WHERE key = ?", (*one.place, key))
        if start != one.place.start or one.place.length is None:
            connection.execute("UPDATE bodies SET body = ? WHERE key = ?", (packing.squeeze(one.packed), key))


def remove(connection: sqlite3.Connection, gone: Iterable[int]) -> None:
    """Take articles out, of the full-text index and of their events as well."""
    for key in gone:
        row = connection.execute(
            "SELECT event, title, problem, body FROM articles JOIN bodies USING (key) WHERE key = ?", (key,)
        ).fetchone()
        if row is None:
            continue
        event, title, problem, body = row
        if problem is None:  # an index without content has to be told what it is to forget
            article = packing.unpack(body, "", "")
            found.forget(connection, key, article)
            connection.execute(
                "INSERT INTO texts (texts, rowid, title, text) VALUES ('delete', ?, ?, ?)",
                (key, indexed(title or ""), indexed(article.text)),
            )
            connection.execute(
                "INSERT INTO titles (titles, rowid, title) VALUES ('delete', ?, ?)", (key, indexed(title or ""))
            )
        for table in ("articles", "bodies", "leads", "versions"):
            connection.execute(f"DELETE FROM {table} WHERE key = ?", (key,))
        _leave(connection, event, key)


def _leave(connection: sqlite3.Connection, event: int, key: int) -> None:
    row = connection.execute("SELECT members FROM events WHERE event = ?", (event,)).fetchone()
    members = array("q", row[0] if row else b"")
    rest = array("q", (member for member in members if member != key))
    for table in ("events", "principals"):
        connection.execute(f"DELETE FROM {table} WHERE event = ?", (event,))
    if rest:
        newest = max(rest)
        connection.execute("INSERT INTO events (event, members) VALUES (?, ?)", (newest, rest.tobytes()))
        connection.execute("UPDATE groups SET event = ? WHERE event = ?", (newest, event))
        connection.executemany("UPDATE articles SET event = ? WHERE key = ?", [(newest, member) for member in rest])
    if len(rest) < 2:
        connection.execute("DELETE FROM groups WHERE event IN (?, ?)", (event, max(rest, default=event)))


def report(connection: sqlite3.Connection, file: int | None, problems: Sequence[Problem]) -> None:
    """Replace what is wrong with a file (None: with the library's folders)."""
    connection.execute("DELETE FROM problems WHERE file IS ?", (file,))
    shown = list(problems[:PROBLEMS_PER_FILE])
    if len(problems) > len(shown):
        shown.append(Problem(problems[0].path, None, f"{len(problems) - len(shown)} more problems in this file"))
    connection.executemany(
        "INSERT INTO problems (file, path, line, message, hint, severity, place) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(file, plain(one.path), one.line, plain(one.message), one.hint, one.severity, one.column) for one in shown],
    )


def plain(path: str) -> str:
    """A path that need not be valid text, as text that may be stored."""
    return path.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
