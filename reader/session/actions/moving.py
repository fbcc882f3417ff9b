"""Moving: up and down in whichever pane is focused, into and out of things, from pane to pane."""

from dataclasses import replace

from reader.session.effects import Quit, Scroll
from reader.session.event_pages.model import EventPage
from reader.session.event_pages.moving import on_row, stepped
from reader.session.opening import push, show_under_cursor, visit
from reader.session.ordering import relist
from reader.session.panel import go_to_row, rows
from reader.session.registry import SCOPES, Step, action, said
from reader.session.state import Pane, State
from reader.session.world import World

GROUP = "Moving"


def _step(state: State, world: World, by: int, scroll: Scroll) -> Step:
    if isinstance(state.view, EventPage):
        return stepped(state, by)
    if state.view is not None:
        return state, scroll
    if state.pane == "list":
        return to_row(state, world, state.cursor + by)
    if state.pane == "panel":
        return go_to_row(state, state.panel_cursor + by)
    return state, scroll


def to_row(state: State, world: World, index: int) -> State:
    """Put the list's cursor on a row, or on the nearest there is, and show its article."""
    index = max(0, min(index, len(state.listing) - 1))
    return show_under_cursor(replace(state, cursor=index), world)


@action("j", "down", group=GROUP, scope=SCOPES)
def down(state: State, world: World, which: int) -> Step:
    """Go down a line."""
    return _step(state, world, 1, Scroll(rows=1))


@action("k", "up", group=GROUP, scope=SCOPES)
def up(state: State, world: World, which: int) -> Step:
    """Go up a line."""
    return _step(state, world, -1, Scroll(rows=-1))


