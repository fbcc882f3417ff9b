"""The pages of an event: opening one, moving in it, into the text or side by side, notes, copying, and back."""

from dataclasses import replace

from reader.model import Article, Span
from reader.session.comparing import opening
from reader.session.comparing.model import Comparing
from reader.session.effects import Copy
from reader.session.event_pages import building, comparisons, copying, stating
from reader.session.event_pages.model import Cell, EventPage, Facts, Gaps, Headlines, Matrix, Reports, Timeline
from reader.session.opening import at_cursor, push, visit
from reader.session.registry import EVENT_PAGES, EVERYWHERE, Step, action, said
from reader.session.state import Prompt, Reading, Scope, State
from reader.session.world import World

GROUP = "The event"
HERE = EVENT_PAGES
OPENS: tuple[Scope, ...] = (*EVERYWHERE, "compare", *EVENT_PAGES)


@action("w", group=GROUP, scope=OPENS, label="who said what")
def who_said_what(state: State, world: World, which: int) -> Step:
    """Show who said what: speakers by sources, and how much of it they have in common; again to go back."""
    return _opened(state, world, Matrix)


@action("f", group=GROUP, scope=OPENS, label="facts")
def facts(state: State, world: World, which: int) -> Step:
    """Show the facts that differ between the sources, each with its sentences; again to go back."""
    return _opened(state, world, Facts)


@action("x", group=GROUP, scope=OPENS, label="gaps")
def gaps(state: State, world: World, which: int) -> Step:
    """Show what only this source tells, and what was not found in it; again to go back."""
    return _opened(state, world, Gaps)


@action("T", group=GROUP, scope=OPENS, label="timeline")
def timeline(state: State, world: World, which: int) -> Step:
    """Show the days that the sources name on one axis; again to go back."""
    return _opened(state, world, Timeline)


@action("g h", group=GROUP, scope=OPENS, label="headlines")
def headlines(state: State, world: World, which: int) -> Step:
    """Show the sources' headlines and leads one below the other; again to go back."""
    return _opened(state, world, Headlines)


def _opened(state: State, world: World, kind: type[EventPage]) -> State:
    """A page of the open article's event: as it was left where the event is still the same, else a new one."""
    if isinstance(state.view, kind):
        return left(state)
    reading = state.reading
    if reading is None:
        return said(state, "no article is open: Enter opens one")
    if not reading.analysed or not world.library.is_ready:
        return said(state, "one moment: the articles are still being looked at")
    event = comparisons.reports(world, reading, state.event)
    before = next((page for page in state.pages if isinstance(page, kind)), None)
    state = left(state)
    known = state.event is not None and state.event.members is event.members
    page = before if before and known and _is_about(before, reading) else _new(kind, event, reading)
    page = building.built(replace(page, event=event), state.memory)
    return replace(state, view=page, event=event, prompt=None, pages=state.pages if known else ())


def _is_about(page: EventPage, reading: Reading) -> bool:
    return not isinstance(page, Gaps) or page.event.keys[page.home] == reading.key


def _new(kind: type[EventPage], event: Reports, reading: Reading) -> EventPage:
    here = event.keys.index(reading.key)
    if kind is Matrix:
        return Matrix(event=event, column=here)
    if kind is Gaps:
        return Gaps(event=event, home=here)
    return kind(event=event, cursor=here if kind is Headlines else 0)


def left(state: State) -> State:
    """The page is closed; it is opened again as it was left."""
    page = state.view
    if not isinstance(page, EventPage):
        return replace(state, view=None)
    page = page.under if isinstance(page, Cell) else page
    others = tuple(one for one in state.pages if type(one) is not type(page))
    return replace(state, view=None, pages=(*others, page))


@action("q", "backspace", group=GROUP, scope=HERE, label="back")
def leave_page(state: State, world: World, which: int) -> Step:
    """Go back: from a cell's quotes to the table, from a page to where you were."""
    if isinstance(state.view, Cell):
        return replace(state, view=building.built(replace(state.view.under, event=state.view.event), state.memory))
    return left(state)


def compared(state: State, world: World) -> State:
    """One more comparison of the event's reports, and the rows that come of it."""
    page = state.view
    if not isinstance(page, EventPage):
        return state
    first = building.first_of(page)
    event = comparisons.further(world, page.event, first)
    page = replace(page, event=event)
    if comparisons.is_due(event, first):
        page = building.built(page, state.memory)
    return replace(state, view=page, event=event)


# from a row to the text


