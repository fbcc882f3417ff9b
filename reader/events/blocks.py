"""Passages: which sentences of the two articles belong together, put together from links between single ones."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.events.order import longest_run
from reader.events.units import Unit
from reader.model.frozen import dataclass

CONTENT = 4.0
"""Weight of common words, names left out, without which no link is sure but one of the same words."""

TOLD = 0.35
"""Likeness from which a related sentence counts as told on both sides."""

_SIDE = 4
"""Sentences a passage has on one side at most."""


class Link(NamedTuple):
    """Two sentences that are alike."""

    a: int
    b: int
    score: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences that belong together on the two sides, by their places."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    sure: bool
    moved: bool = False

    @property
    def tells(self) -> bool:
        """Whether what one side tells is, at least in part, told on the other."""
        return self.sure or self.score >= TOLD


def sure_blocks(a: Sequence[Unit], b: Sequence[Unit], links: Iterable[Link]) -> list[Block]:
    """Passages from sure links, the surest first: one to one, or one to a few neighbours that tell more of it."""
    blocks: list[_Growing] = []
    at_a: dict[int, _Growing] = {}
    at_b: dict[int, _Growing] = {}
    for link in links:
        left, right = at_a.get(link.a), at_b.get(link.b)
        if left is None and right is None:
            block = _Growing([link.a], [link.b], [link.score])
            blocks.append(block)
            at_a[link.a] = at_b[link.b] = block
        elif left is not None and right is None:
            if left.takes(left.b, link.b, left.a, a, b):
                left.b.append(link.b)
                left.scores.append(link.score)
                at_b[link.b] = left
        elif right is not None and left is None and right.takes(right.a, link.a, right.b, b, a):
            right.a.append(link.a)
            right.scores.append(link.score)
            at_a[link.a] = right
    return [block.closed() for block in blocks]


@dataclass(slots=True)
class _Growing:
    """A passage being put together."""

    a: list[int]
    b: list[int]
    scores: list[float]

    @staticmethod
    def takes(side: list[int], new: int, other: list[int], others: Sequence[Unit], own: Sequence[Unit]) -> bool:
        """Whether a further sentence joins a side: there is room, and it tells more of the other's one sentence."""
        if len(side) >= _SIDE or len(other) > 1:
            return False
        single = others[other[0]].weights
        told: set[str] = set()
        for place in side:
            told |= single.keys() & own[place].weights.keys()
        more = (single.keys() & own[new].weights.keys()) - told
        return sum(single[stem] for stem in more if stem not in others[other[0]].names) >= CONTENT

    def closed(self) -> Block:
        return Block(tuple(sorted(self.a)), tuple(sorted(self.b)), round(max(self.scores), 3), True)


def mark_moved(blocks: Sequence[Block]) -> list[Block]:
    """Marks what is told in another order: what stands outside the longest run that both tell in the same order."""
    kept = longest_run([block.b[0] for block in blocks])
    return [block if n in kept else replace(block, moved=True) for n, block in enumerate(blocks)]
