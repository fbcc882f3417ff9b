"""Groups articles into events by what their headlines and first words share.

Average link inside a window of days: a report joins the event to whose reports it is, on the mean, most alike. Reports
are placed one by one as they come; a consolidation then looks again at every event that has changed.
"""

from collections.abc import Callable, Iterable
from hashlib import sha1

from reader.events.arrangement import Arrangement, arrival
from reader.events.bonds import Bonds
from reader.events.clusters import Cluster, product
from reader.events.consolidation import consolidate
from reader.events.copies import find_copies
from reader.events.evidence import people_of, place_of, title_of, why
from reader.events.lead import Lead
from reader.model import Event

_STIRRED = 0.2
"""Share of articles that have come or gone from which all are grouped anew, in the order of their dates."""


class Grouper:
    """Keeps articles grouped into events as they come and go.

    The articles of each set in `together` end in one event, the articles of a set in `apart` never do; ids of articles
    that are not there (yet) count as soon as they come. Where the two contradict each other, together wins.
    """

    def __init__(
        self,
        leads: Iterable[Lead] = (),
        *,
        together: Iterable[frozenset[str]] = (),
        apart: Iterable[frozenset[str]] = (),
        tell: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._all = Arrangement(Bonds(together, apart))
        self._shown: dict[Cluster, Event] = {}
        self._stirred = 0
        """Articles that have come or gone since all were grouped."""
        self._all.count(leads)
        self._all.place_all(tell)

    @classmethod
    def restore(
        cls,
        stored: Iterable[tuple[Lead, str]],
        *,
        together: Iterable[frozenset[str]] = (),
        apart: Iterable[frozenset[str]] = (),
    ) -> "Grouper":
        """The grouper as it was, from leads with the ids of their events; only what was decided is put right."""
        grouper = cls(together=together, apart=apart)
        grouper._all.restore(stored)
        return grouper

    def __len__(self) -> int:
        return len(self._all.leads)

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._all.leads

    def add(self, lead: Lead) -> None:
        """Put an article where it belongs; one that is there already is replaced."""
        self.remove(lead.id)
        self._all.count((lead,))
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
            self._all.place_all()
            self._stirred = 0
        consolidate(self._all)
        for cluster in self._all.stale:
            self._shown.pop(cluster, None)
        self._all.stale.clear()
        events = []
        for cluster in dict.fromkeys(self._all.home.values()):
            if cluster not in self._shown:
                self._shown[cluster] = self._event(cluster)
            events.append(self._shown[cluster])
        events.sort(key=lambda event: (event.date or "", event.id), reverse=True)
        return events

    def _event(self, cluster: Cluster) -> Event:
        leads = sorted((self._all.leads[member] for member in cluster.members), key=arrival)
        rest = max(1, len(leads) - 1)
        likeness = [(self._likeness(lead, cluster) - 1.0) / rest for lead in leads]
        copies = find_copies(leads) if len(leads) > 1 else ()
        bound = sum(len(self._all.bonds.block(lead.id) & self._all.home.keys()) > 1 for lead in leads)
        return Event(
            id="e" + sha1(leads[0].id.encode(), usedforsecurity=False).hexdigest()[:12],
            title=title_of(leads, likeness),
            date=min((lead.date for lead in leads if lead.date), default=None),
            articles=tuple(lead.id for lead in leads),
            score=round(cluster.cohesion, 3),
            why=why(leads, likeness, copies, bound),
            people=people_of(leads),
            place=place_of(leads),
            copies=copies,
        )

    def _likeness(self, lead: Lead, cluster: Cluster) -> float:
        return product(self._all.weights.vector(lead), cluster.total)


def group(
    leads: Iterable[Lead],
    *,
    together: Iterable[frozenset[str]] = (),
    apart: Iterable[frozenset[str]] = (),
) -> list[Event]:
    """All the articles grouped into events, newest event first; the order of the input does not matter."""
    return Grouper(leads, together=together, apart=apart).events()
