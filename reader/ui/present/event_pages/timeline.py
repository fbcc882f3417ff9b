"""The timeline, drawn: the days on one axis, by source, with the role in which each is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.analysis import DateRole
from reader.session.event_pages import stating
from reader.session.event_pages.model import Timeline
from reader.text.cells import cell_width
from reader.ui.present.articles import Line
from reader.ui.present.event_pages.look import Look, cut, hanging, legend, passage, snippet
from reader.ui.present.signs import Signs
from reader.ui.widgets.line import wrap_line

if TYPE_CHECKING:
    from reader.events.timeline import DatedIn, DateRow

DATE, COLUMN = 15, 24
"""Cells of the date with its sign, and at least of a source's column."""
ROWS, SLACK = 2, 8
"""Rows that the words of one source may take in its column, and cells that wrapping loses in them."""
FURTHER = 2
"""Further paragraphs of one source that are named; how many more there are is said."""


def head(page: Timeline, width: int, look: Look) -> list[Line]:
    """What the signs mean; the sources, as columns where these fit."""
    only = " · only what some source does not have" if page.only else ""
    signs = [f"{role_sign(role, look.signs)} {word}" for role, word in stating.ROLES.items()]
    lines = [cut(((" Timeline", "title"), (f"   {'  '.join(signs)}{only}", "dim-meta")), width)]
    column = _column(page, width)
    if not column:
        return [*lines, *legend(page.event, width, (), page.hidden), ()]
    pieces: list[tuple[str, str]] = [(" " * DATE, "")]
    for place in _shown(page):
        pieces += _padded(cut(((f"{place + 1} {page.event.names[place]}", "bold"),), column - 2), column)
    return [*lines, *(legend(page.event, width, (), page.hidden) if page.hidden else []), tuple(pieces)]


def role_sign(role: DateRole, signs: Signs) -> str:
    """The sign of what a date is in a report."""
    return {
        "event": signs.happened,
        "published": signs.published,
        "dateline": signs.dateline,
        "mentioned": signs.mentioned,
    }[role]


def _shown(page: Timeline) -> list[int]:
    return [place for place in range(len(page.event.keys)) if place not in page.hidden]


def _column(page: Timeline, width: int) -> int:
    """Cells of each source's column; 0 where there is no room for columns."""
    shown = _shown(page)
    column = (width - DATE) // max(1, len(shown))
    return min(column, 60) if column >= COLUMN else 0


def card(page: Timeline, index: int, width: int, look: Look) -> list[Line]:
    """A day in one role: for each source that names it the words around the date, and its further places."""
    row = page.rows[index]
    before = page.rows[index - 1] if index else None
    day = (row.date or "undated") if before is None or before.date != row.date else ""
    lead: Line = ((f" {day:<11}", "bold" if row.date else "dim-meta"), (f"{role_sign(row.role, look.signs)}  ", ""))
    column = _column(page, width)
    if column:
        return _across(page, index, column, lead, look)
    if all(mention.span is None for mention in row.mentions):
        pieces: list[tuple[str, str]] = []
        for place in row.members:
            gap = "   " if pieces else ""
            pieces += [(f"{gap}{place + 1} ", "bold"), *_telling(page, index, place, 0, look)]
        return hanging(lead, pieces, width, DATE)
    lines: list[Line] = []
    for place in row.members:
        first = lead if not lines else ((" " * DATE, ""),)
        pieces = [(f"{place + 1} ", "bold"), *_telling(page, index, place, width - DATE - 2, look)]
        lines.append(cut((*first, *pieces), width))
    return lines


def _across(page: Timeline, index: int, column: int, lead: Line, look: Look) -> list[Line]:
    """The sources beside each other."""
    row = page.rows[index]
    cells = []
    for place in _shown(page):
        pieces = _telling(page, index, place, ROWS * (column - 2) - SLACK, look) if place in row.members else []
        cells.append(wrap_line(pieces, column - 2) or [((look.signs.none, "dim-meta"),)])
    lines = []
    for n in range(max(map(len, cells))):
        line: list[tuple[str, str]] = list(lead) if n == 0 else [(" " * DATE, "")]
        for cell in cells:
            line += _padded(cell[n] if n < len(cell) else (), column)
        lines.append(tuple(line))
    return lines


def _padded(line: Line, cells: int) -> Line:
    return (*line, (" " * max(0, cells - sum(cell_width(text) for text, _ in line)), ""))


def _telling(page: Timeline, index: int, place: int, room: int, look: Look) -> list[tuple[str, str]]:
    """What a source says of the day: paragraph, the words around the date, the paragraphs that name it too.

    The place that Enter leads to is in brackets, and the words are those around it.
    """
    row = page.rows[index]
    chosen = page.mention if index == page.cursor else -1
    own = [(n, mention) for n, mention in enumerate(row.mentions) if mention.member == place]
    shown, mention = next((one for one in own if one[0] == chosen), own[0])
    others = [(_place(row, one, look, False), "dim-meta") for n, one in own if n != shown]
    tail = [piece for other in others[:FURTHER] for piece in ((" ", ""), other)]
    if len(others) > FURTHER:
        tail.append((f" +{len(others) - FURTHER}", "dim-meta"))
    lead = _place(row, mention, look, shown == chosen)
    pieces = [(lead, "bold" if shown == chosen else "dim-meta")]
    if mention.span is not None:
        doubt = "" if mention.certain else " ?"
        used = cell_width(lead) + cell_width(doubt) + 2 + sum(cell_width(text) for text, _ in tail)
        around = snippet(page.event, place, mention.span, max(16, room - used), look, "date")
        pieces += [(" ", ""), *around, (doubt, "dim-meta")]
    return [*pieces, *tail]


def _place(row: DateRow, mention: DatedIn, look: Look, here: bool) -> str:
    label = stating.ROLES[row.role] if mention.paragraph is None else f"{look.signs.paragraph}{mention.paragraph + 1}"
    return f"[{label}]" if here else label


def detail(page: Timeline, width: int, height: int, look: Look) -> list[Line]:
    """The sentence of the mention that Enter leads to."""
    if page.cursor >= page.count:
        return []
    row = page.rows[page.cursor]
    mention = row.mentions[page.mention]
    event, many = page.event, len(row.mentions)
    which = f" {look.signs.dot} {page.mention + 1} of {many}, h and l choose" if many > 1 else ""
    sure = "" if mention.certain else f" {look.signs.dot} not certain"
    about = f" {stating.ROLES[row.role]} {row.date or 'undated'}{sure}{which}"
    lines = [cut(((f" {mention.member + 1} {event.names[mention.member]}", "bold"), (about, "dim-meta")), width)]
    if mention.span is None:
        return [*lines, cut(((f"   {stating.origin(event, mention.member)}", ""),), width)]
    found = passage(event, mention.member, (mention.span,), width - 5, height - 1, look, "differs")
    return [*lines, *(((" " * 3, ""), *found_row) for found_row in found)]
