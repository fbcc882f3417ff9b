"""What the drawing of an event's pages has in common: how they look on this terminal, sources by number, cut texts."""

from collections.abc import Iterable, Sequence

from reader.model import Span
from reader.model.frozen import dataclass
from reader.session.event_pages import stating
from reader.session.event_pages.model import EventPage, Reports
from reader.text.cells import cell_width, fit
from reader.ui.present import marked
from reader.ui.present.articles import Line
from reader.ui.present.bars import fitted_names
from reader.ui.present.signs import UNICODE, Signs
from reader.ui.widgets.line import wrap_line


@dataclass(frozen=True, slots=True)
class Look:
    """What a page is drawn with."""

    signs: Signs = UNICODE
    measure: int = 72
    brackets: bool = False
    """Whether words that matter stand in brackets: there is no colour to tell them by."""
    seen: frozenset[str] = frozenset()
    """Facts and gaps that were marked."""


NAMES, LINES = 24, 3
"""Cells of a source's name at most, and lines that all the names may take."""


def legend(event: Reports, width: int, current: Iterable[int] = (), hidden: Iterable[int] = ()) -> list[Line]:
    """All sources with their numbers; those it is about stand out, those that are hidden stand in parentheses."""
    chosen, gone = set(current), set(hidden)
    lines: list[list[tuple[str, str]]] = [[(" ", "")]]
    used = 1
    for place, name in enumerate(_names(event, width)):
        label = f" {place + 1} ({name}) " if place in gone else f" {place + 1} {name} "
        if used + cell_width(label) > width and used > 1:
            lines.append([(" ", "")])
            used = 1
        lines[-1].append((label, "dim-meta strike" if place in gone else "key" if place in chosen else "dim-meta"))
        used += cell_width(label)
    return [tuple(line) for line in lines]


def _names(event: Reports, width: int) -> Sequence[str]:
    """The names, as short as it takes to have all of them on a few lines."""
    cells = [min(NAMES, cell_width(name)) for name in event.names]
    if sum(cells) + 5 * len(cells) <= (width - NAMES) * LINES:
        return [name if cell_width(name) <= NAMES else fit(name, NAMES) for name in event.names]
    return fitted_names(event.names, width * LINES - 8 * len(cells))


def source(event: Reports, place: int, width: int) -> str:
    """A source by its number, with its name where there is room for that."""
    room = width >= 96 and len(event.keys) <= 4
    return f"{place + 1} {event.names[place]}" if room else f"{place + 1}"


def hanging(lead: Line, rest: Iterable[tuple[str, str]], width: int, indent: int) -> list[Line]:
    """A line whose second part goes on under its own beginning."""
    used = sum(cell_width(text) for text, _ in lead)
    rows = wrap_line(rest, max(8, width - indent))
    first: Line = (*lead, (" " * max(0, indent - used), ""))
    return [(*first, *row) if n == 0 else ((" " * indent, ""), *row) for n, row in enumerate(rows or [()])]


def passage(
    event: Reports, place: int, spans: Sequence[Span], width: int, rows: int, look: Look, role: str
) -> list[Line]:
    """The sentences that hold some words, these marked, in so many rows: those with the words where not all fit."""
    text = event.members[place].article.text
    whole = stating.sentence(event, place, Span(spans[0].start, spans[-1].end))
    inks = [(span.start - whole.start, span.end - whole.start, role) for span in spans] if role else []
    found = marked.rows(whole.of(text).replace("\n", " "), inks, width, look.brackets)
    if len(found) <= rows:
        return found
    at = next((n for n, row in enumerate(found) if any(role and role in one for _, one in row)), 0)
    first = max(0, min(at - (rows - 1) // 2, len(found) - rows))
    kept = found[first : first + rows]
    if first + rows < len(found):
        kept[-1] = (*kept[-1], (f" {look.signs.ellipsis}", "dim-meta"))
    if first:
        kept[0] = ((f"{look.signs.ellipsis} ", "dim-meta"), *kept[0])
    return kept


def cut(line: Iterable[tuple[str, str]], width: int) -> Line:
    """A line with an ellipsis where it is longer than there is room."""
    pieces: list[tuple[str, str]] = []
    room = width
    for text, role in line:
        cells = cell_width(text)
        pieces.append((text if cells <= room else fit(text, room), role))
        room -= cells
        if room <= 0:
            break
    return tuple(pieces)


def progress(page: EventPage) -> str:
    """How many comparisons have been made while some are to come."""
    event = page.event
    return "" if event.complete else f"comparing {len(event.known)} of {event.total} …"
