"""A library as everything above sees it: its catalogue opened for reading, one query at a time, nothing read whole."""

from array import array
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader.analysis.extractors import BUILTIN, Extractor, UnavailableError
from reader.library import catalogue, lookup, watching
from reader.library.attempts import Indexing, Inside, Worker
from reader.library.beside import Beside
from reader.library.child import ChildProcess
from reader.library.comparisons import Comparisons
from reader.library.connected import Connected
from reader.library.decided import Decided
from reader.library.decisions import DecisionStore
from reader.library.decisions.links import links
from reader.library.pace import Pace
from reader.library.recent import Recent
from reader.library.values import ANALYSED, Counts, EventRow, Order, Progress, Row
from reader.library.watching import Watch
from reader.model import Analysis, Article, Comparison, Problem

ARTICLES_KEPT = 64
ANALYSES_KEPT = 48


class Library:
    """The articles of one set of paths. Methods may be called from any thread."""

    def __init__(
        self, roots: lookup.Roots, connected: Connected, extractor: Extractor, decisions: DecisionStore
    ) -> None:
        self._roots = roots
        self._extractor = extractor
        self._catalogue = connected
        self.select = connected.select
        """Rows of a query to the catalogue."""
        self.stream = connected.stream
        """The same, some rows at a time."""
        self.beside: Callable[[], Beside] = lambda: Beside(
            connected, lambda own: Library(roots, own, extractor, decisions)
        )
        """A second view of it for a thread of its own, whose questions can be broken off."""
        self.watch: Callable[[], Watch] = lambda: Watch(roots.absolute, lambda: watching.stored(connected.path))
        """A watch over the files, to be started, and to be stopped at the end."""
        self.openings: Callable[[], int] = lambda: connected.openings
        """How often the catalogue was replaced by one that may be empty."""
        self.warnings: Callable[[], tuple[Problem, ...]] = lambda: (
            *connected.problems,
            *roots.closed(self.select(lookup.CLOSED)),
        )
        """What the user should know at once: of the catalogue, and of paths of the library that cannot be read now."""
        self.decisions = decisions
        """What the user has decided by hand. Analyses and comparisons follow it, events when next indexed."""
        self.decided = Decided(decisions, self.select)
        self._articles: Recent[int, tuple[int, Article]] = Recent(ARTICLES_KEPT)
        self._analyses: Recent[tuple[str, int], tuple[Article, Analysis]] = Recent(ANALYSES_KEPT)
        self.comparisons = Comparisons(self)
        """Articles two by two."""

    @staticmethod
    def open(
        paths: Sequence[Path], cache: Path, extractor: Extractor = BUILTIN, decisions: DecisionStore | None = None
    ) -> "Library":
        """Open the catalogue of these paths in the folder `cache`; the articles' disk is not looked at.

        `extractor` analyses what is read; what the catalogue holds is always the built-in one's, whoever indexed.
        Never fails for what is on the disk: a damaged catalogue is set aside, and where none can be written a temporary
        one takes its place; `problems` says so.
        """
        roots = lookup.Roots.of(paths)
        connected = Connected(catalogue.open_or_replace(catalogue.place(roots.absolute, cache)))
        return Library(roots, connected, extractor, decisions or DecisionStore())

    # The list

    def order(self, sort: str = "date") -> Order:
        """All rows in the order of the list: newest event first, those without a date last; inside an event by
        publication, then source. Other sorts: see `reader.library.lookup.SORTS`."""
        if sort == "date" and (kept := self.select(lookup.KEPT_LIST)):
            return lookup.kept_order(kept[0])
        return lookup.made_order(self.select(lookup.SORTS.get(sort, lookup.SORTS["date"])))

    def rows(self, keys: Sequence[int]) -> list[Row]:
        """The rows of these articles, in this order; unknown keys are left out."""
        found = self._by_key(lookup.ROWS, keys)
        return [self._roots.row(found[key]) for key in keys if key in found]

    def _by_key(self, query: str, keys: Sequence[int]) -> dict[int, Any]:
        parts = (keys[start : start + lookup.AT_ONCE] for start in range(0, len(keys), lookup.AT_ONCE))
        return {row[0]: row for part in parts for row in self.select(query % lookup.marks(part), part)}

    def events(self, keys: Sequence[int]) -> list[EventRow]:
        """The rows of these events, in this order; unknown keys are left out."""
        found = self._by_key(lookup.EVENTS, keys)
        return [lookup.event_row(found[key]) for key in keys if key in found]

    def members(self, event: int) -> tuple[int, ...]:
        """Keys of an event's articles, by publication, then source."""
        rows = self.select("SELECT members FROM events WHERE event = ?", (event,))
        return tuple(array("q", rows[0][0])) if rows else ()

    def event_of(self, key: int) -> int:
        """Key of the article's event; the article's own key where it is unknown."""
        rows = self.select("SELECT event FROM articles WHERE key = ?", (key,))
        return int(rows[0][0]) if rows else key

    def key_of(self, article_id: str) -> int | None:
        """Key of the article with this id."""
        try:
            rows = self.select("SELECT key FROM articles WHERE id = ?", (article_id,))
        except UnicodeEncodeError:  # an id that is no valid text belongs to nothing
            return None
        return int(rows[0][0]) if rows else None

    # One article

    def article(self, key: int) -> Article:
        """The article with its text; an empty one with a notice where it is not there any more."""
        rows = self.select(lookup.ARTICLE, (key,))
        if not rows:
            return lookup.missing(key)
        id, digest, root, path, body = rows[0]
        file = self._roots.shown(root, path)
        kept = self._articles.get(key)
        if kept is None or (kept[0], kept[1].id, kept[1].file) != (digest, id, file):
            article = self._unpacked(body, id, file)
            if article is None:
                return lookup.missing(key)
            self._articles.put(key, kept := (digest, article))
        return kept[1]

    def _unpacked(self, body: bytes, id: str, file: str) -> Article | None:
        from reader.library import packing

        try:
            return packing.unpack(body, id, file)
        except catalogue.Damaged as error:
            self._catalogue.replace(error)
            return None

    def raw(self, key: int) -> str:
        """The file, or the article's part of a container, as it is on the disk now, fit to be shown."""
        from reader import formats

        rows = self.select(lookup.RAW, (key,))
        if not rows:
            return ""
        root, path, start, length, size = rows[0]
        return formats.raw(self._roots.real(root, path), start, size if length is None else length)

    def analysis(self, key: int, indexed: bool = False) -> Analysis:
        """What is found in the article: as indexing has stored it, else found now (tens of milliseconds).

        Found now by another extractor than the built-in one, which may take a second for a long article; not where
        `indexed`, for questions to many articles, which must agree with what the catalogue holds. The user's decisions
        are applied.
        """
        article, extractor = self.article(key), BUILTIN if indexed else self._extractor
        found = self._analyses.get((extractor.name, key))
        if found is None or found[0] is not article:
            stored = self._stored(key) if extractor is BUILTIN else None
            found = article, stored or extractor.analyse(article, ANALYSED)
            self._analyses.put((extractor.name, key), found)
        return self.decided.analysis(key, article, found[1])

    def _stored(self, key: int) -> Analysis | None:
        from reader.library import findings

        rows = self.select(lookup.ANALYSIS, (key,))
        try:
            return findings.unpack(rows[0][0]) if rows else None
        except catalogue.Damaged as error:
            self._catalogue.replace(error)
            return None

    @property
    def is_ready(self) -> bool:
        """Whether the next analysis need not wait until something large is loaded."""
        return self._extractor.is_ready

    def load(self) -> None:
        """Wait for that. Where it fails, the built-in extractor takes its place; `problems` says so."""
        with suppress(UnavailableError):
            self._extractor.load()

    def comparison(self, a: int, b: int) -> Comparison:
        """The two articles side by side; computed when first asked for (tens of milliseconds)."""
        return self.comparisons.of(a, b)

    # The whole

    def version(self) -> int:
        """Another number whenever another process or thread has written, or the catalogue was replaced."""
        return self._catalogue.version()

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, and what is wrong with the catalogue or the extractor."""
        rows = self.select(lookup.PROBLEMS)
        return (*self._catalogue.problems, *self._extractor.problems(), *(self._roots.problem(row) for row in rows))

    def count(self) -> Counts:
        """How much there is; unreadable files count as problems, not as articles."""
        rows = self.select(lookup.COUNTS)
        return Counts(*rows[0]) if rows else Counts(0, 0, 0, 0)

    def start_indexing(self, full: bool = False) -> Indexing:
        """Look for changes and take them in, in a process of its own."""
        return Indexing(lambda: self._worker(full), self._mend)

    def _worker(self, full: bool) -> Worker:
        if self._catalogue.in_memory:
            return Inside(
                self._catalogue.connection, self._roots.absolute, full, links(self.decisions.current().events)
            )
        return ChildProcess(self._catalogue.path, self._roots.absolute, full, self.decisions.file)

    def _mend(self, code: int) -> None:
        """Make the next attempt at indexing possible."""
        from reader.library.indexing import DAMAGED, UNWRITABLE

        if code == DAMAGED:
            self._catalogue.replace(catalogue.Damaged("found while indexing"))
        elif code == UNWRITABLE:
            self._catalogue.leave(OSError("no room, or no permission"))

    def index(self, progress: Callable[[Progress], None] = lambda _: None, full: bool = False) -> None:
        """The same here, on all cores, to the end. Raises sqlite3.Error or OSError where it cannot be stored."""
        from reader.library import indexing

        linked = links(self.decisions.current().events)
        roots, told = self._roots.absolute, Pace(progress)
        if self._catalogue.in_memory:
            changes = indexing.index(self._catalogue.connection, roots, told, full, linked)
        else:
            changes = indexing.index_at(self._catalogue.path, roots, told, full, linked, spare=0)
        progress(Progress(0, 0, "done", True, changes=changes))

    def close(self) -> None:
        """Let go of the catalogue and the extractor; a temporary catalogue is deleted."""
        self._extractor.close()
        self._catalogue.close()
