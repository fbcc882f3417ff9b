"""Batches on their way into the catalogue: small transactions, so that rows appear soon and a kill costs little.

A file's row says `whole` only in the transaction that stores its last article. Whoever finds a file that is not whole
reads it again, and articles that are stored already are recognised by id and content: nothing is there twice.
"""

import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterable

from reader.library import catalogue, store, versions
from reader.library.scan import Found
from reader.library.values import Changes
from reader.model import Article, Problem

FIRST_BATCH = 50
FIRST_SECONDS = 0.1
"""The first rows have to be on the screen at once …"""
BATCH = 2000
BATCH_SECONDS = 1.0
"""… the others as fast as possible: the full-text index is written about half as fast in batches of 500."""


class OldRows:
    """Articles that the catalogue has of files which changed or went: each may be found again, once."""

    def __init__(self, rows: Iterable[tuple[int, str, int]]) -> None:
        """Rows of (key, own id, digest)."""
        self._rows: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for key, id, digest in rows:
            self._rows[id][key] = digest

    def __bool__(self) -> bool:
        """Whether there were any at all."""
        return bool(self._rows)

    def claim(self, id: str, digest: int) -> int | None:
        """The key of the same article, unchanged; it is not offered again."""
        for key, found in self._rows.get(id, {}).items():
            if found == digest:
                del self._rows[id][key]
                return key
        return None

    def replaced(self, id: str) -> list[int]:
        """The key of an article of this id whose content is another now, if there is one."""
        return [self._rows[id].popitem()[0]] if self._rows.get(id) else []

    def only(self) -> list[int]:
        """The key of the only article, if there is one and no more, taken out."""
        keys = self.rest()
        if len(keys) == 1:
            self._rows.clear()
            return keys
        return []

    def rest(self) -> list[int]:
        """What was not claimed."""
        return [key for rows in self._rows.values() for key in rows]


class Intake:
    """Collects what reading gives and stores it in transactions of a second at most."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.changes = Changes()
        """What came, went or moved, as far as it is stored."""
        self._connection = connection
        self._limit, self._seconds = FIRST_BATCH, FIRST_SECONDS
        self._since = time.monotonic()
        self._new: list[store.Incoming] = []
        self._moves: list[tuple[int, store.Incoming]] = []
        self._moved = 0
        """How many of them come from another file."""
        self._gone: list[int] = []
        self._edits: list[versions.Edit] = []
        self._fresh: list[tuple[str, int]] = []
        """(own id, first byte) of what is new in a file that was known before."""
        self._files: dict[int, tuple[Found, int]] = {}
        self._forgotten: list[int] = []
        self._problems: dict[int, list[Problem]] = {}

    def begin(self, file: int, found: Found) -> None:
        """A file is going to be read."""
        self._fresh = []
        self._files[file] = (found, 0)

    def take(self, article: Article, place: store.Place, known: OldRows, moved: OldRows) -> None:
        """An article was read; `known` are the old rows of its own file, `moved` those of files that are gone."""
        one = store.incoming(article, place)
        key = known.claim(article.id, one.digest)
        if key is None:
            key = moved.claim(article.id, one.digest)
            self._moved += key is not None
        if key is not None:
            self._moves.append((key, one))
        else:
            self._put(one, known)
        self._flush_when_due()

    def _put(self, one: store.Incoming, known: OldRows) -> None:
        """An article that the catalogue does not have: a new one, or what one that it has was edited into."""
        article, place = one.article, one.place
        old = known.replaced(article.id) or (known.only() if place.length is None else [])
        for key in old:
            self._edits.append(versions.Edit(key, place.file, article.id))
            find = "SELECT published FROM articles WHERE key = ?"
            if self._connection.execute(find, (key,)).fetchone() == (article.published,):
                one = one._replace(key=key)
        self.drop(old)
        self._new.append(one)
        if not old and known:
            self._fresh.append((article.id, place.start))

    def refuse(self, article: Article, file: int, reason: str, known: OldRows) -> None:
        """A file without any article: its row says why."""
        one = store.incoming(article, store.Place(file), reason)
        if known.claim(article.id, one.digest) is None:
            self._new.append(one)

    def end(self, file: int, known: OldRows) -> None:
        """Nothing more is read from a file: what was not found again is gone, or was edited into something new."""
        rest = known.rest()
        self._edits += versions.match(self._connection, file, rest, self._fresh)
        self.drop(rest)

    def fail(self, article: Article, file: int, found: Found, error: BaseException) -> None:
        """A file that the program could not cope with is marked, so that the next attempt passes it over."""
        self._new, self._moves, self._gone, self._problems, self._edits = [], [], [], {}, []
        reason = f"The program could not cope with this file: {error!r}"
        self._files = {file: (found, 1)}
        self._problems = {file: [Problem(article.file, None, reason)]}
        self.refuse(article, file, reason, OldRows(()))
        self.flush()

    def forget(self, files: Iterable[int]) -> None:
        """Files that are gone."""
        self._forgotten.extend(files)

    def drop(self, keys: Iterable[int]) -> None:
        """Articles that are gone."""
        self._gone.extend(keys)

    def finish(self, file: int, found: Found, problems: list[Problem]) -> None:
        """A file has been read to its end."""
        self._files[file] = (found, 1)
        self._problems[file] = problems
        self._flush_when_due()

    def _flush_when_due(self) -> None:
        size = len(self._new) + len(self._moves) + len(self._files)
        if size >= self._limit or time.monotonic() - self._since >= self._seconds:
            self.flush()
            self._limit, self._seconds = BATCH, BATCH_SECONDS

    def flush(self) -> None:
        """Store what was collected. Raises sqlite3.Error where that is impossible; then nothing of it is stored."""
        connection = self._connection
        unfinished: dict[int, tuple[Found, int]] = {
            file: (found, whole) for file, (found, whole) in self._files.items() if not whole
        }
        changed = bool(self._new or self._gone)
        with transaction(connection):
            earlier = versions.before(connection, self._edits)
            store.remove(connection, self._gone)
            store.move(connection, self._moves)
            store.add(connection, self._new)
            versions.keep(connection, earlier)
            connection.executemany(
                "INSERT OR REPLACE INTO files (file, root, path, size, mtime_ns, whole) VALUES (?, ?, ?, ?, ?, ?)",
                [(file, *found, whole) for file, (found, whole) in self._files.items()],
            )
            for file, problems in self._problems.items():
                store.report(connection, file, problems)
            for file in self._forgotten:
                store.report(connection, file, ())
                connection.execute("DELETE FROM files WHERE file = ?", (file,))
            if changed:
                catalogue.put(connection, "ungrouped", 1)
                catalogue.next_state(connection)
        self.changes = self._changes()
        self._new, self._moves, self._gone, self._problems, self._forgotten, self._edits = [], [], [], {}, [], []
        self._files, self._moved = unfinished, 0
        self._since = time.monotonic()

    def _changes(self) -> Changes:
        new, edited, gone, moved = self.changes
        edits = len(self._edits)
        return Changes(
            new + len(self._new) - edits, edited + edits, gone + len(self._gone) - edits, moved + self._moved
        )


class transaction:  # noqa: N801  (reads as a statement)
    """`with transaction(connection):` all or nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._connection.execute("COMMIT")
        elif self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
