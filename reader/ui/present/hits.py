"""The hits of a search as the list shows them: a row for the article and the words that were found, marked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from reader.library.values import Row
from reader.model import Span
from reader.search import Hit, snippet
from reader.session.hits import Found, quote_row
from reader.session.state import State
from reader.text.cells import cell_width, fit
from reader.ui.present.articles import ArticleRows, Line
from reader.ui.widgets.line import wrap_line

ROOM = 22
"""Cells of a row from which a line for the words found is worth having."""
NARROW, TALL = 56, 30
"""In a list narrower than this on a screen with more rows than that the words found have two lines."""
LEAD = "    "
_SPARE = 40
"""Characters more than there is room for: the row ends between two of their words."""
_LEAST = 8
"""Cells at the end of a stretch that its row may not have."""
ROLES = {"person": "person", "organisation": "organisation", "place": "place"}


def tall(section: str, width: int, list_height: int) -> int:
    """Rows of a hit in a list of so many cells: one for the article, and one or two for the words."""
    if section == "names" or width < ROOM:
        return 1
    return 3 if width < NARROW and list_height >= TALL else 2


@dataclass
class HitRows(ArticleRows):
    """The list while a search is on. Snippets are made when they come into view."""

    page: ClassVar[int] = 16
    """Every letter brings other hits, and a screen has room for a dozen."""
    _snippets: dict[int, Hit] = field(default_factory=dict)
    _quotes: dict[int, Found] = field(default_factory=dict)
    _wrapped: tuple[tuple[int, int], list[Line]] = ((-1, 0), [])
    """Of the hit that was drawn last and its width: the rows below its first."""

    @property
    def _section(self) -> str:
        return self.state.query.section if self.state.query else "all"

    def adopt(self, state: State) -> None:
        """Draw another state of the same listing."""
        super().adopt(state)
        self._wrapped = (-1, 0), []

    def height(self, index: int, width: int) -> int:
        """Rows of an item: those of any other."""
        return self.each(width)

    def each(self, width: int) -> int:
        """A row for the hit, and one or two for the words."""
        return tall(self._section, width, self.state.list_height)

    def draw_row(self, index: int, row: int, width: int) -> Line:
        """One of an item's rows."""
        if row:
            below = self._below(index, width)
            return ((LEAD, ""), *below[row - 1]) if row <= len(below) else ()
        if self._section in ("quotes", "names", "notes"):
            return self._found(index, width)
        return self.draw(index, width)

    def _below(self, index: int, width: int) -> list[Line]:
        """All the rows of the words found."""
        if self._wrapped[0] != (index, width):
            self._wrapped = (index, width), self._wrap(index, width)
        return self._wrapped[1]

    def _wrap(self, index: int, width: int) -> list[Line]:
        line = self._said(index, width) if self._section in ("quotes", "notes") else self._words(index, width)
        rows, many = wrap_line(line, max(8, width - len(LEAD) - 1)), self.each(width) - 1
        if len(rows) > many > 0:
            rows = [*rows[: many - 1], (*rows[many - 1], (" …", "dim-meta"))]
        return rows

    def _words(self, index: int, width: int) -> Line:
        query, key = self.state.query, self.state.listing.item(index).key
        if query is None or query.results is None:
            return ()
        shown = query.results.shown
        hit = shown[index] if index < len(shown) else self._snippets.get(key)
        if hit is None:
            hit = self._snippets[key] = snippet(self.world.library, query.results, Hit(key))
        room = (width - len(LEAD)) * (self.each(width) - 1)
        lead: Line = ((f"via {hit.via} · ", "dim-meta"),) if hit.via else ()
        room -= sum(cell_width(text) for text, _ in lead)
        return (*lead, *marked(hit.snippet, hit.spans, room, "quote" if hit.field == "quote" else "dim-meta"))

    # the sections that list no articles

    def _found(self, index: int, width: int) -> Line:
        found = self._item(index)
        if self._section != "names":
            return self._head(found, index, width)
        count = f"{found.articles:,} "
        name = fit(f"{found.label}  {found.type}", width - 2 - len(count))
        return (("  ", ""), (name, ROLES.get(found.type, "")), (count, "dim-meta"))

    def _item(self, index: int) -> Found:
        """What a row is about; a quote is looked up when it comes into view."""
        found = self.state.query.found[index] if self.state.query else Found("")
        if self._section != "quotes":
            return found
        return self._quotes.get(index) or self._quotes.setdefault(index, quote_row(self.world, found))

    def _said(self, index: int, width: int) -> Line:
        """The words of a quote, or those that a note is on."""
        text, query = self._item(index).text, self.state.query
        if self._section == "notes":
            return ((text, "quote"),)
        room = (width - len(LEAD)) * (self.each(width) - 1)
        return marked(text, _spans(text, query.terms if query else ()), room, "quote")

    def _head(self, found: Found, index: int, width: int) -> Line:
        self._fetch(index)
        row = self._articles.get(found.key)
        where = _where(row, self._when(row)) if row else ""
        if self._section == "notes":
            return ((f"{self.signs.note} ", "note"), (fit(found.label, max(8, width - 2)), ""))
        name = fit(found.label, max(8, width - 2 - min(cell_width(where), width // 2))).rstrip()
        rest = width - 2 - cell_width(name)
        return (("  ", ""), (name, "person"), (fit(where, rest, align="right"), "dim-meta"))


def _where(row: Row, when: str) -> str:
    return f"  {row.source or row.label} {when}".rstrip() + " "


def _spans(text: str, terms: Sequence[object]) -> tuple[Span, ...]:
    from reader.search import spans_in_text

    return spans_in_text(text, terms)  # type: ignore[arg-type]


def marked(text: str, spans: Sequence[Span], room: int, role: str) -> Line:
    """A stretch of the text of about so many cells with all spans in it marked, the one that shows most of them."""
    start = _window(spans, room)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    pieces: list[tuple[str, str]] = [("… ", role)] if start else []
    at, end = start, start + room + _SPARE
    for span in spans:
        if span.start < at or span.end > end:
            continue
        pieces += [(text[at : span.start], role), (text[span.start : span.end], "hit")]
        at = span.end
    return tuple(piece for piece in (*pieces, (text[at:end], role)) if piece[0])


def _window(spans: Sequence[Span], room: int) -> int:
    """Where a stretch begins that has the most spans, with a few words before the first; 0 if the text's beginning."""
    best, start = 0, 0
    for first in spans:
        lead = room // 4 if first.end > room * 2 // 3 else first.start
        last = first.start - lead + room - _LEAST
        many = sum(first.start <= one.start and one.end <= last for one in spans)
        if many > best:
            best, start = many, first.start - lead
    return max(0, start)
