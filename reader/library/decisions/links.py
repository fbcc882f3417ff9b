"""Which articles must, and which must not, be in one event: the user's decisions, brought into agreement."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from reader.library.decisions.values import Apart, EventDecision, Together


class Links(NamedTuple):
    """What grouping has to respect. No pair of `apart` is linked by `together`, however many steps it takes."""

    together: tuple[frozenset[str], ...] = ()
    """Sets without a common member."""
    apart: tuple[frozenset[str], ...] = ()
    """Pairs."""

    @property
    def packed(self) -> str:
        """As text."""
        return json.dumps([sorted(map(sorted, part)) for part in (self.together, self.apart)])

    @classmethod
    def unpacked(cls, text: str) -> "Links":
        """From text."""
        together, apart = json.loads(text) if text else ((), ())
        return cls(tuple(map(frozenset, together)), tuple(map(frozenset, apart)))

    def changed_since(self, before: "Links") -> frozenset[str]:
        """The articles whose links are others."""
        changed = set(before.together) ^ set(self.together) | set(before.apart) ^ set(self.apart)
        return frozenset().union(*changed)


NO_LINKS = Links()


def links(decisions: Iterable[EventDecision]) -> Links:
    """The links that decisions make, one after the other: each undoes what contradicts it of those before."""
    sets: list[set[str]] = []
    pairs: set[frozenset[str]] = set()
    for one in decisions:
        if isinstance(one, Together):
            joined = _join(sets, one)
            pairs = {pair for pair in pairs if not pair <= joined}
        else:
            _part(sets, one)
            pairs |= {frozenset((one.article, other)) for other in one.others if other != one.article}
    return Links(tuple(frozenset(found) for found in sorted(sets, key=sorted)), tuple(sorted(pairs, key=sorted)))


def _join(sets: list[set[str]], one: Together) -> set[str]:
    joined = set(one.articles)
    for found in [found for found in sets if not joined.isdisjoint(found)]:
        joined |= found
        sets.remove(found)
    if len(joined) > 1:
        sets.append(joined)
    return joined


def _part(sets: list[set[str]], one: Apart) -> None:
    for found in [found for found in sets if one.article in found and not found.isdisjoint(one.others)]:
        found.discard(one.article)
        if len(found) < 2:
            sets.remove(found)
