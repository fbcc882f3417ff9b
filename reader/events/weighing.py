"""Weighs the terms of leads by how rare they are: in the library itself, and in news at large.

A small library cannot tell rare words from common ones, so a general table counts as much as some thousand reports.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from reader.events.clusters import Vector
from reader.events.frequency import share
from reader.events.lead import Lead

_BACKGROUND = 3000
"""The general frequency of a word counts as much as that many reports of the library itself."""

_RAREST = 0.005
"""Share of reports below which a word is no rarer: likenesses must not change with the size of the library."""

_SELDOM = 0.001
"""Share of reports below which it makes no difference how many they are."""

_STEADY = 1.25
"""Factor by which the library grows before the weights of its terms are reckoned anew."""

_TERMS = 80
"""The weightiest terms of a lead: the others tell nothing."""

_KEPT = 1 << 16
"""Weights that are kept at a time: new words never end, in a large library."""

_DAMPED = (0.0, *(1.0 + log(count) for count in range(1, 256)))
"""Weight of a term by how often it occurs: the second mention adds less than the first."""


class Table(dict[str, float]):
    """The weights of terms in a library of a given size, in which terms occur so often."""

    def __init__(self, spread: Mapping[str, int], size: int) -> None:
        super().__init__()
        self.size = size
        least = max(2, size * _SELDOM)
        self.spread = {stem: count for stem, count in spread.items() if count >= least}
        """In how many reports the terms are that are not seldom: all that the weights depend on."""

    def __missing__(self, stem: str) -> float:
        expected = (self.spread.get(stem, 0) + _BACKGROUND * share(stem)) / (self.size + _BACKGROUND)
        if len(self) >= _KEPT:
            self.clear()
        value = self[stem] = max(0.0, -log(max(_RAREST, expected)))
        return value

    @property
    def packed(self) -> str:
        """As text that `unpacked` reads."""
        return json.dumps([self.size, self.spread], ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    @classmethod
    def unpacked(cls, packed: str) -> "Table":
        """The table again. Raises ValueError or TypeError where the text is none."""
        size, spread = json.loads(packed)
        return cls({str(stem): int(count) for stem, count in spread.items()}, int(size))

    @property
    def steady(self) -> range:
        """The sizes of the library at which these weights still do."""
        return range(int(self.size / _STEADY) + 1, max(8, int(self.size * _STEADY)))

    def vector(self, lead: Lead) -> Vector:
        """The weightiest terms of a lead, the weightiest first, scaled to length one; empty where it has none."""
        damped = _DAMPED
        values = [(-self[stem] * damped[count], stem) for stem, count in zip(lead.stems, lead.counts, strict=True)]
        values.sort()
        del values[_TERMS:]
        length = sqrt(sum([value * value for value, _ in values]))
        return {stem: -value / length for value, stem in values} if length else {}


def counted(leads: Iterable[Lead]) -> Table:
    """The weights of terms in a library of these leads; only what they are reckoned from is kept."""
    spread: Counter[str] = Counter()
    size = 0
    for lead in leads:
        spread.update(lead.stems)
        size += 1
    return Table(spread, size)


def total_of(vectors: Sequence[Vector]) -> tuple[Vector, float]:
    """The sum of some vectors, and its product with itself."""
    total: Vector = {}
    for vector in vectors:
        for term, value in vector.items():
            total[term] = total.get(term, 0.0) + value
    return total, sum([value * value for value in total.values()])
