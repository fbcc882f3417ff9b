"""The line under a hit: a stretch of the text, around the place that shows most of what was looked for."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.model import Span
from reader.search.folding import Folded, fold
from reader.search.query import Term

TITLE, TEXT = "title", "text"
WIDTH = 160
"""Code points of a snippet, about two lines of a narrow pane."""
_LEAD = 40
"""Code points before the first word found."""
_HEAD = 100_000
"""A longer text is folded whole only if this much of its beginning shows nothing."""
_BREAK = "\n\n"
_MOST = 200
"""Occurrences of a word that are looked at."""


_fold = lru_cache(maxsize=64)(fold)
"""The same hits are shown at every letter."""


class Snippet(NamedTuple):
    """A stretch of a field with the words found in it."""

    field: str
    text: str
    """One line, with "…" where it is cut."""
    spans: tuple[Span, ...]
    """Offsets into `text`."""
    terms: frozenset[Term] = frozenset()
    """Those of the terms that the field has."""


class _Found(NamedTuple):
    term: Term
    span: Span


def make_snippet(title: str, text: str, terms: Sequence[Term]) -> Snippet:
    """The title where it has all the words, else the best place of the text, else what there is."""
    reach = 2 * WIDTH if len(terms) == 1 else None  # the first place of a lone word is the best
    in_title = occurrences(title, terms, reach)
    if in_title and {found.term for found in in_title} == set(terms):
        return _cut(TITLE, title, 0, in_title)
    head = text[:_HEAD]
    in_text = occurrences(head, terms, reach)
    if not in_text and len(text) > _HEAD:
        head, in_text = text, occurrences(text, terms, reach)
    if not in_text and in_title:
        return _cut(TITLE, title, 0, in_title)
    return _cut(TEXT, head, _best(in_text), in_text)


def occurrences(text: str, terms: Iterable[Term], reach: int | None = None) -> list[_Found]:
    """Every place of every term, in order; with a `reach` those that begin so many code points behind its first one."""
    folded = _fold(text)
    reach = len(folded.text) if reach is None else reach
    found = [_Found(term, span) for term in terms for span in _places(folded, term, reach)]
    return sorted(found, key=lambda one: one.span)


def _places(folded: Folded, term: Term, reach: int) -> list[Span]:
    """The places of a term that begin at most `reach` code points behind its first one."""
    found: list[Span] = []
    last = len(folded.text)
    for match in _pattern(term).finditer(folded.text):
        if match.start() > last:
            break
        if not found:
            last = match.start() + reach
        found.append(folded.span(*match.span()))
        if len(found) == _MOST:
            break
    return found


@lru_cache(maxsize=256)
def _pattern(term: Term) -> re.Pattern[str]:
    """The term as whole words of folded text; the last may go on.

    The first word stands before the look at what is left of it: letters that are known are found fast.
    """
    first, *others = (re.escape(fold(word).text) for word in term.words)
    words = r"[\W_]++".join([rf"{first}(?<![^\W_]{first})", *others])
    return re.compile(words + (r"[^\W_]*+" if term.is_prefix else r"(?![^\W_])"))


def _best(found: Sequence[_Found]) -> int:
    """Where the first window begins that has most different terms; one pass with two hands."""
    best, place, last = 0, 0, 0
    inside: dict[Term, int] = {}
    for first in found:
        while last < len(found) and found[last].span.end <= first.span.start + WIDTH - _LEAD:
            inside[found[last].term] = inside.get(found[last].term, 0) + 1
            last += 1
        if len(inside) > best:
            best, place = len(inside), first.span.start
        if inside.get(first.term, 0) > 1:
            inside[first.term] -= 1
        else:
            inside.pop(first.term, None)
    return place


def _cut(field: str, text: str, place: int, found: Sequence[_Found]) -> Snippet:
    """The window around `place`, cut between words, on one line."""
    start = _word_start(text, place - _LEAD) if place > _LEAD else 0
    end = _word_end(text, start + WIDTH)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    line = text[start:end].replace(_BREAK, " ").replace("\n", " ").replace("\t", " ")

    def place_of(offset: int) -> int:
        return len(before) + offset - start - text.count(_BREAK, start, offset)

    spans = (one.span for one in found if start <= one.span.start and one.span.end <= end)
    marked = _joined(Span(place_of(a), place_of(b)) for a, b in spans)
    return Snippet(field, f"{before}{line}{after}", marked, frozenset(one.term for one in found))


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
