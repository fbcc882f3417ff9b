"""The first phase of indexing: what changed in the folders, read and stored, newest files first."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from reader import formats
from reader.formats.files import open_regular
from reader.library import store
from reader.library.blame import blaming
from reader.library.intake import Intake, OldRows, transaction
from reader.library.scan import Found, scan
from reader.library.values import Changes, Progress
from reader.model import Article, Problem

Tell = Callable[[Progress], None]

Known = dict[tuple[int, bytes], tuple[int, int, int, int]]
"""(root, path) → file, size, mtime_ns, whole."""

UNREAD = -1
"""Time of change of a file that could not be opened: it is tried again whenever somebody looks."""
_STEP = 25
"""Articles between two reports of progress."""


def read_changes(connection: sqlite3.Connection, roots: Sequence[Path], tell: Tell, full: bool = False) -> Changes:
    """Bring files and articles up to date; what came, went or moved."""
    tell(Progress(0, 0, "looking"))
    known: Known = {
        (root, bytes(path)): (file, size, mtime_ns, whole)
        for file, root, path, size, mtime_ns, whole in connection.execute("SELECT * FROM files")
    }
    changed: list[Found] = []
    problems: list[Problem] = []
    here: set[int] = set()
    for one in scan(roots, formats.is_supported):
        if isinstance(one, Problem):
            problems.append(one)
            continue
        file, *was = known.get(one[:2], (0,))
        here.add(file)
        if full or _has_changed(one, was, roots):
            changed.append(one)
    missing = (place for place, (file, *_) in known.items() if file not in here)
    gone = [known[place][0] for place in missing if not _is_hidden(place, roots, problems)]
    _report_folders(connection, problems)
    if not changed and not gone:
        return Changes()
    return _read(connection, roots, changed, known, gone, tell)


def _has_changed(one: Found, was: Sequence[int], roots: Sequence[Path]) -> bool:
    """Whether a file is to be read; `was`: size, mtime_ns and whole, as the catalogue has them."""
    if [*was[1:]] == [UNREAD, 1]:
        return _opens(roots[one.root] / os.fsdecode(one.path))
    return [*was] != [one.size, one.mtime_ns, 1]


def _is_hidden(place: tuple[int, bytes], roots: Sequence[Path], problems: Iterable[Problem]) -> bool:
    """Whether a file was not seen only because a folder above it could not be looked into: then it is no loss yet."""
    path = roots[place[0]] / os.fsdecode(place[1])
    closed = {problem.path for problem in problems}
    return bool(closed) and any(os.fspath(one) in closed for one in (path, *path.parents))


def _report_folders(connection: sqlite3.Connection, problems: list[Problem]) -> None:
    """Store what is wrong with the folders themselves, if that has changed."""
    stored = connection.execute("SELECT path, message FROM problems WHERE file IS NULL ORDER BY rowid").fetchall()
    if stored != [(store.plain(one.path), one.message) for one in problems]:
        with transaction(connection):
            store.report(connection, None, problems)


def _read(
    connection: sqlite3.Connection,
    roots: Sequence[Path],
    changed: list[Found],
    known: Known,
    gone: list[int],
    tell: Tell,
) -> Changes:
    changed.sort(key=lambda one: (-one.mtime_ns, one.root, one.path))
    total = sum(_expected(roots[one.root] / os.fsdecode(one.path)) for one in changed)
    moved = OldRows(row for file in gone for row in _rows_of(connection, file))
    number = max((file for file, *_ in known.values()), default=0)
    intake = Intake(connection)
    done = 0
    for found in changed:
        file = known[found[:2]][0] if found[:2] in known else (number := number + 1)
        path = roots[found.root] / os.fsdecode(found.path)
        old = OldRows(_rows_of(connection, file) if found[:2] in known else ())
        problems: list[Problem] = []
        count = 0
        intake.begin(file, found)
        with blaming(connection, lambda error: intake.fail(_unread(path), file, found, error)):  # noqa: B023
            for article, place in entries(path, file, problems):
                intake.take(article, place, old, moved)
                count += 1
                done += 1
                if done % _STEP == 0:
                    tell(Progress(done, max(done, total), "reading"))
        if not count:
            done += 1
            found = found if _opens(path) else found._replace(mtime_ns=UNREAD)
            reason = next((one.message for one in problems), "There is no article in this file")
            intake.refuse(_unread(path), file, reason, old)
        intake.end(file, old)
        intake.finish(file, found, problems)
        tell(Progress(done, max(done, total), "reading"))
    intake.drop(moved.rest())
    intake.forget(gone)
    intake.flush()
    return intake.changes


def _opens(path: Path) -> bool:
    """Whether a file can be opened at all: a permission or a disk may come back and leave no trace on the file."""
    opened = open_regular(path, "")
    if isinstance(opened, Problem):
        return False
    opened.close()
    return True


def _rows_of(connection: sqlite3.Connection, file: int) -> list[tuple[int, str, int]]:
    return connection.execute("SELECT key, coalesce(own, id), digest FROM articles WHERE file = ?", (file,)).fetchall()


def _expected(path: Path) -> int:
    """How many articles a file probably has: the lines of a container, else one."""
    if not formats.is_container(path):
        return 1
    lines = 0
    try:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                lines += block.count(b"\n")
    except OSError:
        return 1
    return max(1, lines)


def entries(path: Path, file: int, problems: list[Problem]) -> Iterator[tuple[Article, store.Place]]:
    """The articles of one file as they are read; what is wrong with it goes to `problems`."""
    if formats.is_container(path):
        for entry in formats.read_container(path):
            if entry.problem is not None:
                problems.append(entry.problem)
            if entry.article is not None:
                yield entry.article, store.Place(file, entry.offset, entry.length)
        return
    reading = formats.read(path)
    for article in reading.articles:
        yield article, store.Place(file)
    problems.extend(reading.problems)


def _unread(path: Path) -> Article:
    """What stands in the list for a file that gave no article."""
    mark = blake2b(os.fsencode(path), digest_size=8).hexdigest()
    return Article(id=f"unread-{mark}", file=os.fspath(path), text="", title=store.plain(path.name))
