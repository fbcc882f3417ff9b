"""Which rows of the screen belong to which item of a list, where items differ in height or all have the same."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Uniform:
    """Items of one row each, or of as many as all others: nothing is counted, however many there are."""

    def __init__(self, count: int, each: int = 1) -> None:
        self.count, self.rows = count, count * each
        self._each = each

    def top(self, index: int) -> int:
        """First row of an item."""
        return index * self._each

    def height(self, index: int) -> int:
        """Rows of an item."""
        return self._each

    def at(self, row: int) -> int:
        """The item that shows on `row`."""
        return row // self._each


class Stacked:
    """Items of different heights. Building it looks at every item; every question after that is a binary search."""

    def __init__(self, heights: Iterable[int]) -> None:
        self._tops = [0, *accumulate(max(1, height) for height in heights)]
        self.count = len(self._tops) - 1
        self.rows = self._tops[-1]

    def top(self, index: int) -> int:
        """First row of an item."""
        return self._tops[index]

    def height(self, index: int) -> int:
        """Rows of an item."""
        return self._tops[index + 1] - self._tops[index]

    def at(self, row: int) -> int:
        """The item that shows on `row`."""
        return bisect_right(self._tops, row) - 1
