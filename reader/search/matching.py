"""Finding articles by words: the newest hits at once, however many there are.

The index finds words of three letters and more by their beginnings quickly. A single letter or two would match nearly
everything and take a tenth of a second in a large library, so while such a short word is being typed it is looked for
at the beginnings of headline words, and in the text only as a whole word; beside other words it waits for its third
letter.
"""

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from reader.library import Library
from reader.model import Problem, Span
from reader.search import words
from reader.search.snippets import Snippet, make_snippet

SHORT = 3
"""Letters from which the index knows the beginnings of words."""
_IDEOGRAPHS = "\u2e80"
"""From here on a letter or two are a word, and few words begin with them."""
COUNTED = 1000
"""Hits are counted up to here; beyond, the screen says "1000+"."""

_TEXTS = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid DESC LIMIT ?"
_TITLES = "SELECT rowid FROM titles WHERE titles MATCH ? ORDER BY rowid DESC LIMIT ?"


class Hit(NamedTuple):
    """An article that matches."""

    key: int
    field: str
    """"title" or "text": where the first of the words stands."""
    snippet: str
    """One line, with "…" where it is cut; empty until `snippet` is asked for."""
    spans: tuple[Span, ...]
    """The words looked for, as offsets into the snippet."""
    score: float = 0.0
    """0 while hits are ordered by date."""


class Results(NamedTuple):
    """What was found, newest first."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False
    """Whether there are more than `total` (they are counted up to `COUNTED` only)."""
    problem: Problem | None = None
    query: words.Query = words.Query()

    @property
    def shown_total(self) -> str:
        """ "17" or "1000+"."""
        return f"{self.total}+" if self.more else str(self.total)


def find(
    library: Library, query: str, limit: int = 200, scope: Collection[int] | None = None, typing: bool = True
) -> Results:
    """Articles with all of the words in title or text, newest first.

    `typing`: the last word may go on. `scope`: only these article keys. Snippets are made by `snippet`, for the hits in
    view. Any string is a valid query; one without words finds nothing. A catalogue that cannot be asked is a problem.
    """
    parsed = words.parse(query, typing)
    if not parsed.groups:
        return Results(query=parsed)
    try:
        keys = _keys(library, parsed, scope)
    except sqlite3.Error as error:
        message = f"The library could not be searched: {error}"
        return Results(problem=Problem("", None, message, "try again in a moment"), query=parsed)
    hits = tuple(Hit(key, "", "", ()) for key in keys[:limit])
    return Results(hits, min(len(keys), COUNTED), len(keys) > COUNTED, None, parsed)


def snippet(library: Library, results: Results, hit: Hit) -> Hit:
    """The hit with its snippet: the words around the first place that shows most of what was looked for."""
    article = library.article(hit.key)
    made: Snippet = make_snippet(article.title or "", article.text, results.query)
    return hit._replace(field=made.field, snippet=made.text, spans=made.spans)


def _keys(library: Library, query: words.Query, scope: Collection[int] | None) -> list[int]:
    """Keys of at most `COUNTED` + 1 hits, newest first."""
    if scope is None:
        return _ask(library, query, COUNTED + 1)
    wanted = scope if isinstance(scope, set | frozenset) else frozenset(scope)
    return [key for key in _ask(library, query, -1) if key in wanted][: COUNTED + 1]


def _ask(library: Library, query: words.Query, limit: int) -> list[int]:
    rest = _long_enough(query)
    if rest.groups:
        return _select(library, _TEXTS, rest, limit)
    *_, typed = query.wanted
    whole = words.Query(((typed._replace(is_prefix=False),),), rest.excluded)
    found = set(_select(library, _TEXTS, whole, limit))
    beginning = _select(library, _TITLES, words.Query(((typed,),)), limit)
    if rest.excluded and beginning:
        beginning = [
            key for key in beginning if key not in set(_select(library, _TEXTS, words.Query((rest.excluded,)), -1))
        ]
    return sorted(found.union(beginning), reverse=True)[: limit if limit >= 0 else None]


def _select(library: Library, statement: str, query: words.Query, limit: int) -> list[int]:
    return [row[0] for row in library.select(statement, (words.expression(query), limit))]


def _long_enough(query: words.Query) -> words.Query:
    """The query without the beginning of a short word that is still being typed."""
    groups = (tuple(filter(None, map(_settled, group))) for group in query.groups)
    return words.Query(tuple(filter(None, groups)), tuple(filter(None, map(_settled, query.excluded))))


def _settled(term: words.Term) -> words.Term | None:
    last = term.words[-1]
    if not term.is_open or len(last) >= SHORT or last >= _IDEOGRAPHS:
        return term
    return words.Term(term.words[:-1]) if len(term.words) > 1 else None
