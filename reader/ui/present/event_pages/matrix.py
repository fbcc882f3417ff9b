"""Who said what, drawn: the table of speakers by sources, and the quotations of one of its cells."""

from collections.abc import Sequence

from reader.model.event import QuoteClass
from reader.model.frozen import dataclass
from reader.session.event_pages import stating
from reader.session.event_pages.building import quotes_in, title_of
from reader.session.event_pages.model import Cell, Elsewhere, Matrix
from reader.text.cells import cell_width, fit
from reader.ui.present import marked
from reader.ui.present.articles import Line
from reader.ui.present.event_pages.look import Look, cut, hanging, legend, progress
from reader.ui.present.wordings import CLASSES

NAME, LEAST_NAME = 28, 14
"""Cells of a speaker's name, at most and at least."""
NUMBER, TAIL = 5, 17
"""Cells of a column under a number, and of same, varied and only here."""
WIDEST = 18
"""Cells of a column under a source's name."""


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
    def of(page: Matrix, width: int) -> "Grid":
        """For rows of so many cells: under names where these fit, else under numbers, else as many as there is room."""
        many, room = len(page.event.keys), width - TAIL - 2
        widest = min(WIDEST, max(map(cell_width, page.event.names), default=0) + 4)
        if room - many * widest >= 20:
            return Grid(min(NAME, room - many * widest), widest, 0, many, True)
        visible = max(1, min(many, (room - LEAST_NAME) // NUMBER))
        first = max(0, min(page.column - visible // 2, many - visible))
        return Grid(min(NAME, room - visible * NUMBER), NUMBER, first, first + visible, False)


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
    lines: list[Line] = [cut(((" Who said what", "title"), (f"{order}{only}", "dim-meta")), width)]
    if not grid.named:
        lines += legend(page.event, width, (page.column,))
    fewer = look.signs.first if grid.first else " "
    pieces: list[tuple[str, str]] = [(f" {fit('speaker', grid.name - 1)}{fewer}", "dim-meta")]
    for place in range(grid.first, grid.last):
        label = f"{place + 1} {page.event.names[place]}" if grid.named else str(place + 1)
        role = "key" if place == page.column else "dim-meta"
        pieces += [(" ", ""), (fit(label, grid.column - 1, align="right"), role)]
    more = look.signs.last if grid.last < len(page.event.keys) else " "
    pieces.append((f"{more} same var only", "dim-meta"))
    return [*lines, tuple(pieces)]


def card(page: Matrix, index: int, width: int, look: Look) -> list[Line]:
    """A speaker; after the last one the quotes of each source together."""
    grid = Grid.of(page, width)
    row = page.rows[index] if index < len(page.rows) else None
    role = "dim-meta" if row is None else "only" if row.speaker is None else "person"
    pieces: list[tuple[str, str]] = [(" " + fit(title_of(row), grid.name), role)]
    for place in range(grid.first, grid.last):
        count = len(quotes_in(page, index, place))
        text = str(count) if count else look.signs.none
        here = index == page.cursor and place == page.column
        text = f"[{text}]" if here else f"{text} "
        pieces.append((fit(text, grid.column, align="right"), "bold" if here else "" if count else "dim-meta"))
    if row is not None:
        pieces.append((_tail(page, index, look), "dim-meta"))
    return [tuple(pieces)]


def _tail(page: Matrix, index: int, look: Look) -> str:
    row = page.rows[index]
    if not row.only:
        return "" if page.event.total == 0 else f" {look.signs.ellipsis:>4}"
    return f" {row.same or look.signs.none:>4} {row.varied or look.signs.none:>4} {sum(row.only) or look.signs.none:>4}"


def detail(page: Matrix, width: int, height: int, look: Look) -> list[Line]:
    """The cell under the cursor: whose quotes, how many each source alone has, the first of them."""
    event, row = page.event, page.rows[page.cursor] if page.cursor < len(page.rows) else None
    ids = quotes_in(page, page.cursor, page.column)
    quotes = {quote.id: quote for quote in event.members[page.column].analysis.quotes}
    name = event.names[page.column]
    many = f"{len(ids)} quote{'s' * (len(ids) != 1)}" if ids else "not quoted"
    lines = [cut(((f" {title_of(row)}", "bold"), (f" in {name}’s report: {many}", "dim-meta")), width)]
    if row is not None:
        lines.append(cut(((f" {_facts_of(page, page.cursor)}", "dim-meta"),), width))
    text = event.members[page.column].article.text
    for id in ids[: height - len(lines)]:
        words = " … ".join(stating.flat(span, text) for span in quotes[id].spans)
        place = f"{look.signs.paragraph}{event.paragraph(page.column, quotes[id].spans[0])}"
        lines.append(cut(((f" {place:>4} ", "dim-meta"), (words, "quote")), width))
    if len(ids) > height - 2 > 0 and len(lines) >= height:
        lines[-1] = ((f"      and {len(ids) - (height - 3)} more: Enter shows all", "dim-meta"),)
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
    if others:
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
    parts = [f"{look.signs.paragraph}{said.paragraph}", said.quote.speaker.name or "speaker not named", cue]
    about = f" {look.signs.dot} ".join(part for part in (*parts, kind[said.quote.kind]) if part)
    lines: list[Line] = [cut(((f" {about}", "dim-meta"),), width)]
    words = " … ".join(span.of(text).replace("\n", " ") for span in said.quote.spans)
    lines += [
        ((" " * 3, ""), *row) for row in marked.rows(words, [(0, len(words), "quote")], min(look.measure, width - 4))
    ]
    pieces = _elsewhere(page, said.elsewhere, look)
    return [*lines, *(hanging((), pieces, width - 1, 3) if pieces else []), ()]


def _elsewhere(page: Cell, others: Sequence[Elsewhere], look: Look) -> list[tuple[str, str]]:
    """How the others have it: alike ones together, those that do not have it last."""
    groups: dict[QuoteClass | None, list[str]] = {}
    for other in others:
        paragraph = f" {look.signs.paragraph}{other.paragraph}" if other.paragraph else ""
        groups.setdefault(other.kind, []).append(f"{page.event.names[other.place]}{paragraph}")
    pieces: list[tuple[str, str]] = []
    for kind, names in sorted(groups.items(), key=lambda item: (item[0] == "only", item[0] is None)):
        label = "not compared yet" if kind is None else "not quoted in" if kind == "only" else CLASSES[kind]
        role = "only" if kind == "only" else "same" if kind in ("identical", "punctuation") else "similar"
        gap = f" {look.signs.dot} " if pieces else ""
        pieces.append((f"{gap}{label}{' ' if kind == 'only' else ': '}{', '.join(names)}", role))
    return pieces
