"""The rows of the article list: events' headers and articles, drawn only when they come into view."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import ClassVar

from reader.library.values import EventRow, Row
from reader.session.editions import is_changed
from reader.session.state import State
from reader.session.world import World
from reader.text.cells import cell_width, fit
from reader.ui.present.event_names import in_list
from reader.ui.present.signs import DAY, DAY_OF_YEAR, UNICODE, Signs, day

Line = tuple[tuple[str, str], ...]
PAGE = 64
"""Rows fetched from the catalogue at a time."""
KEPT = 16 * PAGE
"""Rows after which those fetched before are forgotten: a long list can be walked through to its end."""
WIDE = 56
"""Cells from which an article under an event shows its title beside its source."""


def title(state: State) -> str:
    """What the list of all articles is called."""
    if state.sort != "date":
        return f"Articles by {state.sort}"
    return "Events" if state.grouped else "Articles"


@dataclass
class ArticleRows:
    """The list as a row source. It keeps the rows that it has fetched until the listing changes."""

    state: State
    world: World
    today: date
    signs: Signs = UNICODE
    note_counts: Mapping[str, int] = field(default_factory=dict)
    saved_counts: Mapping[str, str] = field(default_factory=dict)
    """How much each saved search finds, as far as it is known."""
    page: ClassVar[int] = PAGE
    _articles: dict[int, Row] = field(default_factory=dict)
    _events: dict[int, EventRow] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.state.listing)

    def adopt(self, state: State) -> None:
        """Draw another state of the same listing: marks, stars and selections may have changed."""
        self.state = state

    def draw(self, index: int, width: int) -> Line:
        """One row, `width` cells wide."""
        item = self.state.listing.item(index)
        self._fetch(index)
        if item.saved is not None:
            return self._saved(item.saved, width)
        if item.is_event:
            event = self._events.get(item.key)
            return self._event(event, index, width) if event else ()
        row = self._articles.get(item.key)
        return self._article(row, item.indented, width) if row else ()

    def _fetch(self, index: int) -> None:
        item = self.state.listing.item(index)
        if item.key in (self._events if item.is_event else self._articles):
            return
        if len(self._articles) + len(self._events) > KEPT:
            self._articles, self._events = {}, {}
        first = index - index % self.page
        items = [self.state.listing.item(at) for at in range(first, min(first + self.page, len(self)))]
        events = [one.key for one in items if one.is_event and one.saved is None and one.key not in self._events]
        articles = [one.key for one in items if not one.is_event and one.key not in self._articles]
        self._events |= {event.key: event for event in self.world.library.events(events)}
        self._articles |= {row.key: row for row in self.world.library.rows(articles)}

    def _saved(self, number: int, width: int) -> Line:
        """A search that was kept, as an entry of the list."""
        if number >= len(self.state.saved):
            return ()
        count = f"{self.saved_counts.get(self.state.saved[number].query, '')} "
        name = fit(self.state.saved[number].name, width - 2 - len(count))
        return ((f"{self.signs.search} ", "dim-meta"), (name, "event"), (count, "dim-meta"))

    def _event(self, event: EventRow, index: int, width: int) -> Line:
        sign = self.signs.unfolded if self.state.listing.is_unfolded(index) else self.signs.folded
        when = f" {day(event.date, self.today, yearly=True)}" if width >= WIDE else ""
        count = f"{event.articles:>2}"
        if event.texts < event.articles:  # copies of one text are no further sources
            count += (
                f" in {event.texts} {'text' if event.texts == 1 else 'texts'}" if width >= WIDE else f"/{event.texts}"
            )
        right = f"{when}  {count} " if when else f" {count} "
        name = in_list(event, "" if when else day(event.date, self.today).strip(), width - 2 - len(right), self.signs)
        picked = self.signs.picked if self._is_picked(event.key) else " "
        return ((f"{sign}{picked}", "dim-meta"), *name, (right, "dim-meta"))

    def _is_picked(self, event: int) -> bool:
        """Whether all articles of an event are picked; looked up only while something is."""
        selected = self.state.selected
        return bool(selected) and selected.issuperset(self.world.library.members(event) or (event,))

    def _article(self, row: Row, indented: bool, width: int) -> Line:
        memory = self.state.memory
        picked = row.key in self.state.selected
        lead = (f"{self.signs.picked} " if picked else "  ") if indented else (self.signs.picked if picked else "")
        if row.problem:
            text = fit(f"{row.label}: {row.problem}", width - len(lead) - 2)
            return ((lead, "dim-meta"), (f"{self.signs.bad} ", "warning"), (text, "warning"))
        unread = row.id not in memory.read
        mark = self.signs.star if row.id in memory.starred else self.signs.unread if unread else self.signs.read
        counts = self._counts(row)
        role = "unread" if unread else "read"
        left: list[tuple[str, str]] = [(lead, "dim-meta"), (f"{mark} ", role), (self._when(row, width), "dim-meta")]
        room = width - sum(cell_width(text) for text, _ in left) - cell_width(counts)
        return (*left, *self._names(row, indented, room, role), (counts, "dim-meta"))

    def _when(self, row: Row, width: int = 0) -> str:
        short, wide = self.world.config.date_format == "short", width >= WIDE
        cells = (DAY_OF_YEAR if wide else DAY) if short else 10
        return f"{day(row.published, self.today, short, wide):<{cells}} "

    def _names(self, row: Row, indented: bool, room: int, role: str) -> Line:
        source = row.source or ("" if row.title else PurePath(row.file).stem)
        if room >= WIDE - 12:
            column = 20
            return ((fit(source, column), "source"), ("  ", ""), (fit(row.label, room - column - 2), role))
        if indented and source:
            return ((fit(source, room), role),)
        return ((fit(row.label, room), role),)

    def _counts(self, row: Row) -> str:
        notes = self.note_counts.get(row.id, 0)
        quotes = f"{row.quotes}{self.signs.quote}" if row.quotes else ""
        noted = f" {notes}{self.signs.note}" if notes else ""
        changed = f" {self.signs.edited}" if is_changed(row, self.state.memory) else ""
        return f"{quotes:>4}{noted}{changed} " if quotes or noted or changed else ""
