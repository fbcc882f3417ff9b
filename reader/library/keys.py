"""Article keys: integers that sort by time of publication, so that "newest first" needs no second look.

A key is `minute << 8 | slot`: the minute of publication (UTC, counted from year 1; 0 where the article states no date,
so that undated articles come last), and which of the minute's articles it is. Where a minute is full, as with many
articles of which only the day is known, its articles go on in the next. Few bits, because the full-text index notes the
distance between the keys of any two articles that share a word: with 24 bits for the slot it was a third larger.
"""

import sqlite3
from collections.abc import Collection
from datetime import UTC, datetime

SLOT_BITS = 8
FIRST_DATED = 1440 << SLOT_BITS
"""Keys from here on belong to a date (unless there are more than 368,640 articles without one)."""


def minute(published: str | None) -> int:
    """Minutes from the year 1 to an ISO date (`2022`, `2022-02`, `2022-02-15`, with or without a time); 0 if none."""
    if not published:
        return 0
    try:
        moment = datetime.fromisoformat(_completed(published))
        if moment.tzinfo is not None:
            moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return 0
    return moment.toordinal() * 1440 + moment.hour * 60 + moment.minute


def _completed(published: str) -> str:
    if len(published) == 4:
        return f"{published}-01-01"
    if len(published) == 7:
        return f"{published}-01"
    return published


class Keys:
    """Gives keys that no article of the catalogue has."""

    def __init__(self, connection: sqlite3.Connection, reserved: Collection[int] = ()) -> None:
        """`reserved`: keys that are about to be given, by somebody else."""
        self._connection = connection
        self._reserved = reserved
        self._free: dict[int, int] = {}
        """By minute: the next key; beyond the minute's end where it is full."""

    def new(self, published: str | None) -> int:
        """A key for an article published then."""
        while (key := self._given(minute(published))) in self._reserved:
            pass
        return key

    def _given(self, first: int) -> int:
        at = first
        while self._next(at) >= (at + 1) << SLOT_BITS:
            at = self._free[at] >> SLOT_BITS
        key = self._free[at]
        self._free[at] = key + 1
        if at != first:
            self._free[first] = at << SLOT_BITS  # a short way for the next one
        return key

    def _next(self, at: int) -> int:
        if at not in self._free:
            start = at << SLOT_BITS
            find = "SELECT max(key) FROM articles WHERE key BETWEEN ? AND ?"
            (last,) = self._connection.execute(find, (start, start + (1 << SLOT_BITS) - 1)).fetchone()
            self._free[at] = (start or 1) if last is None else last + 1  # no key is 0
        return self._free[at]
