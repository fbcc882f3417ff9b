"""Two articles' sentences as weighted terms: what alignment looks at.

A term weighs what general news says it does, less where the two articles themselves are full of it: the name that every
sentence repeats tells nothing about which sentence is which. In a run of capitals ("Foreign Minister Anna Berg") one
term stands for all: a long title proves no more than a short one.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from reader.events.frequency import weight
from reader.events.reading import Reading, Sentence
from reader.model import Span
from reader.model.frozen import dataclass

_PREFIX = 5
"""Letters from which a stem that begins another is taken for the same word: "evacu" and "evacuat"."""

_LONGER = 3
"""Letters that the other may have more."""

_TITLE_PART = 0.2
"""What each further term of a run of capitals weighs, as a part of its weight."""

_STOCK = 0.2
"""What a term in a stock phrase of the trade weighs, as a part of its weight."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, weighed."""

    place: int
    """Index among the article's sentences."""
    span: Span
    stems: tuple[str, ...]
    """Terms in order, with repetitions."""
    weights: Mapping[str, float]
    """Weight of each distinct term in this sentence."""
    total: float
    """Sum of these."""
    names: frozenset[str]
    """The terms that are names, or parts of names."""
    words: tuple[str, ...]
    """All words, folded as for a word diff."""
    set: frozenset[str]
    """The same, each once."""
    runs: frozenset[int]
    """Every four words in a row, by their hash."""
    speakers: frozenset[str]
    """Keys of those who are said, by name, to have said something in it."""
    furniture: bool
    """Whether it belongs to the page and reports nothing."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article's names: keys that stand for the same bearer in both articles."""

    mentions: Mapping[Span, str]
    """Of each mention of a name that both articles have."""
    speakers: Mapping[int, frozenset[str]]
    """Of the named speakers, by the place of the sentence."""


NOTHING = Known({}, {})


def units(a: Reading, b: Reading, known: tuple[Known, Known] = (NOTHING, NOTHING)) -> tuple[list[Unit], list[Unit]]:
    """The sentences of both articles, weighed against one another."""
    sides = (_sentences(a, known[0].mentions), _sentences(b, known[1].mentions))
    merged = _merged_stems({stem for side in sides for sentence in side for stem, _, _ in sentence})
    spread: Counter[str] = Counter()
    for side in sides:
        for sentence in side:
            spread.update({merged.get(stem, stem) for stem, _, _ in sentence})
    count = max(2, len(sides[0]) + len(sides[1]))
    scale = log(1 + count / 2)
    weights = {stem: weight(stem) * min(1.0, log(1 + count / held) / scale) for stem, held in spread.items()}
    left, right = (
        [
            _unit(n, sentence, words, merged, weights, names.speakers.get(n, frozenset()))
            for n, (sentence, words) in enumerate(zip(side.sentences, read, strict=True))
        ]
        for side, read, names in zip((a, b), sides, known, strict=True)
    )
    return left, right


_Word = tuple[str, float, bool]
"""A term, the part of its weight that counts here, and whether it is a name."""


def _sentences(reading: Reading, keys: Mapping[Span, str]) -> list[list[_Word]]:
    mentions = sorted(keys.items())
    starts = [span.start for span, _ in mentions]
    return [_words(sentence, mentions, starts) for sentence in reading.sentences]


def _words(sentence: Sentence, mentions: Sequence[tuple[Span, str]], starts: Sequence[int]) -> list[_Word]:
    found: list[_Word] = []
    run: list[tuple[str, float, bool]] = []
    last_end, last_mention = -9, -1
    for stem, start, end, capital, stock in sentence.terms:
        share = _STOCK if stock else 1.0
        if not capital:
            found.append((stem, share, False))
            continue
        if run and start - last_end > 1:
            found.extend(_close(run))
            run = []
        last_end = end
        place = bisect_right(starts, start) - 1
        if place < 0 or end > mentions[place][0].end:
            run.append((stem, share, False))
        elif place != last_mention:
            run.append((mentions[place][1], share, True))
            last_mention = place
    if run:
        found.extend(_close(run))
    return found


def _close(run: Sequence[tuple[str, float, bool]]) -> list[_Word]:
    """A run of capitals: its mention of a known name counts in full, else its rarest term, the last of equals."""
    if len(run) == 1:
        return [(run[0][0], run[0][1], True)]
    head = max(range(len(run)), key=lambda n: (run[n][2], weight(run[n][0]), n))
    return [(stem, share * (1.0 if n == head else _TITLE_PART), True) for n, (stem, share, _) in enumerate(run)]


def _unit(
    place: int,
    sentence: Sentence,
    read: Sequence[_Word],
    merged: Mapping[str, str],
    weights: Mapping[str, float],
    speakers: frozenset[str],
) -> Unit:
    own: dict[str, float] = {}
    stems = []
    names = set()
    for word, share, name in read:
        stem = merged.get(word, word)
        stems.append(stem)
        value = weights[stem] * share
        if value > own.get(stem, -1.0):
            own[stem] = value
        if name:
            names.add(stem)
    total = sum(own.values())
    return Unit(
        place,
        sentence.span,
        tuple(stems),
        own,
        total,
        frozenset(names),
        sentence.words,
        frozenset(sentence.words),
        sentence.runs,
        speakers,
        sentence.furniture,
    )


def _merged_stems(vocabulary: set[str]) -> dict[str, str]:
    """Stems of the two articles that are one word for a hasty stemmer: the longer is taken for the shorter."""
    merged: dict[str, str] = {}
    base = ""
    for stem in sorted(vocabulary):
        if len(base) >= _PREFIX and len(stem) - len(base) <= _LONGER and stem.startswith(base) and stem.isalpha():
            merged[stem] = base
        else:
            base = stem
    return merged
