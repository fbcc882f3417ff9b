"""What is chosen and marked on the pages of an event: order, filters, sources, what has been seen."""

from dataclasses import replace

from reader.model.event import FactKind
from reader.session.actions.event_pages import GROUP
from reader.session.event_pages import building
from reader.session.event_pages.model import GAP_LISTS, SORTS, Cell, EventPage, Facts, Gaps, Matrix, Timeline
from reader.session.event_pages.moving import on_row
from reader.session.registry import Step, action, said
from reader.session.state import State
from reader.session.world import World

KINDS: tuple[FactKind, ...] = ("number", "date", "name", "place")
LISTS = {
    "only": "only in this source",
    "missing": "not found here",
    "moved": "told earlier or later here",
}


def _shown(state: State, page: EventPage, text: str = "") -> State:
    """The page with its rows chosen anew."""
    state = replace(state, view=building.shown(page, state.memory))
    return said(state, text) if text else state


@action("h", "left", group=GROUP, scope=("matrix", "cell", "timeline"))
def left_cell(state: State, world: World, which: int) -> Step:
    """Go to the cell or the mention on the left; from a cell's quotes back to the table."""
    if isinstance(state.view, Cell):
        from reader.session.actions.event_pages import leave_page

        return leave_page(state, world, 0)
    return _sideways(state, -1)


@action("l", "right", group=GROUP, scope=("matrix", "timeline"))
def right_cell(state: State, world: World, which: int) -> Step:
    """Go to the cell or the mention on the right."""
    return _sideways(state, 1)


def _sideways(state: State, by: int) -> State:
    page = state.view
    if isinstance(page, Matrix):
        return to_column(state, page.column + by)
    if isinstance(page, Timeline) and page.rows:
        many = len(page.rows[page.cursor].mentions)
        return replace(state, view=replace(page, mention=max(0, min(page.mention + by, many - 1))))
    return state


def to_column(state: State, column: int) -> State:
    """The cursor of the table in another column, or in the nearest there is."""
    page = state.view
    if not isinstance(page, Matrix):
        return state
    return replace(state, view=replace(page, column=max(0, min(column, len(page.event.keys) - 1))))


@action("1", "2", "3", "4", "5", "6", "7", "8", "9", group=GROUP, scope=("matrix", "gaps", "timeline"))
def page_source(state: State, world: World, which: int) -> Step:
    """By a source's number: go to its column, see its gaps, show or hide it on the timeline."""
    page = state.view
    if not isinstance(page, EventPage):
        return state
    if which >= len(page.event.keys):
        many = len(page.event.keys)
        return said(state, f"this event has {many} source{'s' * (many != 1)}")
    if isinstance(page, Matrix):
        return to_column(state, which)
    if isinstance(page, Gaps):
        page = replace(page, home=which, cursor=0, rows=())
        return replace(state, view=building.built(page, state.memory))
    if isinstance(page, Timeline):
        return _hidden(state, page, which)
    return state


def _hidden(state: State, page: Timeline, place: int) -> State:
    hidden = page.hidden ^ {place}
    if len(hidden) == len(page.event.keys):
        return said(state, "this is the last source that is shown")
    word = "hidden" if place in hidden else "shown"
    return _shown(state, replace(page, hidden=hidden), f"{page.event.names[place]} is {word}")


@action("o", group=GROUP, scope=("matrix", "facts", "gaps", "timeline"), label="differing")
def narrow_rows(state: State, world: World, which: int) -> Step:
    """Leave out speakers or dates that all sources have; show facts that agree; hide what was put aside."""
    page = state.view
    match page:
        case Matrix():
            text = "all speakers" if page.only else "only speakers that some source does not quote · o shows all"
            return _shown(state, replace(page, only=not page.only), text)
        case Timeline():
            text = "all dates" if page.only else "only dates that some source does not have · o shows all"
            return _shown(state, replace(page, only=not page.only), text)
        case Gaps():
            text = "what was put aside is shown too" if page.only else "what was put aside is hidden · o shows it"
            return _shown(state, replace(page, only=not page.only), text)
        case Facts():
            text = "what agrees is not shown" if page.agreeing else "what agrees is shown too"
            return _shown(state, replace(page, agreeing=not page.agreeing), text)
    return state


