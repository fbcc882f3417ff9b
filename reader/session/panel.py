"""The panel's rows: quotes by speaker or in order, entities, notes; and how its selection follows the text's."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from reader.model import Quote, Span
from reader.session.state import Reading, State


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A row of the panel: a speaker's or a type's heading, a quote, an entity, a date, a note."""

    kind: Literal["heading", "quote", "entity", "date", "figure", "note"]
    text: str
    index: int = -1
    """Into the analysis' quotes, entities, dates or figures, or the reading's notes; -1 for a heading."""
    spans: tuple[Span, ...] = ()
    """The places in the text that it leads to."""


TYPE_HEADINGS = {"person": "People", "organisation": "Organisations", "place": "Places", "other": "Other names"}
UNATTRIBUTED = "unattributed"


def rows(state: State) -> tuple[PanelRow, ...]:
    """The rows of the tab that is shown."""
    if state.reading is None:
        return ()
    make = {"quotes": _quotes, "entities": _entities, "notes": _notes}[state.tab]
    return tuple(make(state.reading, state.by_speaker))


def _quotes(reading: Reading, by_speaker: bool) -> Iterable[PanelRow]:
    quotes = list(enumerate(reading.analysis.quotes))
    if not by_speaker:
        yield from (_quote(index, quote) for index, quote in quotes)
        return
    speakers: dict[str, list[tuple[int, Quote]]] = {}
    for index, quote in quotes:
        speakers.setdefault(quote.speaker.name or UNATTRIBUTED, []).append((index, quote))
    ranked = sorted(speakers.items(), key=lambda item: (item[0] == UNATTRIBUTED, item[1][0][0]))
    for name, said in ranked:
        yield PanelRow("heading", name, len(said))
        yield from (_quote(index, quote) for index, quote in said)


def _quote(index: int, quote: Quote) -> PanelRow:
    return PanelRow("quote", quote.speaker.name or UNATTRIBUTED, index, quote.spans)


def _entities(reading: Reading, by_speaker: bool) -> Iterable[PanelRow]:
    entities = list(enumerate(reading.analysis.entities))
    for kind, heading in TYPE_HEADINGS.items():
        found = [(i, e) for i, e in entities if e.type == kind]
        if found:
            yield PanelRow("heading", heading, len(found))
            found.sort(
                key=lambda pair: (-len(pair[1].mentions), pair[1].mentions[0] if pair[1].mentions else Span(0, 0))
            )
            yield from (PanelRow("entity", e.name, i, e.mentions) for i, e in found)
    dates = [(i, d) for i, d in enumerate(reading.analysis.dates) if d.span]
    if dates:
        yield PanelRow("heading", "Dates", len(dates))
        yield from (PanelRow("date", d.value or "?", i, (d.span,) if d.span else ()) for i, d in dates)
    figures = reading.analysis.figures
    if figures:
        yield PanelRow("heading", "Figures", len(figures))
        yield from (PanelRow("figure", f.of or "", i, (f.span,)) for i, f in enumerate(figures))


def _notes(reading: Reading, by_speaker: bool) -> Iterable[PanelRow]:
    for index, placed in enumerate(reading.notes):
        spans = (placed.anchor.span,) if placed.anchor.span else ()
        yield PanelRow("note", placed.note.body, index, spans)


def follow_text(state: State) -> State:
    """Put the panel's cursor on what stands in the current sentence, if it has anything there."""
    if state.reading is None:
        return state
    found = row_at(rows(state), state.reading)
    return state if found is None else replace(state, panel_cursor=found)


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
