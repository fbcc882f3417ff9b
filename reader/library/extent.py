"""How large a library is and what is on top of its list, at no cost that grows with it: what the first frame asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import lookup
from reader.library.values import Order, Size

if TYPE_CHECKING:
    from reader.library.library import Library


def size(library: Library) -> Size:
    """What the screen's header says of it."""
    rows = library.select(lookup.KEPT_SIZE) or library.select(lookup.SIZE)
    return Size(*rows[0]) if rows else Size(0, 0)


def newest_event(library: Library) -> int | None:
    """Key of the event on top of the list as it is sorted by date, None in an empty library."""
    rows = library.select(lookup.NEWEST)
    return int(rows[0][0]) if rows else None


def top(library: Library, many: int) -> Order:
    """The first rows of the list by date: those of so many events."""
    return lookup.made_order(library.select(lookup.TOP, (many,)))
