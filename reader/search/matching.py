"""Finding articles by a query: the newest hits at once, however many there are."""

import json
import sqlite3
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from reader.library import Library
from reader.model import Problem, Span
from reader.search import quoted, rewriting, sections
from reader.search.documents import Documents
from reader.search.personal import Personal
from reader.search.plain import matches
from reader.search.plan import Condition, Planner, expression
from reader.search.query import Node, Query, QueryError, Term, parse
from reader.search.query.nodes import And, Field, Or
from reader.search.snippets import make_snippet
from reader.search.spellings import widened

COUNTED = 1000
"""Hits are counted up to here; beyond, the screen says "1000+"."""
LOOKED_AT = 500
"""Articles that are looked at one by one, newest first, for what no index knows, while the user waits."""
_BATCH = 200

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
_ROWS = "SELECT key FROM articles WHERE problem IS NULL AND {} ORDER BY {} LIMIT ?"
_BOTH = "SELECT key FROM texts JOIN articles ON key = texts.rowid WHERE texts MATCH ? AND {} ORDER BY {} LIMIT ?"


class Hit(NamedTuple):
    """An article that matches."""

    key: int
    field: str = ""
    """Where the snippet stands: "title", "text" or "quote"."""
    snippet: str = ""
    """One line, with "…" where it is cut; empty until `snippet` is asked for."""
    spans: tuple[Span, ...] = ()
    """The words looked for, as offsets into the snippet."""
    score: float = 0.0
    """0 while hits are ordered by date."""
    via: str | None = None
    """Another form of a name by which it was found, where none of the words themselves is in it."""


