"""The articles of one event, each compared with each.

What is said of an event as a whole (who said what, facts that differ, what is told only here) is put together from the
comparisons of its articles two by two. Who asks may keep these somewhere already, so they come in as a function.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.events.comparison import compare, mirror
from reader.model import Analysis, Article, Comparison


class Member(NamedTuple):
    """One article of an event with what was found in it."""

    article: Article
    analysis: Analysis


Compared = Callable[[int, int], Comparison]
"""The comparison of two members by their places in the event; the first is side A."""


def compare_each(members: Sequence[Member]) -> Compared:
    """Compares two members when first asked for, and keeps what came of it, both ways round."""
    known: dict[tuple[int, int], Comparison] = {}

    def compared(one: int, other: int) -> Comparison:
        found = known.get((one, other))
        if found is None:
            back = known.get((other, one))
            found = mirror(back) if back is not None else compare(*members[one], *members[other])
            known[one, other] = found
        return found

    return compared
