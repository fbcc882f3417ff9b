"""Clusters of leads and the index that finds the ones near a lead, without ever looking at all of them.

A lead is a vector of weighted terms of length one. A cluster keeps the sum of its members' vectors, so that the mean
similarity of a lead to all members (average link) is one product, and that product is gathered from an inverted index.
The index is cut into stretches of days: what a lead meets does not grow with the library.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import islice

JOIN = 0.12
"""Mean similarity to an event's reports from which a report belongs to it."""

_KIN = 0.70
"""Part of the tightness of two groups of reports from which they are one event."""

_PAIRS = 30.0
"""Pairs of reports whose likeness it takes to know how tight an event is as well as is known beforehand."""

_PROVEN = 5.0
"""Pairs of reports in the smaller of two groups at which what both of them ask counts the same."""

WINDOW = 5
"""Days that may lie between two reports of one event that stand next to each other in time."""

MAX_AGE = 15
"""Days after its first report within which an event takes in new ones."""

DECAY = 0.03
"""Part of the similarity lost with each day between a report and the event's nearest one."""

_STRETCH = 8
"""Days in one part of the index."""

_NOMINATORS = 20
"""The weightiest terms of a lead, by which the clusters to look at are found."""

_LONG_LIST = 200
"""A term in more clusters of a stretch than this nominates none."""

_NOMINATED = 0.03
"""Mean product by the nominating terms from which a cluster is looked at; a quarter of what joining takes."""

_TOLD = 0.02
"""Mean weight of a term from which a cluster can be found by it."""

POSTED = 40
"""The weightiest terms of a lead, under which its cluster can be found."""

_CANDIDATES = 6

Vector = dict[str, float]
_UNDATED = -(1 << 30)


@dataclass(slots=True, eq=False)
class Cluster:
    """Leads that are taken for one event."""

    key: int
    members: list[str] = field(default_factory=list)
    total: Vector = field(default_factory=dict)
    """Sum of the members' vectors."""
    square: float = 0.0
    """Product of the sum with itself."""
    first: int | None = None
    """Day of the earliest dated report, as an ordinal; None while no member has a date."""
    last: int | None = None
    stretches: range | tuple[int, ...] = ()
    barred: set[str] = field(default_factory=set)
    """Reports that must not come in."""

    def take(self, member: str, vector: Mapping[str, float], day: int | None) -> None:
        """Add one lead, whose vector has length one."""
        self.members.append(member)
        total, common = self.total, 0.0
        get = total.get
        for term, value in vector.items():
            old = get(term, 0.0)
            common += old * value
            total[term] = old + value
        if vector:
            self.square += 2 * common + 1.0
        if day is not None:
            self.first = day if self.first is None else min(self.first, day)
            self.last = day if self.last is None else max(self.last, day)

    def absorb(self, other: "Cluster") -> None:
        """Add all leads of another cluster."""
        self.members.extend(other.members)
        total, common = self.total, 0.0
        for term, value in other.total.items():
            old = total.get(term, 0.0)
            common += old * value
            total[term] = old + value
        self.square += other.square + 2 * common
        self.barred |= other.barred
        days = [day for day in (self.first, self.last, other.first, other.last) if day is not None]
        self.first, self.last = (min(days), max(days)) if days else (None, None)

    def empty(self) -> None:
        """Take everything out."""
        self.members, self.total, self.square, self.first, self.last, self.barred = [], {}, 0.0, None, None, set()

    def admits(self, other: "Cluster") -> bool:
        """Whether nothing that the user has decided keeps the two apart."""
        return not (
            (self.barred and not self.barred.isdisjoint(other.members))
            or (other.barred and not other.barred.isdisjoint(self.members))
        )

    @property
    def pairs(self) -> float:
        """Sum of the similarities of its pairs of members."""
        return (self.square - len(self.members)) / 2

    @property
    def cohesion(self) -> float:
        """Mean similarity of two members, 0 to 1; 1 for a lone one."""
        size = len(self.members)
        return min(1.0, max(0.0, 2 * self.pairs / (size * (size - 1)))) if size > 1 else 1.0


def demand(pairs: float, size: int) -> float:
    """The mean similarity that a group of reports asks of another one, from the sum over its own pairs and its size.

    A lone report asks for `JOIN`; the more is known of a group, the more its own tightness counts.
    """
    known = size * (size - 1) / 2
    return (_KIN * pairs + _PAIRS * JOIN) / (known + _PAIRS)


def enough(mean: float, asks: float, other_asks: float, smaller: int) -> bool:
    """Whether two groups are alike enough to be one event, given what each asks and the size of the smaller one.

    A few reports belong where they are as alike as either side asks. But where there are many on both sides, and so
    each is known to be an event, they must be as alike as the tighter of the two is in itself.
    """
    low, high = (asks, other_asks) if asks < other_asks else (other_asks, asks)
    if mean < low or mean >= high:
        return mean >= high
    known = smaller * (smaller - 1) / 2
    least: float = low * (high / low) ** (known / (known + _PROVEN))
    return mean >= least


