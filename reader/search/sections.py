"""The parts of a search: hits by headline, by text, the quotes themselves, the names; each counted and listed."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Literal, NamedTuple

from reader.library import Library
from reader.model import Analysis, Quote
from reader.search import plain
from reader.search.documents import Documents
from reader.search.fulltext import expression
from reader.search.lexicon import Lexicon
from reader.search.personal import Personal
from reader.search.plan import ANY, Planner
from reader.search.query.nodes import And, Field, Near, Node, Not, Or, Regex, Said, Term, both

Section = Literal["all", "titles", "texts", "quotes", "names", "notes"]
SECTIONS: tuple[Section, ...] = ("all", "titles", "texts", "quotes", "names", "notes")
COLUMNS: dict[Section, str] = {"titles": "title", "texts": "text"}
"""Sections that list articles, with the field in which the words have to stand."""
PLACE_BITS = 12
_LOOKED_AT = 2000
_OF_NAMES = ("who", "person", "org", "place", "speaker")

_QUOTES = "SELECT rowid FROM sayings WHERE sayings MATCH ? AND {} ORDER BY rowid DESC LIMIT ?"
_LIKE = "SELECT rowid FROM (SELECT value AS rowid FROM json_each(?)) AS sayings WHERE {} ORDER BY rowid DESC LIMIT ?"
_OF_ARTICLES = "EXISTS (SELECT 1 FROM articles WHERE key = sayings.rowid >> 12 AND ({}))"
_NAMES = (
    "SELECT form, type, articles, (SELECT max(key) FROM naming WHERE naming.name = names.name) FROM names "
    "WHERE name IN (SELECT rowid FROM name_words WHERE name_words MATCH ?) AND articles > 0 "
    "ORDER BY articles DESC, form LIMIT ?"
)


class SaidHit(NamedTuple):
    """A quote that has the words."""

    key: int
    place: int
    """Its place in the article's analysis."""


class NameHit(NamedTuple):
    """A name of the library that has the words."""

    form: str
    type: str
    articles: int
    """How many articles call them so."""
    key: int
    """The newest of them."""


def restricted(node: Node, name: str) -> Node:
    """The query with its bare words looked for in one field only; what is not wanted may stand nowhere."""
    match node:
        case Term() | Regex() | Near():
            return Field(name, node)
        case And(nodes):
            return And(tuple(restricted(one, name) for one in nodes))
        case Or(nodes):
            return Or(tuple(restricted(one, name) for one in nodes))
    return node


def has_bare_words(node: Node | None) -> bool:
    """Whether anything is looked for in headline and text alike."""
    match node:
        case Term() | Regex() | Near():
            return True
        case And(nodes) | Or(nodes):
            return any(map(has_bare_words, nodes))
    return False


def words_alone(node: Node | None) -> Node | None:
    """What a query asks about words, wherever they stand; for what has no fields, such as a note."""
    match node:
        case Term() | Regex() | Near():
            return node
        case Field("note" | "tag", value):
            return value
        case Or(nodes):
            parts = [words_alone(one) for one in nodes]
            return None if None in parts else node
        case And(nodes):
            return both([part for one in nodes if (part := words_alone(one)) is not None])
    return None


def quotes(lexicon: Lexicon, node: Node | None, personal: Personal, limit: int) -> tuple[SaidHit, ...]:
    """The quotes that have the words, or whose speaker does, of articles that the rest fits; newest article first.

    `node`: the query with names in all their forms. At most some thousands are looked at for what no index knows.
    """
    if node is None:
        return ()
    lexicon.renew()
    parts = node.nodes if isinstance(node, And) else (node,)
    said = [one for one in parts if _is_of_quotes(one)]
    wanted = [one for one in map(lexicon.spelt_out, said) if not isinstance(one, Not)]
    rest = both([one for one in parts if one not in said])
    like = lexicon.like(said[0]) if len(said) == 1 and isinstance(said[0], Said) else None
    words = " AND ".join(f"({part})" for part in map(_quoted, wanted) if part is not None)
    if not words:
        return ()
    is_exact = like is not None or (all(_quoted(one, False) for one in wanted) and len(wanted) == len(said))
    condition = Planner(lexicon, personal).condition(lexicon.spelt_out(rest)) if rest is not None else ANY
    article = "1" if condition.sql == "1" else _OF_ARTICLES.format(condition.sql)
    most = limit if is_exact else _LOOKED_AT
    library, corrected = lexicon.library, lexicon.corrected.keys
    query, asked = (_QUOTES, words) if like is None else (_LIKE, json.dumps(like))
    rows = library.select(query.format(article), (asked, *condition.values, most + len(corrected)))
    hits = [SaidHit(row[0] >> PLACE_BITS, row[0] & (1 << PLACE_BITS) - 1) for row in rows]
    hits = [hit for hit in hits if hit.key not in corrected][:most]
    if not is_exact:
        hits = list(islice(_fitting(library, hits, said), limit))
    hits += _fitting(library, _corrected(lexicon, rest, personal), said)
    return tuple(sorted(hits, key=lambda hit: (-hit.key, hit.place))[:limit])


