"""From who said what to the words: a quotation of a cell in every source's wording, two reports side by side at it."""

from dataclasses import replace
from typing import NamedTuple

from reader.model import Quote
from reader.session.actions.event_pages import GROUP, left, unsaid
from reader.session.actions.side_by_side import ALONE
from reader.session.comparing import opening
from reader.session.comparing.model import Comparing
from reader.session.comparing.versions import versions
from reader.session.event_pages import building
from reader.session.event_pages.model import Cell, Matrix, Reports
from reader.session.registry import Step, action, said
from reader.session.state import Reading, Scope, State
from reader.session.world import World

HERE: tuple[Scope, ...] = ("matrix", "cell")
CHANGED = "the event’s reports have changed: w looks at them again"


def _chosen(page: Matrix | Cell) -> tuple[int, Quote] | None:
    """The report and the quotation under the cursor: of a cell of the table the first that another report has too."""
    if isinstance(page, Cell):
        return (page.place, page.rows[page.cursor].quote) if page.cursor < page.count else None
    if page.cursor >= page.count:
        return None
    ids = building.quotes_in(page, page.cursor, page.column)
    id = next((id for id in ids if _sharing(page.event, page.column, id)), ids[0] if ids else None)
    quotes = page.event.members[page.column].analysis.quotes
    return next(((page.column, quote) for quote in quotes if quote.id == id), None)


def _sharing(event: Reports, place: int, id: str) -> list[int]:
    """The other reports that have a quotation too, as far as they have been compared."""
    others = (other for other in range(len(event.keys)) if other != place)
    return [other for other in others if any(p.a == id and p.b for p in event.compared(place, other).quotes)]


def _other(page: Matrix | Cell, place: int, id: str) -> int:
    """The report to put beside one at a quotation: that has it too, else that quotes the speaker, else the next."""
    shared = _sharing(page.event, place, id)
    if shared:
        return shared[0]
    table = page.under if isinstance(page, Cell) else page
    if table.cursor < len(table.rows):
        quoting = [n for n, ids in enumerate(table.rows[table.cursor].quotes) if ids and n != place]
        if quoting:
            return quoting[0]
    return (place + 1) % len(page.event.keys)


class Here(NamedTuple):
    """The quotation under the cursor."""

    page: Matrix | Cell
    reading: Reading
    """What is open in the text."""
    place: int
    """The report that the quotation stands in."""
    quote: Quote


def _here(state: State) -> Here | str:
    """The quotation under the cursor, or why there is none to be held against another source's."""
    page, reading = state.view, state.reading
    if not isinstance(page, Matrix | Cell) or reading is None or not set(page.event.keys) <= set(reading.strip):
        return CHANGED
    if len(page.event.keys) < 2:
        return ALONE
    chosen = _chosen(page)
    if chosen is None:
        return unsaid(page) if isinstance(page, Matrix) else "no quote here"
    return Here(page, reading, *chosen)


@action("c", "alt+c", group=GROUP, scope=HERE, label="compare")
def compare_cell(state: State, world: World, which: int) -> Step:
    """Put the cell's report beside another that has the quote, or else quotes the speaker, at this quote."""
    here = _here(state)
    if isinstance(here, str):
        return said(state, here, "only")
    keys, reading = here.page.event.keys, here.reading
    other = _other(here.page, here.place, here.quote.id)
    sides = [opening.side(world, reading, reading.strip.index(keys[one])) for one in (here.place, other)]
    found = opening.table(world, *sides)
    block = opening.block_at(found, "a", here.quote.spans[0].start)
    view = Comparing(found, block, key=reading.key, cursor=reading.cursor, origin=here.page)
    return replace(left(state), view=view)


@action("d", "alt+d", group=GROUP, scope=HERE, label="wording")
def cell_wording(state: State, world: World, which: int) -> Step:
    """Show how every source words the quote; in the table the cell's first that another source has too."""
    here = _here(state)
    if isinstance(here, str):
        return said(state, here, "only")
    there = world.reading(here.page.event.keys[here.place], here.quote.spans[0].start)
    own = next((one for one in there.analysis.quotes if one.id == here.quote.id), None) if there else None
    if there is None or own is None or len(there.strip) < 2:
        return said(state, CHANGED)
    view = replace(versions(world, there, own), back=(here.page, here.reading))
    return replace(left(state), view=view, reading=there, prompt=None)
