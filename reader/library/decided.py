"""Articles under the user's decisions: which of them are about an article's event, and its analysis as they make it."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from reader.library import lookup
from reader.library.decisions import Decisions, DecisionStore
from reader.library.decisions.values import NONE
from reader.library.recent import Recent
from reader.model import Analysis, Article

KEPT = 64
EVENT = "SELECT members FROM events WHERE event = (SELECT event FROM articles WHERE key = ?)"
IDS = "SELECT id FROM articles WHERE key IN (%s)"


class Decided:
    """What is decided about the articles of a catalogue. Where nothing is, it costs a look at a clock."""

    def __init__(self, store: DecisionStore, select: Callable[[str, Sequence[Any]], list[Any]]) -> None:
        self._store = store
        self._select = select
        self._kept: Recent[int, tuple[Analysis, Decisions, Analysis]] = Recent(KEPT)

    def about(self, key: int) -> Decisions:
        """The decisions about the speakers and names of the article's event."""
        decisions = self._store.current()
        if not decisions.about_words:
            return NONE
        found = self._select(EVENT, (key,))
        keys = array("q", found[0][0]) if found else array("q", (key,))
        ids: set[str] = set()
        for start in range(0, len(keys), lookup.AT_ONCE):
            part = keys[start : start + lookup.AT_ONCE]
            ids.update(row[0] for row in self._select(IDS % lookup.marks(part), part))
        return decisions.within(ids)

    def analysis(self, key: int, article: Article, found: Analysis) -> Analysis:
        """The analysis as the decisions make it; the same object as long as nothing changes."""
        decisions = self.about(key)
        if not decisions:
            return found
        kept = self._kept.get(key)
        if kept is None or kept[0] is not found or kept[1] != decisions:
            from reader.library.decisions.apply import corrected

            made = corrected(article, found, decisions)
            if kept is not None and kept[2] == made:
                made = kept[2]
            self._kept.put(key, kept := (found, decisions, made))
        return kept[2]
