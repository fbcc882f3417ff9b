"""The panel as cards of one to several rows: quotes with their speakers and sources, names, dates, figures, notes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.model import Span
from reader.session.panel import PanelRow, all_rows, counted, rows
from reader.session.state import TABS, Reading, State
from reader.text.cells import cell_width, cut, fit
from reader.text.wrap import wrap
from reader.ui.present import name_cards, quote_cards
from reader.ui.present.articles import Line
from reader.ui.present.signs import UNICODE, Signs

if TYPE_CHECKING:
    from reader.events.roster import SharedName

NOTE_ROWS = 4
TAB_NAMES = {"quotes": "Quotes", "entities": "Names", "notes": "Notes"}
EMPTY = {
    "quotes": "No quotes in this article: nobody is said to have said anything, and nothing stands in quotation marks.",
    "entities": "No names, dates or figures in this article.",
    "notes": "No notes on this article. Press {note} on a passage to write one.",
}
FILTERED = "Nothing here has “{filter}”. {clear} shows all again, {panel_tab} shows the next tab."
PENDING = "Looking for quotes and names …"


def title(state: State, width: int, signs: Signs = UNICODE) -> str:
    """The tabs with how much each holds, the one that is shown in brackets; what does not fit is left out from behind.

    `width`: cells. With a filter on, the shown tab says how many rows it lets pass, and its words.
    """
    reading = state.reading
    if reading is None:
        return fit("Panel", min(width, 5))
    found = reading.analysis
    counts = {"quotes": len(found.quotes), "entities": len(found.entities), "notes": len(reading.notes)}
    shown = f"{TAB_NAMES[state.tab]} {counts[state.tab]}"
    if state.panel_filter.strip():
        passed = f"{TAB_NAMES[state.tab]} {counted(rows(state))} of {counted(all_rows(state))}"
        shown = (
            f"{passed} “{state.panel_filter.strip()}”"
            if signs is UNICODE
            else f'{passed} "{state.panel_filter.strip()}"'
        )
    for others in ("{name} {count}", "{name}", "{initial}", ""):
        names = [
            f"{signs.first}{shown}{signs.last}"
            if tab == state.tab
            else others.format(name=TAB_NAMES[tab], count=counts[tab], initial=TAB_NAMES[tab][0])
            for tab in TABS
        ]
        text = f" {signs.dot} ".join(name for name in names if name)
        if cell_width(text) <= width:
            return text
    return fit(text, max(1, width), signs.ellipsis) if cell_width(text) > width else text


def empty(state: State, key: Callable[[str], str]) -> str:
    """What an empty tab says; `key` gives an action's key."""
    if state.reading is None:
        return ""
    if not state.reading.analysed:
        return PENDING
    if state.panel_filter.strip() and counted(all_rows(state)):
        return FILTERED.format(filter=state.panel_filter.strip(), clear=key("clear"), panel_tab=key("panel_tab"))
    return EMPTY[state.tab].format(note=key("note"))


@dataclass
class PanelCards:
    """The panel's rows as a source of cards, laid out once for a width; the one under the cursor shows more."""

    state: State
    signs: Signs = UNICODE
    rows: Sequence[PanelRow] = ()
    _cards: dict[tuple[int, int, bool], tuple[Line, ...]] = field(default_factory=dict)
    _names: "dict[int, SharedName] | None" = None

    def __post_init__(self) -> None:
        self.rows = rows(self.state)
        self.current = self.state.panel_cursor
        """The row under the cursor."""
        self._kinds: dict[str, list[str]] = {}
        if self.state.tab == "quotes" and self.state.reading:
            for row in self.rows:
                if row.kind == "quote":
                    self._kinds.setdefault(row.text, []).append(self.state.reading.analysis.quotes[row.index].kind)

    def shows(self, state: State) -> bool:
        """Whether the cards of a state are these, with the same one open."""
        return _shown(self.state) == _shown(state)

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
        place = (index, width, index == self.current)
        card = self._cards.get(place)
        if card is None:
            card = self._cards[place] = self._make(self.rows[index], width, index == self.current)
        return card

    def _make(self, row: PanelRow, width: int, current: bool) -> tuple[Line, ...]:
        reading = self.state.reading
        assert reading is not None
        match row.kind:
            case "heading":
                return (self._heading(reading, row, width),)
            case "quote":
                return quote_cards.card(row, reading, self.signs, width, self.state.by_speaker, current)
            case "entity" | "elsewhere":
                return self._name(reading, row, width, current)
            case "note":
                return self._note(reading, row, width)
        return (self._stated(reading, row, width),)

    def _heading(self, reading: Reading, row: PanelRow, width: int) -> Line:
        if self.state.tab == "quotes":
            return quote_cards.heading(row, self._kinds.get(row.text, ()), reading, self.signs, width)
        heads: Line = ()
        if self.state.tab == "entities" and row.text not in ("Dates", "Figures"):
            heads = name_cards.column_heads(reading, width)
        room = width - sum(cell_width(text) for text, _ in heads)
        name = row.text if cell_width(row.text) + 4 <= room else fit(row.text, max(1, room - 4))
        count = f" {row.index}"
        gap = " " * max(0, room - cell_width(name) - cell_width(count)) if heads else ""
        return ((name, "heading"), (count, "dim-meta"), (gap, ""), *heads)

    def _name(self, reading: Reading, row: PanelRow, width: int, current: bool) -> tuple[Line, ...]:
        if row.kind == "elsewhere":
            return name_cards.elsewhere(row, reading, self.signs, width, current)
        if self._names is None:
            self._names = name_cards.shared_names(reading)
        return name_cards.card(row, reading, self._names.get(row.index), self.signs, width, current)

    def _stated(self, reading: Reading, row: PanelRow, width: int) -> Line:
        """A date or a figure."""
        found = reading.analysis
        words = " ".join(row.spans[0].of(reading.article.text).split()) if row.spans else ""
        if row.kind == "date":
            date = found.dates[row.index]
            role = "" if date.role == "mentioned" else f" {self.signs.dot} {date.role}"
            doubt = "" if date.certain else "?"
            return self._pair(f"{row.text}{doubt}", "date", f"“{words}”{role}", width)
        return self._pair(words, "figure", found.figures[row.index].of or "", width)

    def _pair(self, name: str, role: str, extra: str, width: int) -> Line:
        room = width - 2
        name = fit(name, room) if cell_width(name) > room else name
        rest = room - cell_width(name)
        more = fit(f"  {extra}" if extra else "", rest) if rest > 0 else ""
        return (("  ", ""), (name, role), (more, "dim-meta"))

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


def _shown(state: State) -> tuple[object, ...]:
    """All of a state that the cards depend on."""
    reading = state.reading
    return (
        reading and replace(reading, cursor=0, landed=None),
        state.tab,
        state.by_speaker,
        state.panel_filter,
        state.panel_cursor,
    )


def _rows(text: str, width: int, most: int) -> list[str]:
    """The text in at most `most` rows, the last one cut where there is more."""
    flat = " ".join(text.split())
    spans = wrap(flat, Span(0, len(flat)), max(4, width))
    lines = [span.of(flat).rstrip() for span in spans[:most]] or [""]
    if len(spans) > most:
        lines[-1] = f"{cut(lines[-1], max(1, width - 2))} …"
    return lines
