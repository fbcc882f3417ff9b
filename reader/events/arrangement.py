"""Which article is in which event while articles come, go and are moved, in step with index and decisions."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from reader.events.bonds import Bonds
from reader.events.clusters import JOIN, POSTED, Cluster, ClusterIndex, Vector, nearness
from reader.events.lead import Lead
from reader.events.weighing import Table


class Arrangement:
    """Articles in clusters. Every article is in one; what was decided holds after every step."""

    def __init__(self, bonds: Bonds, weights: Table) -> None:
        self.leads: dict[str, Lead] = {}
        self.home: dict[str, Cluster] = {}
        self.weights = weights
        self.bonds = bonds
        self.index = ClusterIndex()
        self.dirty: dict[Cluster, None] = {}
        """Clusters that have changed since they were consolidated, in the order in which they first did."""
        self.stale: set[Cluster] = set()
        """Clusters that have changed, or are gone, since they were shown."""
        self._vectors: dict[str, Vector] = {}
        self._keys = 0

    def vector(self, article_id: str) -> Vector:
        """The weighted terms of an article that is here."""
        vector = self._vectors.get(article_id)
        if vector is None:
            vector = self._vectors[article_id] = self.weights.vector(self.leads[article_id])
        return vector

    def restore(self, events: Iterable[Iterable[str]]) -> None:
        """Enter articles whose leads are here where they were; then put right what was decided."""
        for event in events:
            self.fill(self.new_cluster(), sorted(event, key=self.order))
        self.dirty.clear()
        self.stale.clear()
        self.obey()

    def discard(self, article_id: str) -> None:
        """Take an article out altogether."""
        self.leave(article_id)
        del self.leads[article_id]
        self._vectors.pop(article_id, None)

    def place(self, lead: Lead) -> None:
        """Put an article where it belongs: with those it is bound to, else with those it is most like."""
        self.leads[lead.id] = lead
        vector = self.vector(lead.id)
        mates = [mate for mate in self.bonds.block(lead.id) if mate in self.home]
        if mates:
            home = self.home[mates[0]]
            if self.bonds.barred(lead.id).isdisjoint(home.members) and lead.id not in home.barred:
                self.enter(lead, home)
            else:
                self.gather([lead.id, *mates])
            return
        best = self.best(lead.id, vector, day_of(lead))
        self.enter(lead, best[1] if best else self.new_cluster())

    def best(self, article_id: str, vector: Vector, day: int | None) -> tuple[float, Cluster] | None:
        """The event to which a report is most alike, if it is alike enough."""
        best: tuple[float, Cluster] | None = None
        barred = self.bonds.barred(article_id)
        for alike, cluster in self.index.near(vector, day, day):
            score = alike / len(cluster.members) * nearness(cluster.first, cluster.last, day, day)
            if score < JOIN or (best is not None and (score, -cluster.key) <= (best[0], -best[1].key)):
                continue
            if article_id not in cluster.barred and (not barred or barred.isdisjoint(cluster.members)):
                best = score, cluster
        return best

    def enter(self, lead: Lead, cluster: Cluster) -> None:
        """Put an article into a cluster."""
        vector = self.vector(lead.id)
        cluster.take(lead.id, vector, day_of(lead))
        cluster.barred |= self.bonds.barred(lead.id)
        self.home[lead.id] = cluster
        self.index.put(cluster, tuple(islice(vector, POSTED)))
        self._touch(cluster)

    def _touch(self, cluster: Cluster) -> None:
        self.dirty[cluster] = None
        self.stale.add(cluster)

    def drop(self, cluster: Cluster) -> None:
        """Take a cluster out of the index; its articles are to be put elsewhere, or to be forgotten."""
        self.index.remove(cluster)
        self.dirty.pop(cluster, None)
        self.stale.add(cluster)

    def leave(self, article_id: str) -> None:
        """Take a report out of its event, whose sum is made anew from the others."""
        cluster = self.home.pop(article_id)
        self.fill(cluster, [member for member in cluster.members if member != article_id])

    def fill(self, cluster: Cluster, members: Iterable[str]) -> None:
        """Give a cluster these members instead of those it has."""
        self.drop(cluster)
        cluster.empty()
        for member in members:
            cluster.take(member, self.vector(member), day_of(self.leads[member]))
            cluster.barred |= self.bonds.barred(member)
            self.home[member] = cluster
        if cluster.members:
            self.index.put(cluster)
            self._touch(cluster)

    def new_cluster(self) -> Cluster:
        """An empty cluster that is not in the index yet."""
        self._keys += 1
        return Cluster(self._keys)

    def gather(self, members: Sequence[str]) -> None:
        """Make an event of some reports alone, wherever they are."""
        for member in members:
            if member in self.home:
                self.leave(member)
        self.fill(self.new_cluster(), sorted(members, key=self.order))

    def obey(self) -> None:
        """Part and join what was decided otherwise than it stands."""
        for block in sorted(map(sorted, self.bonds.blocks())):
            present = [member for member in block if member in self.home]
            if len({self.home[member] for member in present}) > 1:
                self.gather(present)
        for member in self.bonds.parted():
            home = self.home.get(member)
            if home is not None and not self.bonds.barred(member).isdisjoint(home.members):
                self.gather([mate for mate in self.bonds.block(member) or (member,) if mate in self.home])

    def absorb(self, keeper: Cluster, other: Cluster) -> None:
        """Put all articles of the second cluster into the first."""
        self.drop(other)
        keeper.absorb(other)
        for member in other.members:
            self.home[member] = keeper
        other.empty()
        self.index.put(keeper)
        self._touch(keeper)

    def forget(self, cluster: Cluster) -> None:
        """Let go of all that is known of a cluster and its articles."""
        self.drop(cluster)
        self.stale.discard(cluster)
        for member in cluster.members:
            del self.home[member], self.leads[member]
            self._vectors.pop(member, None)

    def order(self, article_id: str) -> "Arrival":
        """The place of an article among the others."""
        return arrival(self.leads[article_id])


Arrival = tuple[bool, str, tuple[str, ...], str, str]


def arrival(lead: Lead) -> Arrival:
    """The order in which reports would have come: by day, the undated last, then by their words, never by file."""
    return (lead.date is None, lead.date or "", lead.stems, lead.title, lead.id)


def day_of(lead: Lead) -> int | None:
    """The day of publication as an ordinal; None where it is not known or is none."""
    if lead.date is None:
        return None
    try:
        return date.fromisoformat(lead.date).toordinal()
    except ValueError:
        return None
