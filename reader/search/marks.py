"""Where the words of a library query stand in one article, for marking them there."""

from collections.abc import Iterable

from reader.model import Span
from reader.search.query import Term
from reader.search.snippets import occurrences


def spans_in_text(text: str, terms: Iterable[Term]) -> tuple[Span, ...]:
    """The places of all terms that are looked for, in order, not overlapping."""
    spans: list[Span] = []
    for found in occurrences(text, terms):
        if not spans or found.span.start >= spans[-1].end:
            spans.append(found.span)
    return tuple(spans)
