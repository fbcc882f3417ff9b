"""The catalogue as a file: where it lies, how it is opened, and what happens when it cannot be used.

It may be lost or damaged at any time without anything being lost but the time to make it anew. So nothing here repairs:
a file that is damaged is set aside, one of another version is replaced, and where nothing can be written there is a
catalogue for this run only, in a temporary file or in memory.
"""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from reader import __version__
from reader.library import merging, schema
from reader.model import Problem

BUSY_SECONDS = 10.0
OPENING_SECONDS = 2.0
"""A catalogue that somebody keeps locked for longer is not waited for by the first frame."""
CACHE_KIBIBYTES = 2000
"""Of pages, for each connection that reads: the system keeps the others, a few microseconds away."""
MEMORY = Path(":memory:")
"""In place of a file's path."""
PAGE_BYTES = 8192
"""Two thirds of what a catalogue with the usual 4096 leaves empty, because texts are of one or two thousand bytes."""
_TEMPORARY = "reader-catalogue-"
_MAKER = f"{schema.VERSION} {__version__}"
"""Another version of the program may see other things in the same text: then the catalogue is made anew."""


_BROKEN = frozenset(
    {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FORMAT,
    }
)


_UNDECODABLE = "Could not decode to UTF-8"
"""An error of Python's, without a code of SQLite's."""

Opened = tuple[sqlite3.Connection, Path, tuple[Problem, ...]]
"""A catalogue, where it lies, and what the user should know about it."""


class Damaged(Exception):  # noqa: N818  (a state, and caught as one)
    """The file is not a sound catalogue of this program and version."""


def roots_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """What makes a library: its paths, absolute, each once, sorted. The disk is not asked."""
    return tuple(Path(path) for path in sorted({os.path.abspath(path) for path in paths}))  # noqa: PTH100


def place(roots: Sequence[Path], cache: Path) -> Path:
    """The file in which the catalogue of this library lies."""
    name = blake2b(b"\0".join(map(os.fsencode, roots)), digest_size=10).hexdigest()
    return cache / f"{name}.sqlite"


def connect(path: Path, patience: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open a catalogue, making its tables where there is no file yet. `patience`: seconds to wait for a lock.

    Raises `Damaged` where the file is not ours or not sound, and sqlite3.OperationalError or OSError where the place
    cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        _check(connection)
    except sqlite3.OperationalError:
        connection.close()
        raise
    except sqlite3.DatabaseError as error:
        connection.close()
        raise Damaged(str(error)) from error
    except Damaged:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection) -> None:
    version = _version(connection)
    if version == (0, 0) and not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        _make(connection)
    elif version != (schema.APPLICATION, schema.VERSION):
        raise Damaged("made by another version" if version[0] == schema.APPLICATION else "not a catalogue")
    elif get(connection, "maker") != _MAKER:
        raise Damaged("made by another version")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
    connection.execute("PRAGMA temp_store = MEMORY")


def _version(connection: sqlite3.Connection) -> tuple[int, int]:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    return application, connection.execute("PRAGMA user_version").fetchone()[0]