@action("ctrl+d", group=GROUP, scope=SCOPES)
def half_page_down(state: State, world: World, which: int) -> Step:
    """Go down half a page."""
    return _step(state, world, state.list_height // 2, Scroll(pages=0.5))


@action("ctrl+u", group=GROUP, scope=SCOPES)
def half_page_up(state: State, world: World, which: int) -> Step:
    """Go up half a page."""
    return _step(state, world, -(state.list_height // 2), Scroll(pages=-0.5))


@action("pagedown", "ctrl+f", group=GROUP, scope=SCOPES)
def page_down(state: State, world: World, which: int) -> Step:
    """Go down a page."""
    return _step(state, world, max(1, state.list_height - 1), Scroll(pages=1.0))


@action("pageup", "ctrl+b", "b", group=GROUP, scope=SCOPES)
def page_up(state: State, world: World, which: int) -> Step:
    """Go up a page."""
    return _step(state, world, -max(1, state.list_height - 1), Scroll(pages=-1.0))


@action("space", group=GROUP, scope=tuple(scope for scope in SCOPES if scope not in ("matrix", "facts", "gaps")))
def read_on(state: State, world: World, which: int) -> Step:
    """Go down a page in the article; at its end go on to the next unread one."""
    if isinstance(state.view, EventPage):
        return stepped(state, max(1, state.list_height - 1))
    if state.view is not None:
        return state, Scroll(pages=1.0)
    if state.pane == "list":
        return into(state, world, 0)
    return state, Scroll(pages=1.0, onwards=True)


@action("g g", "home", group=GROUP, scope=SCOPES)
def top(state: State, world: World, which: int) -> Step:
    """Go to the top."""
    if isinstance(state.view, EventPage):
        return on_row(state, 0)
    if state.view is not None:
        return state, Scroll(to="top")
    if state.pane == "list":
        return to_row(state, world, 0)
    if state.pane == "panel":
        return go_to_row(state, 0)
    return push(state), Scroll(to="top")


@action("G", "end", group=GROUP, scope=SCOPES)
def bottom(state: State, world: World, which: int) -> Step:
    """Go to the bottom."""
    if isinstance(state.view, EventPage):
        return on_row(state, state.view.count - 1)
    if state.view is not None:
        return state, Scroll(to="bottom")
    if state.pane == "list":
        return to_row(state, world, len(state.listing) - 1)
    if state.pane == "panel":
        return go_to_row(state, len(rows(state)) - 1)
    return push(state), Scroll(to="bottom")


@action("enter", "l", "right", group=GROUP, label="open")
def into(state: State, world: World, which: int) -> Step:
    """Open: unfold an event, read an article, go to a quote's or a note's place in the text."""
    if state.pane == "panel":
        from reader.session.actions.panelling import open_row

        return open_row(state, world)
    if state.pane == "text" or not len(state.listing):
        advice = state.query.advice if state.query and state.pane == "list" else None
        if advice is not None and advice.instead:
            from reader.session.actions.searching import run

            return run(state, world, advice.instead)
        return state
    item = state.listing.item(state.cursor)
    if state.query is not None or item.saved is not None:
        from reader.session.hits import open_hit

        return open_hit(state, world)
    if item.is_event:
        if state.listing.is_unfolded(state.cursor):
            return to_row(state, world, state.cursor + 1)
        return relist(replace(state, unfolded=state.unfolded | {item.key}), world)
    state = show_under_cursor(state, world)
    if state.reading is None:
        return state
    memory = replace(state.memory, read=state.memory.read | {state.reading.article.id})
    return replace(state, pane="text", memory=memory)


@action("q", "h", "left", "backspace", group=GROUP, label="back")
def back(state: State, world: World, which: int) -> Step:
    """Go back: from panel to text, from text to list, to the event's header; `q` in the list leaves the reader."""
    from reader.session.actions.panelling import returned

    if (home := returned(state, world)) is not None:
        return home
    if state.zoomed:
        return replace(state, zoomed=False)
    if state.pane != "list":
        return replace(state, pane="text" if state.pane == "panel" else "list")
    if state.query:
        from reader.session.actions.finding import drop_query

        return drop_query(state, world)
    if which == 0:
        return state, Quit()
    return _fold(state, world)


def _fold(state: State, world: World) -> State:
    header = state.listing.header_of(state.cursor) if len(state.listing) else None
    if header is None:
        return state
    event = state.listing.item(header).key
    unfolded = frozenset(key for key in state.unfolded if world.library.event_of(key) != event)
    folded = relist(replace(state, cursor=header, unfolded=unfolded), world)
    return show_under_cursor(folded, world)


@action("Q", "ctrl+q", group="Reader", scope=SCOPES)
def quit_(state: State, world: World, which: int) -> Step:
    """Leave the reader."""
    return state, Quit()


@action("ctrl+c", group="Reader", scope=SCOPES)
def stop(state: State, world: World, which: int) -> Step:
    """Copy what is selected; where nothing is, leave the reader."""
    from reader.session.actions.sharing import copy_quotation

    if state.reading and state.reading.selection:
        return copy_quotation(state, world, which)
    return state, Quit()


def _panes(state: State) -> tuple[Pane, ...]:
    return ("list", "text", "panel") if state.panel_shown else ("list", "text")


@action("tab", group=GROUP, label="pane")
def next_pane(state: State, world: World, which: int) -> Step:
    """Go to the next pane."""
    panes = _panes(state)
    return replace(state, pane=panes[(panes.index(state.pane) + 1) % len(panes)])


@action("shift+tab", group=GROUP)
def previous_pane(state: State, world: World, which: int) -> Step:
    """Go to the previous pane."""
    panes = _panes(state)
    return replace(state, pane=panes[(panes.index(state.pane) - 1) % len(panes)])


@action("ctrl+o", group=GROUP)
def jump_back(state: State, world: World, which: int) -> Step:
    """Go back to where the last jump began."""
    if not state.been:
        return said(state, "no earlier place to go back to")
    *rest, place = state.been
    state = visit(replace(state, been=()), world, place.key, place.cursor)
    return replace(state, been=tuple(rest))


@action("g a", group="Go to")
def go_to_articles(state: State, world: World, which: int) -> Step:
    """Go to the list of articles."""
    return replace(state, pane="list")


@action("g e", group="Go to")
def go_to_events(state: State, world: World, which: int) -> Step:
    """Go to the list, grouped by event."""
    return relist(replace(state, pane="list", grouped=True, sort="date", query=None, asking=None), world)


@action("g t", group="Go to")
def go_to_text(state: State, world: World, which: int) -> Step:
    """Go to the text."""
    return replace(state, pane="text")


@action("g p", group="Go to")
def go_to_panel(state: State, world: World, which: int) -> Step:
    """Go to the panel."""
    return replace(state, pane="panel", panel_shown=True)
