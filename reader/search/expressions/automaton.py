"""Carries out an expression in one walk over the line: all ways of matching at once, so that none is tried twice.

Slower than `re` by far, but never more than a bounded time for each character. Sets of places in the expression are
made into states when they are first met (K. Thompson, Regular expression search algorithm, 1968).
"""

from collections.abc import Iterable
from typing import NamedTuple

from reader.search.expressions.parsed import Beyond, Chain, Char, Edge, Either, Refused, Repeat, Tree

LARGEST = 4_000
"""Places of an expression, with what is repeated written out."""
_KEPT = 20_000
"""Steps from state to state that are remembered."""
_START, _WORD, _OTHER, _END = "start", "word", "other", "end"


class _Place(NamedTuple):
    """Where one may be in an expression, and where one is after a character, or without one."""

    char: Char | None
    edge: Edge | None
    after: tuple[int, ...]


class _State(dict[str, "_State | None"]):
    """By each character, the state after it; None for a match."""

    __slots__ = ("before", "ends", "places")

    def __init__(self, places: frozenset[int], before: str) -> None:
        super().__init__()
        self.places = places
        self.before = before
        """What stands before: the start of the line, or a character of a word, or another."""
        self.ends: bool | None = None
        """Whether a line that ends here matches, once that is known."""


class Automaton:
    """Belongs to one thread at a time. Raises `Refused` for what it cannot do, or what is too large."""

    def __init__(self, tree: Tree) -> None:
        self._places: list[_Place] = [_Place(None, None, ())]  # the first: a match
        self._first = self._built(tree, 0)
        self._states: dict[tuple[frozenset[int], str], _State] = {}
        self._steps = 0

    def search(self, line: str) -> bool:
        """Whether any part of the line matches."""
        state = self._state(frozenset(), _START)
        for char in line:
            try:
                after = state[char]
            except KeyError:
                after = self._step(state, char)
            if after is None:
                return True
            state = after
        if state.ends is None:
            state.ends = 0 in self._closed(state, _END)
        return state.ends

    def _step(self, state: _State, char: str) -> _State | None:
        here = _WORD if char.isalnum() or char == "_" else _OTHER
        closed = self._closed(state, here)
        after: _State | None = None
        if 0 not in closed:
            moved: set[int] = set()
            for place in closed:
                one = self._places[place]
                if one.char is not None and one.char.fits(char):
                    moved.update(one.after)
            after = self._state(frozenset(moved), here)
        self._steps += 1
        if self._steps > _KEPT:
            self._states.clear()
            self._steps = 0
        else:
            state[char] = after
        return after

    def _state(self, places: frozenset[int], before: str) -> _State:
        known = self._states.get((places, before))
        if known is None:
            known = self._states[places, before] = _State(places, before)
        return known

    def _closed(self, state: _State, here: str) -> set[int]:
        """All places where one may be without another character; a match may begin anywhere."""
        found: set[int] = set()
        left = [self._first, *state.places]
        while left:
            place = left.pop()
            if place in found:
                continue
            found.add(place)
            one = self._places[place]
            if one.char is None and (one.edge is None or _is_at(one.edge, state.before, here)):
                left += one.after
        return found

    # the places

    def _add(self, char: Char | None, edge: Edge | None, after: Iterable[int]) -> int:
        if len(self._places) >= LARGEST:
            raise Refused("too large with its repetitions written out")
        self._places.append(_Place(char, edge, tuple(after)))
        return len(self._places) - 1

    def _built(self, tree: Tree, after: int) -> int:
        """The place from which the tree leads to `after`."""
        match tree:
            case Char():
                return self._add(tree, None, (after,))
            case Edge():
                return self._add(None, tree, (after,))
            case Chain(parts):
                for part in reversed(parts):
                    after = self._built(part, after)
                return after
            case Either(options):
                return self._add(None, None, [self._built(option, after) for option in options])
            case Repeat(part, low, high):
                return self._repeated(part, low, high, after)
            case Beyond():
                raise Refused("look-around and references to groups")
        raise TypeError(tree)

    def _repeated(self, part: Tree, low: int, high: int | None, after: int) -> int:
        if high is None:
            loop = self._add(None, None, ())
            self._places[loop] = _Place(None, None, (self._built(part, loop), after))
            after = loop
        for _ in range((high or low) - low):
            after = self._add(None, None, (self._built(part, after), after))
        for _ in range(low):
            after = self._built(part, after)
        return after


def _is_at(edge: Edge, before: str, here: str) -> bool:
    match edge.kind:
        case "start":
            return before == _START
        case "end":
            return here == _END
        case "word":
            return (before == _WORD) != (here == _WORD)
    return (before == _WORD) == (here == _WORD) and (before, here) != (_START, _END)
