"""What stands above and below one report beside all the others: which they are, how many are in view, who tells it."""

from reader.session.comparing.model import Block
from reader.session.comparing.pivot import PIVOT, Pivot
from reader.session.comparing.pivot_differences import listed
from reader.text.cells import cell_width, fit
from reader.ui.present.articles import Line
from reader.ui.present.compare_cells import NUMBER
from reader.ui.present.compare_signs import TOLD, absence, likeness, sign_of
from reader.ui.present.header import fitted_names
from reader.ui.present.pivot_columns import SIGNS, PivotColumns
from reader.ui.present.signs import UNICODE, Signs, long_day


def head(view: Pivot, width: int, measure: int, more: str, signs: Signs = UNICODE) -> list[Line]:
    """The lines, `width` cells wide; `more` is the key that brings further sources into view."""
    columns = PivotColumns.of(width, measure, len(view.others))
    window = view.window(width + 2)
    if columns.label:
        return [_sources(view, window, width, more), _pivot_line(view, width, signs)]
    lines = [_sources(view, window, width, more)]
    names, titles = [(" " * columns.margin, "")], [(" " * columns.margin, "")]
    for source in (PIVOT, *window):
        lead, room = (NUMBER, columns.own) if source == PIVOT else (SIGNS, columns.text)
        place, name = (view.side.place, view.side.name) if source == PIVOT else view.others[source][1:]
        table = view.tables[source] if source != PIVOT else None
        article = view.side.article if source == PIVOT else table.b.article if table else None
        label = fit(f" {place + 1} {name} ", min(room + 1, cell_width(f" {place + 1} {name} ")))
        day = " pivot" if source == PIVOT else ""
        day = f"{day} {signs.dot}" if day and article and article.published else day
        day = f"{day} {long_day(article.published)}" if article and article.published else day
        rest = room + 1 - cell_width(label)
        names += [(" " * (lead - 1), ""), (label, "source-current" if view.focus == source else "bold")]
        names.append((fit(day, rest) if rest > 0 else "", "dim-meta"))
        titles += [(" " * lead, ""), (fit(article.label if article else "", room), "title")]
    return [*lines, tuple(names), tuple(titles), ()]


def _sources(view: Pivot, window: range, width: int, more: str) -> Line:
    """All sources with their numbers, those in view stand out; and how many have no column."""
    count = _count(view, window, more)
    places = {view.side.place: view.side.name} | {other.place: other.name for other in view.others}
    focused = view.side.place if view.focus == PIVOT else view.others[view.focus].place
    seen = {view.side.place, *(view.others[source].place for source in window)}
    room = width - cell_width(count) - 5 * len(places) - 1
    names = fitted_names([places[place] for place in sorted(places)], room) if room >= 4 * len(places) else []
    pieces: list[tuple[str, str]] = [(" ", "")]
    for place, name in zip(sorted(places), names or [""] * len(places), strict=True):
        number = f"{place + 1}" if place < 9 else "·"
        role = "source-current" if place == focused else "key" if place in seen else "dim-meta"
        pieces.append((f" {number} {name} " if name else f" {number} ", role))
    used = sum(cell_width(text) for text, _ in pieces)
    rest = width - used
    return (*pieces, (fit(" " * max(0, rest - cell_width(count)) + count, rest) if rest > 0 else "", "dim-meta"))


def _count(view: Pivot, window: range, more: str) -> str:
    many = len(view.others)
    if view.compared < many:
        return f"comparing {view.compared} of {many} "
    return f"{len(window)} of {many} sources, {more} for more " if len(window) < many else ""


def _pivot_line(view: Pivot, width: int, signs: Signs) -> Line:
    name = f" {view.side.place + 1} {view.side.name} "
    name = fit(name, min(cell_width(name), width // 2))
    article = view.side.article
    rest = f" {signs.dot} ".join(part for part in ("pivot", long_day(article.published), article.label) if part)
    role = "source-current" if view.focus == PIVOT else "bold"
    return ((name, role), (" " + fit(rest, max(0, width - cell_width(name) - 1)), "dim-meta"))


def status(view: Pivot, signs: Signs = UNICODE) -> Line:
    """The left half of the status line: how the source with the focus tells the row; of the pivot, who else does."""
    if not view.rows:
        return ((" the report has no text", "dim-meta"),)
    row = view.rows[view.row]
    if view.focus != PIVOT:
        return _told_by(view, view.focus, signs)
    telling = [other.name for source, other in enumerate(view.others) if row.blocks[source] is not None]
    if row.paragraph is None:
        where = f"told by {listed(telling)}"
        return ((f" {signs.only} not found in {view.side.name}’s report {signs.dot} {where}", "only"),)
    here = f"{signs.paragraph}{row.paragraph + 1}"
    if not telling:
        return ((f" {signs.only} {here} {signs.dot} not found in any other report", "only"),)
    return ((f" {here} {signs.dot} told by {listed(telling)}", "dim-meta"),)


def _told_by(view: Pivot, source: int, signs: Signs) -> Line:
    name, row = view.others[source].name, view.rows[view.row]
    table, block = view.tables[source], view.block(view.row, source)
    if table is None:
        return ((f" {name} is being compared", "dim-meta"),)
    if block is None and row.paragraph is None:
        return ((f" {signs.only} not found here in {name}’s report", "only"),)
    if block is None or not block.b:
        return ((f" {signs.only} {absence(block or Block((), ()), table.b, signs)}", "only"),)
    sign, role = sign_of(block, signs)
    numbers = " ".join(f"{signs.paragraph}{place + 1}" for place in block.b)
    if block.sign == "only":
        return ((f" {sign} {name} {numbers} {signs.dot} not found in {view.side.name}’s report", role),)
    beside = view.is_beside(view.row, source)
    parts = [
        f"{name} {numbers}",
        TOLD[block.sign],
        *([likeness(block)] if block.score else []),
        *([] if block.sure else ["perhaps the same"]),
        *(["told in another place there"] if block.moved else []),
        *([f"stands beside {signs.paragraph}{beside + 1}"] if beside is not None else []),
    ]
    return ((f" {sign} {f' {signs.dot} '.join(parts)}", role),)


def counts(view: Pivot) -> Line:
    """The right half: how many differences there are, and how far down one is."""
    found = len(view.differences)
    differences = f"{found} difference{'s' * (found != 1)}" if found else "no differences"
    return ((f" {differences}   {view.row + 1} of {len(view.rows)} " if view.rows else "", "dim-meta"),)
