"""How much one sentence tells what another tells.

Three views are combined. The sentences as wholes: how much of their weight they share, and how much of the smaller is
contained in the greater. Their most alike stretches: a clause may be told in both, inside two sentences that otherwise
have nothing in common. And their wording: several words in a row that both have are hardly chance.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from reader.events.reading import RUN
from reader.events.units import Unit

_HALF = 9.0
"""Shared weight at which evidence counts for half: about three informative words."""

_FOREIGN = 0.45
"""What a word that is not shared takes from the stretch around it, as a part of its weight."""

_CLAUSE = 0.9
"""What the likeness of two stretches counts, against that of the whole sentences."""

_FEW = 5
"""Words below which being told word for word proves nothing."""


_HINT = 0.3
"""Likeness of a short sentence all of whose words another has, in whatever order: a hint, and no more."""

_SHORT = 16
"""Words up to which a sentence is short."""


class Likeness(NamedTuple):
    """How alike two sentences are."""

    score: float
    """0 to 1, of the sentences, of their most alike stretches or of their wording, whichever is most."""
    content: float
    """Weight of the common terms that are no names: what was done, rather than by whom."""
    verbatim: float
    """How much of the shorter sentence stands in the other word for word, 0 to 1."""


NONE = Likeness(0.0, 0.0, 0.0)


def likeness(x: Unit, y: Unit) -> Likeness:
    """The likeness of two sentences of different articles; the same either way round."""
    ours, theirs = x.weights, y.weights
    own: dict[str, float] = {}
    shared = content = 0.0
    for stem, value in ours.items():  # in the sentence's order: sums do not depend on how strings are hashed
        if stem in theirs:
            own[stem] = least = min(value, theirs[stem])
            shared += least
            if stem not in x.names or stem not in y.names:
                content += least
    common = own.keys()
    if not common or not x.total or not y.total:
        return NONE
    score = _combine(shared, x.total, y.total)
    if len(common) >= 4:
        left, left_total = _stretch(x, common)
        right, right_total = _stretch(y, common)
        inside = left & right
        if len(inside) >= 4:
            within = sum(own[stem] for stem in inside)
            cover = max(left_total / x.total, right_total / y.total)
            score = max(score, min(_CLAUSE, 0.4 + cover) * _combine(within, left_total, right_total))
    verbatim = 0.0 if x.runs.isdisjoint(y.runs) else _verbatim(x, y)
    score *= min(1.0, 0.4 + content / 5.0)  # names alone prove little: they come back in every sentence
    if verbatim > 0.4:
        score = max(score, 0.25 + 0.75 * verbatim if content >= 5.0 else 0.8 * verbatim)
    elif score < _HINT and (len(x.words) <= _SHORT or len(y.words) <= _SHORT):
        score = max(score, _HINT * _contained(x, y))
    return Likeness(min(1.0, score), content, verbatim)


def _combine(shared: float, total_x: float, total_y: float) -> float:
    """Half overlap, half containment in the greater, damped where little is shared at all."""
    overlap = 2 * shared / (total_x + total_y)
    contained = shared / min(total_x, total_y)
    return min(1.0, (0.55 * overlap + 0.45 * contained) * shared / (shared + _HALF) * 1.25)


def _stretch(unit: Unit, common: Collection[str]) -> tuple[set[str], float]:
    """The stretch of a sentence that is richest in the common terms: these, and the weight of all its terms."""
    best = (0.0, 0, 0)
    value, begin = 0.0, 0
    for place, stem in enumerate(unit.stems):
        value += unit.weights[stem] if stem in common else -_FOREIGN * unit.weights[stem]
        if value <= 0.0:
            value, begin = 0.0, place + 1
        elif value > best[0]:
            best = (value, begin, place + 1)
    inside = set(unit.stems[best[1] : best[2]])
    return {stem for stem in inside if stem in common}, sum(unit.weights[stem] for stem in inside)


def _verbatim(x: Unit, y: Unit) -> float:
    """How much of the shorter sentence stands in the other in runs of at least four words, 0 to 1."""
    if min(len(x.words), len(y.words)) < _FEW:
        return 0.0
    common = x.runs & y.runs
    return min(1.0, max(_covered(x.words, common) / len(x.words), _covered(y.words, common) / len(y.words)))


def _covered(words: Sequence[str], runs: Collection[int]) -> int:
    """Number of words that stand in one of the runs."""
    count = end = 0
    for start in range(len(words) - RUN + 1):
        if hash(words[start : start + RUN]) in runs:
            count += start + RUN - max(start, end)
            end = start + RUN
    return count


def _contained(x: Unit, y: Unit) -> float:
    """Part of a short sentence's words that the other has, 0 where it is less than two thirds."""
    short, long = (x, y) if len(x.words) <= len(y.words) else (y, x)
    if not _FEW <= len(short.words) <= _SHORT:
        return 0.0
    share = len(short.set & long.set) / len(short.set)
    return share if share >= 0.66 else 0.0