class Results(NamedTuple):
    """What was found, in the order asked for."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False
    """Whether there are more than `total` (they are counted up to `COUNTED` only)."""
    problem: Problem | None = None
    """What is wrong with the query, or a notice that not everything was looked at."""
    query: Query = Query()
    terms: tuple[Term, ...] = ()
    """What a hit may show: the words, phrases and other forms of names that were looked for."""
    stands_for: dict[Term, Term] = {}  # noqa: RUF012  (never changed)
    """For each other form of a name: the term of the query."""
    node: Node | None = None
    """What was looked for, with names in all their forms and the fields of a quotation together."""

    @property
    def shown_total(self) -> str:
        """ "17" or "1000+"."""
        return f"{self.total}+" if self.more else str(self.total)


def find(
    library: Library,
    query: str,
    limit: int = 200,
    scope: Collection[int] | None = None,
    typing: bool = True,
    personal: Personal | None = None,
    section: sections.Section = "all",
) -> Results:
    """Articles that match the query, newest first unless it asks for another order or quotes a quotation loosely.

    `typing`: the last word may go on, and what is not finished yet is no error. `scope`: only these article keys.
    `section`: "titles" or "texts" for bare words in headline or text alone; the other sections have lists of their own.
    Snippets are made by `snippet`, for the hits in view. A query that cannot be understood is a problem with a column.
    """
    try:
        parsed = parse(query, typing)
    except QueryError as error:
        return Results(problem=Problem("", None, error.message, error.hint, column=error.column))
    node = rewriting.settled(parsed.node) if parsed.node is not None else None
    if node is None:
        return Results(query=parsed)
    try:
        wide, stands_for = widened(rewriting.gathered(node), library)
        search = _Search(library, personal or Personal(), parsed.sort, scope, LOOKED_AT if typing else None)
        found = _found(search, wide, limit, typing, section)
        return found._replace(query=parsed, terms=rewriting.wanted(wide), stands_for=stands_for, node=wide)
    except sqlite3.Error as error:
        message = f"The library could not be searched: {error}"
        return Results(problem=Problem("", None, message, "try again in a moment"), query=parsed)


def _found(search: "_Search", node: Node, limit: int, typing: bool, section: sections.Section) -> Results:
    if section in sections.COLUMNS:
        node = sections.restricted(node, sections.COLUMNS[section])
    keys = search.keys(node, max(limit, COUNTED) + 1)
    total = len(keys) if not typing and search.is_complete and len(keys) <= COUNTED else min(len(keys), COUNTED)
    if search.sort in ("", "relevance") and quoted.loose(node):
        keys = quoted.ranked(search.library, keys, node)
    more = len(keys) > COUNTED or not search.is_complete
    return Results(tuple(map(Hit, keys[:limit])), total, more, None if search.is_complete else _unlooked())


def _unlooked() -> Problem:
    message = f"The newest {LOOKED_AT:,} articles in question were looked at"
    return Problem("", None, message, "add a word, a source or a date to look further back", "notice")


class _Search:
    """One search: which keys, in which order, and how many articles have been looked at one by one."""

    def __init__(
        self, library: Library, personal: Personal, sort: str, scope: Collection[int] | None, most: int | None
    ) -> None:
        self.library = library
        self.sort = sort
        self._planner = Planner(library, personal)
        self._documents = Documents(library, personal)
        self._order = _ORDERS[sort]
        self._scope = None if scope is None else json.dumps(sorted(scope))
        self._most = most
        self.is_complete = True

    def keys(self, node: Node, limit: int) -> list[int]:
        """The first keys in the order asked for."""
        if self._scope is None and self._order == _NEWEST:
            if isinstance(node, Or):  # the newest of all are among the newest of each
                parts = (self.keys(one, limit) for one in node.nodes)
                return sorted(set().union(*parts), reverse=True)[:limit]
            if isinstance(node, Field) and node.name == "title" and _is_word(node.value):
                return self._select(_TITLES, expression(node.value), limit)
            if (words := expression(node)) is not None:
                return self._select(_WORDS, words, limit)
        words, rest = _parts(node)
        condition = self._scoped(self._planner.condition(rest) if rest is not None else Condition("1"))
        order = self._order if words is not None or "bm25" not in self._order else _NEWEST
        if words is None:
            return self._checked(_ROWS.format(condition.sql, order), condition, node, limit)
        both = condition._replace(values=(words, *condition.values))
        return self._checked(_BOTH.format(condition.sql, order), both, node, limit)

    def _select(self, sql: str, *values: object) -> list[int]:
        return [row[0] for row in self.library.select(sql, values)]

    def _scoped(self, condition: Condition) -> Condition:
        if self._scope is None:
            return condition
        sql = f"key IN (SELECT value FROM json_each(?)) AND ({condition.sql})"
        return condition._replace(sql=sql, values=(self._scope, *condition.values))

    def _checked(self, sql: str, condition: Condition, node: Node, limit: int) -> list[int]:
        """The keys of a statement; each looked at where its condition lets too much through."""
        if condition.is_exact:
            return self._select(sql, *condition.values, limit)
        most = -1 if self._most is None else self._most + 1
        candidates = self._select(sql, *condition.values, most)
        if self._most is not None and len(candidates) > self._most:
            candidates.pop()
            self.is_complete = False
        found = list(islice(self._matching(candidates, node), limit))
        self.is_complete = self.is_complete or len(found) == limit
        return found

    def _matching(self, candidates: list[int], node: Node) -> Iterator[int]:
        for start in range(0, len(candidates), _BATCH):
            for key, document in self._documents.of(candidates[start : start + _BATCH]):
                if matches(node, document):
                    yield key


def _is_word(node: Node) -> bool:
    return isinstance(node, Term) and len(node.words) == 1


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


def snippet(library: Library, results: Results, hit: Hit) -> Hit:
    """The hit with its snippet: the quotation that is asked for, else the words around the first place that shows most
    of what was looked for."""
    article = library.article(hit.key)
    said = quoted.asked(results.node)
    quote = quoted.best(library, hit.key, said) if said else None
    if quote is not None:
        made = quoted.snippet(article, quote, results.terms)
    else:
        made = make_snippet(article.title or "", article.text, results.terms)
    return hit._replace(field=made.field, snippet=made.text, spans=made.spans, via=_via(results, made.terms))


def _via(results: Results, shown: Collection[Term]) -> str | None:
    """The other form of a name that the hit shows in place of the one that was typed."""
    for term in shown:
        typed = results.stands_for.get(term)
        if typed is not None and typed not in shown:
            return term.text
    return None
