"""The articles that a query asks for, as they come out of the catalogue: some at a time, in the order asked for."""

import json
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from typing import TypeGuard

from reader.search.documents import Documents, texts
from reader.search.fulltext import expression, said_expression
from reader.search.glancing import Glance, glance
from reader.search.lexicon import Lexicon
from reader.search.personal import Personal
from reader.search.plain import matches
from reader.search.plan import ANY, LAST, Condition, Planner
from reader.search.query import Node, Term
from reader.search.query.nodes import And, Field, Or, Said

_FIRST, _MANY = 64, 400
"""Keys that are fetched at a time: of the index a screenful first."""
RANKED = 10_000
"""Articles with the words that are put in the order of relevance: how a word that more of them have is spread tells
little, and to look at all takes half a second."""
_AT_ONCE = 320
"""Articles that are looked at before the library's words are gone through to find out which of them to look at: a page
of what is frequent is known from these."""
_LOOKED_AT = 16
"""Articles that are looked at one by one between two looks at the clock."""

_NEWEST = "key DESC"
_ORDERS = {
    "": _NEWEST,
    "date": _NEWEST,
    "oldest": "published IS NULL, key",
    "source": "source IS NULL, source COLLATE NOCASE, key DESC",
    "title": "coalesce(articles.title, label) COLLATE NOCASE, key DESC",
    "quotes": "coalesce(quotes, 0) DESC, key DESC",
    "relevance": "bm25(texts, 4.0, 1.0), key DESC",
}
_WORDS = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid DESC LIMIT ?"
_TITLES = "SELECT rowid FROM titles WHERE titles MATCH ? ORDER BY rowid DESC LIMIT ?"
_SAYINGS = "SELECT rowid >> 12 FROM sayings WHERE sayings MATCH ? ORDER BY rowid DESC"
_ROWS = "SELECT key FROM articles WHERE problem IS NULL AND key BETWEEN ? AND ? AND {} ORDER BY {} LIMIT ?"
# A plus keeps SQLite from going through the keys of a condition in place of the words, newest first.
_BOTH = (
    "SELECT key FROM texts CROSS JOIN articles ON key = texts.rowid "
    "WHERE texts MATCH ? AND texts.rowid BETWEEN ? AND ? AND {} ORDER BY {} LIMIT ?"
)
_KEYS = "SELECT rowid AS key FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ? AND {} ORDER BY {} LIMIT ?"
_OF_WORDS = ("texts.rowid DESC", "bm25(texts, 4.0, 1.0), texts.rowid DESC")
"""Orders for which no article's row need be read."""
_COUNTED = "SELECT count(*) FROM ({})"


