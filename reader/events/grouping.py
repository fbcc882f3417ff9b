"""Groups articles into events by what their headlines and first words share.

Average link inside a window of days: a report joins the event to whose reports it is, on the mean, most alike. Reports
are placed one by one as they come; a consolidation then looks again at every event that has changed.
"""

from collections.abc import Iterable

from reader.events.arrangement import Arrangement
from reader.events.bonds import Bonds
from reader.events.clusters import Cluster
from reader.events.consolidation import consolidate, reopen
from reader.events.describing import described, newest_first
from reader.events.lead import Lead
from reader.events.streaming import Stream, by_day
from reader.events.weighing import Table, counted
from reader.model import Event

_STIRRED = 0.2
"""Share of articles that have come or gone from which all are grouped anew, in the order of their dates."""


class Grouper:
    """Keeps articles grouped into events as they come and go.

    The articles of each set in `together` end in one event, the articles of a set in `apart` never do; ids of articles
    that are not there (yet) count as soon as they come. Where the two contradict each other, together wins. `weights`
    are those of the library of which the articles are a part; else they are reckoned from the articles themselves.
    """

    def __init__(
        self,
        leads: Iterable[Lead] = (),
        *,
        together: Iterable[frozenset[str]] = (),
        apart: Iterable[frozenset[str]] = (),
        weights: Table | None = None,
    ) -> None:
        self._bonds = Bonds(together, apart)
        self._given = weights
        self._shown: dict[Cluster, Event] = {}
        self._stirred = 0
        """Articles that have come or gone since all were grouped."""
        self._group(leads)

    @classmethod
    def restore(
        cls,
        stored: Iterable[tuple[Lead, str]],
        *,
        together: Iterable[frozenset[str]] = (),
        apart: Iterable[frozenset[str]] = (),
        weights: Table | None = None,
    ) -> "Grouper":
        """The grouper as it was, from leads with the ids of their events; only what was decided is put right."""
        grouper = cls(together=together, apart=apart, weights=weights)
        leads: dict[str, Lead] = {}
        events: dict[str, list[str]] = {}
        for lead, event in stored:
            leads[lead.id] = lead
            events.setdefault(event, []).append(lead.id)
        grouper._hold(leads, events.values(), counted(leads.values()) if weights is None else weights)
        return grouper

    def _hold(self, leads: dict[str, Lead], events: Iterable[Iterable[str]], weights: Table) -> None:
        self._all = Arrangement(self._bonds, weights)
        self._all.leads.update(leads)
        self._all.restore(events)
        self._stirred = 0

    def _group(self, leads: Iterable[Lead]) -> None:
        held = {lead.id: lead for lead in leads}
        ordered = by_day(held.values())
        stream = Stream(lambda: ordered, self._bonds, self._given)
        events = list(stream.events())
        self._hold(held, [event.articles for event in events], stream.weights)
        self._shown = {self._all.home[event.articles[0]]: event for event in events}

    def __len__(self) -> int:
        return len(self._all.leads)

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._all.leads

    def add(self, lead: Lead) -> None:
        """Put an article where it belongs; one that is there already is replaced."""
        self.remove(lead.id)
        self._all.place(lead)
        self._stirred += 1

    def remove(self, article_id: str) -> None:
        """Take an article out; an unknown id is ignored."""
        if article_id in self._all.leads:
            self._all.discard(article_id)
            self._stirred += 1

    def events(self) -> list[Event]:
        """All events, newest first, after consolidation.

        Where many articles have come or gone since the last time, they are what `group` makes of all the articles,
        in whatever order these have come.
        """
        if self._stirred > _STIRRED * len(self):
            self._group(self._all.leads.values())
        self.changed()
        for cluster in dict.fromkeys(self._all.home.values()):
            if cluster not in self._shown:
                self._shown[cluster] = described(self._all, cluster)
        return sorted(self._shown.values(), key=newest_first, reverse=True)

    def changed(self) -> list[Event]:
        """The events that are not what they were when this was last asked, or when all was grouped or restored.

        Whatever article has come to an event, or left it, is in one of these.
        """
        held = self._all
        if held.dirty:
            reopen(held)
            consolidate(held)
        found = []
        for cluster in held.stale:
            self._shown.pop(cluster, None)
            if cluster.members:
                self._shown[cluster] = described(held, cluster)
                found.append(self._shown[cluster])
        held.stale.clear()
        return sorted(found, key=newest_first, reverse=True)


def group(
    leads: Iterable[Lead],
    *,
    together: Iterable[frozenset[str]] = (),
    apart: Iterable[frozenset[str]] = (),
) -> list[Event]:
    """All the articles grouped into events, newest event first; the order of the input does not matter."""
    ordered = by_day({lead.id: lead for lead in leads}.values())
    return sorted(Stream(lambda: ordered, Bonds(together, apart)).events(), key=newest_first, reverse=True)
