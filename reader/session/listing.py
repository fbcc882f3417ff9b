"""The article list as plain numbers: events as foldable headers, articles under them.

A library may hold a hundred thousand articles, so a listing is one array of small integers and rows are read only when
they come into view.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable
from dataclasses import field

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

    An article's row is its key times two, plus one under a header; an event's header is its key, negative.
    """

    rows: array[int] = field(default_factory=lambda: array("q"), compare=False)
    serial: int = 0
    """Grows with every change; two listings are the same if this is."""

    def __len__(self) -> int:
        return len(self.rows)

    def item(self, index: int) -> Item:
        """The row at `index`, which must be in range."""
        code = self.rows[index]
        return Item(-code, True) if code < 0 else Item(code >> 1, False, bool(code & 1))

    def find(self, item: Item) -> int | None:
        """Index of an event's header or an article, wherever it stands."""
        codes = (-item.key,) if item.is_event else (item.key * 2, item.key * 2 + 1)
        for code in codes:
            try:
                return self.rows.index(code)
            except ValueError:
                continue
        return None

    def header_of(self, index: int) -> int | None:
        """Index of the header above an indented row."""
        while index >= 0 and self.rows[index] >= 0:
            if not self.rows[index] & 1:
                return None
            index -= 1
        return index if index >= 0 else None

    def is_unfolded(self, index: int) -> bool:
        """Whether articles stand under the header at `index`."""
        following = index + 1
        return following < len(self.rows) and self.rows[following] >= 0 and bool(self.rows[following] & 1)


SAVED = 1 << 60
"""From here on the key of an event's header stands for a saved search: that of the first, second …"""


def with_saved(listing: Listing, many: int) -> Listing:
    """The same list after rows for so many saved searches."""
    return _listing([*(-(SAVED + number) for number in range(many)), *listing.rows]) if many else listing


_serial = 0


def _listing(codes: Iterable[int]) -> Listing:
    global _serial
    _serial += 1
    return Listing(array("q", codes), _serial)


def grouped(events: Iterable[tuple[int, Collection[int]]], unfolded: Collection[int]) -> Listing:
    """Events in the given order; a lone article stands for itself, without a header."""

    def codes() -> Iterable[int]:
        for event, members in events:
            if len(members) == 1:
                yield from (key * 2 for key in members)
                continue
            yield -event
            if event in unfolded:
                yield from (key * 2 + 1 for key in members)

    return _listing(codes())


def flat(keys: Iterable[int]) -> Listing:
    """Articles alone, in the given order."""
    return _listing(key * 2 for key in keys)
