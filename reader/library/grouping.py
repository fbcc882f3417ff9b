"""The second phase of indexing: which articles cover the same event.

The leads of all articles are kept in the catalogue, so grouping again costs no reading. Few new articles join the
groups that are there; many, or a small library, are grouped from the start, which is what makes the result depend on
the articles alone.
"""

import json
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from sys import intern
from typing import NamedTuple

from reader.events import Grouper, Lead, lead
from reader.library import catalogue, linking, packing
from reader.library.blame import blaming
from reader.library.decisions.links import NO_LINKS, Links
from reader.library.intake import transaction
from reader.library.keys import FIRST_DATED, SLOT_BITS
from reader.library.reading import Tell
from reader.library.values import Progress
from reader.model import Event

_BATCH = 500
_STEP = 50
REGROUPED = 3000
"""A library of up to so many articles is always grouped from the start (about three seconds)."""
_MEMBER = "SELECT articles.id, source, event, lead FROM articles JOIN leads USING (key) WHERE key = ? AND lead <> x''"
_SHARE = 0.2
"""So is one of which a larger share than this is new."""


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
    members = {
        id: Member(key, source, event)
        for key, id, source, event in connection.execute(
            "SELECT key, id, source, event FROM articles WHERE problem IS NULL"
        )
    }
    total = len(members)
    if full or total <= REGROUPED or _ungrouped(connection) > _SHARE * total:
        leads = (one for one, _ in _leads(connection))

        def placed(done: int) -> None:
            if done % _STEP == 0:
                tell(Progress(total + done, 2 * total, "grouping"))

        grouper = Grouper(leads, together=links.together, apart=links.apart, tell=placed)
        _write(connection, grouper.events(), members, links)
        return
    if catalogue.get(connection, "ungrouped"):
        _write(connection, _joined(connection, members, tell, links).events(), members, links)
    if changed:
        _relink(connection, changed, links)


def _relink(connection: sqlite3.Connection, changed: frozenset[str], links: Links) -> None:
    """Group anew the events, and no others, of the articles whose links have changed: a large library cannot wait."""
    find = "SELECT members FROM events WHERE event = (SELECT event FROM articles WHERE id = ?)"
    keys = {key for id in changed for row in connection.execute(find, (id,)) for key in array("q", row[0])}
    members: dict[str, Member] = {}
    leads: list[Lead] = []
    for key in sorted(keys):
        row = connection.execute(_MEMBER, (key,)).fetchone()
        if row is not None:
            id, source, event, packed = row
            members[id] = Member(key, source, event)
            leads.append(packing.unpack_lead(packed)._replace(id=id))
    events = Grouper(leads, together=links.together, apart=links.apart).events()
    _write(connection, events, members, links, {member.event for member in members.values()})


def _ungrouped(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM leads WHERE NOT grouped").fetchone()[0])


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


def _leads(connection: sqlite3.Connection, grouped: int | None = None) -> Iterator[tuple[Lead, int]]:
    """Leads with the keys of their events, oldest first: all, or those that are (not) in groups yet.

    Equal words are one object, which is a tenth of the memory.
    """
    rows = connection.execute(
        "SELECT articles.id, lead, event FROM articles JOIN leads USING (key) "
        "WHERE lead <> x'' AND (?1 IS NULL OR grouped = ?1) ORDER BY published, articles.id",
        (grouped,),
    )
    for id, packed, event in rows:
        found = packing.unpack_lead(packed)
        yield found._replace(id=id, stems=tuple(map(intern, found.stems))), event


def _add_all(grouper: Grouper, leads: Iterable[tuple[Lead, int]], total: int, tell: Tell) -> None:
    for done, (one, _) in enumerate(leads):
        grouper.add(one)
        if done % _STEP == 0:
            tell(Progress(total + done, 2 * total, "grouping"))


def _joined(connection: sqlite3.Connection, members: dict[str, Member], tell: Tell, links: Links) -> Grouper:
    """The groups as they are, with the new articles put in."""
    tell(Progress(0, len(members), "grouping"))
    stored = ((one, str(event)) for one, event in _leads(connection, 1))
    grouper = Grouper.restore(stored, together=links.together, apart=links.apart)
    new = list(_leads(connection, 0))
    _add_all(grouper, new, len(new), tell)
    return grouper


def _write(
    connection: sqlite3.Connection,
    events: Iterable[Event],
    members: dict[str, Member],
    links: Links,
    only: Collection[int] | None = None,
) -> None:
    """Store what differs from what is stored, in one transaction. `only`: the events that are made anew, else all."""
    stored = _stored(connection, only)
    wanted: dict[int, bytes] = {}
    groups = []
    moves: list[tuple[int, int]] = []
    for event in events:
        found = sorted((members[id] for id in event.articles if id in members), key=_place)
        if not found:
            continue
        newest = max(one.key for one in found)
        wanted[newest] = array("q", (one.key for one in found)).tobytes()
        moves.extend((newest, one.key) for one in found if one.event != newest)
        if len(found) > 1:
            sources = len({one.source for one in found})
            why = json.dumps(linking.evidence(event.articles, event.why, links), ensure_ascii=False)
            agency = next((one.agency for one in event.copies if one.agency), None)
            groups.append((newest, event.id, event.title, event.date, sources, event.score, why, event.texts, agency))
    grouped = {member.key for member in members.values()}
    gone = [event for event, packed in stored.items() if wanted.get(event) != packed and _keys(packed) & grouped]
    with transaction(connection):
        connection.executemany("DELETE FROM events WHERE event = ?", [(event,) for event in gone])
        if only is None:
            connection.execute("DELETE FROM groups")
        connection.executemany("DELETE FROM groups WHERE event = ?", [(event,) for event in only or ()])
        connection.executemany(
            "INSERT INTO events (event, members) VALUES (?, ?)",
            [item for item in wanted.items() if stored.get(item[0]) != item[1]],
        )
        connection.executemany("INSERT INTO groups VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", groups)
        connection.executemany("UPDATE articles SET event = ? WHERE key = ?", moves)
        if only is None:
            catalogue.put(connection, "ungrouped", 0)
            connection.execute("UPDATE leads SET grouped = 1 WHERE NOT grouped")
        linking.store(connection, links)
        catalogue.next_state(connection)


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