def _make(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    if _version(connection) == (0, 0):  # else another process was faster
        for statement in schema.TABLES.split(";\n"):
            connection.execute(statement)
        # One piece a transaction of at most this size: half as long as with the default.
        connection.execute("INSERT INTO texts (texts, rank) VALUES ('hashsize', ?)", (32 << 20,))
        merging.leave_alone(connection)
        put(connection, "maker", _MAKER)
        put(connection, "state", 0)
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    connection.execute("COMMIT")


def is_broken(error: Exception) -> bool:
    """Whether an error says that the catalogue cannot be used any more; not so while it is merely busy."""
    if isinstance(error, UnicodeDecodeError) or str(error).startswith(_UNDECODABLE):
        return True  # a text that is no UTF-8, which nobody has stored
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    return code in _BROKEN or (code == sqlite3.SQLITE_ERROR and str(error).startswith("no such table"))


def is_locked(error: Exception) -> bool:
    """Whether an error says that another program keeps the catalogue for itself: it will let go some time."""
    return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def get(connection: sqlite3.Connection, name: str) -> str | int | None:
    """A value of the table `meta`."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return row[0] if row else None


def put(connection: sqlite3.Connection, name: str, value: str | int) -> None:
    """Set a value of the table `meta`."""
    connection.execute("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (name, value))


def next_state(connection: sqlite3.Connection) -> None:
    """Say, inside a transaction that changes what is in the list, that it has changed."""
    put(connection, "state", int(get(connection, "state") or 0) + 1)


def set_aside(path: Path) -> None:
    """Move a catalogue that cannot be used out of the way; one damaged file is kept for whoever wants to look."""
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        path.replace(path.with_name(path.name + ".damaged"))


def open_or_replace(path: Path) -> Opened:
    """A usable catalogue at `path`, or a passing one where that is impossible; with what the user should know."""
    try:
        try:
            return connect(path, OPENING_SECONDS), path, ()
        except Damaged as error:
            set_aside(path)
            return connect(path, OPENING_SECONDS), path, (damaged(path, error),)
    except (sqlite3.Error, Damaged, OSError) as error:
        return passing(path, error)


def passing(path: Path, error: Exception) -> Opened:
    """A catalogue for this run: in the system's folder for temporary files, or else in memory.

    It begins as a copy of one that can be read but not written, so that a library on such a disk is not read anew.
    """
    import tempfile

    if not is_temporary(path):
        try:
            place = Path(tempfile.mkdtemp(prefix=_TEMPORARY)) / path.name
            if not is_locked(error):  # else it may be changing
                _copy(path, place)
            return _connect_copy(place), place, (unwritable(path, error),)
        except (sqlite3.Error, OSError):
            pass
    forget_temporary(path)
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _check(connection)
    return connection, MEMORY, (unwritable(path, error),)


def _copy(path: Path, place: Path) -> None:
    """What there is of a catalogue, where there is room for it."""
    from shutil import copyfile, disk_usage

    files = [path.with_name(path.name + suffix) for suffix in ("", "-wal")]
    with suppress(OSError):
        if sum(file.stat().st_size for file in files if file.exists()) < disk_usage(place.parent).free // 2:
            for file in files:
                if file.exists():
                    copyfile(file, place.with_name(place.name + file.name[len(path.name) :]))


def _connect_copy(place: Path) -> sqlite3.Connection:
    try:
        return connect(place)
    except Damaged:
        set_aside(place)
        return connect(place)


def identity(path: Path) -> tuple[int, int] | None:
    """Device and inode of the file that lies there now; None where there is none, or nothing in it.

    Raises OSError where that cannot be said.
    """
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return (status.st_dev, status.st_ino) if status.st_size else None


def is_temporary(path: Path) -> bool:
    """Whether this catalogue was made by `passing`."""
    return path.parent.name.startswith(_TEMPORARY)


def forget_temporary(path: Path) -> None:
    """Delete a catalogue in the system's folder for temporary files; leave any other alone."""
    if is_temporary(path):
        from shutil import rmtree

        rmtree(path.parent, ignore_errors=True)


def damaged(path: Path, error: Exception) -> Problem:
    """What to tell the user about a catalogue that was set aside."""
    hint = "nothing is lost: it is being made anew from the articles"
    return Problem(os.fspath(path), None, f"The catalogue could not be used: {error}", hint, "notice")


def lost(path: Path) -> Problem:
    """What to tell the user about a catalogue that was deleted or replaced while it was open."""
    hint = "nothing is lost: what is missing is made anew from the articles"
    return Problem(os.fspath(path), None, "The catalogue was deleted or replaced", hint, "notice")


def unwritable(path: Path, error: Exception) -> Problem:
    """What to tell the user where no catalogue can be kept."""
    if is_locked(error):
        hint = "until the next start a temporary one is used, made anew from the articles"
        return Problem(os.fspath(path), None, "Another program keeps the catalogue locked", hint, "notice")
    hint = "a temporary one is used, which is gone at the end"
    reason = (error.strerror if isinstance(error, OSError) else None) or error
    return Problem(os.fspath(path), None, f"The catalogue cannot be written: {reason}", hint, "notice")
