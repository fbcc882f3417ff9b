"""Articles as the plain evaluation wants them, read from the catalogue a batch at a time."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from reader.library import Library, packing
from reader.library.catalogue import Damaged
from reader.search.personal import Personal
from reader.search.plain import Document, Report


class Documents:
    """Reads articles, what was found in them, and what their events have."""

    def __init__(self, library: Library, personal: Personal) -> None:
        self._library = library
        self._personal = personal

    def of(self, keys: Sequence[int]) -> Iterator[tuple[int, Document]]:
        """Each article with its key, in the order of the keys."""
        for key in keys:
            yield key, self._document(key)

    def _document(self, key: int) -> Document:
        return Document(
            self._library.article(key),
            lambda: self._library.analysis(key, indexed=True),
            lambda: self._reports(key),
            self._personal,
        )

    def _reports(self, key: int) -> list[Report]:
        members = self._library.members(self._library.event_of(key)) or (key,)
        return [Report(row.title or "", row.source) for row in self._library.rows(members)]


def texts(library: Library, keys: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Headline and text of some articles, of no more than some hundreds: all are read at once."""
    marks = ",".join("?" * len(keys))
    bodies = dict(library.select(f"SELECT key, body FROM bodies WHERE key IN ({marks})", keys))
    return {key: _text(library, key, bodies.get(key)) for key in keys}


def _text(library: Library, key: int, body: bytes | None) -> tuple[str, str]:
    if body is not None:
        with suppress(Damaged):
            return packing.texts(body)[:2]
    article = library.article(key)  # gone, or in a catalogue that is now replaced
    return article.title or "", article.text
