"""Groups articles into events by what their headlines and first words share.

Average link inside a window of days: a report joins the event to whose reports it is, on the mean, most alike. Reports
are placed one by one as they come; a consolidation then merges events that have grown together and moves reports that
now stand nearer to another event, so that the result hardly depends on the order in which files were found.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from hashlib import sha1
from math import log

from reader.events.clusters import Cluster, ClusterIndex, Vector, nearness, product, unit
from reader.events.evidence import title_of, why
from reader.events.frequency import share
from reader.events.lead import Lead
from reader.model import Event

JOIN = 0.15
"""Mean similarity to an event's reports from which a report belongs to it."""

MERGE = 0.14
"""Mean similarity from which two events are one."""

_SETTLED = 0.25
"""Mean similarity to the rest of its event from which a report is not asked again where it belongs."""

_LOST = 0.6
"""Part of `JOIN` below which a report is taken out of an event that has drifted away from it."""

_BACKGROUND = 3000
"""The general frequency of a word counts as much as that many reports of the library itself."""

_STEADY = 1.25
"""Factor by which the library grows before the weights of its terms are reckoned anew."""


class Grouper:
    """Keeps articles grouped into events as they come and go."""

    def __init__(self, leads: Iterable[Lead] = ()) -> None:
        self._leads: dict[str, Lead] = {}
        self._home: dict[str, Cluster] = {}
        self._index = ClusterIndex()
        self._spread: Counter[str] = Counter()
        self._weights: dict[str, float] = {}
        self._weighed_at = 0
        self._dirty: dict[Cluster, None] = {}
        self._shown: dict[Cluster, Event] = {}
        self._keys = 0
        batch = {lead.id: lead for lead in leads}
        for lead in batch.values():
            self._spread.update(lead.stems)
        self._leads.update(batch)
        for lead in sorted(batch.values(), key=_arrival):
            self._place(lead)

    @classmethod
    def restore(cls, stored: Iterable[tuple[Lead, str]]) -> "Grouper":
        """The grouper as it was, from leads with the ids of their events; nothing is grouped anew."""
        grouper = cls()
        clusters: dict[str, Cluster] = {}
        pairs = sorted(stored, key=lambda pair: _arrival(pair[0]))
        for lead, _ in pairs:
            grouper._leads[lead.id] = lead
            grouper._spread.update(lead.stems)
        for lead, event in pairs:
            if event not in clusters:
                clusters[event] = grouper._new_cluster()
            grouper._enter(lead, clusters[event], grouper._vector(lead))
        grouper._dirty.clear()
        return grouper

    def __len__(self) -> int:
        return len(self._leads)

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._leads

    def add(self, lead: Lead) -> None:
        """Put an article where it belongs; one that is there already is replaced."""
        if lead.id in self._leads:
            self.remove(lead.id)
        self._leads[lead.id] = lead
        self._spread.update(lead.stems)
        self._place(lead)

    def remove(self, article_id: str) -> None:
        """Take an article out; an unknown id is ignored."""
        lead = self._leads.pop(article_id, None)
        if lead is None:
            return
        self._spread.subtract(lead.stems)
        self._leave(article_id)

    def events(self) -> list[Event]:
        """All events, newest first, after consolidation."""
        self._consolidate()
        clusters = dict.fromkeys(self._home.values())
        events = []
        for cluster in clusters:
            if cluster not in self._shown:
                self._shown[cluster] = self._event(cluster)
            events.append(self._shown[cluster])
        events.sort(key=lambda event: (event.date or "", event.id), reverse=True)
        return events

    # Placing

    def _place(self, lead: Lead) -> None:
        vector = self._vector(lead)
        best = self._best(vector, _day(lead))
        self._enter(lead, best[1] if best else self._new_cluster(), vector)

    def _best(self, vector: Vector, day: int | None) -> tuple[float, Cluster] | None:
        """The event to which a report is most alike, if it is alike enough."""
        best: tuple[float, Cluster] | None = None
        for alike, cluster in self._index.near(vector, day, day):
            score = alike / len(cluster.members) * nearness(cluster.first, cluster.last, day, day)
            if score >= JOIN and (best is None or (score, -cluster.key) > (best[0], -best[1].key)):
                best = score, cluster
        return best

    def _enter(self, lead: Lead, cluster: Cluster, vector: Vector) -> None:
        cluster.take(lead.id, vector, _day(lead))
        self._home[lead.id] = cluster
        self._index.put(cluster, vector)
        self._touch(cluster)

    def _touch(self, cluster: Cluster) -> None:
        self._dirty[cluster] = None
        self._shown.pop(cluster, None)

    def _forget(self, cluster: Cluster) -> None:
        self._index.remove(cluster)
        self._dirty.pop(cluster, None)
        self._shown.pop(cluster, None)

    def _leave(self, article_id: str) -> None:
        """Take a report out of its event, whose sum is made anew from the others."""
        cluster = self._home.pop(article_id)
        others = [member for member in cluster.members if member != article_id]
        self._forget(cluster)
        if not others:
            return
        cluster.members, cluster.total, cluster.first, cluster.last = [], {}, None, None
        for member in others:
            cluster.take(member, self._vector(self._leads[member]), _day(self._leads[member]))
        self._index.put(cluster, cluster.total)
        self._touch(cluster)

    def _new_cluster(self) -> Cluster:
        self._keys += 1
        return Cluster(self._keys)

    def _vector(self, lead: Lead) -> Vector:
        size = len(self._leads)
        if not self._weighed_at / _STEADY < size < max(8, self._weighed_at * _STEADY):
            self._weights, self._weighed_at = {}, size
        weights, spread = self._weights, self._spread
        vector: Vector = {}
        for stem, count in zip(lead.stems, lead.counts, strict=True):
            value = weights.get(stem)
            if value is None:
                expected = spread[stem] + _BACKGROUND * share(stem)
                value = weights[stem] = max(0.0, log((self._weighed_at + _BACKGROUND) / expected))
            vector[stem] = value * _DAMPED[count]
        return unit(vector)

    # Consolidation

    def _consolidate(self) -> None:
        touched = sorted(self._dirty, key=lambda cluster: cluster.key)
        self._dirty.clear()
        self._merge(touched)
        self._move([cluster for cluster in touched if cluster.stretches])
        self._merge([cluster for cluster in self._dirty if cluster.stretches])
        self._dirty.clear()

    def _merge(self, clusters: list[Cluster]) -> None:
        """Merge each of the clusters with the most alike one, as long as there is one."""
        waiting = list(reversed(clusters))
        while waiting:
            cluster = waiting.pop()
            if not cluster.stretches or len(cluster.members) < 2:
                continue
            best = self._nearest(cluster)
            if best is None:
                continue
            self._absorb(best, cluster)
            waiting.append(best)

    def _nearest(self, cluster: Cluster) -> Cluster | None:
        best: tuple[float, int, Cluster] | None = None
        size = len(cluster.members)
        for alike, other in self._index.near(cluster.total, cluster.first, cluster.last):
            if other is cluster:
                continue
            score = alike / (size * len(other.members))
            score *= nearness(cluster.first, cluster.last, other.first, other.last)
            if score >= MERGE and (best is None or (score, -other.key) > best[:2]):
                best = score, -other.key, other
        return best[2] if best else None

    def _absorb(self, keeper: Cluster, other: Cluster) -> None:
        self._forget(other)
        changed = list(other.total)
        for term, value in other.total.items():
            keeper.total[term] = keeper.total.get(term, 0.0) + value
        keeper.members.extend(other.members)
        days = [day for day in (keeper.first, keeper.last, other.first, other.last) if day is not None]
        keeper.first, keeper.last = (min(days), max(days)) if days else (None, None)
        for member in other.members:
            self._home[member] = keeper
        self._index.put(keeper, changed)
        self._touch(keeper)

    def _move(self, clusters: list[Cluster]) -> None:
        """Move each report that stands nearer to another event than to the rest of its own."""
        for cluster in clusters:
            if len(cluster.members) < 3:
                continue
            for member in sorted(cluster.members, key=lambda id_: _arrival(self._leads[id_])):
                self._move_one(member, cluster)

    def _move_one(self, member: str, cluster: Cluster) -> None:
        lead = self._leads[member]
        vector, day = self._vector(lead), _day(lead)
        rest = len(cluster.members) - 1
        if not rest:
            return
        own = (product(vector, cluster.total) - 1.0) / rest
        if own >= _SETTLED:
            return
        best = max(own, JOIN)
        target: Cluster | None = None
        for alike, other in self._index.near(vector, day, day):
            if other is cluster:
                continue
            score = alike / len(other.members) * nearness(other.first, other.last, day, day)
            if score > best:
                best, target = score, other
        if target is None and own >= JOIN * _LOST:
            return
        self._leave(member)
        self._enter(lead, target or self._new_cluster(), vector)

    # What is shown

    def _event(self, cluster: Cluster) -> Event:
        leads = sorted((self._leads[member] for member in cluster.members), key=_arrival)
        likeness = [self._likeness(lead, cluster) for lead in leads] if len(leads) > 1 else [1.0]
        dates = sorted(lead.date for lead in leads if lead.date)
        return Event(
            id="e" + sha1(leads[0].id.encode(), usedforsecurity=False).hexdigest()[:12],
            title=title_of(leads, likeness),
            date=dates[0] if dates else None,
            articles=tuple(lead.id for lead in leads),
            score=round(cluster.cohesion, 3),
            why=why(leads),
        )

    def _likeness(self, lead: Lead, cluster: Cluster) -> float:
        return product(self._vector(lead), cluster.total)


def group(leads: Iterable[Lead]) -> list[Event]:
    """All the articles grouped into events, newest event first; the order of the input does not matter."""
    return Grouper(leads).events()


_DAMPED = (0.0, *(1.0 + log(count) for count in range(1, 256)))
"""Weight of a term by how often it occurs: the second mention adds less than the first."""


def _arrival(lead: Lead) -> tuple[bool, str, tuple[str, ...], str, str]:
    """The order in which reports would have come: by day, the undated last, then by their words, never by file."""
    return (lead.date is None, lead.date or "", lead.stems, lead.title, lead.id)


def _day(lead: Lead) -> int | None:
    if lead.date is None:
        return None
    try:
        return date.fromisoformat(lead.date).toordinal()
    except ValueError:
        return None
