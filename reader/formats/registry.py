"""The formats that can be read: suffixes, and which reader they belong to. A new format is a module and a line here."""

from collections.abc import Callable
from pathlib import PurePath

from reader.formats.draft import Draft
from reader.formats.plain import read_text
from reader.model import Article

TextReader = Callable[[str, Draft], Article]
"""Makes an article of a cleaned text; `Draft` names the file and collects what is found."""

ARTICLES: dict[str, TextReader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
}
"""One article a file."""

CONTAINERS = frozenset({".jsonl", ".ndjson"})
"""One article a line."""


def suffix_of(name: str) -> str:
    """The suffix that decides the format, in lower case."""
    return PurePath(name).suffix.casefold()
