"""Groups a whole library from its oldest day to its newest, with a few weeks of it in memory at a time.

Reports of one event stand close in time, so what lies far enough behind is settled, told and let go. How long it takes
and how much memory it needs, for an article, is the same in a library of ten thousand and of a million.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from reader.events.arrangement import Arrangement, arrival, day_of
from reader.events.bonds import Bonds
from reader.events.clusters import JOIN, MAX_AGE, WINDOW, Cluster
from reader.events.consolidation import consolidate
from reader.events.describing import described
from reader.events.lead import Lead
from reader.events.weighing import Table, counted
from reader.model import Event

_STRIDE = 4
"""Days after which events are settled that no report can join any more."""

_KEPT = WINDOW + _STRIDE + MAX_AGE
"""Days after its last report within which an event may still be merged with one that is settled."""


def by_day(leads: Iterable[Lead]) -> list[Lead]:
    """Leads as `Stream` reads them."""
    return sorted(leads, key=lambda lead: lead.date or "")


class Stream:
    """One run over a library.

    `leads` gives all leads each time it is called, those that have a date in the order of their days; it is called two
    times, and a third time where articles without a date have joined an event that was let go. `tell` hears how many
    articles are placed.
    """

    def __init__(
        self,
        leads: Callable[[], Iterable[Lead]],
        bonds: Bonds,
        weights: Table | None = None,
        tell: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._leads, self._tell = leads, tell
        self._undated: list[Lead] = []
        self._placed = 0
        reckoned = self._count()
        self.weights = reckoned if weights is None else weights
        """What the terms weigh: as in these articles, if nothing else was given."""
        self._held = Arrangement(bonds, self.weights)
        self._asked = {term for lead in self._undated for term in self.weights.vector(lead)}
        self._past: dict[Cluster, Event] = {}
        """Events that were let go, but which articles without a date may join, which come last."""

    def _count(self) -> Table:
        def noted() -> Iterator[Lead]:
            for lead in self._leads():
                if day_of(lead) is None:
                    self._undated.append(lead)
                yield lead

        return counted(noted())

    def events(self) -> Iterator[Event]:
        """All events, in the order in which they are settled."""
        held, settled = self._held, 0
        for day, leads in groupby(self._leads(), day_of):
            if day is None:
                continue
            if day >= settled + _STRIDE:
                consolidate(held, day - WINDOW)
                yield from self._let_go(day - _KEPT)
                settled = day
            self._place(leads)
        self._place(self._undated)
        yield from self._joined()
        consolidate(held)
        for cluster in dict.fromkeys(held.home.values()):
            yield described(held, cluster)

    def _place(self, leads: Iterable[Lead]) -> None:
        for lead in sorted(leads, key=arrival):
            self._held.place(lead)
            self._placed += 1
            self._tell(self._placed)

    def _let_go(self, before: int) -> Iterator[Event]:
        """The events that nothing can change any more but an article without a date."""
        held = self._held
        for cluster in dict.fromkeys(held.home.values()):
            if cluster.last is None or cluster.last >= before or self._is_bound(cluster):
                continue
            event = described(held, cluster)
            asked = {term: value for term, value in cluster.total.items() if term in self._asked}
            members = cluster.members
            held.forget(cluster)
            if sum([value * value for value in asked.values()]) < (JOIN * len(members)) ** 2:
                yield event  # even one that has all of these terms would not be alike enough
            else:
                cluster.total = asked
                held.index.put(cluster)
                self._past[cluster] = event

    def _is_bound(self, cluster: Cluster) -> bool:
        bonds = self._held.bonds
        return any(bonds.block(member) or bonds.barred(member) for member in cluster.members)

    def _joined(self) -> Iterator[Event]:
        """The events that were let go, with the articles without a date that have joined them."""
        held = self._held
        grown = [cluster for cluster, event in self._past.items() if len(cluster.members) > len(event.articles)]
        wanted = {member for cluster in grown for member in cluster.members}
        for cluster, event in self._past.items():
            held.drop(cluster)
            if cluster.members[-1] not in wanted:
                yield event
        if wanted:
            held.leads.update((lead.id, lead) for lead in self._leads() if lead.id in wanted)
        for cluster in grown:
            held.fill(cluster, sorted(cluster.members, key=held.order))
            yield described(held, cluster)
            held.forget(cluster)
