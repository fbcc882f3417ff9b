"""Things that stand somewhere in a text, looked up by stretch: time does not grow with what stands elsewhere."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, TypeVar

from reader.model import Span

T = TypeVar("T")


class Places(Generic[T]):
    """Items by the span at which they stand."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._items = sorted(items, key=lambda item: item[0])
        self._starts = [span.start for span, _ in self._items]

    def within(self, spans: Iterable[Span]) -> list[tuple[Span, T]]:
        """The items that lie wholly inside one of the stretches, in order."""
        found: list[tuple[Span, T]] = []
        for outer in spans:
            low, high = bisect_left(self._starts, outer.start), bisect_left(self._starts, outer.end)
            found.extend(item for item in self._items[low:high] if item[0].end <= outer.end)
        return found

    def touching(self, spans: Iterable[Span]) -> list[T]:
        """The items that share a code point with one of the stretches.

        Of those that begin before a stretch, only the ones that begin nearest to it are looked at.
        """
        found: list[T] = []
        for outer in spans:
            low = max(0, bisect_right(self._starts, outer.start) - 1)
            low = bisect_left(self._starts, self._starts[low]) if self._starts else 0
            high = bisect_left(self._starts, outer.end)
            found.extend(item for span, item in self._items[low:high] if span.overlaps(outer))
        return found
