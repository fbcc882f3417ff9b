"""In which order two articles tell what both tell."""

from bisect import bisect_left
from collections.abc import Sequence


def longest_run(places: Sequence[int]) -> set[int]:
    """Indices of a longest subsequence that does not fall."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, place in enumerate(places):
        k = bisect_left(tails, place + 1)
        before.append(ends[k - 1] if k else -1)
        if k == len(tails):
            tails.append(place)
            ends.append(n)
        else:
            tails[k], ends[k] = place, n
    found: set[int] = set()
    n = ends[-1] if ends else -1
    while n >= 0:
        found.add(n)
        n = before[n]
    return found
