"""What was found in an article as rows to search: sayings, names, figures. Written and taken out together with it."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from reader.library import findings
from reader.model import Analysis, Article, Quote
from reader.text.letters import indexed

PLACE_BITS = 12
"""A quote's row in `sayings` is its article's key and, in so many bits, its place in the analysis."""
APART = " \ue000 "
"""Between two stretches of one row: a word of its own to the index, so that no phrase crosses it."""
_SPELT = 4
"""Letters from which a word of a name may be known in other spellings."""
_WORD = re.compile(r"[^\W\d_]+")


def saying(article: Article, quote: Quote, forms: dict[str, tuple[str, ...]]) -> tuple[str, str]:
    """What was said, and by whom: the name, the words at the quote, and the `forms` of that name."""
    speaker = quote.speaker
    mention = (speaker.mention.of(article.text),) if speaker.mention else ()
    names = (speaker.name, *forms.get(speaker.name, ())) if speaker.name else ()
    return APART.join(span.of(article.text) for span in quote.spans), APART.join(dict.fromkeys((*names, *mention)))


def sayings(key: int, article: Article, found: Analysis) -> Iterator[tuple[int, str, str]]:
    """The rows of `sayings`."""
    forms = {entity.name: entity.aliases for entity in found.entities}
    for place, quote in enumerate(found.quotes[: 1 << PLACE_BITS]):
        words, speaker = saying(article, quote, forms)
        yield key << PLACE_BITS | place, indexed(words), indexed(speaker)


class Rows(NamedTuple):
    """Everything that is to be stored about an article, as plain values that another process can hand over."""

    quotes: int
    packed: bytes
    sayings: list[tuple[int, str, str]]
    """(place, words, speaker)"""
    forms: list[tuple[int, str, str]]
    """(entity's place, form, type)"""
    named: list[tuple[str, str]]
    figures: list[float]


def rows(article: Article, found: Analysis) -> Rows:
    """The analysis as rows."""
    return Rows(
        len(found.quotes),
        findings.pack(found),
        list(sayings(0, article, found)),
        [
            (number, form, entity.type)
            for number, entity in enumerate(found.entities)
            for form in dict.fromkeys((entity.name, *entity.aliases))
        ],
        _named(found),
        sorted({float(one.value) for one in found.figures}),
    )


class FoundTables:
    """Writes what was found; remembers the names it has met, so that most need no question."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._names: dict[tuple[str, str], int] = {}

    def put(self, batch: Sequence[tuple[int, Rows]]) -> None:
        """Store everything that was found in some articles, inside the caller's transaction.

        Table by table and by ascending keys: one walk through each, where article by article would be one each.
        """
        run = self._connection.executemany
        batch = sorted(batch, key=itemgetter(0))
        run("UPDATE articles SET quotes = ? WHERE key = ?", ((one.quotes, key) for key, one in batch))
        run("INSERT OR REPLACE INTO analyses (key, body) VALUES (?, ?)", ((key, one.packed) for key, one in batch))
        run(
            "INSERT INTO sayings (rowid, words, speaker) VALUES (?, ?, ?)",
            ((key << PLACE_BITS | place, *rest) for key, one in batch for place, *rest in one.sayings),
        )
        naming = [(self._name(form, type), key, at) for key, one in batch for at, form, type in one.forms]
        run("INSERT OR IGNORE INTO naming (name, key, entity) VALUES (?, ?, ?)", sorted(naming))
        counted = Counter(self._name(*named) for _, one in batch for named in one.named)
        run("UPDATE names SET articles = articles + ? WHERE name = ?", sorted((n, name) for name, n in counted.items()))
        figures = sorted((value, key) for key, one in batch for value in one.figures)
        run("INSERT OR IGNORE INTO figures (value, key) VALUES (?, ?)", figures)

    def _name(self, form: str, type: str) -> int:
        known = self._names.get((form, type))
        if known is None:
            known = self._names[form, type] = self._looked_up(form, type)
        return known

    def _looked_up(self, form: str, type: str) -> int:
        execute = self._connection.execute
        row = execute("SELECT name FROM names WHERE form = ? AND type = ?", (form, type)).fetchone()
        if row:
            return int(row[0])
        name = execute("INSERT INTO names (form, type) VALUES (?, ?)", (form, type)).lastrowid
        assert name is not None
        execute("INSERT INTO name_words (rowid, form) VALUES (?, ?)", (name, indexed(form)))
        from reader.analysis.names.spelling import skeleton  # with all that analyses; not needed to look for changes

        self._connection.executemany(
            "INSERT OR IGNORE INTO spellings (skeleton, word) VALUES (?, ?)",
            ((skeleton(word), word) for word in _spelt(form, type) if len(word) >= _SPELT),
        )
        return name


def _named(found: Analysis) -> list[tuple[str, str]]:
    """The names of an article, each once, without their other forms."""
    return list(dict.fromkeys((entity.name, entity.type) for entity in found.entities))


def _spelt(form: str, type: str) -> list[str]:
    """The words of a name that are known in several spellings: a person's surname, a place of one or two words."""
    words = _WORD.findall(form)
    if type == "person":
        return words[-1:]
    return words if type == "place" and len(words) <= 2 else []


def forget(connection: sqlite3.Connection, key: int, article: Article) -> None:
    """Take out what was found in an article. A name that no article has any more stays known."""
    row = connection.execute("SELECT body FROM analyses WHERE key = ?", (key,)).fetchone()
    if row is None:
        return
    found = findings.unpack(row[0])
    connection.executemany(  # an index without content has to be told what it is to forget
        "INSERT INTO sayings (sayings, rowid, words, speaker) VALUES ('delete', ?, ?, ?)",
        sayings(key, article, found),
    )
    connection.executemany("UPDATE names SET articles = articles - 1 WHERE form = ? AND type = ?", _named(found))
    for table in ("analyses", "naming", "figures"):
        connection.execute(f"DELETE FROM {table} WHERE key = ?", (key,))


def forget_all(connection: sqlite3.Connection) -> None:
    """Take out everything that was found."""
    for table in ("analyses", "naming", "figures", "names", "spellings"):
        connection.execute(f"DELETE FROM {table}")
    for table in ("sayings", "name_words"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
