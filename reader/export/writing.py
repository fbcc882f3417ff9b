"""Putting an export into a file: whole or not at all, and never over another file unless that is wanted."""

import os
import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from reader.export.formats import Format
from reader.model import Event

LONGEST = 60
"""Letters of a title that go into a file's name."""


def default_name(event: Event, form: Format) -> str:
    """A file's name made from the day and the title: letters, digits and hyphens, so that data never becomes a path."""
    plain = unicodedata.normalize("NFKD", event.title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-") or "event"
    day = f"{event.date[:10]}-" if event.date else ""
    return f"{day}{words}{form.suffix}"


def write(file: Path, text: str, replace: bool = False) -> None:
    """Write `text` as UTF-8. Raises FileExistsError where the file is there and is not to be replaced, or an OSError.

    Who looks meanwhile, or after a crash, finds the old file or all of the new one.
    """
    temporary = file.with_name(f".{file.name[:100]}.{os.getpid()}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        if replace:
            temporary.replace(file)
        else:
            _put_beside(temporary, file)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _put_beside(temporary: Path, file: Path) -> None:
    """Give the file its name, unless something has it."""
    try:
        os.link(temporary, file)
    except FileExistsError:
        raise
    except OSError:  # a file system without second names
        if os.path.lexists(file):
            raise FileExistsError(str(file)) from None
        temporary.replace(file)
