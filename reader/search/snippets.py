"""The line under a hit: a stretch of the text, around the place that shows most of what was looked for."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.model import Span
from reader.search.places import Places
from reader.search.query import Term

TITLE, TEXT = "title", "text"
WIDTH = 160
"""Code points of a snippet, about two lines of a narrow pane."""
_LEAD = 40
"""Code points before the first word found."""
_HEAD = 100_000
"""A longer text is folded whole only if this much of its beginning shows nothing."""
_BREAK = "\n\n"


class Snippet(NamedTuple):
    """A stretch of a field with the words found in it."""

    field: str
    text: str
    """One line, with "…" where it is cut."""
    spans: tuple[Span, ...]
    """Offsets into `text`."""
    terms: tuple[Term, ...] = ()
    """Those of the terms that the field has, in the order in which they were asked for."""


def make_snippet(title: str, text: str, terms: Sequence[Term]) -> Snippet:
    """The title where it has all the words, else the best place of the text, else what there is.

    `terms`: each once.
    """
    in_title = Places(title, terms)
    if terms and len(in_title.numbers) == len(terms):
        return _cut(TITLE, title, 0, in_title)
    head = text[:_HEAD]
    in_text = Places(head, terms)
    if not in_text.numbers and len(text) > _HEAD:
        head, in_text = text, Places(text, terms)
    if not in_text.numbers and in_title.numbers:
        return _cut(TITLE, title, 0, in_title)
    return _cut(TEXT, head, _best(in_text), in_text)


def _best(places: Places) -> int:
    """Where the first window begins that has most different terms; one pass with two hands, which ends where there can
    be none with more."""
    best, place, first, last = 0, 0, 0, 0
    inside = dict.fromkeys(places.numbers, 0)
    while best < len(inside) and (one := places.at(first)) is not None:
        while (other := places.at(last)) is not None and other.span.end <= one.span.start + WIDTH - _LEAD:
            inside[other.number] += 1
            last += 1
        together = sum(map(bool, inside.values()))
        if together > best:
            best, place = together, one.span.start
        inside[one.number] = max(0, inside[one.number] - 1)
        first += 1
    return place


def _cut(field: str, text: str, place: int, places: Places) -> Snippet:
    """The window around `place`, cut between words, on one line."""
    start = _word_start(text, place - _LEAD) if place > _LEAD else 0
    end = _word_end(text, start + WIDTH)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    line = text[start:end].replace(_BREAK, " ").replace("\n", " ").replace("\t", " ")

    def place_of(offset: int) -> int:
        return len(before) + offset - start - text.count(_BREAK, start, offset)

    spans = (one.span for one in places.before(end) if start <= one.span.start and one.span.end <= end)
    marked = _joined(Span(place_of(a), place_of(b)) for a, b in spans)
    return Snippet(field, f"{before}{line}{after}", marked, places.terms)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    result: list[Span] = []
    for span in spans:
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


_SPACE = re.compile(r"\s")
_FAR = 40
"""A word longer than this is cut in its middle."""


def _word_start(text: str, at: int) -> int:
    found = _SPACE.search(text, at, at + _FAR)
    return found.end() if found else at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    found = max(text.rfind(" ", at - _FAR, at), text.rfind("\n", at - _FAR, at))
    return found if found > 0 else at
