"""Where the words of a library query stand in one article, for marking them there."""

from collections.abc import Iterable

from reader.model import Span
from reader.search.places import spans_of
from reader.search.query import Term


def spans_in_text(text: str, terms: Iterable[Term]) -> tuple[Span, ...]:
    """The places of all terms that are looked for, in order, not overlapping."""
    spans: list[Span] = []
    for span in spans_of(text, terms):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return tuple(spans)
