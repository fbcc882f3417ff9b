"""Remembering a choice: one value of a settings file changed, and every other byte of it left as it is."""

import json
import os
import re
from contextlib import suppress
from pathlib import Path

from reader.model import Problem
from reader.settings.document import Document, Scalar, parse, read

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_LINE = r"""
    ^( \ufeff? ["']? %s ["']? [ ]* : ) [ \t]*             # the key
    (?: "(?:[^"\\]|\\.)*" | '(?:[^']|'')*' | [^\#\s](?:[^\#]|(?<=\S)\#)*? )?
    ( \s* (?:(?<=\s)\#.*)? )$                            # a comment stays
"""
_SPECIAL = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


def set_value(file: Path, key: str, value: str | int | bool) -> Problem | None:
    """Set `key` to `value` in a settings file, making the file where there is none; comments and order stay.

    What is wrong comes back as a problem, and the file is then as it was: a file that is not valid, a value that is
    a list or a mapping, a folder that cannot be written. Nothing is written where the value is already there.
    """
    before = read(file)
    if before.problems:
        return before.problems[0]
    try:
        text = file.read_bytes().decode("utf-8") if file.exists() else ""
        wanted = Scalar(_text(value), _kind(value), 0)
        after = _changed(text, before, key, written(value))
        check = parse(after.removeprefix("\ufeff").replace("\r\n", "\n"), file)
        if not _as_meant(before, check, key, wanted):
            return before.problem(_line(before, key), f"{key} could not be changed", "change it by hand")
        if after != text:
            _write(file, after)
    except OSError as error:
        return before.problem(None, f"cannot be written: {error.strerror or error}")
    return None


def written(value: str | int | bool) -> str:
    """A value as YAML writes it on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) or (_PLAIN.fullmatch(value) and value.lower() not in _SPECIAL):
        return str(value)
    return json.dumps(value)


def _text(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _kind(value: str | int | bool) -> str:
    return "bool" if isinstance(value, bool) else "int" if isinstance(value, int) else "str"


def _line(document: Document, key: str) -> int | None:
    return next((entry.line for entry in document.entries if entry.key == key), None)


def _changed(text: str, document: Document, key: str, value: str) -> str:
    """The text with the value of `key` replaced, or with a line added at its end."""
    line = _line(document, key)
    if line is None:
        newline = "\r\n" if "\r\n" in text else "\n"
        gap = newline if text and not text.endswith("\n") else ""
        return f"{text}{gap}{key}: {value}{newline}"
    lines = text.split("\n")
    pattern = re.compile(_LINE % re.escape(key), re.VERBOSE)
    lines[line - 1] = pattern.sub(lambda match: f"{match[1]} {value}{match[2]}", lines[line - 1], count=1)
    return "\n".join(lines)


def _as_meant(before: Document, after: Document, key: str, wanted: Scalar) -> bool:
    """Whether the change did what it was to do and nothing else."""
    if after.problems:
        return False
    old = {entry.key: _meaning(entry.value) for entry in before.entries}
    new = {entry.key: _meaning(entry.value) for entry in after.entries}
    return new == old | {key: _meaning(wanted)}


def _meaning(value: object) -> object:
    return (value.text, value.kind) if isinstance(value, Scalar) else repr(value)


def _write(file: Path, text: str) -> None:
    """Whole or not at all: a reader that starts meanwhile sees the old file or the new one."""
    file = file.resolve()  # a link into somebody's dotfiles stays a link
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            temporary.chmod(file.stat().st_mode & 0o777)
        temporary.replace(file)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
