"""Earlier versions of edited articles, and where an article is by now that was known under another key."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.library import lookup, packing
from reader.library.catalogue import Damaged
from reader.library.values import Version

if TYPE_CHECKING:
    from reader.library.library import Library


def versions(library: "Library", key: int) -> tuple[Version, ...]:
    """What the article was before its file was edited, latest first; as far as the catalogue remembers it."""
    rows = library.select(lookup.VERSIONS, (key,))
    file = library.article(key).file if rows else ""
    try:
        return tuple(Version(noticed, packing.unpack(body, was, file)) for noticed, was, body in rows)
    except Damaged:  # a body that cannot be read any more is no version
        return ()


def former_ids(library: "Library", key: int) -> tuple[str, ...]:
    """The ids that an article had before it was edited, latest first."""
    return tuple(dict.fromkeys(row[1] for row in library.select(lookup.VERSIONS, (key,))))


def followed(library: "Library", key: int) -> int:
    """The key that an article has now; another one than before where an edit has changed its date or its place."""
    if library.select("SELECT 1 FROM articles WHERE key = ?", (key,)):
        return key
    rows = library.select(lookup.FOLLOWED, (key,))
    return int(rows[0][0]) if rows else key


def renamed(library: "Library") -> Sequence[tuple[str, str]]:
    """(former id, id) of every article that an edit has given another id, oldest edit first."""
    return library.select(lookup.RENAMED)
