"""What the index alone is slow to say, kept as long as the library does not change: the words that begin so, the
outlets, the bylines, and what the user's decisions make of some articles."""

from reader.library import Library
from reader.search import plain
from reader.search.corrected import Corrected
from reader.search.query.nodes import Node, Or, Term
from reader.search.rewriting import changed

INDEXED = 3
"""Letters for which the index knows the beginnings of words by themselves; for longer ones the words are looked up."""
MOST = 400
"""Words that begin so; where there are more, the index is left to go through them by itself."""
_WORDS = "SELECT term FROM words WHERE term >= ? AND term < ? LIMIT ?"
_LAST = "\U0010ffff"
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
        self.corrected = Corrected(library)
        """What the user's decisions make of the articles that they are about."""

    def renew(self) -> None:
        """Before each search: forget what the library may have changed."""
        version = self.library.version()
        if version != self._version:
            self._version, self._begun, self._outlets, self._bylines = version, {}, None, None
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
        for length in range(len(own), INDEXED, -1):
            if (known := self._begun.get(own[:length])) is not None and len(known) <= MOST:
                return tuple(one for one in known if one.startswith(own))
        rows = self.library.select(_WORDS, (own, own + _LAST, MOST + 1))
        self._begun[own] = found = tuple(term for (term,) in rows)
        return found if len(found) <= MOST else None

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
