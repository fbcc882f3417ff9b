"""The second phase of indexing: which articles cover the same event.

The leads of all articles are kept in the catalogue, so grouping again costs no reading. Few new articles join the
events of the days around them, and nothing else of the library is looked at; many, or a small library, are grouped from
the start, which is what makes the result depend on the articles alone.
"""

import json
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from sys import intern
from typing import NamedTuple

from reader.events import Grouper, Lead, lead
from reader.events.bonds import Bonds
from reader.events.streaming import Stream, by_day
from reader.events.weighing import Table
from reader.library import catalogue, linking, packing
from reader.library.blame import blaming
from reader.library.decisions.links import NO_LINKS, Links
from reader.library.intake import transaction
from reader.library.keys import FIRST_DATED, SLOT_BITS
from reader.library.neighbours import neighbours
from reader.library.principals import name_events
from reader.library.reading import Tell
from reader.library.values import Progress
from reader.model import Event

_BATCH = 500
_STEP = 50
REGROUPED = 3000
"""A library of up to so many articles is always grouped from the start (about three seconds)."""
_MEMBER = (
    "SELECT articles.id, source, event, lead, grouped FROM articles JOIN leads USING (key) "
    "WHERE key = ? AND lead <> x''"
)
_SHARE = 0.2
"""So is one of which a larger share than this is new …"""
_NEAR = 0.5
"""… or stands, in time, beside what is new."""


class Member(NamedTuple):
    """What grouping writes about an article."""

    key: int
    source: str | None
    event: int


def group_articles(connection: sqlite3.Connection, tell: Tell, full: bool = False, links: Links = NO_LINKS) -> None:
    """Bring the events up to date with the articles, and with the links that the user has made or cut."""
    changed = links.changed_since(linking.stored(connection))
    if not full and not changed and not catalogue.get(connection, "ungrouped"):
        return
    if full:
        with transaction(connection):
            connection.execute("DELETE FROM leads")
    _make_leads(connection, tell)
    total = _count(connection, "SELECT count(*) FROM leads WHERE lead <> x''")
    weights = _weights(connection)
    new = [key for (key,) in connection.execute("SELECT key FROM leads WHERE NOT grouped AND lead <> x''")]
    few = not full and weights is not None and total > REGROUPED and total in weights.steady
    near = neighbours(connection, new, links) if few and len(new) <= _SHARE * total else None
    if weights is None or near is None or len(near) > _NEAR * total:
        _group_all(connection, total, tell, links)
        return
    if catalogue.get(connection, "ungrouped"):
        _group_new(connection, near, weights, links)
    if changed:
        _relink(connection, changed, weights, links)


def _weights(connection: sqlite3.Connection) -> Table | None:
    """The weights of terms that the events were made with; None where that cannot be read."""
    try:
        return Table.unpacked(str(catalogue.get(connection, "weights") or ""))
    except (ValueError, TypeError, AttributeError):
        return None


def _group_all(connection: sqlite3.Connection, total: int, tell: Tell, links: Links) -> None:
    """Group the whole library, which is read one time to count its terms and another to group it."""

    def counted() -> Iterator[Lead]:
        for done, one in enumerate(_leads(connection)):
            if done % _STEP == 0:
                tell(Progress(min(2 * total, total + done), 3 * total, "grouping"))
            yield one

    def placed(done: int) -> None:
        if done % _STEP == 0:
            tell(Progress(2 * total + done, 3 * total, "grouping"))

    reads = iter((counted,))
    bonds = Bonds(links.together, links.apart)
    stream = Stream(lambda: next(reads, partial(_leads, connection))(), bonds, tell=placed)
    members = _members(connection, "JOIN leads USING (key) WHERE problem IS NULL AND lead <> x''")
    _write(connection, stream.events(), members, links, weights=stream.weights)


def _group_new(connection: sqlite3.Connection, near: Collection[int], weights: Table, links: Links) -> None:
    """Put new articles into the events around them, given all articles of these days."""
    stored: list[tuple[Lead, str]] = []
    new: list[Lead] = []
    members: dict[str, Member] = {}
    for key in sorted(near):
        row = connection.execute(_MEMBER, (key,)).fetchone()
        if row is not None:
            id, source, event, packed, grouped = row
            members[id] = Member(key, source, event)
            found = packing.unpack_lead(packed)._replace(id=id)
            if grouped:
                stored.append((found, str(event)))
            else:
                new.append(found)
    grouper = Grouper.restore(stored, together=links.together, apart=links.apart, weights=weights)
    for one in by_day(new):
        grouper.add(one)
    events = grouper.changed()
    touched = {members[id].event for event in events for id in event.articles}
    _write(connection, events, members, links, touched, done=True)


def _relink(connection: sqlite3.Connection, changed: frozenset[str], weights: Table, links: Links) -> None:
    """Group anew the events, and no others, of the articles whose links have changed: a large library cannot wait."""
    find = "SELECT members FROM events WHERE event = (SELECT event FROM articles WHERE id = ?)"
    keys = {key for id in changed for row in connection.execute(find, (id,)) for key in array("q", row[0])}
    members: dict[str, Member] = {}
    leads: list[Lead] = []
    for key in sorted(keys):
        row = connection.execute(_MEMBER, (key,)).fetchone()
        if row is not None:
            id, source, event, packed, _ = row
            members[id] = Member(key, source, event)
            leads.append(packing.unpack_lead(packed)._replace(id=id))
    events = Grouper(leads, together=links.together, apart=links.apart, weights=weights).events()
    _write(connection, events, members, links, {member.event for member in members.values()})


