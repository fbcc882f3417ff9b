"""An article's quotations cut into words, once, however many articles they are compared with."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.events.kept import Kept
from reader.events.reading import Reading, read
from reader.events.terms import fold
from reader.events.wording import MARKS, Token
from reader.model import Analysis, Article, Quote, Span

_INNER = re.compile(r"“([^”]*)”?|\"([^\"]*)\"?|(?<![^\W_])‘([^’]*(?:’[^\W_][^’]*)*)’?|„([^“”]*)[“”]?|«([^»]*)»?")


class Cut(NamedTuple):
    """What of a quotation does not depend on the article that it is compared with."""

    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    """Words without the marks between them."""
    marked: tuple[str, ...]
    """The words inside quotation marks; all of them where none are marked."""
    content: frozenset[str]
    """The terms that mean something."""


def _cut_all(article: Article, analysis: Analysis) -> list[Cut]:
    reading = read(article.text, analysis.sentences)
    return [_cut(quote, reading) for quote in analysis.quotes]


cuts = Kept(_cut_all)
"""All quotations of an article, in order."""


def quoted_in(reading: Reading, quote: Quote, spans: Iterable[Span]) -> tuple[str, ...]:
    """The words of a quotation that stand inside quotation marks and in one of the stretches."""
    inner = _inner(reading.text, quote) or quote.spans
    parts = [
        Span(max(own.start, outer.start), min(own.end, outer.end))
        for outer in spans
        for own in inner
        if own.overlaps(outer)
    ]
    return tuple(token.key for token in reading.between(parts) if token.key not in MARKS)


def _inner(text: str, quote: Quote) -> list[Span]:
    """What stands inside quotation marks; nothing of an indirect report."""
    if quote.kind == "indirect":
        return []
    return [Span(*match.span()) for span in quote.spans for match in _INNER.finditer(text, span.start, span.end)]


def _cut(quote: Quote, reading: Reading) -> Cut:
    words = reading.between(quote.spans)
    keys = tuple(token.key for token in words if token.key not in MARKS)
    marked = [token.key for token in reading.between(_inner(reading.text, quote)) if token.key not in MARKS]
    return Cut(
        tuple(words),
        keys,
        tuple(marked) or (() if quote.kind == "indirect" else keys),
        frozenset([term for key in keys if (term := fold(key))]),
    )
