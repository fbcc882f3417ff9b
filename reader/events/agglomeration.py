"""Finds the events inside a set of reports by average link, strongest links first.

How alike two reports of one event are differs from event to event: a short notice is told in nearly the same words by
everybody, a long debate is not. So two groups are joined when they are about as alike as the reports inside them are:
what a group asks for grows with its own tightness, which is what keeps two quakes of one week apart.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from reader.events.clusters import MAX_AGE, Vector, demand, enough, fading


class Atom(NamedTuple):
    """One report, or several that must not be parted."""

    members: tuple[str, ...]
    total: Vector
    """Sum of the reports' vectors, each of length one."""
    square: float
    """Product of the sum with itself."""
    first: int | None
    last: int | None
    barred: frozenset[str] = frozenset()
    """Reports that must not come into one event with it."""


@dataclass(slots=True)
class _Group:
    members: list[str]
    atoms: list[int]
    pairs: float
    """Sum of the likenesses of its pairs."""
    first: int | None
    last: int | None
    barred: set[str]
    links: dict[int, float]
    """Sum of the likenesses to the reports of each other group."""
    asks: float
    """Mean likeness that it asks of another group."""
    version: int = 0


def agglomerate(atoms: Sequence[Atom]) -> list[list[int]]:
    """The atoms that belong together, as lists of places in `atoms`; about quadratic in their number.

    Ties go to what stands first, so that the result depends on the order of equal atoms alone.
    """
    links = _links(atoms)
    groups = {n: _group(n, atom, row) for n, (atom, row) in enumerate(zip(atoms, links, strict=True))}
    heap = [entry for n, group in groups.items() for entry in _entries(groups, n, group) if entry[1] < entry[2]]
    heapify(heap)
    while heap:
        _, one, other, version, other_version = heappop(heap)
        a, b = groups.get(one), groups.get(other)
        if a is None or b is None or (a.version, b.version) != (version, other_version) or not _may_join(a, b):
            continue
        _join(groups, one, other)
        for entry in _entries(groups, one, a):
            heappush(heap, entry)
    return [group.atoms for group in groups.values()]


def _links(atoms: Sequence[Atom]) -> list[dict[int, float]]:
    """For each atom, the sum of likenesses to the reports of each other one that shares a term with it."""
    holders: dict[str, list[tuple[int, float]]] = {}
    rows: list[dict[int, float]] = [{} for _ in atoms]
    for n, atom in enumerate(atoms):
        row = [0.0] * n
        for term, value in atom.total.items():
            entries = holders.get(term)
            if entries is None:
                holders[term] = [(n, value)]
                continue
            for other, weight in entries:
                row[other] += value * weight
            entries.append((n, value))
        own = rows[n]
        for other, value in enumerate(row):
            if value:
                near = value * fading(atom.first, atom.last, atoms[other].first, atoms[other].last)
                own[other] = rows[other][n] = near
    return rows


def _group(n: int, atom: Atom, links: dict[int, float]) -> _Group:
    size = len(atom.members)
    pairs = (atom.square - size) / 2
    return _Group(list(atom.members), [n], pairs, atom.first, atom.last, set(atom.barred), links, demand(pairs, size))


def _entries(groups: dict[int, _Group], n: int, group: _Group) -> Iterator[tuple[float, int, int, int, int]]:
    """What the group could be joined with, the strongest link to sort first."""
    size, own = len(group.members), group.asks
    for other, link in group.links.items():
        mate = groups[other]
        count = len(mate.members)
        mean = link / (size * count)
        if enough(mean, own, mate.asks, min(size, count)):
            low, high = (n, other) if n < other else (other, n)
            yield -mean, low, high, groups[low].version, groups[high].version


def _may_join(a: _Group, b: _Group) -> bool:
    days = [day for day in (a.first, a.last, b.first, b.last) if day is not None]
    if days and max(days) - min(days) > MAX_AGE:
        return False
    return not (_meets(a.barred, b.members) or _meets(b.barred, a.members))


def _meets(barred: Collection[str], members: Iterable[str]) -> bool:
    return bool(barred) and any(member in barred for member in members)


def _join(groups: dict[int, _Group], one: int, other: int) -> None:
    """Put the second group into the first."""
    a, b = groups[one], groups.pop(other)
    a.pairs += b.pairs + a.links.pop(other)
    del b.links[one]
    for third, link in b.links.items():
        a.links[third] = groups[third].links[one] = a.links.get(third, 0.0) + link
        del groups[third].links[other]
    a.members += b.members
    a.atoms += b.atoms
    a.barred |= b.barred
    days = [day for day in (a.first, a.last, b.first, b.last) if day is not None]
    a.first, a.last = (min(days), max(days)) if days else (None, None)
    a.asks = demand(a.pairs, len(a.members))
    a.version += 1