def _count(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def _members(connection: sqlite3.Connection, which: str) -> dict[str, Member]:
    rows = connection.execute(f"SELECT key, id, source, event FROM articles {which}")
    return {id: Member(key, intern(source) if source else None, event) for key, id, source, event in rows}


def _make_leads(connection: sqlite3.Connection, tell: Tell) -> None:
    missing = [
        row[0]
        for row in connection.execute(
            "SELECT key FROM articles WHERE problem IS NULL AND key NOT IN (SELECT key FROM leads) ORDER BY key"
        )
    ]
    find = "SELECT id, body FROM articles JOIN bodies USING (key) WHERE key = ?"
    for start in range(0, len(missing), _BATCH):
        batch = []
        for key in missing[start : start + _BATCH]:
            id, body = connection.execute(find, (key,)).fetchone()
            with blaming(connection, lambda _: _store_leads(connection, [(key, b"")])):  # noqa: B023
                batch.append((key, packing.pack_lead(lead(packing.unpack(body, id, "")))))
        _store_leads(connection, batch)
        tell(Progress(start, 2 * len(missing), "grouping"))


def _store_leads(connection: sqlite3.Connection, batch: Sequence[tuple[int, bytes]]) -> None:
    with transaction(connection):
        connection.executemany("INSERT OR REPLACE INTO leads (key, lead, grouped) VALUES (?, ?, 0)", batch)


def _leads(connection: sqlite3.Connection) -> Iterator[Lead]:
    """All leads, by day; those without a date stand anywhere. Equal words are one object, while they are needed."""
    # Keys are sorted, and each lead looked up: sorting the leads themselves would hold all of them in memory.
    ordered = connection.execute(
        "SELECT key FROM articles WHERE problem IS NULL ORDER BY substr(published, 1, 10), articles.id"
    )
    keys = array("q", (key for (key,) in ordered))
    find = "SELECT key, articles.id, lead FROM articles JOIN leads USING (key) WHERE key IN (%s) AND lead <> x''"
    for start in range(0, len(keys), _BATCH):
        part = keys[start : start + _BATCH]
        rows = {key: rest for key, *rest in connection.execute(find % ",".join("?" * len(part)), part)}
        for id, packed in (rows[key] for key in part if key in rows):
            found = packing.unpack_lead(packed)
            yield found._replace(id=id, stems=tuple(map(intern, found.stems)))


def _write(
    connection: sqlite3.Connection,
    events: Iterable[Event],
    members: dict[str, Member],
    links: Links,
    only: Collection[int] | None = None,
    weights: Table | None = None,
    done: bool = False,
) -> None:
    """Store what differs from what is stored, in one transaction. `only`: the events that are made anew, else all.

    `weights`: what all the events were made with. `done`: whether no article is left that is not grouped.
    """
    stored = _stored(connection, only)
    wanted: dict[int, bytes] = {}
    groups: list[tuple[object, ...]] = []
    moves: list[tuple[int, int]] = []
    for event in events:
        found = sorted((members[id] for id in event.articles if id in members), key=_place)
        if not found:
            continue
        newest = max(one.key for one in found)
        wanted[newest] = array("q", (one.key for one in found)).tobytes()
        moves.extend((newest, one.key) for one in found if one.event != newest)
        if len(found) > 1:
            groups.append(_row(event, newest, len({one.source for one in found}), links))
    grouped = {member.key for member in members.values()}
    gone = [event for event, packed in stored.items() if wanted.get(event) != packed and _keys(packed) & grouped]
    with transaction(connection):
        for table in ("events", "principals"):
            connection.executemany(f"DELETE FROM {table} WHERE event = ?", [(event,) for event in gone])
        if only is None:
            connection.execute("DELETE FROM groups")
        connection.executemany("DELETE FROM groups WHERE event = ?", [(event,) for event in only or ()])
        connection.executemany(
            "INSERT INTO events (event, members) VALUES (?, ?)",
            [item for item in wanted.items() if stored.get(item[0]) != item[1]],
        )
        connection.executemany("INSERT INTO groups VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", groups)
        connection.executemany("UPDATE articles SET event = ? WHERE key = ?", moves)
        if weights is not None:
            catalogue.put(connection, "weights", weights.packed)
        if done or only is None:
            catalogue.put(connection, "ungrouped", 0)
            connection.execute("UPDATE leads SET grouped = 1 WHERE NOT grouped")
        linking.store(connection, links)
        name_events(connection)
        catalogue.next_state(connection)


def _row(event: Event, newest: int, sources: int, links: Links) -> tuple[object, ...]:
    """What the table `groups` has of an event."""
    why = json.dumps(linking.evidence(event.articles, event.why, links), ensure_ascii=False)
    agency = next((one.agency for one in event.copies if one.agency), None)
    return newest, event.id, event.title, event.date, sources, event.score, why, event.texts, agency


def _stored(connection: sqlite3.Connection, only: Collection[int] | None) -> dict[int, bytes]:
    if only is None:
        return {event: bytes(packed) for event, packed in connection.execute("SELECT event, members FROM events")}
    find = "SELECT event, members FROM events WHERE event = ?"
    return {event: bytes(packed) for one in only for event, packed in connection.execute(find, (one,))}


def _keys(packed: bytes) -> set[int]:
    return set(array("q", packed))


def _place(member: Member) -> tuple[bool, int, str, int]:
    """Order inside an event: publication, undated last, then source."""
    moment = member.key >> SLOT_BITS
    return member.key < FIRST_DATED, moment, member.source or "", member.key
