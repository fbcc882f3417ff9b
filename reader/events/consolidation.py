"""Looks again at events that have changed, so that the order in which articles came leaves no trace.

A changed event is taken apart and put together again, strongest links first; events that have grown together are
merged; and reports that stand nearer to another event are moved.
"""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from reader.events.agglomeration import Atom, agglomerate
from reader.events.arrangement import Arrangement, day_of
from reader.events.clusters import JOIN, Cluster, demand, enough, nearness, product
from reader.events.weighing import total_of

_SETTLED = 0.15
"""Mean similarity to the rest of its event from which a report is not asked again where it belongs."""

_LOST = 0.6
"""Part of `JOIN` below which a report is taken out of an event that has drifted away from it."""

_TAKEN_APART = 600
"""Reports in an event above which it is not taken apart again: that is quadratic in their number."""

_REOPENED = 0.3
"""Part of `JOIN` from which a cluster is placed anew together with one that has changed."""

_ROUNDS = 2
"""How often the clusters beside those that are placed anew are taken in."""

_Candidate = tuple[float, int, int, int, int]
"""Two clusters that may be one: likeness (negative), their keys, their sizes at that time."""


def consolidate(held: Arrangement, before: int | None = None) -> None:
    """Bring the clusters that have changed into order, and those beside them.

    Only those whose last report is older than the day `before`, where that is given; the others are left for later.
    """
    touched = [cluster for cluster in held.dirty if before is None or _ended(cluster, before)]
    touched.sort(key=lambda cluster: cluster.key)
    due = set(touched)
    later = [cluster for cluster in held.dirty if cluster not in due]
    held.dirty.clear()
    for cluster in touched:
        _take_apart(held, cluster)
    _merge(held, [*(cluster for cluster in touched if len(cluster.members) > 1), *held.dirty])
    touched.extend(held.dirty)
    held.dirty.clear()
    _move(held, [cluster for cluster in dict.fromkeys(touched) if cluster.members])
    _merge(held, list(held.dirty))
    held.dirty.clear()
    held.dirty.update((cluster, None) for cluster in later if cluster.members)


def _ended(cluster: Cluster, before: int) -> bool:
    return cluster.last is not None and cluster.last < before


def reopen(held: Arrangement) -> None:
    """Place the reports of the clusters that have changed anew, in the order of their dates, with those beside them.

    It is what makes an event the same whether its reports came with the others or after them.
    """
    found = dict.fromkeys(sorted(held.dirty, key=lambda cluster: cluster.key))
    fresh = list(found)
    for _ in range(_ROUNDS):
        fresh = [other for cluster in fresh for other in _beside(held, cluster) if other not in found]
        found.update(dict.fromkeys(fresh))
    members = sorted((member for cluster in found for member in cluster.members), key=held.order)
    for cluster in found:
        held.drop(cluster)
        cluster.empty()
    for member in members:
        del held.home[member]
    for member in members:
        held.place(held.leads[member])


def _beside(held: Arrangement, cluster: Cluster) -> Iterable[Cluster]:
    """The clusters that are so alike to this one that reports of the one could be in the other."""
    for alike, other in held.index.beside(cluster):
        near = nearness(cluster.first, cluster.last, other.first, other.last)
        if alike * near >= _REOPENED * JOIN * len(cluster.members) * len(other.members):
            yield other


def _take_apart(held: Arrangement, cluster: Cluster) -> None:
    """Put the reports of an event together again from nothing, which may make several events of it."""
    if not 2 < len(cluster.members) <= _TAKEN_APART:
        return
    atoms = _atoms(held, cluster)
    parts = agglomerate(atoms)
    if len(parts) < 2:
        return
    parts.sort(key=lambda part: (-sum(len(atoms[n].members) for n in part), part[0]))
    found = [[member for n in sorted(part) for member in atoms[n].members] for part in parts]
    held.fill(cluster, found[0])
    for members in found[1:]:
        held.fill(held.new_cluster(), members)


def _atoms(held: Arrangement, cluster: Cluster) -> list[Atom]:
    """The reports of an event, in the order of arrival; those that are alike word for word, or bound, as one."""
    blocks: dict[object, list[str]] = {}
    for member in sorted(cluster.members, key=held.order):
        block = held.bonds.block(member)
        blocks.setdefault(block or (held.leads[member].stems, held.bonds.barred(member)), []).append(member)
    return [_atom(held, members) for members in blocks.values()]


def _atom(held: Arrangement, members: Sequence[str]) -> Atom:
    leads = [held.leads[member] for member in members]
    total, square = total_of([held.vector(member) for member in members])
    days = [day for day in map(day_of, leads) if day is not None]
    barred = frozenset[str]().union(*map(held.bonds.barred, members))
    return Atom(tuple(members), total, square, min(days, default=None), max(days, default=None), barred)


def _merge(held: Arrangement, clusters: Iterable[Cluster]) -> None:
    """Merge the clusters with others as long as two are alike enough, the most alike first."""
    known = {cluster.key: cluster for cluster in clusters if cluster.members}
    heap: list[_Candidate] = []
    for cluster in list(known.values()):
        heap.extend(_mergeable(held, cluster, known))
    heapify(heap)
    while heap:
        _, one, other, size, other_size = heappop(heap)
        a, b = known[one], known[other]
        if (len(a.members), len(b.members)) != (size, other_size) or not a.admits(b):
            continue
        if size < other_size:
            a, b = b, a
        held.absorb(a, b)
        for candidate in _mergeable(held, a, known):
            heappush(heap, candidate)


def _mergeable(held: Arrangement, cluster: Cluster, known: dict[int, Cluster]) -> Iterable[_Candidate]:
    """The clusters that are as alike to this one as its own reports are, or theirs."""
    size = len(cluster.members)
    own = demand(cluster.pairs, size)
    for alike, other in held.index.beside(cluster):
        count = len(other.members)
        mean = alike / (size * count) * nearness(cluster.first, cluster.last, other.first, other.last)
        if mean >= JOIN and enough(mean, own, demand(other.pairs, count), min(size, count)):
            known[other.key] = other
            if cluster.key < other.key:
                yield -mean, cluster.key, other.key, size, count
            else:
                yield -mean, other.key, cluster.key, count, size


def _move(held: Arrangement, clusters: Iterable[Cluster]) -> None:
    """Move each report that stands nearer to another event than to the rest of its own."""
    for cluster in clusters:
        if len(cluster.members) < 3:
            continue
        for member in sorted(cluster.members, key=held.order):
            if not held.bonds.block(member):
                _move_one(held, member, cluster)


def _move_one(held: Arrangement, member: str, cluster: Cluster) -> None:
    lead = held.leads[member]
    vector, day = held.vector(member), day_of(lead)
    rest = len(cluster.members) - 1
    if not rest:
        return
    own = (product(vector, cluster.total) - 1.0) / rest
    if own >= _SETTLED:
        return
    best = held.best(member, vector, day)
    target = best[1] if best and best[1] is not cluster and best[0] > max(own, JOIN) else None
    if target is None and own >= JOIN * _LOST:
        return
    held.leave(member)
    held.enter(lead, target or held.new_cluster())