@action("enter", group=GROUP, scope=HERE, label="open")
def open_row(state: State, world: World, which: int) -> Step:
    """Open: a cell's quotes, a fact's two sentences side by side, the passage or the sentence in its text."""
    page = state.view
    if not isinstance(page, EventPage) or page.cursor >= page.count:
        return state
    match page:
        case Matrix():
            if not building.quotes_in(page, page.cursor, page.column):
                return said(state, unsaid(page), "only")
            return replace(state, view=building.cell(page))
        case Facts():
            return _side_by_side(state, world, page)
        case Cell():
            return _into(state, world, page, page.place, page.rows[page.cursor].quote.spans[0])
        case Gaps():
            gap = page.rows[page.cursor]
            state = _into(state, world, page, gap.place, gap.spans[0])
            return said(state, stating.about_gap(page.event, gap, page.which, page.home), "only")
        case Timeline():
            mention = page.rows[page.cursor].mentions[page.mention]
            state = _into(state, world, page, mention.member, mention.span or Span(0, 0))
            return state if mention.span else said(state, "this is the report’s own date: its text does not name it")
    return _into(state, world, page, page.cursor, Span(0, 0))


def unsaid(page: Matrix) -> str:
    """That the speaker of the cell under the cursor is not quoted in its report."""
    name = page.event.names[page.column]
    row = page.rows[page.cursor] if page.cursor < len(page.rows) else None
    return f"{row.speaker if row and row.speaker else 'nobody without a name'} is not quoted in {name}’s report"


def _into(state: State, world: World, page: EventPage, place: int, span: Span) -> State:
    """The text of a report at a passage."""
    state = replace(left(state), pane="text")
    if state.reading and state.reading.key == page.event.keys[place]:
        return at_cursor(push(state), span.start)
    return visit(state, world, page.event.keys[place], span.start)


def _side_by_side(state: State, world: World, page: Facts) -> State:
    """Two reports at the sentences that differ, that of the open article on the left if it is one of them."""
    reading, statements = state.reading, page.rows[page.cursor].statements
    keys = page.event.keys
    if reading is None or not set(keys) <= set(reading.strip) or len({one.member for one in statements}) < 2:
        return said(state, "the event’s reports have changed: f looks at them again")
    one = next((own for own in statements if keys[own.member] == reading.key), statements[0])
    others = [other for other in statements if other.member != one.member]
    other = next((other for other in others if other.value != one.value), others[0])
    places = [reading.strip.index(keys[stated.member]) for stated in (one, other)]
    found = opening.table(world, *(opening.side(world, reading, place) for place in places))
    at = [
        index
        for index, difference in enumerate(found.differences)
        if (one.span in difference.a and other.span in difference.b)
    ]
    block = found.differences[at[0]].block if at else opening.block_at(found, "a", one.span.start if one.span else 0)
    view = Comparing(found, block, difference=at[0] if at else -1, key=reading.key, cursor=reading.cursor, origin=page)
    return replace(left(state), view=view)


# notes and copies


def targets(page: EventPage) -> tuple[tuple[Article, Span], ...]:
    """The passages that a note on the row is on."""
    if page.cursor >= page.count:
        return ()
    places: list[tuple[int, Span]] = []
    match page:
        case Matrix():
            ids = building.quotes_in(page, page.cursor, page.column)
            quotes = {quote.id: quote for quote in page.event.members[page.column].analysis.quotes}
            places = [(page.column, Span(quotes[id].spans[0].start, quotes[id].spans[-1].end)) for id in ids]
        case Cell():
            spans = page.rows[page.cursor].quote.spans
            places = [(page.place, Span(spans[0].start, spans[-1].end))]
        case Facts():
            stated = page.rows[page.cursor].statements
            places = [(one.member, stating.sentence(page.event, one.member, one.span)) for one in stated if one.span]
        case Gaps():
            gap = page.rows[page.cursor]
            places = [(gap.place, Span(gap.spans[0].start, gap.spans[-1].end))]
            places += [(place, span) for place, span, _ in gap.elsewhere]
        case Timeline():
            mention = page.rows[page.cursor].mentions[page.mention]
            if mention.span:
                places = [(mention.member, stating.sentence(page.event, mention.member, mention.span))]
        case Headlines():
            places = [(page.cursor, page.event.members[page.cursor].article.paragraphs[0])]
    return tuple((page.event.members[place].article, span) for place, span in dict.fromkeys(places))


@action("a", group=GROUP, scope=HERE, label="note")
def note_on_row(state: State, world: World, which: int) -> Step:
    """Write a note on the passages of the row: the cell's quotes, both sentences of a fact, the passage."""
    page = state.view
    if not isinstance(page, EventPage):
        return state
    found = targets(page)
    if not found:
        return said(state, "nothing in the texts belongs to this row: there is nothing to put a note on")
    return replace(state, prompt=Prompt("note", pair=found))


COPIED = {
    "matrix": "the table",
    "cell": "the quotes",
    "facts": "the facts",
    "gaps": "the list",
    "timeline": "the timeline",
    "headlines": "headlines and leads",
}


@action("y", group=GROUP, scope=HERE, label="copy")
def copy_page(state: State, world: World, which: int) -> Step:
    """Copy the page as Markdown, as it is chosen and ordered now, with references."""
    page = state.view
    if not isinstance(page, EventPage) or not page.count:
        return said(state, "there is nothing to copy")
    return state, Copy(copying.markdown(page), COPIED[page.scope])
