"""What the user has decided: articles that belong to one event, and articles that do not."""

from collections.abc import Iterable

_NONE: frozenset[str] = frozenset()


class Bonds:
    """Articles that must stay together, and articles that must stay apart, by id.

    Where the two contradict each other, together wins: articles that are bound to each other, if only by way of a
    third one, are never kept apart.
    """

    def __init__(self, together: Iterable[frozenset[str]] = (), apart: Iterable[frozenset[str]] = ()) -> None:
        self._block: dict[str, frozenset[str]] = {}
        self._apart: dict[str, frozenset[str]] = {}
        for ids in together:
            joined = frozenset(ids).union(*(self._block.get(id_, _NONE) for id_ in ids))
            if len(joined) > 1:
                self._block.update(dict.fromkeys(joined, joined))
        for ids in apart:
            for id_ in ids:
                self._apart[id_] = self._apart.get(id_, _NONE) | (ids - self.block(id_) - {id_})

    def block(self, article_id: str) -> frozenset[str]:
        """All articles bound to this one, itself among them; empty where there is none."""
        return self._block.get(article_id, _NONE)

    def barred(self, article_id: str) -> frozenset[str]:
        """The articles that may not be in one event with this one."""
        return self._apart.get(article_id, _NONE)

    def blocks(self) -> set[frozenset[str]]:
        """The sets of articles that are bound to each other, each article in one."""
        return set(self._block.values())

    def parted(self) -> list[str]:
        """The articles that are barred from something."""
        return sorted(self._apart)
