"""The timeline, drawn: the days on one axis, by source, with the role in which each is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.analysis import DateRole
from reader.session.event_pages import stating
from reader.session.event_pages.model import Timeline
from reader.text.cells import cell_width
from reader.ui.present.articles import Line
from reader.ui.present.event_pages.look import Look, cut, hanging, legend, passage
from reader.ui.present.signs import Signs
from reader.ui.widgets.line import wrap_line

if TYPE_CHECKING:
    from reader.events.timeline import DatedIn, DateRow

DATE, COLUMN = 15, 24
"""Cells of the date with its sign, and at least of a source's column."""


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
    """A day in one role with every place that names it."""
    row = page.rows[index]
    before = page.rows[index - 1] if index else None
    day = (row.date or "undated") if before is None or before.date != row.date else ""
    lead: Line = ((f" {day:<11}", "bold" if row.date else "dim-meta"), (f"{role_sign(row.role, look.signs)}  ", "date"))
    column = _column(page, width)
    if not column:
        return hanging(lead, _inline(page, index, look), width, DATE)
    cells = []
    for place in _shown(page):
        own = [(n, mention) for n, mention in enumerate(row.mentions) if mention.member == place]
        pieces: list[tuple[str, str]] = []
        for n, mention in own:
            gap = f" {look.signs.dot} " if pieces else ""
            pieces += [(gap, "dim-meta"), *_mention(page, row, mention, _here(page, index, n), look)]
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


def _here(page: Timeline, index: int, mention: int) -> bool:
    return index == page.cursor and mention == page.mention


def _inline(page: Timeline, index: int, look: Look) -> list[tuple[str, str]]:
    row = page.rows[index]
    pieces: list[tuple[str, str]] = []
    last = -1
    for n, mention in enumerate(row.mentions):
        gap = "" if not pieces else ", " if mention.member == last else "   "
        number = "" if mention.member == last else f"{mention.member + 1} "
        pieces += [(f"{gap}{number}", "bold"), *_mention(page, row, mention, _here(page, index, n), look)]
        last = mention.member
    return pieces


def _mention(page: Timeline, row: DateRow, mention: DatedIn, here: bool, look: Look) -> list[tuple[str, str]]:
    """Paragraph and words; in brackets where Enter leads to it."""
    doubt = "" if mention.certain else "?"
    if mention.span is None or mention.paragraph is None:
        text = stating.ROLES[row.role]
    else:
        words = stating.flat(mention.span, page.event.members[mention.member].article.text)
        text = f"{look.signs.paragraph}{mention.paragraph + 1} “{words}”{doubt}"
    return [(f"[{text}]", "bold")] if here else [(text, "")]


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
        origin = next((o for o in event.members[mention.member].article.origins if o.field == "published"), None)
        return [*lines, cut(((f"   from “{origin.text}”" if origin else "   from its metadata", ""),), width)]
    found = passage(event, mention.member, (mention.span,), width - 5, height - 1, look, "differs")
    return [*lines, *(((" " * 3, ""), *found_row) for found_row in found)]