def fading(first: int | None, last: int | None, other_first: int | None, other_last: int | None) -> float:
    """Factor for the days between two ranges, however many; 1 where one is undated."""
    if first is None or last is None or other_first is None or other_last is None:
        return 1.0
    return max(0.0, 1.0 - DECAY * max(0, other_first - last, first - other_last))


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

    def put(self, cluster: Cluster, changed: Collection[str] = ()) -> None:
        """Enter a cluster whose sum has changed, in the given terms or altogether."""
        stretches, total = _stretches(cluster.first, cluster.last), cluster.total
        told: Collection[str] = ()
        for stretch in stretches:
            part = self._parts.get(stretch)
            if part is None:
                part = self._parts[stretch] = {}
            if changed and stretch in cluster.stretches:
                terms = changed
            else:
                least = _TOLD * len(cluster.members)
                terms = told = told or [term for term, value in total.items() if value >= least]
            for term in terms:
                entries = part.get(term)
                if entries is None:
                    part[term] = {cluster: total[term]}
                else:
                    entries[cluster] = total[term]
        for stretch in cluster.stretches:
            if stretch not in stretches:
                self._drop(cluster, stretch)
        cluster.stretches = stretches

    def remove(self, cluster: Cluster) -> None:
        """Take a cluster out."""
        for stretch in cluster.stretches:
            self._drop(cluster, stretch)
        cluster.stretches = ()

    def _drop(self, cluster: Cluster, stretch: int) -> None:
        part = self._parts.get(stretch, {})
        for term in cluster.total:
            entries = part.get(term)
            if entries is not None:
                entries.pop(cluster, None)
                if not entries:
                    del part[term]

    def near(self, vector: Mapping[str, float], first: int | None, last: int | None) -> list[tuple[float, Cluster]]:
        """The clusters most like a vector of the given days, with the product of the two.

        The vector's weightiest terms must stand first. Divide by the sizes to have the mean similarity. At most six.
        """
        return self._near(list(islice(vector.items(), _NOMINATORS)), vector, first, last)

    def beside(self, cluster: Cluster) -> list[tuple[float, Cluster]]:
        """The other clusters most like a cluster, with the products of the sums, as `near` gives them."""
        ranked = nsmallest(_NOMINATORS, cluster.total.items(), key=_by_weight)
        found = self._near(ranked, cluster.total, cluster.first, cluster.last)
        return [one for one in found if one[1] is not cluster]

    def _near(
        self,
        ranked: Sequence[tuple[str, float]],
        vector: Mapping[str, float],
        first: int | None,
        last: int | None,
    ) -> list[tuple[float, Cluster]]:
        least = _NOMINATED * sum([value * value for _, value in ranked]) ** 0.5
        means: dict[Cluster, float] = {}
        for part in self._parts_near(first, last):
            products = _products(part, ranked)
            for cluster, value in products.items():
                if value < least or (mean := value / len(cluster.members)) < least:
                    continue
                if nearness(cluster.first, cluster.last, first, last):
                    means[cluster] = mean
        best = sorted(means, key=lambda cluster: (-means[cluster], cluster.key))[:_CANDIDATES]
        return [(product(vector, cluster.total), cluster) for cluster in best]

    def _parts_near(self, first: int | None, last: int | None) -> list[dict[str, dict[Cluster, float]]]:
        if first is None or last is None:
            return list(self._parts.values())
        names = (_UNDATED, *range((first - WINDOW) // _STRETCH, (last + WINDOW) // _STRETCH + 1))
        return [self._parts[name] for name in names if name in self._parts]


def product(vector: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The product of two vectors."""
    if len(vector) > len(other):
        vector, other = other, vector
    return sum([value * other[term] for term, value in vector.items() if term in other], 0.0)


def _by_weight(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]


def _stretches(first: int | None, last: int | None) -> range | tuple[int, ...]:
    if first is None or last is None:
        return (_UNDATED,)
    return range(first // _STRETCH, last // _STRETCH + 1)


def _products(part: Mapping[str, Mapping[Cluster, float]], ranked: Iterable[tuple[str, float]]) -> dict[Cluster, float]:
    """The products of one stretch's clusters with the weightiest terms."""
    products: dict[Cluster, float] = {}
    get = products.get
    for term, value in ranked:
        entries = part.get(term)
        if entries is not None and len(entries) <= _LONG_LIST:
            for cluster, total in entries.items():
                products[cluster] = get(cluster, 0.0) + value * total
    return products
