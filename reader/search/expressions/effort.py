"""How often `re` may have to try an expression on a line, at worst: it tries every way of matching one after the other.

`ways` bounds the ways from one place of a line of n characters by factor x n ** power. Where one thing that may be
matched in several ways is repeated, the ways double with every character; then the power is without end.
"""

from math import inf
from typing import NamedTuple

from reader.search.expressions.parsed import Beyond, Chain, Char, Either, Repeat, Tree

_FEW = 16
"""Up to so many repetitions count as that many ways; more may be as many as there are characters."""
_MOST = 10_000


class Ways(NamedTuple):
    """At most `factor` times the length of the line to the `power`."""

    factor: float
    power: float


ENDLESS = Ways(1, inf)


def ways(tree: Tree) -> Ways:
    """In how many ways the tree matches from one place."""
    match tree:
        case Chain(parts):
            return _product([ways(part) for part in parts])
        case Either(options):
            each = [ways(option) for option in options]
            factors = [one.factor for one in each]
            factor = max(factors) if _begin_differently(options) else sum(factors)
            return Ways(factor, max(one.power for one in each))
        case Repeat(part, low, high):
            return _repeated(ways(part), low, high)
        case Beyond(part):
            return ways(part)
    return Ways(1, 0)


def _product(each: list[Ways]) -> Ways:
    factor, power = 1.0, 0.0
    for one in each:
        factor, power = min(factor * one.factor, 1e9), power + one.power
    return Ways(factor, power)


def _repeated(inner: Ways, low: int, high: int | None) -> Ways:
    if high is not None and high <= 1:
        return Ways(inner.factor + (1 - low), inner.power)
    if inner == Ways(1, 0):
        return Ways(1, 1) if high is None or high - low >= _FEW else Ways(high - low + 1, 0)
    if high is None or high > _FEW or (inner.factor + 1) ** high > _MOST:
        return ENDLESS
    return Ways((inner.factor + 1) ** high, inner.power * high)


def _begin_differently(options: tuple[Tree, ...]) -> bool:
    """Whether the first character tells which of them it can be."""
    seen: set[str] = set()
    for option in options:
        first = _first(option)
        if not first or not seen.isdisjoint(first):
            return False
        seen.update(first)
    return True


def _first(tree: Tree) -> str:
    """The characters that it may begin with, without their case; empty where they are unknown."""
    match tree:
        case Char(_, chars):
            return chars.casefold()
        case Chain(parts) if parts:
            return _first(parts[0])
    return ""


def lead(tree: Tree) -> str:
    """The characters that every match begins with."""
    match tree:
        case Char(_, chars) if len(chars) == 1:
            return chars
        case Chain(parts):
            found = ""
            for part in parts:
                if not isinstance(part, Char) or len(part.chars) != 1:
                    break
                found += part.chars
            return found
    return ""
