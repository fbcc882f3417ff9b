"""Where the words of a library query stand in one article, for marking them there."""

from reader.model import Span
from reader.search import words
from reader.search.snippets import occurrences


def spans_in_text(text: str, query: str) -> tuple[Span, ...]:
    """The places of all words that are looked for, in order, not overlapping."""
    spans: list[Span] = []
    for found in occurrences(text, words.parse(query, typing=True)):
        if not spans or found.span.start >= spans[-1].end:
            spans.append(found.span)
    return tuple(spans)
