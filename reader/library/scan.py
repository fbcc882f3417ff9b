"""Which files a library consists of now: walked, told apart from what only looks like a file, in a fixed order."""

import os
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reader.model import Problem

IsWanted = Callable[[Path], bool]
"""Whether a file of this name is one that the formats can read, which its ending tells."""

Identity = tuple[int, int]
"""Device and inode: the same for all names of one file or folder."""

SKIPPED_FOLDERS = frozenset({b"notes"})
"""The user's own notes may lie inside the library; they are no articles."""


class Found(NamedTuple):
    """A file, with what tells whether it has changed."""

    root: int
    """Number of the library's path it was found under."""
    path: bytes
    """From there, as the system spells it; empty where the root itself is the file."""
    size: int
    mtime_ns: int


def scan(roots: Sequence[Path], is_wanted: IsWanted) -> Iterator[Found | Problem]:
    """All regular files in folder order, names sorted as bytes; what could not be looked at, as problems.

    Hidden entries, folders of notes, and everything that is neither a file nor a folder (pipes, sockets, devices) are
    left out. A root that is a link is followed, and so are links that stay inside their root; one that leads out of it
    is left out and said so, because what is read should be what was named (name the other folder as well). A folder
    that was seen already (a loop) is not entered again. A file named as a root is given whatever its name.
    """
    named = _named_files(roots)
    seen: set[Identity] = set()
    for number, root in enumerate(roots):
        try:
            status = root.stat()
        except (OSError, ValueError) as error:
            yield _problem(root, error)
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _walk(number, os.fsencode(root), status, seen, named, is_wanted)
        elif not stat.S_ISREG(status.st_mode):
            yield Problem(os.fspath(root), None, "This is neither a file nor a folder")
        elif _is_new(status, seen):
            yield Found(number, b"", status.st_size, status.st_mtime_ns)


def _named_files(roots: Sequence[Path]) -> set[Identity]:
    """Files that are roots themselves: they are not found a second time inside a folder."""
    if len(roots) < 2:
        return set()
    found = set()
    for root in roots:
        with suppress(OSError, ValueError):
            status = root.stat()
            if stat.S_ISREG(status.st_mode):
                found.add((status.st_dev, status.st_ino))
    return found


def _walk(
    number: int,
    root: bytes,
    status: os.stat_result,
    seen: set[Identity],
    named: Collection[Identity],
    is_wanted: IsWanted,
) -> Iterator[Found | Problem]:
    waiting = [b""] if _is_new(status, seen) else []
    known: dict[bytes, bool] = {}
    """Endings that have been met, and whether they are wanted: a path of each of a million names costs more than all
    the rest."""
    while waiting:
        folder = waiting.pop()
        folders = []
        try:
            entries = _entries(_join(root, folder))
        except OSError as error:
            yield _problem(Path(os.fsdecode(_join(root, folder))), error)
            continue
        for entry in entries:
            path = _join(folder, entry.name)
            try:
                if entry.is_symlink() and (problem := _outside(entry, root, is_wanted)):
                    yield problem
                elif entry.is_dir():
                    if entry.name not in SKIPPED_FOLDERS and _is_new(entry.stat(), seen):
                        folders.append(path)
                elif _has_wanted_ending(entry.name, known, is_wanted):
                    # A link into nothing, or round in a circle, says so in stat.
                    status = entry.stat()
                    if stat.S_ISREG(status.st_mode) and (status.st_dev, status.st_ino) not in named:
                        yield Found(number, path, status.st_size, status.st_mtime_ns)
            except OSError as error:
                yield _problem(Path(os.fsdecode(entry.path)), error)
        waiting.extend(reversed(folders))


def _has_wanted_ending(name: bytes, known: dict[bytes, bool], is_wanted: IsWanted) -> bool:
    ending = os.path.splitext(name)[1]  # noqa: PTH122 - bytes
    if ending not in known:
        known[ending] = is_wanted(Path(os.fsdecode(name)))
    return known[ending]


def _outside(entry: os.DirEntry[bytes], root: bytes, is_wanted: IsWanted) -> Problem | None:
    """What to say about a link to a folder or an article that lies outside the root."""
    inside, target = os.path.realpath(root), os.path.realpath(entry.path)
    if target == inside or target.startswith(_join(inside, b"").rstrip(b"/") + b"/"):
        return None
    if not entry.is_dir() and not is_wanted(Path(os.fsdecode(entry.name))):
        return None
    if not os.path.exists(target):  # noqa: PTH110 - bytes
        return None
    message = "This link leads out of the library and is not followed"
    return Problem(os.fsdecode(entry.path), None, message, "open the place it leads to as well", "notice")


def _entries(folder: bytes) -> list[os.DirEntry[bytes]]:
    with os.scandir(folder) as found:
        return sorted((entry for entry in found if not entry.name.startswith(b".")), key=lambda entry: entry.name)


def _join(folder: bytes, name: bytes) -> bytes:
    return b"/".join(filter(None, (folder, name)))


def _is_new(status: os.stat_result, seen: set[Identity]) -> bool:
    identity = status.st_dev, status.st_ino
    if identity in seen:
        return False
    seen.add(identity)
    return True


def _problem(path: Path, error: Exception) -> Problem:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Problem(os.fspath(path), None, f"Cannot be read: {reason}")
