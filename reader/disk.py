"""Files written whole or not at all, one backup of each, and a lock so that two readers take turns."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

LOCK = ".lock"
BACKUP = ".bak"
TEMPORARY = ".tmp"

LOCK_SECONDS = 5.0
"""How long to wait for another reader; a write takes milliseconds."""


class Signature(NamedTuple):
    """By which a change of a file is noticed without reading it."""

    changed: int
    """Nanoseconds since the epoch."""
    size: int
    inode: int


class LockedError(OSError):
    """Another reader has held the lock for too long."""


def signature(file: Path) -> Signature | None:
    """The file's signature, or None where it cannot be looked at."""
    try:
        status = file.stat()
    except OSError:
        return None
    return Signature(status.st_mtime_ns, status.st_size, status.st_ino)


def write(file: Path, data: bytes) -> None:
    """Replace `file` with `data`, keeping what it held as its one backup. After an OSError the file is as it was.

    Whoever reads meanwhile, and whoever looks after a crash or a power failure, finds the old file or the new one.
    """
    file = file.resolve()
    mode = None
    with suppress(FileNotFoundError):
        mode = file.stat().st_mode & 0o777
        _put(file.with_name(file.name + BACKUP), file.read_bytes(), mode)
    _put(file, data, mode)
    _sync_folder(file.parent)


def _put(file: Path, data: bytes, mode: int | None) -> None:
    temporary = file.with_name(f".{file.name}.{os.getpid()}{TEMPORARY}")
    try:
        with temporary.open("wb") as stream:
            if mode is not None:
                temporary.chmod(mode)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(file)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def _sync_folder(folder: Path) -> None:
    """Make the new name last; not every file system can, and the data is safe by then."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def locked(folder: Path, seconds: float | None = None) -> Iterator[None]:
    """Hold the folder's lock, making the folder where there is none. Raises `LockedError` or another OSError.

    The lock goes with the process that holds it, so nobody is locked out by a crash. File systems and systems that
    know no locks are used without.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    try:
        _acquire(handle, LOCK_SECONDS if seconds is None else seconds)
        _sweep(folder)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, seconds: float) -> None:
    try:
        import fcntl
    except ImportError:
        return
    deadline = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise LockedError("another reader is writing here") from None
            time.sleep(0.02)
        except OSError:
            return  # no locks here (some network file systems)
        else:
            return


def _sweep(folder: Path) -> None:
    """Remove what writers that were killed left behind; with the lock held nobody else is writing."""
    for leftover in folder.glob(f".*{TEMPORARY}"):
        with suppress(OSError):
            leftover.unlink()
