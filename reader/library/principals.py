"""Whom each event is named after, where and when it was: kept beside the events, told anew when its articles change.

A row holds as long as the event has the articles that it was made of; so nothing has to be thrown away when articles
are grouped anew, and an event costs a millisecond once its last article has been analysed.
"""

import json
import marshal
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reader.events.principals import LEAD, Named, Outline, principals, short_form
from reader.library import packing
from reader.library.catalogue import Damaged

MOST = 40
"""Articles of an event that are asked, the first ones: more do not change whom it is about."""
_UNNAMED = (
    "SELECT events.event, events.members FROM groups JOIN events USING (event) "
    "LEFT JOIN principals ON principals.event = events.event AND principals.members = events.members "
    "WHERE principals.event IS NULL"
)
_WAITING = "SELECT 1 FROM articles WHERE key IN (%s) AND quotes IS NULL AND problem IS NULL LIMIT 1"
_FOUND = (
    "SELECT coalesce(title, ''), published, lead, analyses.body FROM articles "
    "JOIN leads USING (key) JOIN analyses USING (key) WHERE key IN (%s) ORDER BY key"
)
_AT_ONCE = 200


def name_events(connection: sqlite3.Connection) -> None:
    """Name what is not named yet and has all its articles analysed, inside the caller's transaction."""
    connection.execute("DELETE FROM principals WHERE event NOT IN (SELECT event FROM groups)")
    _name(connection, connection.execute(_UNNAMED).fetchall())


def _name(connection: sqlite3.Connection, waiting: Iterable[tuple[int, bytes]]) -> None:
    made = [(event, members, *row) for event, members in waiting if (row := _row(connection, members))]
    connection.executemany("INSERT OR REPLACE INTO principals VALUES (?, ?, ?, ?, ?, ?)", made)


def name_events_of(connection: sqlite3.Connection, keys: Iterable[int]) -> None:
    """The same for the events of some articles."""
    for part in _parts(keys):
        events = f"SELECT event FROM articles WHERE key IN ({_marks(part)})"
        _name(connection, connection.execute(f"{_UNNAMED} AND events.event IN ({events})", part).fetchall())


def _parts(numbers: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(set(numbers))
    return (ordered[start : start + _AT_ONCE] for start in range(0, len(ordered), _AT_ONCE))


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _row(connection: sqlite3.Connection, members: bytes) -> tuple[str, str, str | None, str | None] | None:
    """People, what they are called, place and day; None where an article has not been analysed yet."""
    keys = array("q", members)[:MOST]
    marks = _marks(keys)
    if connection.execute(_WAITING % marks, keys).fetchone():
        return None
    found = principals([_outline(*row) for row in connection.execute(_FOUND % marks, keys)])
    return (_packed(found.people), _packed(found.called), found.place, found.date)


def _packed(names: Sequence[str]) -> str:
    return json.dumps(names, ensure_ascii=False)


def _outline(title: str, published: str | None, lead: bytes, body: bytes) -> Outline:
    """What a report's name is made of, out of what is stored: reading all of it would take ten times as long."""
    try:
        place = packing.unpack_lead(lead).place if lead else None
        sentences, _, entities, dates, _ = marshal.loads(zlib.decompress(body))
    except (zlib.error, EOFError, TypeError, ValueError) as error:
        raise Damaged(str(error)) from error
    names = tuple(_named(*entity) for entity in entities)
    days = dict.fromkeys(
        value for _, value, role, certain in dates if role == "event" and certain and value and len(value) == 10
    )
    ends = sentences[1 : 2 * LEAD : 2]
    return Outline(title, place, (published or "")[:10] or None, ends[-1] if ends else 0, names, tuple(days))


def _named(
    name: str, type: str, mentions: Sequence[int], titles: Any, aliases: Sequence[str], governing: Sequence[int]
) -> Named:
    count = (len(mentions) - len(governing)) // 2
    return Named(name, short_form(name, aliases), type, count, mentions[0] if mentions else 0, bool(titles))
