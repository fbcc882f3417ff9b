"""What the index alone is slow to say, kept as long as the library does not change: the words that begin so, the
outlets, the bylines, the quotes that are like one, and what the user's decisions make of some articles."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from reader.library import Library
from reader.search import documents, likeness, plain
from reader.search.corrected import Corrected
from reader.search.query.nodes import Node, Or, Said, Term
from reader.search.rewriting import changed

INDEXED = 3
"""Letters for which the index knows the beginnings of words by themselves; for longer ones the words are looked up."""
MOST = 400
"""Words that begin so; where there are more, the index is left to go through them by itself."""
# Each place of each word. From it a word and the next are found at once, where `words` counts them first.
_PLACES = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.places USING fts5vocab(main, texts, instance)"
_NEXT = "SELECT term FROM temp.places WHERE term >= ? LIMIT 1"
_AFTER = "\0"
_ALL = (
    "WITH RECURSIVE one (term) AS (SELECT (SELECT term FROM temp.places LIMIT 1) UNION ALL "
    "SELECT (SELECT term FROM temp.places WHERE term >= one.term || char(0) LIMIT 1) FROM one WHERE term IS NOT NULL) "
    "SELECT term FROM one WHERE term IS NOT NULL LIMIT ?"
)
_LONGEST = 60
"""Letters of a word of which shorter beginnings may be known."""
VOCABULARY = 1_000_000
"""Words of a library that are gone through for what stands within them; of a larger one none are."""
SMALL = 2_000
"""Articles of a library in which counting takes no longer than a frame."""
_SMALL = "SELECT count(*) FROM (SELECT 1 FROM articles LIMIT ?)"
TEXTS = 64
"""Articles whose texts are kept: most of the hits that a letter shows were there before it."""
KEPT = 4
"""Loose quotations of which the quotes are kept."""
_OUTLETS = (
    "WITH RECURSIVE one (name) AS (SELECT min(source) FROM articles UNION ALL "
    "SELECT (SELECT min(source) FROM articles WHERE source > name) FROM one WHERE name IS NOT NULL) "
    "SELECT name FROM one WHERE name IS NOT NULL LIMIT 5000"
)
_BYLINES = "SELECT DISTINCT author FROM articles WHERE author IS NOT NULL AND problem IS NULL"


def outlets(library: Library) -> list[str]:
    """The library's outlets by name, without reading every article's row."""
    return [name for (name,) in library.select(_OUTLETS)]


class Lexicon:
    """Belongs to one library and to one thread at a time."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._version = -1
        self._begun: dict[str, tuple[str, ...]] = {}
        self._outlets: list[str] | None = None
        self._bylines: list[str] | None = None
        self._vocabulary: str | None = None
        self._is_small: bool | None = None
        self._like: dict[Said, Sequence[int] | None] = {}
        self._texts: dict[int, tuple[str, str]] = {}
        self.corrected = Corrected(library)
        """What the user's decisions make of the articles that they are about."""

    def renew(self) -> None:
        """Before each search: forget what the library may have changed."""
        version = self.library.version()
        if version != self._version:
            self._version, self._begun, self._outlets, self._bylines = version, {}, None, None
            self._vocabulary, self._is_small, self._like, self._texts = None, None, {}, {}
        self.corrected.renew(version)

    def outlets(self) -> list[str]:
        """All outlets."""
        if self._outlets is None:
            self._outlets = outlets(self.library)
        return self._outlets

    def bylines(self) -> list[str]:
        """All authors."""
        if self._bylines is None:
            self._bylines = [name for (name,) in self.library.select(_BYLINES)]
        return self._bylines

    def begun(self, word: str) -> tuple[str, ...] | None:
        """The words of the library's articles that begin so; None where there are too many of them."""
        own = plain.folded(word)
        for length in range(min(len(own), _LONGEST), INDEXED, -1):
            if (known := self._begun.get(own[:length])) is not None and len(known) <= MOST:
                return tuple(one for one in known if one.startswith(own))
        self._begun[own] = found = tuple(islice(self._words(own), MOST + 1))
        return found if len(found) <= MOST else None

    def _words(self, beginning: str) -> Iterator[str]:
        """The library's words that begin so, in order."""
        self.library.select(_PLACES)
        at = beginning
        while (rows := self.library.select(_NEXT, (at,))) and rows[0][0].startswith(beginning):
            yield rows[0][0]
            at = rows[0][0] + _AFTER

    def having(self, pattern: re.Pattern[str]) -> list[str] | None:
        """The library's words in which a pattern is found; None where there are too many, or too many words at all."""
        if self._vocabulary is None:
            self.library.select(_PLACES)
            words = [word for (word,) in self.library.select(_ALL, (VOCABULARY + 1,))]
            self._vocabulary = "" if len(words) > VOCABULARY else "\n".join(["", *words, ""])
        text, found = self._vocabulary, dict[str, None]()
        if not text:
            return None
        for match in pattern.finditer(text):
            found[text[text.rfind("\n", 0, match.start() + 1) + 1 : text.index("\n", match.end())]] = None
            if len(found) > MOST:
                return None
        return list(found)

    @property
    def knows_all(self) -> bool:
        """Whether the library's words have been gone through already, which takes a second for fifty thousand."""
        return self._vocabulary is not None

    @property
    def is_small(self) -> bool:
        """Whether counting takes no time."""
        if self._is_small is None:
            rows = self.library.select(_SMALL, (SMALL + 1,))
            self._is_small = bool(rows) and rows[0][0] <= SMALL
        return self._is_small

    def like(self, said: Said) -> Sequence[int] | None:
        """The rows of the quotes that have most words of a loose quotation, and all else; None if not to be had so."""
        if said not in self._like:
            while len(self._like) >= KEPT:
                del self._like[next(iter(self._like))]
            self._like[said] = likeness.quotes(self.library, said.fields)
        return self._like[said]

    def texts(self, keys: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Headline and text of some articles, and perhaps of others."""
        new = [key for key in keys if key not in self._texts]
        if len(self._texts) + len(new) > TEXTS:
            self._texts = {key: self._texts[key] for key in keys if key in self._texts}
        self._texts |= documents.texts(self.library, new) if new else {}
        return self._texts

    def is_alone(self, word: str) -> bool:
        """Whether it is a word of the library and no other begins so."""
        return len(plain.folded(word)) > INDEXED and self.begun(word) == (plain.folded(word),)

    def spelt_out(self, node: Node) -> Node:
        """The query for the index: beginnings of words as the words that begin so, which it finds a hundred times
        faster, the newest articles first."""
        return changed(node, self._spelt_out)

    def _spelt_out(self, term: Term) -> Node:
        last = term.words[-1]
        if not term.is_prefix or term.is_loose or len(plain.folded(last)) <= INDEXED:
            return term
        words = self.begun(last)
        if not words:
            return term
        each = tuple(Term((*term.words[:-1], word)) for word in words)
        return Or(each) if len(each) > 1 else each[0]
