"""Where a note's passage stands in an article that may have changed since: found by its words, never by guessing.

The order of trials is the one that web annotation uses (quote selector, then context, then likeness): the same words in
their place; the same words elsewhere, ranked by what stands before and after them and by distance; likely words where
the context or their own length makes them certain enough. What is not certain enough is an orphan: a note in the wrong
place misleads, one that lost its place only has to be looked at.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from reader.model import Anchor, Article, Span, Target
from reader.text.normalise import Normalised, normalised, plain

CONTEXT = 32
"""Code points of context kept on each side."""

EDGE = 14
"""Code points of it that tell the bound of a passage whose words have changed."""

MAX_OCCURRENCES = 500
"""Places of the same words that are compared; a passage that short and that common has no place of its own."""

MAX_CONTEXTS = 20
"""Places of the same context that are compared."""

UNIQUE = 32
"""Characters from which the same words, found once, need no context to be believed."""

LONG = 40
"""Characters from which similar words need no context."""

ONE_SIDE, BOTH_SIDES, SURROUNDED = 0.85, 0.6, 0.8
"""Likeness (0 to 1) from which the text on one side alone, or on both, speaks for a place, and speaks for it loudly.
Unrelated English of this length is alike by 0.35 to 0.45."""

LIKE, LIKE_IN_CONTEXT, LIKE_SURROUNDED = 0.85, 0.65, 0.5
"""Least likeness of the words themselves: without context, with it, and with much of it. Measured on 1,800 passages of
600 news articles whose words, context or both were changed, or that were taken out."""

_ORPHAN = Anchor("orphan", 0.0, None)
_WORD = re.compile(r"\w+")


class _Place(NamedTuple):
    """A candidate, in offsets of the normalised text."""

    start: int
    end: int
    likeness: float
    """Of the words, 0 to 1."""
    before: float
    after: float
    """Likeness of the context on each side; 0.5 where the note knows none."""
    distance: float
    """From the recorded place, as a share of the text, 0 to 1."""

    @property
    def rank(self) -> float:
        return self.likeness + (self.before + self.after) / 2 - 0.05 * self.distance

    @property
    def in_context(self) -> bool:
        """Whether what stands around it is what the note remembers."""
        return max(self.before, self.after) >= ONE_SIDE or min(self.before, self.after) >= BOTH_SIDES

    @property
    def surrounded(self) -> bool:
        """Whether that is so beyond doubt."""
        return min(self.before, self.after) >= SURROUNDED


def target_for(article: Article, span: Span) -> Target:
    """The passage at `span` with its context, as a note remembers it."""
    text = article.text
    start, end = max(0, min(span.start, len(text))), max(0, min(span.end, len(text)))
    return Target(
        article=article.id,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def anchor(target: Target, article: Article) -> Anchor:
    """Where the passage of `target` stands in `article` as it is now.

    `exact`: its words stand where they stood. `moved`: they stand elsewhere (score 1), or in other words (score below
    1, the likeness of the two). `orphan`: no place is certain enough. Quotation marks, dashes and spaces of another
    style are the same words. A target without words is a note on the whole article: exact, with no span.
    """
    text = article.text
    if not target.exact.strip():
        return Anchor("exact", 1.0, None)
    wanted = plain(target.exact.strip())
    if not wanted.strip():  # nothing but soft hyphens and the like
        return _ORPHAN
    here = normalised(text)
    place = _same_words(target, wanted, here)
    if place is None:
        place = _like_words(target, wanted, here)
        if place is None:
            return _ORPHAN
    span = Span(here.offset(place.start), here.offset(place.end, end=True))
    if place.likeness < 1:
        return Anchor("moved", round(place.likeness, 3), span)
    lead = len(target.exact) - len(target.exact.lstrip())
    whole = Span(span.start - lead, span.start - lead + len(target.exact))
    if lead <= span.start and whole.of(text) == target.exact:
        span = whole
    unmoved = target.start is None or span.start in (target.start, target.start + lead)
    return Anchor("exact" if unmoved else "moved", 1.0, span)


def _same_words(target: Target, wanted: str, here: Normalised) -> _Place | None:
    """The best place of the very words, or None where there is none or no telling which."""
    starts = list(_occurrences(wanted, here.text))
    if not starts:
        return None
    places = [_place(target, start, start + len(wanted), 1.0, here) for start in starts]
    recorded = here.index(target.start) if target.start is not None else None
    best = max(places, key=lambda place: (round(place.rank, 3), -place.distance))
    if best.start == recorded or best.in_context:
        return best
    known = target.prefix or target.suffix or target.start is not None
    if len(places) == 1 and (len(wanted) >= UNIQUE or not known):
        return best
    return None


def _occurrences(wanted: str, text: str) -> Iterator[int]:
    start = text.find(wanted)
    for _ in range(MAX_OCCURRENCES):
        if start < 0:
            return
        yield start
        start = text.find(wanted, start + 1)


def _place(target: Target, start: int, end: int, likeness: float, here: Normalised) -> _Place:
    text = here.text
    before, after = plain(target.prefix), plain(target.suffix)
    recorded = here.index(target.start) if target.start is not None else start
    return _Place(
        start,
        end,
        likeness,
        _alike(before.lstrip(), text[max(0, start - len(before)) : start].lstrip()),
        _alike(after.rstrip(), text[end : end + len(after)].rstrip()),
        abs(start - recorded) / max(1, len(text)),
    )


def _alike(wanted: str, found: str) -> float:
    from rapidfuzz import fuzz

    if not wanted.strip():
        return 0.5
    return float(fuzz.ratio(wanted, found)) / 100


def _like_words(target: Target, wanted: str, here: Normalised) -> _Place | None:
    """The best place of similar words, or None where none is certain enough."""
    found = list(_between_context(target, wanted, here))
    for low, high in _windows(target, wanted, here):
        found += _fitted(target, wanted, low, high, here)
    best = max(found, key=lambda place: place.rank, default=None)
    if best is None or not _certain(best, len(wanted)):
        return None
    if _taken_out(target, here.text) and not (best.surrounded and best.likeness >= LIKE):
        return None
    rivals = (place for place in found if place.start >= best.end or place.end <= best.start)
    return None if any(place.rank > best.rank - 0.05 for place in rivals) else best


def _between_context(target: Target, wanted: str, here: Normalised) -> Iterator[_Place]:
    """What stands where the remembered context begins and ends, or begins alone."""
    before, after = plain(target.prefix)[-EDGE:], plain(target.suffix)[:EDGE]
    if len(before) < EDGE:
        return
    for start in islice(_occurrences(before, here.text), MAX_CONTEXTS):
        first = start + EDGE
        edge = here.text.find(after, first, first + 2 * len(wanted) + CONTEXT) if len(after) == EDGE else -1
        place = _compared(target, wanted, first, edge if edge > first else first + len(wanted), here)
        if place is not None:
            yield place


def _compared(target: Target, wanted: str, start: int, end: int, here: Normalised) -> _Place | None:
    """A stretch of the text as a candidate, without parts of words at its ends."""
    from rapidfuzz import fuzz

    start, end = _at_words(here.text, start, min(end, len(here.text)))
    if start >= end:
        return None
    return _place(target, start, end, float(fuzz.ratio(wanted, here.text[start:end])) / 100, here)


def _taken_out(target: Target, text: str) -> bool:
    """Whether what stood before and after the passage now stands side by side."""
    before, after = plain(target.prefix).strip(), plain(target.suffix).strip()
    long_enough = len(before) >= EDGE and len(after) >= EDGE
    return long_enough and any(before + gap + after in text for gap in ("", " "))


def _certain(place: _Place, length: int) -> bool:
    if place.likeness >= 1:
        return False  # the very words, in a place that has been ruled out
    if place.surrounded:
        return place.likeness >= LIKE_SURROUNDED
    if place.in_context:
        return place.likeness >= LIKE_IN_CONTEXT
    return length >= LONG and place.likeness >= LIKE


def _windows(target: Target, wanted: str, here: Normalised) -> Iterator[tuple[int, int]]:
    """Stretches of the text where the words might be: where many of them stand in the right distance of each other.

    Each word of the passage that occurs in the text votes for the place where the passage would then begin, rare words
    for more; the best few places are looked at, and the recorded one. Linear in the text.
    """
    words = {match[0].lower(): match.start() for match in _WORD.finditer(wanted)}
    step = max(16, len(wanted) // 2)
    seen: dict[str, list[int]] = {}
    for match in _WORD.finditer(here.text):
        word = match[0].lower()
        if word in words:
            seen.setdefault(word, []).append(match.start())
    votes: Counter[int] = Counter()
    for word, places in seen.items():
        weight = 1 + 60 // len(places)
        for place in places:
            votes[(place - words[word]) // step] += weight
    bins = [number for number, _ in votes.most_common(8)]
    if target.start is not None:
        bins.append(here.index(target.start) // step)
    for number in dict.fromkeys(bins):
        low = max(0, (number - 1) * step)
        yield low, min(len(here.text), (number + 2) * step + 2 * len(wanted))


def _fitted(target: Target, wanted: str, low: int, high: int, here: Normalised) -> Iterator[_Place]:
    """The words in a stretch of the text that are most like the wanted ones, with each bound that may be meant.

    Likeness alone finds a stretch of the length of the wanted words, which is wrong by as much as was put in or taken
    out; where the remembered context stands nearby, it tells the bound.
    """
    from rapidfuzz import fuzz

    text = here.text
    found = fuzz.partial_ratio_alignment(wanted, text[low:high]) if high - low > len(wanted) else None
    start, end = (low + found.dest_start, low + found.dest_end) if found else (low, high)
    reach = len(wanted) // 2 + CONTEXT
    before, after = plain(target.prefix)[-EDGE:], plain(target.suffix)[:EDGE]
    starts, ends = [start], [end]
    if len(before) == EDGE and (edge := text.rfind(before, max(0, start - reach), start + reach)) >= 0:
        starts.append(edge + EDGE)
    if len(after) == EDGE and (edge := text.find(after, max(0, end - reach), end + reach)) >= 0:
        ends.append(edge)
    for first in starts:
        for last in ends:
            place = _compared(target, wanted, first, last, here)
            if place is not None:
                yield place


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without parts of words and space at its ends; a word cut by either end is taken whole."""
    while 0 < start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
