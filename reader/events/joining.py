"""Joins what belongs together, link by link: the same utterance in five reports is one utterance."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Joined(Generic[T]):
    """Groups of things, in the order in which they were first named."""

    def __init__(self, things: Iterable[T] = ()) -> None:
        self._above: dict[T, T] = {}
        for thing in things:
            self._above.setdefault(thing, thing)

    def join(self, one: T, other: T) -> None:
        """Puts two things, with all that they are joined to, into one group."""
        first, second = self._top(one), self._top(other)
        if first != second:
            self._above[second] = first

    def groups(self) -> list[list[T]]:
        """All groups."""
        found: dict[T, list[T]] = {}
        for thing in self._above:
            found.setdefault(self._top(thing), []).append(thing)
        return list(found.values())

    def _top(self, thing: T) -> T:
        above = self._above.setdefault(thing, thing)
        while above != self._above[above]:
            self._above[thing] = above = self._above[above]
        return above
