"""The log of unforeseen errors: a file in the state folder that the user can look at or attach to a report."""

import os
import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path

from reader import __version__

LIMIT = 1_000_000
"""Bytes after which the log starts anew."""


def path() -> Path:
    """Where the log is; it may not exist yet."""
    from reader.settings.paths import from_environment

    return from_environment().state / "reader.log"


def record(error: BaseException) -> str:
    """Append the error and its traceback to the log. Returns the log's path, or why there is none."""
    file = path()
    entry = (
        f"{datetime.now().astimezone().isoformat(timespec='seconds')} reader {__version__} "
        f"Python {platform.python_version()} {sys.platform}\n{''.join(traceback.format_exception(error))}\n"
    )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.exists() and file.stat().st_size > LIMIT
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if fresh else os.O_APPEND)
        with os.fdopen(os.open(file, flags, 0o600), "w", encoding="utf-8", errors="backslashreplace") as log:
            log.write(entry)
    except OSError as failure:
        return f"no log, because {file} cannot be written ({failure.strerror})"
    return str(file)
