"""The article list as plain numbers: events as foldable headers, articles under them.

A library may hold a hundred thousand articles, so a listing is one array of small integers and rows are read only when
they come into view.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable
from dataclasses import field
from itertools import compress, count
from operator import sub

from reader.library.values import Order
from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the list."""

    key: int
    """Of the event, or of the article."""
    is_event: bool
    indented: bool = False
    """Whether it stands under an event's header."""

    @property
    def saved(self) -> int | None:
        """Which saved search the row is, None for an event or an article."""
        return self.key - SAVED if self.key >= SAVED else None


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of the list in order, as numbers.

    An event's header is its key, as the library has them; an article's row is the complement (`~`) of its key times
    two, plus one under a header, and so negative.
    """

    rows: array[int] = field(default_factory=lambda: array("q"), compare=False)
    serial: int = 0
    """Grows with every change; two listings are the same if this is."""

    def __len__(self) -> int:
        return len(self.rows)

    def item(self, index: int) -> Item:
        """The row at `index`, which must be in range."""
        code = self.rows[index]
        return Item(code, True) if code >= 0 else Item(~code >> 1, False, not code & 1)

    def articles(self) -> list[int]:
        """The keys of all rows of articles."""
        return [~code >> 1 for code in self.rows if code < 0]

    def find(self, item: Item) -> int | None:
        """Index of an event's header or an article, wherever it stands."""
        codes = (item.key,) if item.is_event else (_article(item.key), _article(item.key, True))
        for code in codes:
            try:
                return self.rows.index(code)
            except ValueError:
                continue
        return None

    def header_of(self, index: int) -> int | None:
        """Index of the header above an indented row."""
        while index >= 0 and self.rows[index] < 0:
            if self.rows[index] & 1:
                return None
            index -= 1
        return index if index >= 0 else None

    def is_unfolded(self, index: int) -> bool:
        """Whether articles stand under the header at `index`."""
        following = index + 1
        return following < len(self.rows) and self.rows[following] < 0 and not self.rows[following] & 1


def _article(key: int, indented: bool = False) -> int:
    return ~(key * 2 + indented)


SAVED = 1 << 60
"""From here on the key of an event's header stands for a saved search: that of the first, second …"""


def with_saved(listing: Listing, many: int) -> Listing:
    """The same list after rows for so many saved searches."""
    return _listing([*range(SAVED, SAVED + many), *listing.rows]) if many else listing


_serial = 0


def _listing(codes: Iterable[int]) -> Listing:
    global _serial
    _serial += 1
    return Listing(array("q", codes), _serial)


def grouped(order: Order, unfolded: Collection[int]) -> Listing:
    """Events in the order of the library; a lone article stands for itself, without a header.

    Nothing is done step by step that is done for all events: this is most of opening a large library.
    """
    events, keys, starts = order.events, order.keys, order.starts
    heads = events[:]
    for index in compress(count(), map((1).__eq__, map(sub, starts[1:], starts))):
        heads[index] = _article(keys[starts[index]])
    rows, done = array("q"), 0
    for index in _places(events, unfolded):
        rows += heads[done : index + 1]
        done = index + 1
        if heads[index] >= 0:
            rows.extend(_article(key, True) for key in keys[starts[index] : starts[done]])
    return _listing(rows + heads[done:])


def _places(events: array[int], unfolded: Collection[int]) -> Iterable[int]:
    """Where the unfolded events stand, in order; the newest one, which is unfolded at the start, is found at once."""
    if len(unfolded) == 1 and events and events[0] in unfolded:
        return (0,)
    return compress(count(), map(unfolded.__contains__, events))


def flat(keys: Iterable[int]) -> Listing:
    """Articles alone, in the given order."""
    return _listing([~(key * 2) for key in keys])
