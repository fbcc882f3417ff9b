"""Finds what two texts say in the same place between the same words: "100 houses" here, "400 houses" there."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.events.wording import Token, blocks
from reader.model import Span


class Swap(NamedTuple):
    """Stretches of A and B that stand in the same place between the same words."""

    a: Span
    b: Span
    around: int
    """Number of these words."""


def swaps(left: Sequence[Token], right: Sequence[Token]) -> Iterator[Swap]:
    """Stretches of at most six words that replace each other between the same words."""
    found = blocks([token.key for token in left], [token.key for token in right])
    for n, (equal, (i, j), (k, m)) in enumerate(found):
        if equal or not 0 < j - i <= 6 or not 0 < m - k <= 6:
            continue
        before = _length(found[n - 1]) if n else 9
        after = _length(found[n + 1]) if n + 1 < len(found) else 9
        if before + after >= 3 and before and after:
            yield Swap(_stretch(left[i:j]), _stretch(right[k:m]), before + after)


def _length(block: tuple[bool, tuple[int, int], tuple[int, int]]) -> int:
    return block[1][1] - block[1][0] if block[0] else 0


def _stretch(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].start, tokens[-1].start + len(tokens[-1].text))