def _corrected(lexicon: Lexicon, rest: Node | None, personal: Personal) -> Iterator[SaidHit]:
    """All quotes of the articles that the user has decided about and that the rest of the query fits."""
    for key, document in Documents(lexicon.library, personal).of(tuple(lexicon.corrected.keys)):
        if rest is None or plain.matches(rest, document):
            yield from (SaidHit(key, place) for place in range(len(document.analysis.quotes)))


def _is_of_quotes(node: Node) -> bool:
    """Whether this asks about what was said; a bare word in this section does."""
    match node:
        case Not(inner):
            return _is_of_quotes(inner)
        case And(nodes) | Or(nodes):
            return all(map(_is_of_quotes, nodes))
    return isinstance(node, Said | Term | Regex | Near)


def _quoted(node: Node, loosely: bool = True) -> str | None:
    """A node for the index of quotes; None where it cannot be asked that."""
    match node:
        case Said(fields):
            columns = {"speaker": "speaker", "quote": "words"}
            parts = [(columns[one.name], expression(one.value, loosely)) for one in fields]
            if not loosely and any(part is None for _, part in parts):
                return None
            known = " AND ".join(f"{column} : ({part})" for column, part in parts if part is not None)
            return known or None
        case Or(nodes):
            each = [_quoted(one, loosely) for one in nodes]
            return None if None in each else " OR ".join(f"({one})" for one in each)
        case And(nodes):
            each = [_quoted(one, loosely) for one in nodes]
            return None if None in each else " AND ".join(f"({one})" for one in each)
    return expression(node, loosely)


def _fitting(library: Library, hits: Iterable[SaidHit], said: Sequence[Node]) -> Iterator[SaidHit]:
    for hit in hits:
        article, analysis = library.article(hit.key), library.analysis(hit.key, indexed=True)
        if hit.place >= len(analysis.quotes):
            continue
        document = plain.Document(article, partial(_known, analysis))
        quote = analysis.quotes[hit.place]
        if all(_fits(one, quote, document) for one in said):
            yield hit


def _known(analysis: Analysis) -> Analysis:
    """What has been found already."""
    return analysis


def _fits(node: Node, quote: Quote, document: plain.Document) -> bool:
    match node:
        case Said(fields):
            return plain.is_said(fields, quote, document)
        case And(nodes):
            return all(_fits(one, quote, document) for one in nodes)
        case Or(nodes):
            return any(_fits(one, quote, document) for one in nodes)
        case Not(inner):
            return not _fits(inner, quote, document)
    return any(plain.is_said((Field(name, node),), quote, document) for name in ("quote", "speaker"))


def names(lexicon: Lexicon, node: Node | None, limit: int) -> tuple[NameHit, ...]:
    """The names that have the words of the query as the user has decided, those of the most articles first."""
    lexicon.renew()
    asked = both(list(_of_names(node)))
    words = expression(lexicon.spelt_out(asked)) if asked is not None else None
    if not words or asked is None:
        return ()
    decided = lexicon.corrected.names()
    found = {hit[:2]: hit for row in lexicon.library.select(_NAMES, (words, limit)) if (hit := NameHit(*row))}
    for (form, type), more in decided.items():
        known = found.get((form, type))
        if known is not None:
            found[form, type] = known._replace(articles=known.articles + more)
        elif more > 0 and plain.in_any(asked, (form,)):
            newest = max(key for key in lexicon.corrected.keys if (form, type) in lexicon.corrected.named(key))
            found[form, type] = NameHit(form, type, more, newest)
    some = (hit for hit in found.values() if hit.articles > 0)
    return tuple(sorted(some, key=lambda hit: (-hit.articles, hit.form))[:limit])


def _of_names(node: Node | None) -> Iterator[Node]:
    match node:
        case Term():
            yield node
        case Field(name, value) if name in _OF_NAMES and expression(value) is not None:
            yield value
        case Said(fields):
            yield from (one.value for one in fields if one.name == "speaker" and expression(one.value) is not None)
        case Or(nodes) if all(isinstance(one, Term) for one in nodes):
            yield node
        case And(nodes):
            for one in nodes:
                yield from _of_names(one)
