"""The one entry point: a path or bytes to articles."""

import os
from io import BytesIO
from pathlib import Path

from reader.formats.draft import Draft
from reader.formats.files import LARGEST_ARTICLE, open_regular, read_bounded, reason
from reader.formats.jsonl import read_container, read_stream
from reader.formats.plain import read_text
from reader.formats.reading import Entry, Reading
from reader.formats.registry import ARTICLES, CONTAINERS, suffix_of
from reader.model import Problem
from reader.text.clean import clean, printable, reveal
from reader.text.decode import binary_reason, decode


def is_supported(path: Path) -> bool:
    """Whether the name says that the file is read; whether it can be opened is another question."""
    return suffix_of(path.name) in ARTICLES or is_container(path)


def is_container(path: Path) -> bool:
    """Whether the name says that the file holds one article a line."""
    return suffix_of(path.name) in CONTAINERS


def read(path: Path, name: str | None = None) -> Reading:
    """Everything that a file holds. `name` is what to call it (`Article.file`); the path where not given.

    Never raises for what is on the disk: a missing, unreadable, binary or empty file is a `Problem`.
    """
    shown = printable(name if name is not None else os.fspath(path))
    if is_container(path):
        return _collected(list(read_container(path, shown)))
    data = read_bounded(path, shown)
    return Reading(problems=(data,)) if isinstance(data, Problem) else _article(data, shown, suffix_of(path.name))


def read_bytes(data: bytes, name: str) -> Reading:
    """The same for bytes that are at hand: standard input, a file inside an archive. The format follows from `name`,
    and from the first character where `name` has no known suffix."""
    shown, suffix = printable(name), suffix_of(name)
    if suffix in CONTAINERS or (suffix not in ARTICLES and data.lstrip()[:1] == b"{"):
        return _collected(list(read_stream(BytesIO(data), shown)))
    if len(data) > LARGEST_ARTICLE:
        return Reading(problems=(Problem(shown, None, f"larger than {LARGEST_ARTICLE >> 20} MB"),))
    return _article(data, shown, suffix)


def _collected(entries: list[Entry]) -> Reading:
    return Reading(
        tuple(entry.article for entry in entries if entry.article),
        tuple(entry.problem for entry in entries if entry.problem),
    )


def _article(data: bytes, name: str, suffix: str) -> Reading:
    if not data.strip():
        return Reading(problems=(Problem(name, None, "an empty file"),))
    if cause := binary_reason(data):
        return Reading(problems=(Problem(name, None, f"not a text file: {cause}"),))
    decoded = decode(data)
    text = clean(decoded.text)
    if not text.strip():
        return Reading(problems=(Problem(name, None, "no text in this file"),))
    draft = Draft(name)
    if decoded.notice:
        draft.notice(decoded.notice)
    return Reading((ARTICLES.get(suffix, read_text)(text, draft),))


def raw(path: Path, offset: int = 0, length: int | None = None) -> str:
    """A file, or `length` bytes of it from `offset`, as it stands there, with control characters made visible.

    For the eye only: offsets into it mean nothing to an article's spans. A file that cannot be read gives its reason.
    """
    opened = open_regular(path, printable(os.fspath(path)))
    if isinstance(opened, Problem):
        return opened.message
    with opened:
        try:
            opened.seek(offset)
            data = opened.read(min(length if length is not None else LARGEST_ARTICLE, LARGEST_ARTICLE))
        except OSError as error:
            return reason(error)
    return reveal(decode(data).text)
