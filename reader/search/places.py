"""Where the words of a query stand in a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import merge
from itertools import chain, islice, repeat
from typing import NamedTuple

from reader.model import Span
from reader.search.folding import Folded, fold, fold_words
from reader.search.query import Term

MOST = 200
"""Places of a word that are looked at."""


class Found(NamedTuple):
    """A place of a term."""

    span: Span
    number: int
    """Which of the terms it is."""


class Places:
    """The places of some terms in a text, in order, looked for no further than they are asked for."""

    def __init__(self, text: str, terms: Sequence[Term]) -> None:
        begun = [(number, spans) for number, term in enumerate(terms) if (spans := _begun(text, term)) is not None]
        self.numbers = tuple(number for number, _ in begun)
        """Which of the terms the text has."""
        self.terms = tuple(terms[number] for number in self.numbers)
        """The same, in the order given."""
        self._seen: list[Found] = []
        self._rest = map(Found._make, merge(*(zip(spans, repeat(number)) for number, spans in begun)))

    def at(self, index: int) -> Found | None:
        """One of them; None beyond the last."""
        self._seen += islice(self._rest, max(0, index + 1 - len(self._seen)))
        return self._seen[index] if index < len(self._seen) else None

    def before(self, offset: int) -> list[Found]:
        """Those that begin before an offset, and perhaps some more."""
        while (not self._seen or self._seen[-1].span.start < offset) and self.at(len(self._seen)) is not None:
            pass
        return self._seen


def spans_of(text: str, terms: Iterable[Term]) -> list[Span]:
    """Every place of every term, in order."""
    begun = [spans for term in terms if (spans := _begun(text, term)) is not None]
    return list(merge(*begun))


def _begun(text: str, term: Term) -> Iterator[Span] | None:
    """The places of a term; None if there is none."""
    spans = _spans(text, term)
    first = next(spans, None)
    return None if first is None else chain((first,), spans)


def _spans(text: str, term: Term) -> Iterator[Span]:
    folded = _folded(text)
    if isinstance(folded, str):
        for match in islice(_pattern(term).finditer(folded), MOST):
            yield Span(*match.span())
    else:
        for match in islice(_pattern(term).finditer(folded.text), MOST):
            yield folded.span(*match.span())


@lru_cache(maxsize=64)
def _folded(text: str) -> str | Folded:
    """The same hits are shown at every letter."""
    words = fold_words(text)
    return fold(text) if words is None else words


@lru_cache(maxsize=256)
def _pattern(term: Term) -> re.Pattern[str]:
    """The term as whole words of folded text; the last may go on.

    The first word stands before the look at what is left of it: letters that are known are found fast.
    """
    first, *others = (re.escape(fold(word).text) for word in term.words)
    words = r"[\W_]++".join([rf"{first}(?<![^\W_]{first})", *others])
    return re.compile(words + (r"[^\W_]*+" if term.is_prefix else r"(?![^\W_])"))
