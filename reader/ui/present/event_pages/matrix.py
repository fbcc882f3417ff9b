"""Who said what, drawn: the table of speakers by sources, and the quotations of one of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model.frozen import dataclass
from reader.session.event_pages import stating
from reader.session.event_pages.building import quotes_in, title_of
from reader.session.event_pages.model import Cell, Elsewhere, Matrix, Said
from reader.text.cells import cell_width, fit
from reader.ui.present import marked
from reader.ui.present.articles import Line
from reader.ui.present.event_pages.look import Look, cut, hanging, legend, progress
from reader.ui.present.wordings import CLASSES
from reader.ui.widgets.line import wrap_line

if TYPE_CHECKING:
    from reader.events.matrix import SpeakerRow

NAME, ENOUGH, LEAST_NAME = 44, 25, 14
"""Cells of a speaker's name: at most, what leaves the rest to the sources' names, and at least."""
NUMBER, TAIL, LONG_TAIL = 5, 17, 26
"""Cells of a column under a number, and of same, varied and only here in few words and in more."""
WIDEST, NARROWEST = 26, 11
"""Cells of a column under a source's name, at most and at least."""
ROOMY = 120
"""Cells from which the last columns are called in full."""
THERE = 4
"""Rows of another source's words."""
MEANING = "same: alike in several sources · varied: in other words or another extent · only: in one source"
SHORT_MEANING = "same: in several · var: worded otherwise · only: in one"
"""What the last columns count."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How the cells of a row are shared out."""

    name: int
    column: int
    first: int
    last: int
    """The columns from the first to before the last are in view."""
    named: bool

    @staticmethod
    def of(page: Matrix, width: int) -> Grid:
        """For rows of so many cells: under names where these fit, else under numbers, else as many as there is room."""
        many, room = len(page.event.keys), width - tail_cells(width) - 2
        longest = max((cell_width(title_of(row)) for row in page.rows), default=0) + 2
        widest = min(WIDEST, max((cell_width(short_name(one)) for one in page.event.names), default=0) + 5)
        column = max(min(widest, NARROWEST), min(widest, (room - ENOUGH) // many))
        name = max(20, min(NAME, longest))
        if room - many * column >= 20:
            return Grid(min(name, room - many * column), column, 0, many, True)
        visible = max(1, min(many, (room - LEAST_NAME) // NUMBER))
        first = max(0, min(page.column - visible // 2, many - visible))
        return Grid(min(name, room - visible * NUMBER), NUMBER, first, first + visible, False)


def tail_cells(width: int) -> int:
    """Cells of the columns that count what is same, varied and only here."""
    return LONG_TAIL if width >= ROOMY else TAIL


def short_name(source: str) -> str:
    """A source's name for the head of a column."""
    return source.removeprefix("The ") or source


def column_at(page: Matrix, width: int, cell: int) -> int | None:
    """The source whose column is at a cell of a row; None beside the columns."""
    grid = Grid.of(page, width)
    column = grid.first + (cell - 1 - grid.name) // grid.column
    return column if cell > grid.name and grid.first <= column < grid.last else None


def head(page: Matrix, width: int, look: Look) -> list[Line]:
    """Title, the sources' names, the columns' heads."""
    grid = Grid.of(page, width)
    order = {"count": "", "name": " · by name", "difference": " · by what differs"}[page.sort]
    only = " · only those that some source does not quote" if page.only else ""
    meaning = MEANING if width >= ROOMY else SHORT_MEANING
    about = f"{order}{only}" or f"   {meaning if page.event.total else ''}"
    lines: list[Line] = [cut(((" Who said what", "title"), (about, "dim-meta")), width)]
    if not grid.named:
        lines += legend(page.event, width, (page.column,))
    fewer = look.signs.first if grid.first else " "
    pieces: list[tuple[str, str]] = [(f" {fit('speaker', grid.name - 1)}{fewer}", "dim-meta")]
    for place in range(grid.first, grid.last):
        label = f"{place + 1} {short_name(page.event.names[place])}" if grid.named else str(place + 1)
        role = "key" if place == page.column else "dim-meta"
        pieces += [(" ", ""), (fit(label, grid.column - 1, align="right"), role)]
    more = look.signs.last if grid.last < len(page.event.keys) else " "
    tail = "    same  varied    only" if width >= ROOMY else "same var only"
    pieces.append((f"{more} {tail}" if page.event.total else more, "dim-meta"))
    return [*lines, tuple(pieces)]


def card(page: Matrix, index: int, width: int, look: Look) -> list[Line]:
    """A speaker; those without a name together or, unfolded, by description; after the last one all quotes."""
    grid = Grid.of(page, width)
    row = page.rows[index] if index < len(page.rows) else None
    pieces = [_title(page, row, grid.name, look)]
    for place in range(grid.first, grid.last):
        count = len(quotes_in(page, index, place))
        text = str(count) if count else look.signs.none
        here = index == page.cursor and place == page.column
        text = f"[{text}]" if here else f"{text} "
        pieces.append((fit(text, grid.column, align="right"), "bold" if here else "" if count else "dim-meta"))
    if row is not None:
        pieces.append((_tail(page, index, width, look), "dim-meta"))
    return [tuple(pieces)]


def _title(page: Matrix, row: SpeakerRow | None, width: int, look: Look) -> tuple[str, str]:
    if row is None:
        return " " + fit(title_of(row), width), "dim-meta"
    if row.described:
        return " " + fit(f"  {title_of(row)}", width), "dim-meta"
    if row.speaker is None:
        sign = look.signs.unfolded if page.unfolded else look.signs.folded
        return fit(f"{sign}{title_of(row)}", width + 1), "only"
    return " " + fit(title_of(row), width), "person"


def _tail(page: Matrix, index: int, width: int, look: Look) -> str:
    row, first, others = page.rows[index], 8 if width >= ROOMY else 4, 7 if width >= ROOMY else 4
    if not row.only:
        return "" if page.event.total == 0 else f" {look.signs.ellipsis:>{first}}"
    counts = (row.same, row.varied, sum(row.only))
    return " " + " ".join(
        f"{count or look.signs.none:>{first if n == 0 else others}}" for n, count in enumerate(counts)
    )


def detail(page: Matrix, width: int, height: int, look: Look) -> list[Line]:
    """The cell under the cursor: whose quotes, how many each source alone has, the first of them."""
    event, row = page.event, page.rows[page.cursor] if page.cursor < len(page.rows) else None
    ids = quotes_in(page, page.cursor, page.column)
    quotes = {quote.id: quote for quote in event.members[page.column].analysis.quotes}
    name = event.names[page.column]
    many = f"{len(ids)} quote{'s' * (len(ids) != 1)}" if ids else "not quoted"
    lines = [cut(((f" {title_of(row)}", "bold"), (f" in {name}’s report: {many}", "dim-meta")), width)]
    if row is not None:
        about = wrap_line(((_facts_of(page, page.cursor), "dim-meta"),), width - 2)
        lines += [((" ", ""), *line) for line in about[: max(1, height - 2)]]
    text = event.members[page.column].article.text
    room = height - len(lines)
    shown = len(ids) if len(ids) <= room else room - 1
    for id in ids[:shown]:
        words = " … ".join(stating.flat(span, text) for span in quotes[id].spans)
        place = f"{look.signs.paragraph}{event.paragraph(page.column, quotes[id].spans[0])}"
        lines.append(cut(((f" {place:>4} ", "dim-meta"), (words, "quote")), width))
    if shown < len(ids):
        lines.append(((f"      and {len(ids) - shown} more: Enter shows all", "dim-meta"),))
    return lines


def _facts_of(page: Matrix, index: int) -> str:
    row, event = page.rows[index], page.event
    parts = []
    if row.only:
        shared = ((row.same, "in the same words"), (row.varied, "in other words or another extent"))
        parts += [f"{count} {how}" for count, how in shared if count]
        alone = [f"{count} only in {event.names[n]}" for n, count in enumerate(row.only) if count]
        parts += [", ".join(alone)] if alone else []
    elif event.total:
        parts.append(progress(page))
    others = [form for form in row.forms if form != row.speaker]
    if row.speaker is None and not row.described and page.speakers:
        many = len(page.speakers.described)
        what = "Space folds them" if page.unfolded else "Space shows them one by one"
        parts.append(f"{many} description{'s' * (many != 1)}: {what}")
    elif others and not row.described:
        parts.append(f"also called {', '.join(others)}")
    return " · ".join(parts)


def cell_head(page: Cell, width: int, look: Look) -> list[Line]:
    """Whose quotations, in which report."""
    many = f"{page.count} quote{'s' * (page.count != 1)}"
    title = ((f" {page.title}", "title"), (f" in {page.event.names[page.place]}’s report · {many}", "dim-meta"))
    return [cut(title, width), *legend(page.event, width, (page.place,)), ()]


def cell_card(page: Cell, index: int, width: int, look: Look) -> list[Line]:
    """A quotation: paragraph, verb, the words, how the other sources have it."""
    said = page.rows[index]
    text = page.event.members[page.place].article.text
    kind = {"direct": "in quotation marks", "mixed": "partly in quotation marks", "indirect": "in the report’s words"}
    cue = f"“{stating.flat(said.quote.cue, text)}”" if said.quote.cue else ""
    parts = [f"{look.signs.paragraph}{said.paragraph}", _speaker(said, text), cue]
    about = f" {look.signs.dot} ".join(part for part in (*parts, kind[said.quote.kind]) if part)
    lines: list[Line] = [cut(((f" {about}", "dim-meta"),), width)]
    words = " … ".join(span.of(text).replace("\n", " ") for span in said.quote.spans)
    lines += [
        ((" " * 3, ""), *row) for row in marked.rows(words, [(0, len(words), "quote")], min(look.measure, width - 4))
    ]
    for other in said.elsewhere:
        lines += _there(page, other, width, look)
    pieces = _not_there(page, said.elsewhere, look)
    return [*lines, *(hanging((), pieces, width - 1, 3) if pieces else []), ()]


def _speaker(said: Said, text: str) -> str:
    """The speaker's name, or the words that stand for somebody without one."""
    speaker = said.quote.speaker
    return speaker.name or (stating.flat(speaker.mention, text) if speaker.mention else "speaker not found")


def _there(page: Cell, other: Elsewhere, width: int, look: Look) -> list[Line]:
    """How another source has the quotation: in which paragraph, how alike, and its words where they are others."""
    if other.kind in (None, "only") or not other.spans:
        return []
    alike = other.kind in ("identical", "punctuation")
    place = f"{look.signs.paragraph}{other.paragraph}"
    lead = ((f"   {other.place + 1} {page.event.names[other.place]} {place} ", "dim-meta"),)
    lines = [cut((*lead, (CLASSES[other.kind], "same" if alike else "similar")), width)]
    if alike:
        return lines
    text = page.event.members[other.place].article.text
    words = " … ".join(stating.flat(span, text) for span in other.spans)
    rows = marked.rows(words, [], min(look.measure, width - 8))
    if len(rows) > THERE:
        rows = [*rows[: THERE - 1], (*rows[THERE - 1], (f" {look.signs.ellipsis}", "dim-meta"))]
    return [*lines, *(((" " * 6, ""), *row) for row in rows)]


def _not_there(page: Cell, others: Sequence[Elsewhere], look: Look) -> list[tuple[str, str]]:
    """Which sources do not have it, or have not been compared yet."""
    pieces: list[tuple[str, str]] = []
    for kind, label in ((None, "not compared yet: "), ("only", "not quoted in ")):
        names = [page.event.names[other.place] for other in others if other.kind == kind]
        if names:
            gap = f" {look.signs.dot} " if pieces else ""
            pieces.append((f"{gap}{label}{', '.join(names)}", "only" if kind else "dim-meta"))
    return pieces
