"""Weighs the terms of leads by how rare they are: in the library itself, and in news at large.

A small library cannot tell rare words from common ones, so a general table counts as much as some thousand reports.
"""

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

_STEADY = 1.25
"""Factor by which the library grows before the weights of its terms are reckoned anew."""

_TERMS = 80
"""The weightiest terms of a lead: the others tell nothing."""

_DAMPED = (0.0, *(1.0 + log(count) for count in range(1, 256)))
"""Weight of a term by how often it occurs: the second mention adds less than the first."""


class _Table(dict[str, float]):
    """The weights of the terms that were asked for, in a library of a given size."""

    def __init__(self, spread: Mapping[str, int], size: int) -> None:
        super().__init__()
        self._spread, self._size = spread, size

    def __missing__(self, stem: str) -> float:
        expected = (self._spread.get(stem, 0) + _BACKGROUND * share(stem)) / (self._size + _BACKGROUND)
        value = self[stem] = max(0.0, -log(max(_RAREST, expected)))
        return value


class Weights:
    """The weights of terms in a library whose leads come and go."""

    def __init__(self) -> None:
        self._spread: Counter[str] = Counter()
        self._size = 0
        self._weights = _Table(self._spread, 0)
        self._weighed_at = 0

    def count(self, leads: Iterable[Lead]) -> None:
        """Take new leads into account."""
        for lead in leads:
            self._spread.update(lead.stems)
            self._size += 1

    def discount(self, lead: Lead) -> None:
        """Take a lead out of account that was counted."""
        self._spread.subtract(lead.stems)
        self._size -= 1

    def forget(self) -> None:
        """Reckon all weights anew when they are next asked for."""
        self._weighed_at = 0

    def vector(self, lead: Lead) -> Vector:
        """The weightiest terms of a lead, the weightiest first, scaled to length one; empty where it has none."""
        size = self._size
        if not self._weighed_at / _STEADY < size < max(8, self._weighed_at * _STEADY):
            self._weighed_at, self._weights = size, _Table(self._spread, size)
        weights, damped = self._weights, _DAMPED
        values = [(-weights[stem] * damped[count], stem) for stem, count in zip(lead.stems, lead.counts, strict=True)]
        values.sort()
        del values[_TERMS:]
        length = sqrt(sum([value * value for value, _ in values]))
        return {stem: -value / length for value, stem in values} if length else {}


def total_of(vectors: Sequence[Vector]) -> tuple[Vector, float]:
    """The sum of some vectors, and its product with itself."""
    total: Vector = {}
    for vector in vectors:
        for term, value in vector.items():
            total[term] = total.get(term, 0.0) + value
    return total, sum([value * value for value in total.values()])
