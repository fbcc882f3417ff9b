"""The panel's rows: quotes by speaker or in order, entities, notes; and how its selection follows the text's."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from reader.model import Quote, Span
from reader.model.frozen import dataclass
from reader.session.narrowing import narrowed
from reader.session.state import Reading, State
from reader.session.voices import TERMS, UNATTRIBUTED, voice


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A row of the panel: a speaker's or a type's heading, a quote, a name, a date, a note."""

    kind: Literal["heading", "quote", "entity", "elsewhere", "date", "figure", "note"]
    """ "elsewhere": a name that only other sources of the event have."""
    text: str
    index: int = -1
    """Into the analysis' quotes, entities, dates or figures, the event's names, or the reading's notes; of a heading
    the number of rows under it."""
    spans: tuple[Span, ...] = ()
    """The places in the text that it leads to."""


TYPE_HEADINGS = {"person": "People", "organisation": "Organisations", "place": "Places", "other": "Other names"}
ELSEWHERE = "Not named here"


def rows(state: State) -> tuple[PanelRow, ...]:
    """The rows of the tab that is shown, as far as the filter lets them pass."""
    if state.reading is None:
        return ()
    every = all_rows(state)
    return tuple(narrowed(every, state.reading, state.panel_filter)) if state.panel_filter.strip() else every


def all_rows(state: State) -> tuple[PanelRow, ...]:
    """The rows of the tab that is shown, whatever the filter says."""
    if state.reading is None:
        return ()
    make = {"quotes": _quotes, "entities": _entities, "notes": _notes}[state.tab]
    return tuple(make(state.reading, state.by_speaker))


def counted(panel: Iterable[PanelRow]) -> int:
    """How many of the rows are no headings."""
    return sum(row.kind != "heading" for row in panel)


def _quotes(reading: Reading, by_speaker: bool) -> Iterator[PanelRow]:
    """What was said, by speaker or in order; behind it what only stands in quotation marks."""
    text = reading.article.text
    voices: dict[str, list[PanelRow]] = {}
    for index, quote in enumerate(reading.analysis.quotes):
        row = _quote(index, quote, text)
        voices.setdefault(row.text if by_speaker or not quote.attributed else "", []).append(row)
    loose = [(name, voices.pop(name)) for name in (UNATTRIBUTED, TERMS) if name in voices]
    for name, said in (*voices.items(), *loose):
        if name:
            yield PanelRow("heading", name, len(said))
        yield from said


def _quote(index: int, quote: Quote, text: str) -> PanelRow:
    return PanelRow("quote", voice(quote, text), index, quote.spans)


def _entities(reading: Reading, by_speaker: bool) -> Iterator[PanelRow]:
    entities = list(enumerate(reading.analysis.entities))
    for kind, heading in TYPE_HEADINGS.items():
        found = [(i, e) for i, e in entities if e.type == kind]
        found.sort(key=lambda pair: (-len(pair[1].mentions), pair[1].mentions[0] if pair[1].mentions else Span(0, 0)))
        yield from _under(heading, [PanelRow("entity", e.name, i, e.mentions) for i, e in found])
    dates = [(i, d) for i, d in enumerate(reading.analysis.dates) if d.span]
    yield from _under("Dates", [PanelRow("date", d.value or "?", i, (d.span,) if d.span else ()) for i, d in dates])
    figures = enumerate(reading.analysis.figures)
    yield from _under("Figures", [PanelRow("figure", f.of or "", i, (f.span,)) for i, f in figures])
    names = enumerate(reading.tellings.names)
    others = [PanelRow("elsewhere", n.name, i) for i, n in names if n.sources[reading.place] is None]
    yield from _under(ELSEWHERE, others)


def _under(heading: str, found: Sequence[PanelRow]) -> Iterator[PanelRow]:
    if found:
        yield PanelRow("heading", heading, len(found))
        yield from found


def _notes(reading: Reading, by_speaker: bool) -> Iterator[PanelRow]:
    for index, placed in enumerate(reading.notes):
        spans = (placed.anchor.span,) if placed.anchor.span else ()
        yield PanelRow("note", placed.note.body, index, spans)


def follow_text(state: State) -> State:
    """Put the panel's cursor on what stands in the current sentence, if it has anything there."""
    if state.reading is None:
        return state
    panel = rows(state)
    found = row_at(panel, state.reading)
    if found is None:
        found = max(0, min(state.panel_cursor, len(panel) - 1))
    return state if found == state.panel_cursor else replace(state, panel_cursor=found)


def row_here(state: State) -> PanelRow | None:
    """The row under the panel's cursor."""
    panel = rows(state)
    return panel[state.panel_cursor] if state.panel_cursor < len(panel) else None


def row_at(panel: tuple[PanelRow, ...], reading: Reading) -> int | None:
    """The first row that leads to the cursor, else to its sentence."""
    sentence, nearest = reading.sentence, None
    for index, row in enumerate(panel):
        for span in row.spans:
            if span.contains(reading.cursor):
                return index
            if nearest is None and span.overlaps(sentence):
                nearest = index
    return nearest


def go_to_row(state: State, index: int) -> State:
    """Move the panel's cursor, and the text's with it; the headings only count as places to rest."""
    panel = rows(state)
    if not panel or state.reading is None:
        return state
    index = max(0, min(index, len(panel) - 1))
    state = replace(state, panel_cursor=index)
    spans, reading = panel[index].spans, state.reading
    if not spans or reading is None:
        return state
    reading = replace(reading, cursor=spans[0].start, landed=None)
    return replace(state, reading=reading, round=None)
