"""What is told of an event: its name, its articles in order, and why they stand together."""

from hashlib import sha1

from reader.events.arrangement import Arrangement, arrival
from reader.events.clusters import Cluster, product
from reader.events.copies import find_copies
from reader.events.evidence import people_of, place_of, title_of, why
from reader.model import Event


def described(held: Arrangement, cluster: Cluster) -> Event:
    """The event that a cluster of articles stands for."""
    leads = sorted((held.leads[member] for member in cluster.members), key=arrival)
    rest = max(1, len(leads) - 1)
    likeness = [(product(held.vector(lead.id), cluster.total) - 1.0) / rest for lead in leads]
    copies = find_copies(leads) if len(leads) > 1 else ()
    bound = sum(len(held.bonds.block(lead.id) & held.home.keys()) > 1 for lead in leads)
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


def newest_first(event: Event) -> tuple[str, str]:
    """What to sort events by, in reverse."""
    return event.date or "", event.id
