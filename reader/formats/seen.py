"""Which ids a container has given already, in sixteen bytes each: a million must not take 200 MB to be told apart."""

from array import array

_FIRST_SIZE = 1 << 10
_FULL = 0.6
"""Share of the places above which the table is doubled."""
_MASK = (1 << 64) - 1


class Seen:
    """A set of texts that keeps their hashes alone: among a million, two are taken for one in one of forty million
    runs."""

    __slots__ = ("_count", "_places", "_size")

    def __init__(self) -> None:
        self._size, self._count = _FIRST_SIZE, 0
        self._places = array("Q", bytes(8 * _FIRST_SIZE))

    def __len__(self) -> int:
        return self._count

    def add(self, text: str) -> bool:
        """Whether the text is a new one; it is known from now on."""
        mark = hash(text) & _MASK or 1
        at = self._place(mark)
        if self._places[at]:
            return False
        self._places[at] = mark
        self._count += 1
        if self._count > _FULL * self._size:
            self._grow()
        return True

    def _place(self, mark: int) -> int:
        """Where a mark stands, or the free place where it belongs."""
        places, last = self._places, self._size - 1
        at = mark & last
        while places[at] not in (0, mark):
            at = (at + 1) & last
        return at

    def _grow(self) -> None:
        marks = self._places
        self._size *= 2
        self._places = array("Q", bytes(8 * self._size))
        for mark in marks:
            if mark:
                self._places[self._place(mark)] = mark
