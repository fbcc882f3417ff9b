"""What stands above two reports side by side: which they are, of which day, how much of their words they share."""

from reader.session.comparing.model import Comparing, Side, Versions, Which
from reader.session.comparing.pivot import Pivot
from reader.session.event_pages.model import EventPage
from reader.session.state import Reading, State
from reader.text.cells import cell_width, fit
from reader.ui.present import event_pages, pivot_bars
from reader.ui.present.articles import Line
from reader.ui.present.bars import fitted
from reader.ui.present.compare import CENTRE, Columns
from reader.ui.present.compare_cells import NUMBER
from reader.ui.present.compare_signs import TOLD, absence, places, sign_of
from reader.ui.present.header import source_labels
from reader.ui.present.signs import UNICODE, Signs, long_day

SHARED = 0.005
"""Part of the words below which nothing is said of shared copy."""


def head(view: Comparing, reading: Reading | None, width: int, measure: int, signs: Signs = UNICODE) -> list[Line]:
    """The lines, `width` cells wide; `width` is that of a card of the view."""
    columns = Columns.of(width, measure)
    lines = [sources(view, reading, width)] if reading and len(reading.strip) > 2 else []
    if columns.stacked:
        return [*lines, *(_one_line(view, which, width, signs) for which in ("a", "b"))]
    left, right = _column(view, "a", columns.text, signs), _column(view, "b", columns.text, signs)
    middle = (" " * CENTRE, "")
    for row, (one, other) in enumerate(zip(left, right, strict=True)):
        lead = NUMBER - (row == 0)  # a source's name has a cell of its own colour before it
        lines.append(((" " * (columns.margin + lead), ""), *one, middle, (" " * lead, ""), *other))
    return [*lines, ()]


def sources(view: Comparing, reading: Reading, width: int) -> Line:
    """All sources of the event with their numbers; the two that are shown stand out."""
    shown = (view.table.a.place, view.table.b.place)
    labels = source_labels(reading.sources, width - 1, shown)
    return ((" ", ""), *((label, "key" if place in shown else "dim-meta") for place, label in enumerate(labels)))


def _name(view: Comparing, which: Which) -> tuple[str, str]:
    side = view.table.side(which)
    return f" {side.place + 1} {side.name} ", "source-current" if view.focus == which else "bold"


def _column(view: Comparing, which: Which, width: int, signs: Signs) -> list[Line]:
    """Source and date, the headline, the part of the words that the other has too."""
    side = view.table.side(which)
    name, role = _name(view, which)
    name = fit(name, min(width + 1, cell_width(name)))
    parts = [part for part in _about(side) if part]
    while parts and cell_width(name) + sum(cell_width(part) + 3 for part in parts) > width + 2:
        parts.pop()
    room = width + 1 - cell_width(name)
    first: Line = ((name, role), (fit(" " + f" {signs.dot} ".join(parts), room) if room > 0 else "", "dim-meta"))
    return [
        first,
        ((fit(side.article.label, width), "title"),),
        ((fit(_shared(view, which, width), width), "dim-meta"),),
    ]


def _one_line(view: Comparing, which: str, width: int, signs: Signs) -> Line:
    side = view.table.side("a" if which == "a" else "b")
    name, role = _name(view, "a" if which == "a" else "b")
    name = fit(name, min(cell_width(name), width // 2))
    parts = (*_about(side)[:1], side.article.label)
    rest = f" {signs.dot} ".join(part for part in parts if part)
    return ((name, role), (" " + fit(rest, max(0, width - cell_width(name) - 1)), "dim-meta"))


def _about(side: Side) -> tuple[str, ...]:
    article = side.article
    return (long_day(article.published), article.place or "", article.agency or "")


def _shared(view: Comparing, which: Which, width: int) -> str:
    shared = view.table.comparison.shared_copy
    share = shared.share_a if which == "a" else shared.share_b
    other = view.table.b if which == "a" else view.table.a
    if share < SHARED:
        return ""
    agency = f" · {shared.agency}" if shared.agency else ""
    text = f"{share * 100:.0f} % of its words are in {other.name} too{agency}"
    return text if cell_width(text) <= width else f"{share * 100:.0f} % of its words are in {other.place + 1} too"


def halves(state: State, message: Line, width: int, signs: Signs = UNICODE) -> tuple[Line, Line]:
    """The status line: what has just happened, else how the passage is told; on the right how much there is."""
    view = state.view
    if isinstance(view, EventPage):
        return event_pages.halves(view, message, state.message is not None)
    if isinstance(view, Comparing):
        return (message if state.message else fitted(status(view, signs), width)), counts(view)
    if isinstance(view, Pivot):
        return (message if state.message else fitted(pivot_bars.status(view, signs), width)), pivot_bars.counts(view)
    if isinstance(view, Versions):
        return (message if state.message else ()), ((f" quote {view.index + 1} of {view.count} ", "dim-meta"),)
    return message, ()


def status(view: Comparing, signs: Signs = UNICODE) -> Line:
    """The left half of the status line: how the two tell the passage under the cursor."""
    if not view.table.blocks:
        return ((" neither report has any text", "dim-meta"),)
    block = view.table.blocks[view.block]
    sign, role = sign_of(block, signs)
    parts = [TOLD[block.sign], places(block, signs)]
    if block.sign == "only":
        parts[0] = absence(block, view.table.b if block.a else view.table.a, signs)
    elif block.score:
        parts.append(f"{block.score:.2f}".removeprefix("0"))
    if not block.sure and block.b:
        parts.append("perhaps the same")
    if block.moved:
        parts.append("told in another place there")
    return ((f" {sign} {f' {signs.dot} '.join(parts)}", role),)


def counts(view: Comparing) -> Line:
    """The right half: how many differences there are, and how far down one is."""
    found = len(view.table.differences)
    differences = f"{found} difference{'s' * (found != 1)}" if found else "no differences"
    place = f"{view.block + 1} of {len(view.table.blocks)}" if view.table.blocks else ""
    return ((f" {differences}   {place} ", "dim-meta"),)
