"""The panel as cards of one to three rows: quotes with their speakers and sources, names, dates, figures, notes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.model import Quote, Span
from reader.session.panel import UNATTRIBUTED, PanelRow, rows
from reader.session.state import TABS, Reading, State
from reader.text.cells import cell_width, cut, fit
from reader.text.wrap import wrap
from reader.ui.present.articles import Line
from reader.ui.present.signs import UNICODE, Signs

QUOTE_ROWS, NOTE_ROWS = 3, 4
SURE, LIKELY = 0.85, 0.6
"""Confidence from which a speaker is stated plainly, and from which as likely."""

TAB_NAMES = {"quotes": "Quotes", "entities": "Names", "notes": "Notes"}
EMPTY = {
    "quotes": "No quotes in this article.",
    "entities": "No names in this article.",
    "notes": "No notes on this article. Press {note} on a passage to write one.",
}


def title(state: State) -> str:
    """The tabs with how much each holds; the one that is shown in brackets."""
    reading = state.reading
    if reading is None:
        return "Panel"
    found = reading.analysis
    counts = {"quotes": len(found.quotes), "entities": len(found.entities), "notes": len(reading.notes)}
    names = [f"{TAB_NAMES[tab]} {counts[tab]}" for tab in TABS]
    return " · ".join(f"‹{name}›" if tab == state.tab else name for tab, name in zip(TABS, names, strict=True))


@dataclass
class PanelCards:
    """The panel's rows as a source of cards, laid out once for a width."""

    state: State
    signs: Signs = UNICODE
    rows: Sequence[PanelRow] = ()
    _cards: dict[tuple[int, int], tuple[Line, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows = rows(self.state)

    def __len__(self) -> int:
        return len(self.rows)

    def height(self, index: int, width: int) -> int:
        """Rows of a card."""
        return len(self._card(index, width))

    def draw_row(self, index: int, row: int, width: int) -> Line:
        """A row of a card."""
        card = self._card(index, width)
        return card[row] if row < len(card) else ()

    def _card(self, index: int, width: int) -> tuple[Line, ...]:
        card = self._cards.get((index, width))
        if card is None:
            card = self._cards[index, width] = self._make(self.rows[index], width)
        return card

    def _make(self, row: PanelRow, width: int) -> tuple[Line, ...]:
        reading = self.state.reading
        assert reading is not None
        if row.kind == "heading":
            count = f" {row.index}"
            return (((fit(row.text, max(1, width - len(count))), "heading"), (count, "dim-meta")),)
        if row.kind == "quote":
            return self._quote(reading, reading.analysis.quotes[row.index], row.text, width)
        if row.kind == "note":
            return self._note(reading, row, width)
        return (self._named(reading, row, width),)

    def _quote(self, reading: Reading, quote: Quote, speaker: str, width: int) -> tuple[Line, ...]:
        words = " … ".join(" ".join(span.of(reading.article.text).split()) for span in quote.spans)
        said = "quote" if quote.kind != "indirect" else "indirect"
        right = self._sources(reading, quote)
        doubt = "" if speaker == UNATTRIBUTED else _doubt(quote.confidence)
        lead = [] if self.state.by_speaker else [((speaker, "person"),)]
        lines = _rows(words, width - 2, QUOTE_ROWS)
        tail = " ".join(part for part in (doubt, right) if part)
        if cell_width(lines[-1]) + cell_width(tail) + 3 > width and len(lines) == QUOTE_ROWS:
            lines[-1] = f"{cut(lines[-1], max(1, width - cell_width(tail) - 5))} {self.signs.ellipsis}"
        elif cell_width(lines[-1]) + cell_width(tail) + 3 > width:
            lines.append("")
        body: list[Line] = [(("  ", ""), (line, said)) for line in lines[:-1]]
        gap = max(1, width - 2 - cell_width(lines[-1]) - cell_width(tail))
        body.append((("  ", ""), (lines[-1], said), (" " * gap, ""), (tail, "dim-meta")))
        return (*lead, *body)

    def _sources(self, reading: Reading, quote: Quote) -> str:
        places = reading.tellings.quoted.get(quote.id, ())
        return " ".join(str(place + 1) for place in places) if len(reading.strip) > 1 else ""

    def _named(self, reading: Reading, row: PanelRow, width: int) -> Line:
        found = reading.analysis
        if row.kind == "entity":
            entity = found.entities[row.index]
            also = ", ".join(alias for alias in entity.aliases if alias != entity.name)
            titles = ", ".join(dict.fromkeys(entity.titles))
            extra = "; ".join(part for part in (also, titles) if part)
            count = f" {len(entity.mentions)}"
            return self._pair(entity.name, entity.type if entity.type != "other" else "", extra, count, width)
        words = row.spans[0].of(reading.article.text) if row.spans else ""
        if row.kind == "date":
            return self._pair(row.text, "date", f"“{words}”", "", width)
        figure = found.figures[row.index]
        return self._pair(words, "figure", figure.of or "", "", width)

    def _pair(self, name: str, role: str, extra: str, count: str, width: int) -> Line:
        room = width - 2 - cell_width(count)
        name = fit(name, room) if cell_width(name) > room else name
        rest = room - cell_width(name)
        more = fit(f"  {extra}" if extra else "", rest) if rest > 0 else ""
        return (("  ", ""), (name, role), (more, "dim-meta"), (count, "dim-meta"))

    def _note(self, reading: Reading, row: PanelRow, width: int) -> tuple[Line, ...]:
        placed = reading.notes[row.index]
        anchor, note = placed.anchor, placed.note
        exact = " ".join(next((target.exact for target in note.targets if target.exact), "").split())
        where = f"¶{reading.article.paragraph_at(anchor.span.start) + 1}" if anchor.span else "whole article"
        if anchor.state == "orphan":
            where = "lost its place"
        elif anchor.score < 1:
            where += f" {self.signs.same}{anchor.score:.2f}"
        tags = " ".join(f"#{tag}" for tag in note.tags)
        head = " ".join(part for part in (self.signs.note, where, note.status, tags) if part)
        lines: list[Line] = [((fit(head, width), "only" if anchor.state == "orphan" else "note"),)]
        if exact:
            lines.append((("  ", ""), (fit(exact, width - 2), "quote")))
        lines += [(("  ", ""), (line, "")) for line in _rows(note.body, width - 2, NOTE_ROWS)]
        return tuple(lines)


def _doubt(confidence: float) -> str:
    """How far a speaker can be relied on, in a word; nothing where it is plain."""
    return "" if confidence >= SURE else "likely" if confidence >= LIKELY else "?"


def _rows(text: str, width: int, most: int) -> list[str]:
    """The text in at most `most` rows, the last one cut where there is more."""
    flat = " ".join(text.split())
    spans = wrap(flat, Span(0, len(flat)), max(4, width))
    lines = [span.of(flat).rstrip() for span in spans[:most]] or [""]
    if len(spans) > most:
        lines[-1] = f"{cut(lines[-1], max(1, width - 2))} …"
    return lines
