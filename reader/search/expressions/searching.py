"""Looks for an expression in a line, by `re` where that is sure to be quick, else by an automaton.

`re` may take longer than the world will last, for `(a|a)*b` as for `\\w+\\w+x` in a long line, cannot be broken off,
and holds up every other thread meanwhile. So its effort is bounded before it is asked.
"""

import re
from functools import lru_cache
from math import inf

from reader.search.expressions.automaton import Automaton
from reader.search.expressions.effort import lead, ways
from reader.search.expressions.parsed import Refused, is_anywhere, tree

EFFORT = 2e6
"""Ways to match that `re` may have to try in a line: some hundredths of a second, and seldom nearly as many."""
_SHORT = 2
"""With a greater power such pieces would be too short to be of use."""
PIECES = 100
"""A line too long for what only `re` can do is looked at in pieces, each from the middle of the one before, and no
further than so many of them."""


class Expression:
    """Belongs to one thread at a time. Raises `Refused` where it cannot be carried out."""

    def __init__(self, pattern: str, ignores_case: bool) -> None:
        flags = re.IGNORECASE if ignores_case else 0
        self._tree = tree(pattern, flags)
        self._pattern = re.compile(pattern, flags)
        self._factor, self._power = ways(self._tree)
        self._lead = "" if ignores_case or "(?" in pattern else lead(self._tree)
        self._automaton: Automaton | None = None
        self._is_beyond = False
        """Whether only `re` can do it."""
        if self._power > _SHORT or self._factor * 2.0**self._power > EFFORT:
            try:
                self._automaton = Automaton(self._tree)
            except Refused as error:
                raise Refused(f"could take for ever, with {error}", is_endless=True) from error

    @property
    def is_anywhere(self) -> bool:
        """Whether what matches by itself does so within any line that has it."""
        return is_anywhere(self._tree)

    def in_any_line(self, text: str) -> bool:
        """Whether any part of any line of a text matches."""
        lines = text.split("\n")
        if self._power < inf and self._most(max(map(len, lines))) <= EFFORT:
            return any(map(self._pattern.search, lines))
        return any(map(self.search, lines))

    def search(self, line: str) -> bool:
        """Whether any part of the line matches."""
        if self._effort(line) <= EFFORT:
            return self._pattern.search(line) is not None
        if self._automaton is None and not self._is_beyond:
            try:
                self._automaton = Automaton(self._tree)
            except Refused:
                self._is_beyond = True
        if self._automaton is None:
            return self._in_pieces(line)
        return self._lead in line and self._automaton.search(line)

    def _effort(self, line: str) -> float:
        """Ways that `re` may have to try."""
        if self._power == inf:
            return inf
        most = self._most(len(line))
        if most <= EFFORT or not self._lead:
            return most
        return most / len(line) * line.count(self._lead)

    def _most(self, length: int) -> float:
        """The same for any line of a length."""
        found: float = self._factor * float(length) ** (self._power + 1)
        return found

    def _in_pieces(self, line: str) -> bool:
        length = max(2, int((EFFORT / self._factor) ** (1 / (self._power + 1))))
        starts = range(0, len(line), length // 2)[:PIECES]
        return any(self._pattern.search(line, start, start + length) for start in starts)


@lru_cache(maxsize=32)
def expression(pattern: str, ignores_case: bool = False) -> Expression:
    """Raises `Refused` where it cannot be carried out."""
    return Expression(pattern, ignores_case)


def checked(pattern: str, ignores_case: bool = False) -> None:
    """Raises `Refused` where it is no expression, or cannot be carried out."""
    expression(pattern, ignores_case)
