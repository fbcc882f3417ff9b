"""Finding articles by a query: the newest hits at once, however many there are."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from time import monotonic
from typing import NamedTuple

from reader.library import Library
from reader.library.beside import Overtaken
from reader.model import Problem, Span
from reader.search import quoted, rewriting, sections
from reader.search.lexicon import Lexicon
from reader.search.personal import Personal
from reader.search.query import Node, Query, QueryError, Term, parse
from reader.search.selecting import Search
from reader.search.snippets import Snippet, make_snippet
from reader.search.spellings import widened

COUNTED = 1000
"""Hits are counted up to here at once; beyond, the screen says "1000+" until they have been counted by themselves."""
AGAIN = 0.15
"""Seconds between two answers while more hits are being looked for."""


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

    keys: Sequence[int] = ()
    """The articles, as many as were asked for."""
    shown: tuple[Hit, ...] = ()
    """The first of them with their snippets, as far as those were made ahead."""
    total: int = 0
    more: bool = False
    """Whether there are more than `total`, or may be."""
    is_whole: bool = True
    """False while more hits are being looked for."""
    looked: int = 0
    """Articles that were looked at one by one so far, for what no index knows."""
    problem: Problem | None = None
    """What is wrong with the query."""
    query: Query = Query()
    written: str = ""
    """The query as somebody would write it who is not still typing it: it finds the same from the command line."""
    terms: tuple[Term, ...] = ()
    """What a hit may show: the words, phrases and other forms of names that were looked for."""
    stands_for: dict[Term, Term] = {}  # noqa: RUF012  (never changed)
    """For each other form of a name: the term of the query."""
    node: Node | None = None
    """What was looked for, with names in all their forms and the fields of a quotation together."""

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All of them as hits, made when they are asked for: a list of a thousand shows a dozen."""
        return (*self.shown, *map(Hit, self.keys[len(self.shown) :]))

    @property
    def shown_total(self) -> str:
        """ "17" or "1,000+"."""
        return f"{self.total:,}{'+' if self.more else ''}"


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
    *_, whole = found(Lexicon(library), query, limit, scope, typing, personal, section, waits=float("inf"))
    return whole


def found(
    lexicon: Lexicon,
    query: str,
    limit: int = 200,
    scope: Collection[int] | None = None,
    typing: bool = True,
    personal: Personal | None = None,
    section: sections.Section = "all",
    waits: float = 0.025,
) -> Iterator[Results]:
    """The same as it is found: the newest hits after so many seconds (`waits`), then each time with more of them.

    Raises `Overtaken` where the library is one that is asked beside another and the question was broken off.
    """
    try:
        parsed = parse(query, typing)
    except QueryError as error:
        yield Results(problem=Problem("", None, error.message, error.hint, column=error.column))
        return
    node = rewriting.settled(parsed.node) if parsed.node is not None else None
    if node is None:
        yield Results(query=parsed)
        return
    try:
        lexicon.renew()
        node = rewriting.ended(node, lexicon.is_alone) if typing else node
        wide, stands_for = widened(rewriting.gathered(node), lexicon.library)
        asked = sections.restricted(wide, sections.COLUMNS[section]) if section in sections.COLUMNS else wide
        written = rewriting.written(query, parsed, node) if typing else query.strip()
        known = Results(query=parsed, written=written, terms=rewriting.wanted(wide), stands_for=stands_for, node=wide)
        search = Search(lexicon, personal or Personal(), parsed.sort, scope)
        yield from _collected(search, asked, known, limit, waits)
    except Overtaken:
        raise
    except sqlite3.Error as error:
        message = f"The library could not be searched: {error}"
        yield Results(problem=Problem("", None, message, "try again in a moment"), query=parsed)


def _collected(search: Search, node: Node, known: Results, limit: int, waits: float) -> Iterator[Results]:
    """The hits so far, whenever some time has gone by, and at the end all of them."""
    most = max(limit, COUNTED)
    is_ranked = known.query.sort in ("", "relevance") and bool(quoted.loose(node))
    keys: list[int] = []
    due = monotonic() + waits
    for some in search.batches(node, most + 1):
        keys += some
        if len(keys) > most:
            break
        if not is_ranked and monotonic() >= due:
            looked = search.looked
            yield known._replace(keys=tuple(keys[:limit]), total=len(keys), more=True, is_whole=False, looked=looked)
            due = monotonic() + AGAIN
    total, more = min(len(keys), most), len(keys) > most
    if is_ranked:
        likest = quoted.likest(search.lexicon.library, node)
        fitting = {key for some in search.among(likest).batches(node, len(likest)) for key in some}
        likest = [key for key in likest if key in fitting]
        keys = quoted.ranked(search.lexicon.library, list(dict.fromkeys([*likest, *keys])), node)
    yield known._replace(keys=tuple(keys[:limit]), total=total, more=more, looked=search.looked)


def counted(lexicon: Lexicon, results: Results, personal: Personal, section: sections.Section = "all") -> int | None:
    """How many hits there are in all, where the index can say it; None where each article would have to be read."""
    node = results.node
    if node is None:
        return 0
    lexicon.renew()
    asked = sections.restricted(node, sections.COLUMNS[section]) if section in sections.COLUMNS else node
    return Search(lexicon, personal, "", None).count(asked)


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
    return _shown(results, hit, made)


def with_snippets(lexicon: Lexicon, results: Results, many: int) -> Results:
    """The results with the snippets of so many hits, whose articles are read in one go."""
    keys = results.keys[:many]
    if quoted.asked(results.node):
        return results._replace(shown=tuple(snippet(lexicon.library, results, Hit(key)) for key in keys))
    texts = lexicon.texts(keys)
    return results._replace(
        shown=tuple(_shown(results, Hit(key), make_snippet(*texts[key], results.terms)) for key in keys)
    )


def _shown(results: Results, hit: Hit, made: Snippet) -> Hit:
    return hit._replace(field=made.field, snippet=made.text, spans=made.spans, via=_via(results, made.terms))


def _via(results: Results, shown: Collection[Term]) -> str | None:
    """The other form of a name that the hit shows in place of the one that was typed."""
    for term in shown if results.stands_for else ():
        typed = results.stands_for.get(term)
        if typed is not None and typed not in shown:
            return term.text
    return None
