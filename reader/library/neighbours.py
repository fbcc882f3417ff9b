"""Which articles can have to do with new ones: those of the days around them, with the rest of their events.

A library of years is not read again for the news of a day.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence

from reader.events.clusters import MAX_AGE, WINDOW
from reader.library.decisions.links import Links
from reader.library.keys import FIRST_DATED, SLOT_BITS

_DAY = 1440 << SLOT_BITS
_REACH = (MAX_AGE + WINDOW + 1) * _DAY
"""Keys between an article and the last one that can be of its event or beside it; a day more, for time zones."""
_MANY = 3000
"""Articles without a date, more than which are not compared with every new one that has a date."""


def neighbours(connection: sqlite3.Connection, new: Sequence[int], links: Links) -> set[int] | None:
    """Keys of the articles to look at because of new ones, these among them; None where that is the whole library.

    An article without a date can belong to any event.
    """
    if any(key < FIRST_DATED for key in new):
        return None
    spans = list(_spans(sorted(new)))
    (undated,) = connection.execute("SELECT count(*) FROM articles WHERE key < ?", (FIRST_DATED,)).fetchone()
    if undated <= _MANY:
        spans.append((0, FIRST_DATED))
    found = set(new)
    for first, last in spans:
        find = "SELECT members FROM events WHERE event IN (SELECT event FROM articles WHERE key BETWEEN ? AND ?)"
        for (packed,) in connection.execute(find, (first, last)):
            found.update(array("q", packed))
    for id in sorted(frozenset[str]().union(*links.together, *links.apart)):
        find = "SELECT members FROM events WHERE event = (SELECT event FROM articles WHERE id = ?)"
        for (packed,) in connection.execute(find, (id,)):
            found.update(array("q", packed))
    return found


def _spans(keys: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The stretches of keys around some keys, which come in their order."""
    first = last = -1
    for key in keys:
        if key - _REACH > last:
            if last >= 0:
                yield first, last
            first = key - _REACH
        last = key + _REACH
    if last >= 0:
        yield first, last
