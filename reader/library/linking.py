"""The links between articles that the user has made or cut, as the catalogue knows them.

The catalogue remembers the links that its events were made with, so that a change is noticed however it came about: by
a key, in an editor, or while no reader ran.
"""

import sqlite3
from pathlib import Path

from reader.library import catalogue
from reader.library.decisions import DecisionStore
from reader.library.decisions.links import NO_LINKS, Links, links

YOURS = "you put these together"
"""Evidence for an event that is one because the user says so."""


def read(file: str | None) -> Links:
    """The links of a file of decisions; none where there is no file."""
    return links(DecisionStore(Path(file).parent).current().events) if file else NO_LINKS


def stored(connection: sqlite3.Connection) -> Links:
    """The links that the catalogue's events were made with; none where that cannot be read."""
    try:
        return Links.unpacked(str(catalogue.get(connection, "links") or ""))
    except (ValueError, TypeError):
        return NO_LINKS


def has_changed(connection: sqlite3.Connection, wanted: Links) -> bool:
    """Whether the events were made with other links than these."""
    return stored(connection) != wanted


def store(connection: sqlite3.Connection, wanted: Links) -> None:
    """Note, in the transaction that stores the events, the links that they were made with."""
    catalogue.put(connection, "links", wanted.packed)


def evidence(articles: tuple[str, ...], why: tuple[str, ...], wanted: Links) -> tuple[str, ...]:
    """Why articles are one event, with the user's part in it first."""
    here = frozenset(articles)
    together = any(len(found & here) > 1 for found in wanted.together)
    return (YOURS, *(reason for reason in why if not reason.endswith("put together by hand"))) if together else why
