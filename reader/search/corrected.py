"""Articles about whose speakers and names the user has decided: few, and looked at one by one, because the catalogue
holds what the program has found and knows nothing of decisions."""

import json
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence

from reader.library import Library, findings
from reader.library.decisions import Decisions, Different, Renamed, Same
from reader.search.plain import Document, matches
from reader.search.query.nodes import Node

_EVENTS = (
    "SELECT events.event, members FROM events WHERE event IN "
    "(SELECT event FROM articles WHERE id IN (SELECT value FROM json_each(?)))"
)
KEPT = 200
"""Articles that are kept as they have become under the decisions; of more they are made anew each time."""


class Corrected:
    """The articles of all events that a decision is about. Where nothing is decided, it costs nothing."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: tuple[int, object] | None = None
        self._documents: dict[int, Document] = {}
        self._names: Counter[tuple[str, str]] | None = None
        self.keys: frozenset[int] = frozenset()
        """Whose speakers and names are not, or may not be, those of the catalogue."""

    def renew(self, version: int) -> None:
        """Before each search: look whether other decisions hold, or the library has changed."""
        decisions = self._library.decisions.current()
        if self._made is not None and self._made[0] == version and self._made[1] is decisions:
            return
        self._made, self._documents, self._names = (version, decisions), {}, None
        self.keys = frozenset()
        if not decisions.about_words:
            return
        ids = {id for one in (*decisions.speakers, *decisions.names) for id in one.articles}
        rows = self._library.select(_EVENTS, (json.dumps(sorted(ids)),))
        self.keys = frozenset(key for _, members in rows for key in array("q", members))

    def document(self, key: int) -> Document:
        """One of them."""
        found = self._documents.get(key)
        if found is None:
            library = self._library
            found = Document(library.article(key), lambda: library.analysis(key, indexed=True))
            if len(self._documents) < KEPT:
                self._documents[key] = found
        return found

    def names(self) -> Mapping[tuple[str, str], int]:
        """By name and type: how many articles more, or fewer, call them so than the catalogue says."""
        if self._names is None:
            self._names = Counter()
            for key in self.keys:
                rows = self._library.select("SELECT body FROM analyses WHERE key = ?", (key,))
                stored = findings.unpack(rows[0][0]).entities if rows else ()
                self._names.subtract({(one.name, one.type) for one in stored})
                self._names.update(self.named(key))
        return self._names

    def named(self, key: int) -> set[tuple[str, str]]:
        """The names of one of them, each with its type."""
        return {(one.name, one.type) for one in self.document(key).analysis.entities}

    def those(self, node: Node) -> Sequence[int]:
        """Which of them fit something that is asked about speakers, quotes or names."""
        return [key for key in self.keys if matches(node, self.document(key))]


def decided_names(decisions: Decisions) -> list[str]:
    """What the user calls somebody or something."""
    found = [one.speaker for one in decisions.speakers]
    for one in decisions.names:
        match one:
            case Same():
                found.append(one.name)
            case Different():
                found.append(one.form)
            case Renamed():
                found.append(one.to)
    return list(dict.fromkeys(name for name in found if name))