class Search:
    """One search: in which order, among which articles, and how many have been looked at one by one."""

    def __init__(self, lexicon: Lexicon, personal: Personal, sort: str, scope: Collection[int] | None) -> None:
        self.lexicon = lexicon
        self.looked = 0
        self.among: Callable[[Collection[int]], Search] = lambda keys: Search(
            lexicon, personal, sort, keys if scope is None else frozenset(keys).intersection(scope)
        )
        """The same search among these articles only."""
        self._library = lexicon.library
        self._planner = Planner(lexicon, personal)
        self._personal = personal
        self._documents = Documents(lexicon.library, personal)
        self._order = _ORDERS[sort]
        self._scope = None if scope is None else json.dumps(sorted(scope))

    def batches(self, node: Node, limit: int) -> Iterator[list[int]]:
        """The first keys in the order asked for, some at a time; empty ones while articles are looked at in vain."""
        asked = self.lexicon.spelt_out(node)
        if self._scope is None and self._order == _NEWEST:
            if isinstance(node, Or) and (expression(asked) is None or any(map(_is_in_headlines, node.nodes))):
                yield self._newest_of(node, limit)
                return
            if _is_in_headlines(node):
                yield from self._fetched(_TITLES, expression(node.value), limit)
                return
            if (words := expression(asked)) is not None:
                yield from self._fetched(_WORDS, words, limit)
                return
            if (said := self._saying(asked)) is not None:
                yield from self._once(_SAYINGS, said)
                return
        sql, condition, lacking = self._at_once(asked)
        if lacking:
            last = yield from self._looked_at(sql, condition, node, _AT_ONCE)
            if last is None:
                return
            sql, condition = self._statement(asked, self._planner, last - 1)
        if condition.is_exact:
            if "bm25" in self._order and expression(asked) is not None and self._scope is None:
                condition = condition._replace(values=self._newest_ranked(*condition.values))
            yield from self._fetched(sql, *condition.values, limit)
        else:
            yield from self._looked_at(sql, condition, node, -1)

    def _at_once(self, asked: Node) -> tuple[str, Condition, bool]:
        """What is asked of the catalogue; and whether it could be asked for less if the library's words were gone
        through first, which takes too long to begin with where the newest come first."""
        if self.lexicon.knows_all or self._order != _NEWEST:
            return *self._statement(asked, self._planner), False
        lacking: list[object] = []
        return *self._statement(asked, Planner(self.lexicon, self._personal, lacking.append)), bool(lacking)

    def _newest_ranked(self, words: str, low: int, high: int) -> tuple[str, int, int]:
        """What is ranked of a word that very many articles have: the newest. The older ones are not even counted."""
        oldest = self._library.select(_WORDS + " OFFSET ?", (words, 1, RANKED - 1))
        return words, max(low, oldest[0][0] if oldest else 0), high

    def count(self, node: Node) -> int | None:
        """How many there are; None where they would have to be looked at one by one."""
        asked = self.lexicon.spelt_out(node)
        if (words := expression(asked)) is not None and self._scope is None:
            return int(self._library.select("SELECT count(*) FROM texts WHERE texts MATCH ?", (words,))[0][0])
        sql, condition, _ = self._at_once(asked)
        if not condition.is_exact:
            return None
        rows = self._library.select(_COUNTED.format(sql), (*condition.values, -1))
        return int(rows[0][0]) if rows else 0

    def _newest_of(self, node: Node, limit: int) -> list[int]:
        """The newest of all are among the newest of each."""
        assert isinstance(node, Or)
        found: set[int] = set()
        for part in node.nodes:
            keys: list[int] = []
            for some in self.batches(part, limit):
                keys += some
                if len(keys) >= limit:
                    break
            found.update(keys[:limit])
        return sorted(found, reverse=True)[:limit]

    def _statement(self, asked: Node, planner: Planner, high: int = LAST) -> tuple[str, Condition]:
        """What is asked of the catalogue, up to a key: text with a place for the limit, and its values."""
        words, rest = _parts(asked)
        condition = self._scoped(planner.condition(rest) if rest is not None else ANY)
        between = (condition.low, min(high, condition.high))
        if words is None:
            order = _NEWEST if "bm25" in self._order else self._order
            return _ROWS.format(condition.sql, order), condition._replace(values=(*between, *condition.values))
        given = condition._replace(values=(words, *between, *condition.values))
        order = self._order.replace("key", "texts.rowid")
        if condition.is_of_keys and order in _OF_WORDS:
            return _KEYS.format(condition.sql.replace("key IN", "+rowid IN"), order), given
        return _BOTH.format(condition.sql, order), given

    def _scoped(self, condition: Condition) -> Condition:
        if self._scope is None:
            return condition
        sql = f"key IN (SELECT value FROM json_each(?)) AND ({condition.sql})"
        return condition._replace(sql=sql, values=(self._scope, *condition.values))

    def _saying(self, asked: Node) -> str | None:
        """What the index of quotes can be asked by itself, the newest first."""
        if not isinstance(asked, Said) or self.lexicon.corrected.keys:
            return None
        is_exact = all(expression(one.value) is not None for one in asked.fields)
        return said_expression(asked.fields) if is_exact else None

    def _once(self, sql: str, words: str) -> Iterator[list[int]]:
        """Keys that come several times one after the other, each once."""
        last = None
        for rows in self._library.stream(sql, (words,), _MANY):
            fresh = list(dict.fromkeys(row[0] for row in rows if row[0] != last))
            last = rows[-1][0]
            yield fresh

    def _fetched(self, sql: str, *given: object) -> Iterator[list[int]]:
        for rows in self._library.stream(sql, given, _MANY):
            yield [row[0] for row in rows]

    def _looked_at(
        self, sql: str, condition: Condition, node: Node, most: int
    ) -> Generator[list[int], None, int | None]:
        """Those of the articles that the query holds of, looked at one by one; and the last looked at, if there may be
        more than `most`."""
        may_fit = glance(node)
        rows: Sequence[tuple[int]] = ()
        for rows in self._library.stream(sql, (*condition.values, most), _FIRST):
            for start in range(0, len(rows), _LOOKED_AT):
                keys = [row[0] for row in rows[start : start + _LOOKED_AT]]
                self.looked += len(keys)
                if may_fit is not None:
                    keys = self._glanced_at(keys, may_fit)
                yield [key for key, document in self._documents.of(keys) if matches(node, document)]
        return rows[-1][0] if rows else None

    def _glanced_at(self, keys: list[int], may_fit: Glance) -> list[int]:
        """Those of the articles that are worth a closer look, which takes ten times as long."""
        return [key for key, found in texts(self._library, keys).items() if may_fit(*found)]


def _is_in_headlines(node: Node) -> TypeGuard[Field]:
    """Whether the index of headlines, which knows single words and the beginnings of them, can be asked."""
    return (
        isinstance(node, Field) and node.name == "title" and isinstance(node.value, Term) and len(node.value.words) == 1
    )


def _parts(node: Node) -> tuple[str | None, Node | None]:
    """What the full-text index can be asked for, and the rest of it."""
    if (words := expression(node)) is not None:
        return words, None
    if not isinstance(node, And):
        return None, node
    known = [one for one in node.nodes if expression(one) is not None]
    rest = [one for one in node.nodes if expression(one) is None]
    words = expression(And(tuple(known))) if known else None
    return words, And(tuple(rest)) if len(rest) > 1 else rest[0]
