"""How the index looks for a loose quotation, of which most words are enough."""

from itertools import combinations
from math import ceil, comb

from reader.search.plain import LOOSE, loose_words
from reader.search.query.nodes import Term

GROUPS = 64
"""Groups of words by which the index looks for a loose quotation."""


def enough(many: int) -> int:
    """Of so many words, how many are enough."""
    return ceil(LOOSE * many - 1e-9)


def telling_words(term: Term) -> list[tuple[str, ...]]:
    """Groups of words of a loose quotation: a quotation with enough of all its words has all of at least one group.

    Whoever has `needed` of n words has at least j of any n - needed + j of them; the longest are taken, because they
    are the rarest, and the largest j for which the groups are no more than `GROUPS`.
    """
    words = sorted(loose_words(term), key=lambda word: (-len(word), word))
    needed = enough(len(words))
    spare = len(words) - needed
    size = max((many for many in range(1, needed + 1) if comb(spare + many, many) <= GROUPS), default=1)
    return list(combinations(sorted(words[: spare + size]), size)) if words else []
