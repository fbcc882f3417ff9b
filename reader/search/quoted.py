"""Quotes among the hits: which one of an article answers the query best, and the line that shows it."""

from collections.abc import Iterable, Iterator, Sequence

from reader.library import Library
from reader.library.found import PLACE_BITS
from reader.model import Article, Quote, Span
from reader.search import likeness, plain
from reader.search.marks import spans_in_text
from reader.search.places import Places
from reader.search.query.nodes import And, Node, Or, Said, Term
from reader.search.snippets import Snippet

QUOTE = "quote"
WIDTH = 200
"""Code points of a quote that are shown."""
RANKED = 100
"""Hits that are put in the order of their likeness to a loose quotation; the rest follow by date."""


def asked(node: Node | None) -> tuple[Said, ...]:
    """What a query asks about quotes, but for what it does not want."""
    match node:
        case Said():
            return (node,)
        case And(nodes) | Or(nodes):
            return tuple(one for part in nodes for one in asked(part))
    return ()


def loose(node: Node | None) -> tuple[Term, ...]:
    """The loose quotations that a query looks for."""
    return tuple(term for said in asked(node) for term in _loose_terms(one.value for one in said.fields))


def _loose_terms(nodes: Iterable[Node]) -> Iterator[Term]:
    for node in nodes:
        match node:
            case Term(is_loose=True):
                yield node
            case And(parts) | Or(parts):
                yield from _loose_terms(parts)


def best(library: Library, key: int, said: Sequence[Said]) -> Quote | None:
    """The article's quote that fits what is asked: for a loose quotation the one most like it, else the first."""
    document = plain.Document(library.article(key), lambda: library.analysis(key, indexed=True))
    fitting = [
        quote for quote in document.analysis.quotes if any(plain.is_said(one.fields, quote, document) for one in said)
    ]
    wanted = [term for one in said for term in _loose_terms(field.value for field in one.fields)]
    if not wanted or len(fitting) < 2:
        return fitting[0] if fitting else None
    return max(fitting, key=lambda quote: max(alike(term, words(document.article, quote)) for term in wanted))


def likest(library: Library, node: Node) -> list[int]:
    """Articles whose quotes have the most of the words of a loose quotation; what else is asked is not heeded."""
    rows = [row for said in asked(node) for row in likeness.likest(library, said.fields, RANKED)]
    return list(dict.fromkeys(row >> PLACE_BITS for row in rows))


def ranked(library: Library, keys: Sequence[int], node: Node) -> list[int]:
    """The keys with those first whose quotes are most like the loose quotation."""
    wanted, said = loose(node), asked(node)
    scores: dict[int, float] = {}
    for key in keys[:RANKED]:
        quote = best(library, key, said)
        said_here = words(library.article(key), quote) if quote else ""
        scores[key] = max(alike(term, said_here) for term in wanted)
    return [*sorted(keys[:RANKED], key=lambda key: (-scores[key], -key)), *keys[RANKED:]]


def alike(term: Term, said: str) -> float:
    """How like a quotation is to what was said, 0 to 100: in whole, or in the part that fits best."""
    from rapidfuzz import fuzz

    one, other = " ".join(map(plain.folded, term.words)), " ".join(plain.tokens(said))
    return round(max(fuzz.ratio(one, other), 0.95 * fuzz.partial_ratio(one, other)), 3)


def words(article: Article, quote: Quote) -> str:
    """What was said, on one line."""
    return " … ".join(" ".join(span.of(article.text).split()) for span in quote.spans)


def snippet(article: Article, quote: Quote, terms: Sequence[Term]) -> Snippet:
    """Who said it and what, with the words that were looked for."""
    lead = f"{quote.speaker.name}: " if quote.speaker.name else ""
    text = lead + words(article, quote)
    found = Places(text, terms)
    first = found.at(0)
    cut = text if len(text) <= WIDTH else _around(text, first.span if first else Span(0, 0))
    return Snippet(QUOTE, cut, spans_in_text(cut, terms), found.terms)


def _around(text: str, place: Span) -> str:
    start = 0 if place.end < WIDTH else text.rfind(" ", 0, place.start - WIDTH // 4) + 1
    end = start + WIDTH
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")
