"""Clusters of leads and the index that finds the ones near a lead, without ever looking at all of them.

A lead is a vector of weighted terms of length one. A cluster keeps the sum of its members' vectors, so that the mean
similarity of a lead to all members (average link) is one product, and that product is gathered from an inverted index.
The index is cut into stretches of days: what a lead meets does not grow with the library.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt

WINDOW = 5
"""Days that may lie between two reports of one event that stand next to each other in time."""

MAX_AGE = 15
"""Days after its first report within which an event takes in new ones."""

DECAY = 0.03
"""Part of the similarity lost with each day between a report and the event's nearest one."""

_STRETCH = 8
"""Days in one part of the index."""

_LONG_LIST = 256
"""A term in more clusters of a stretch than this nominates none; it still counts for those that others nominate."""

_CANDIDATES = 12

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

        Divide by the sizes to have the mean similarity. At most twelve of each stretch, the nearest in words first.
        """
        found: dict[Cluster, float] = {}
        if first is None or last is None:
            parts = list(self._parts.values())
        else:
            names = {_UNDATED, *range(first // _STRETCH, last // _STRETCH + 1)}
            parts = [self._parts[name] for name in sorted(names) if name in self._parts]
        for part in parts:
            found.update(_gather(part, vector))
        return [(product, cluster) for cluster, product in found.items()]


def _stretches(first: int | None, last: int | None) -> range | tuple[int]:
    if first is None or last is None:
        return (_UNDATED,)
    return range((first - WINDOW) // _STRETCH, (last + WINDOW) // _STRETCH + 1)


def _gather(part: Mapping[str, Mapping[Cluster, float]], vector: Mapping[str, float]) -> dict[Cluster, float]:
    """Products with the clusters of one stretch; the terms that too many clusters have are added at the end."""
    products: dict[Cluster, float] = {}
    common: list[tuple[Mapping[Cluster, float], float]] = []
    for term, value in vector.items():
        entries = part.get(term)
        if entries is None:
            continue
        if len(entries) > _LONG_LIST:
            common.append((entries, value))
            continue
        for cluster, total in entries.items():
            products[cluster] = products.get(cluster, 0.0) + value * total
    if len(products) > _CANDIDATES:
        ranked = sorted(products, key=lambda cluster: (-products[cluster] / len(cluster.members), cluster.key))
        products = {cluster: products[cluster] for cluster in ranked[:_CANDIDATES]}
    for entries, value in common:
        for cluster in products:
            if cluster in entries:
                products[cluster] += value * entries[cluster]
    return products
