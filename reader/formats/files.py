"""Opening what a path names, if it is a file and nothing else.

A pipe would block for ever, a device may act on being opened, a directory is no article: none of them is opened.
"""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from reader.model import Problem

LARGEST_ARTICLE = 64 << 20
"""Bytes. A file above holds no single article; ten megabytes (two million words) are read in a few seconds."""

_KINDS = (
    (stat.S_ISDIR, "a folder, not a file"),
    (stat.S_ISFIFO, "a named pipe, not a file"),
    (stat.S_ISSOCK, "a socket, not a file"),
    (stat.S_ISCHR, "a device, not a file"),
    (stat.S_ISBLK, "a device, not a file"),
)


def reason(error: OSError) -> str:
    """Why a file could not be opened or read, in words."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read this file"
    return (error.strerror or type(error).__name__).lower()


def _refusal(mode: int) -> str | None:
    if stat.S_ISREG(mode):
        return None
    return next((kind for test, kind in _KINDS if test(mode)), "not a regular file")


def open_regular(path: Path, name: str) -> BinaryIO | Problem:
    """Open a regular file for reading; a `Problem` for everything else. Never blocks on a pipe."""
    try:
        refusal = _refusal(path.stat().st_mode)
        if refusal:
            return Problem(name, None, refusal)
        # Looked at again once it is open: it may have been replaced meanwhile, and then O_NONBLOCK keeps a
        # pipe from hanging.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        return Problem(name, None, reason(error))
    except ValueError:
        return Problem(name, None, "not a possible file name")
    refusal = _refusal(os.fstat(descriptor).st_mode)
    if refusal:
        os.close(descriptor)
        return Problem(name, None, refusal)
    return os.fdopen(descriptor, "rb")


def read_bounded(path: Path, name: str, limit: int = LARGEST_ARTICLE) -> bytes | Problem:
    """The whole of a regular file of at most `limit` bytes."""
    opened = open_regular(path, name)
    if isinstance(opened, Problem):
        return opened
    with opened:
        try:
            data = opened.read(limit + 1)
        except OSError as error:
            return Problem(name, None, reason(error))
    if len(data) > limit:
        return Problem(
            name, None, f"larger than {limit >> 20} MB", "one article is expected in a file; use .jsonl for many"
        )
    return data
