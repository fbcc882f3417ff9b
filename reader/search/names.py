"""The names of the library, those of the most articles first, read a page at a time."""

from typing import NamedTuple

from reader.library import Library
from reader.search.plain import folded
from reader.search.query.leaves import words

TYPES = ("", "person", "organisation", "place")
_LISTED = (
    "SELECT form, type, articles FROM names INDEXED BY names_common WHERE articles > 0 {} "
    "ORDER BY articles DESC, name LIMIT ? OFFSET ?"
)
_FOUND = (
    "SELECT form, type, articles FROM names WHERE name IN (SELECT rowid FROM name_words WHERE name_words MATCH ?) "
    "AND articles > 0 {} ORDER BY articles DESC, name LIMIT ?"
)
MOST_FOUND = 500


class Named(NamedTuple):
    """A name of the library."""

    form: str
    type: str
    articles: int
    """How many articles call them so."""

    @property
    def query(self) -> str:
        """What finds the articles."""
        field = {"person": "person", "organisation": "org", "place": "place"}.get(self.type, "who")
        return f'{field}:"{self.form.replace(chr(34), " ")}"'


def count(library: Library, type: str = "") -> int:
    """How many names there are, of one type or of all."""
    where, values = _of(type)
    rows = library.select(f"SELECT count(*) FROM names WHERE articles > 0 {where}", values)
    return int(rows[0][0]) if rows else 0


def listed(library: Library, start: int, many: int, type: str = "") -> list[Named]:
    """A stretch of all names."""
    where, values = _of(type)
    return [Named(*row) for row in library.select(_LISTED.format(where), (*values, many, start))]


def beginning(library: Library, typed: str, type: str = "") -> list[Named]:
    """The names that have all the words that were typed, the last of which may go on."""
    parts = words(typed)
    if not parts:
        return []
    where, values = _of(type)
    wanted = " ".join(f'"{folded(part)}"*' for part in parts)
    return [Named(*row) for row in library.select(_FOUND.format(where), (wanted, *values, MOST_FOUND))]


def _of(type: str) -> tuple[str, tuple[str, ...]]:
    return ("AND type = ?", (type,)) if type else ("", ())
