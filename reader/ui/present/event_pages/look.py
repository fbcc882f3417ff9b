"""What the drawing of an event's pages has in common: how they look on this terminal, sources by number, cut texts."""

from collections.abc import Iterable, Sequence

from reader.model import Span
from reader.model.frozen import dataclass
from reader.session.event_pages import stating
from reader.session.event_pages.model import EventPage, Reports
from reader.text.cells import cell_width, fit
from reader.ui.present import marked
from reader.ui.present.articles import Line
from reader.ui.present.header import fitted_names
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
    words = whole.of(text).replace("\n", " ")
    found = marked.rows(words, inks, width, look.brackets)
    if len(found) <= rows:
        return found
    room = rows * (width - 6) * len(words) // cell_width(words)  # wide characters take two cells
    first, last = _around(words, inks[0][:2] if inks else (0, 0), room)
    kept = [(max(start, first) - first, min(end, last) - first, ink) for start, end, ink in inks if start < last]
    found = marked.rows(words[first:last], kept, width - 2, look.brackets)
    if last < len(words) or len(found) > rows:
        found = found[:rows]
        found[-1] = (*found[-1], (f" {look.signs.ellipsis}", "dim-meta"))
    if first:
        found[0] = ((f"{look.signs.ellipsis} ", "dim-meta"), *found[0])
    return found


def snippet(event: Reports, place: int, span: Span, room: int, look: Look, role: str) -> Line:
    """The words around a passage on one line of at most so many cells, the passage marked."""
    whole = stating.sentence(event, place, span)
    words = whole.of(event.members[place].article.text).replace("\n", " ")
    mark = span.start - whole.start, min(span.end, whole.end) - whole.start
    if cell_width(words) <= room:
        return (words[: mark[0]], ""), (words[slice(*mark)], role), (words[mark[1] :], "")
    letters = max(1, (room - 2) * len(words) // cell_width(words))
    from_start = mark[1] <= letters  # the beginning of a sentence says most
    first, last = _around(words, (0, mark[1]) if from_start else mark, letters)
    begin = f"{look.signs.ellipsis}{words[first : mark[0]]}" if first else words[: mark[0]]
    end = f"{words[mark[1] : last]}{look.signs.ellipsis}" if last < len(words) else words[mark[1] :]
    return (begin, ""), (words[slice(*mark)], role), (end, "")


def _around(words: str, mark: tuple[int, int], room: int) -> tuple[int, int]:
    """As much of a text as there is room for, with a mark about its middle; it begins and ends between words."""
    first = max(0, min(mark[0] - max(0, room - (mark[1] - mark[0])) // 2, len(words) - room))
    if first:
        first = max(first, words.find(" ", first, mark[0]) + 1)
    last = first + room
    if last >= len(words):
        return first, len(words)
    space = words.rfind(" ", mark[1], last)
    return first, space if space > 0 else last


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