@action("S", group=GROUP, scope=("matrix",), label="sort")
def sort_speakers(state: State, world: World, which: int) -> Step:
    """Order the speakers by number of quotes, by name, by what differs."""
    page = state.view
    if not isinstance(page, Matrix):
        return state
    sort = SORTS[(SORTS.index(page.sort) + 1) % len(SORTS)]
    text = {"count": "by number of quotes", "name": "by name", "difference": "by what differs"}[sort]
    return _shown(state, replace(page, sort=sort), text)


@action("space", group=GROUP, scope=("matrix",), label="unfold")
def unfold_unnamed(state: State, world: World, which: int) -> Step:
    """Show the speakers without a name one by one, by what the sources call them; again to fold them."""
    page = state.view
    if not isinstance(page, Matrix) or page.speakers is None:
        return state
    many = len(page.speakers.described)
    if not many:
        return said(state, "every speaker here has a name")
    page = replace(page, unfolded=not page.unfolded)
    if not page.unfolded:
        return _shown(state, page, "speakers without a name are folded")
    state = _shown(state, page, f"{many} without a name, by what the sources call them · Space folds them")
    fold = next(n for n, row in enumerate(state.view.rows) if row.speaker is None)  # type: ignore[union-attr]
    return on_row(state, max(fold, page.cursor))


@action("tab", group=GROUP, scope=("facts", "gaps"), label="kind")
def next_kind(state: State, world: World, which: int) -> Step:
    """Show the next kind of facts: numbers, dates, names, places, all; the next list of gaps."""
    return _kind(state, 1)


@action("shift+tab", group=GROUP, scope=("facts", "gaps"))
def previous_kind(state: State, world: World, which: int) -> Step:
    """Show the previous kind of facts, or the previous list of gaps."""
    return _kind(state, -1)


def _kind(state: State, by: int) -> State:
    page = state.view
    if isinstance(page, Gaps):
        which = GAP_LISTS[(GAP_LISTS.index(page.which) + by) % len(GAP_LISTS)]
        return _shown(state, replace(page, which=which, cursor=0, rows=()))
    if not isinstance(page, Facts):
        return state
    kinds = (None, *(kind for kind in KINDS if any(_counts(page, one.verdict, one.kind, kind) for one in page.facts)))
    at = kinds.index(page.kind) if page.kind in kinds else 0
    kind = kinds[(at + by) % len(kinds)]
    return _shown(state, replace(page, kind=kind), f"only {kind}s" if kind else "facts of every kind")


def _counts(page: Facts, verdict: str, own: FactKind, kind: FactKind) -> bool:
    return own == kind and (page.agreeing or verdict != "same")


@action("space", group=GROUP, scope=("facts", "gaps"), label="seen")
def mark_seen(state: State, world: World, which: int) -> Step:
    """Mark the fact as seen, or put the gap aside; again to take that back. It is remembered."""
    page = state.view
    if not isinstance(page, Facts | Gaps) or page.cursor >= page.count:
        return state
    if isinstance(page, Facts):
        id, on, off = building.fact_id(page.event, page.rows[page.cursor]), "marked as seen", "no longer marked as seen"
    else:
        id, on, off = page.rows[page.cursor].id, "put aside", "no longer put aside"
    marking = id not in state.memory.seen
    state = replace(state, memory=state.memory.with_seen(id, marking))
    back = "" if not marking else " · o shows it" if isinstance(page, Gaps) and page.only else " · Space takes it back"
    return _shown(state, page, f"{on if marking else off}{back}")


@action("i", group=GROUP, scope=("facts",), label="why")
def why_matched(state: State, world: World, which: int) -> Step:
    """Say why the statements were held against each other; again to stop."""
    page = state.view
    return replace(state, view=replace(page, why=not page.why)) if isinstance(page, Facts) else state
