"""What the library hands out: rows, counts and progress as plain values, and the order of the list as packed integers.

An article's key is made of its minute of publication (`reader.library.keys`), so that greater means newer; an event's
key is the key of its newest article.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import pairwise
from typing import NamedTuple

from reader.model import Article, Problem
from reader.model.frozen import dataclass

ANALYSED = 200_000
"""Code points of a text that are analysed, some 35,000 words: a second at most. A book is read, not compared."""


class Row(NamedTuple):
    """One article as a list shows it."""

    key: int
    id: str
    file: str
    """As the library's path was given, joined with the way to the file from there."""
    title: str | None
    label: str
    """The title, else the first words in parentheses; the file's name where it could not be read."""
    source: str | None
    published: str | None
    event: int
    """Key of the event."""
    quotes: int | None
    """None until the article has been analysed."""
    words: int
    problem: str | None
    """Why the file could not be read; such a row has no text."""
    edited: int | None = None
    """When it was noticed that its file had been edited, in seconds since 1970; None where it was not, or where that is
    not known any more."""


class EventRow(NamedTuple):
    """One event as a list shows it."""

    key: int
    id: str
    title: str
    date: str | None
    sources: int
    """Different outlets; articles without a source count as one."""
    articles: int
    why: tuple[str, ...]
    score: float
    texts: int = 1
    """Different texts: copies of one text, such as an agency's, count once."""
    agency: str | None = None
    """The wire service whose text some of them carry."""
    people: tuple[str, ...] = ()
    """Whom it is about, as the reports call them, the most important first; none until all have been analysed."""
    place: str | None = None
    """Where it was."""


class Counts(NamedTuple):
    """How much there is."""

    articles: int
    events: int
    problems: int
    analysed: int
    """Articles whose quotes have been counted."""


class Size(NamedTuple):
    """How large the library is."""

    articles: int
    """Those that can be read."""
    events: int


class Version(NamedTuple):
    """What an article was before its file was edited."""

    noticed: int
    """When the edit was noticed, in seconds since 1970."""
    article: Article
    """With the id that it had then."""


class Changes(NamedTuple):
    """What looking at the files again has brought, in articles."""

    new: int = 0
    edited: int = 0
    gone: int = 0
    moved: int = 0
    """In another file, or at another place of theirs, than before."""


class Progress(NamedTuple):
    """How far indexing has come."""

    done: int
    total: int
    """In the unit of the phase: articles."""
    phase: str
    """"looking", "reading", "grouping", "analysing", "waiting" (for another process that indexes), "done", "failed"."""
    finished: bool = False
    problem: Problem | None = None
    """Why it failed."""
    seconds: int | None = None
    """About how long the phase still takes; None while that cannot be said."""
    changes: Changes = Changes()
    """With "done": what was different."""


class Members(Sequence["array[int]"]):
    """The article keys of each event, in the order of `Order.events`; a view on one packed array."""

    __slots__ = ("_keys", "_starts")

    def __init__(self, keys: "array[int]", starts: "array[int]") -> None:
        self._keys = keys
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._keys[self._starts[index] : self._starts[index + 1]]

    def __iter__(self) -> "Iterator[array[int]]":
        starts = self._starts
        return (self._keys[start:end] for start, end in pairwise(starts))


@dataclass(frozen=True, slots=True)
class Order:
    """All rows in the order of the list, as integers and nothing else: 16 bytes an article at most."""

    events: "array[int]" = field(default_factory=lambda: array("q"))
    """Event keys."""
    keys: "array[int]" = field(default_factory=lambda: array("q"))
    """Article keys, event after event."""
    starts: "array[int]" = field(default_factory=lambda: array("i", (0,)))
    """Where each event begins in `keys`, and the end."""

    @property
    def members(self) -> Members:
        """`order.members[i]`: article keys of the event `order.events[i]`, by publication, then source."""
        return Members(self.keys, self.starts)

    def singles(self) -> bytes:
        """One byte an event: 1 where it has one article only."""
        starts = self.starts
        return bytes(end - start == 1 for start, end in pairwise(starts))

    def flat(self) -> "array[int]":
        """Article keys without events, newest first."""
        return array("q", sorted(self.keys, reverse=True))
