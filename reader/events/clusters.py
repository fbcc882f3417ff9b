"""Clusters of leads and the index that finds the ones near a lead, without ever looking at all of them.

A lead is a vector of weighted terms of length one. A cluster keeps the sum of its members' vectors, so that the mean
similarity of a lead to all members (average link) is one product, and that product is gathered from an inverted index.
The index is cut into stretches of days: what a lead meets does not grow with the library.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt
from operator import itemgetter

WINDOW = 5
"""Days that may lie between two reports of one event that stand next to each other in time."""

MAX_AGE = 15
"""Days after its first report within which an event takes in new ones."""

DECAY = 0.03
"""Part of the similarity lost with each day between a report and the event's nearest one."""

_STRETCH = 8
"""Days in one part of the index."""

_NOMINATORS = 28
"""The weightiest terms of a lead, by which the clusters to look at are found."""

_LONG_LIST = 300
"""A term in more clusters of a stretch than this nominates none."""

_NOMINATED = 0.035
"""Mean product by the nominating terms from which a cluster is looked at; a fifth of what joining takes."""

_CANDIDATES = 10

Vector = dict[str, float]
_UNDATED = -(1 << 30)


@dataclass(slots=True, eq=False)
class Cluster:
    """Leads that are taken for one event."""

    key: int
    members: list[str] = field(default_factory=list)
    total: Vector = field(default_factory=dict)
    """Sum of the members' vectors."""
    first: int | None = None
    """Day of the earliest dated report, as an ordinal; None while no member has a date."""
    last: int | None = None
    stretches: set[int] = field(default_factory=set)

    def take(self, member: str, vector: Mapping[str, float], day: int | None) -> None:
        """Add one lead."""
        self.members.append(member)
        total = self.total
        for term, value in vector.items():
            total[term] = total.get(term, 0.0) + value
        if day is not None:
            self.first = day if self.first is None else min(self.first, day)
            self.last = day if self.last is None else max(self.last, day)

    @property
    def cohesion(self) -> float:
        """Mean similarity of two members, 0 to 1; 1 for a lone one."""
        size = len(self.members)
        if size < 2:
            return 1.0
        square = sum(value * value for value in self.total.values())
        return min(1.0, max(0.0, (square - size) / (size * (size - 1))))


def unit(vector: Vector) -> Vector:
    """The vector scaled to length one."""
    length = sqrt(sum(value * value for value in vector.values()))
    return {term: value / length for term, value in vector.items()} if length else {}


def nearness(first: int | None, last: int | None, day_first: int | None, day_last: int | None) -> float:
    """Factor for the distance in time of two ranges of days: 0 where they cannot be one event, 1 where undated."""
    if first is None or last is None or day_first is None or day_last is None:
        return 1.0
    gap = max(0, day_first - last, first - day_last)
    if gap > WINDOW or max(last, day_last) - min(first, day_first) > MAX_AGE:
        return 0.0
    return 1.0 - DECAY * gap


class ClusterIndex:
    """Clusters by their terms and days."""

    def __init__(self) -> None:
        self._parts: dict[int, dict[str, dict[Cluster, float]]] = {}

    def put(self, cluster: Cluster, changed: Iterable[str]) -> None:
        """Enter a cluster whose sum has changed in the given terms."""
        stretches = set(_stretches(cluster.first, cluster.last))
        for stretch in stretches:
            part = self._parts.setdefault(stretch, {})
            for term in changed if stretch in cluster.stretches else cluster.total:
                part.setdefault(term, {})[cluster] = cluster.total[term]
        for stretch in cluster.stretches - stretches:
            self._drop(cluster, stretch)
        cluster.stretches = stretches

    def remove(self, cluster: Cluster) -> None:
        """Take a cluster out."""
        for stretch in cluster.stretches:
            self._drop(cluster, stretch)
        cluster.stretches = set()

    def _drop(self, cluster: Cluster, stretch: int) -> None:
        part = self._parts.get(stretch, {})
        for term in cluster.total:
            entries = part.get(term)
            if entries is not None:
                entries.pop(cluster, None)
                if not entries:
                    del part[term]

    def near(self, vector: Mapping[str, float], first: int | None, last: int | None) -> list[tuple[float, Cluster]]:
        """The clusters most like a vector (or a sum of vectors) of the given days, with the product of the two.

        Divide by the sizes to have the mean similarity. At most ten of each stretch, the nearest in words first.
        """
        ranked = sorted(vector.items(), key=_by_weight)[:_NOMINATORS]
        least = _NOMINATED * sum(value * value for _, value in ranked) ** 0.5
        found: dict[Cluster, float] = {}
        for part in self._stretch_parts(first, last):
            for cluster in _nominated(part, ranked, least):
                if cluster not in found:
                    found[cluster] = product(vector, cluster.total)
        return [(value, cluster) for cluster, value in found.items()]

    def _stretch_parts(self, first: int | None, last: int | None) -> list[dict[str, dict[Cluster, float]]]:
        if first is None or last is None:
            return list(self._parts.values())
        names = (_UNDATED, *range(first // _STRETCH, last // _STRETCH + 1))
        return [self._parts[name] for name in names if name in self._parts]


def product(vector: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The product of two vectors."""
    get = other.get
    return sum([value * get(term, 0.0) for term, value in vector.items()])


def _by_weight(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]


def _stretches(first: int | None, last: int | None) -> range | tuple[int]:
    if first is None or last is None:
        return (_UNDATED,)
    return range((first - WINDOW) // _STRETCH, (last + WINDOW) // _STRETCH + 1)


def _nominated(
    part: Mapping[str, Mapping[Cluster, float]], ranked: Iterable[tuple[str, float]], least: float
) -> list[Cluster]:
    """The clusters of one stretch that share most with the weightiest terms."""
    products: dict[Cluster, float] = {}
    for term, value in ranked:
        entries = part.get(term)
        if entries is not None and len(entries) <= _LONG_LIST:
            for cluster, total in entries.items():
                if cluster in products:
                    products[cluster] += value * total
                else:
                    products[cluster] = value * total
    means = [
        (-mean, cluster.key, cluster)
        for cluster, value in products.items()
        if (mean := value / len(cluster.members)) >= least
    ]
    means.sort(key=itemgetter(0, 1))
    return [cluster for _, _, cluster in means[:_CANDIDATES]]
