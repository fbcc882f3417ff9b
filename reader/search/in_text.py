"""Find within the article on the screen: what is typed is looked for as it is read, not as it is spelt."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import overload

from reader.model import Span
from reader.search.folding import Folded, fold

_fold = lru_cache(maxsize=4)(fold)
"""The text on the screen is asked at every letter."""


class Places(Sequence[Span]):
    """Where something was found, each place worked out when it is asked for: one letter may stand in a million."""

    def __init__(self, folded: Folded, starts: Sequence[int], length: int) -> None:
        self._folded = folded
        self._starts = starts
        self._length = length

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Span, ...]: ...

    def __getitem__(self, index: int | slice) -> Span | tuple[Span, ...]:
        if isinstance(index, slice):
            return tuple(self._folded.span(start, start + self._length) for start in self._starts[index])
        start = self._starts[index]
        return self._folded.span(start, start + self._length)


LONG = 300_000
"""Characters of a text that is better made ready by a thread: more than some hundredths of a second."""


def make_ready(text: str) -> None:
    """Do what the first question to a text takes, a second for ten million characters."""
    _fold(text)


def find_in_text(text: str, needle: str) -> Sequence[Span]:
    """Every place where `needle` stands in `text`, in order, not overlapping.

    Case, accents, the kind of quotation marks and dashes, and the amount of white space make no difference; white space
    around the needle is ignored. Linear in the text; a needle without any letter finds marks as they are.
    """
    wanted = fold(needle).text.strip()
    if not wanted:
        return ()
    folded: Folded = _fold(text)
    starts = [match.start() for match in re.finditer(re.escape(wanted), folded.text)]
    return Places(folded, starts, len(wanted)) if starts else ()
