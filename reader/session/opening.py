"""Opening an article, from wherever one comes: the list, a hit, a note, the jump list, another source."""

from dataclasses import replace

from reader.session.listing import Item
from reader.session.registry import said
from reader.session.state import Place, State
from reader.session.world import World

JUMPS_KEPT = 100


def show(state: State, world: World, key: int, cursor: int | None = None) -> State:
    """Put an article into the reading pane, at the cursor, or at the place where it was left."""
    if state.reading and state.reading.key == key and cursor is None:
        return state
    row = world.row(key)
    if row is None:
        return said(state, "this article is gone from the library", "error")
    if row.problem:
        return replace(said(state, f"! {row.problem}", "error"), reading=None, find=None, round=None)
    state = remember_place(state)
    at = state.memory.positions.get(row.id, 0) if cursor is None else cursor
    return replace(state, reading=world.reading(key, at), find=None, round=None, errand=None)


def show_under_cursor(state: State, world: World) -> State:
    """Show the article of the list's row; for an event's header its first article."""
    if not len(state.listing):
        return replace(state, reading=None)
    item = state.listing.item(state.cursor)
    if not item.is_event:
        if state.query is not None and state.query.found:
            from reader.session.hits import show_found

            return show_found(state, world)
        return show(state, world, item.key)
    if item.saved is not None:
        return state
    members = world.library.members(item.key)
    if state.reading and state.reading.key in members:
        return state
    return show(state, world, members[0]) if members else state


def reveal(state: State, world: World, key: int) -> State:
    """Put the list's cursor on an article, unfolding its event if need be."""
    from reader.session.ordering import relist

    index = state.listing.find(Item(key, False))
    if index is None and state.query is None and state.grouped:
        state = relist(replace(state, unfolded=state.unfolded | {world.library.event_of(key)}), world)
        index = state.listing.find(Item(key, False))
    return state if index is None else replace(state, cursor=index)


def visit(state: State, world: World, key: int, cursor: int | None = None) -> State:
    """Jump to a place, so that the jump list leads back to the one before."""
    state = show(push(state), world, key, cursor)
    return replace(reveal(state, world, key), pane="text")


def push(state: State) -> State:
    """Remember on the jump list where the user is."""
    if not state.reading:
        return state
    here = Place(state.reading.key, state.reading.cursor)
    been = tuple(place for place in state.been if place != here)
    return replace(state, been=(*been, here)[-JUMPS_KEPT:])


def remember_place(state: State) -> State:
    """Keep the cursor's place in the article, for when it is opened again."""
    if not state.reading:
        return state
    return replace(state, memory=state.memory.with_position(state.reading.article.id, state.reading.cursor))


def at_cursor(state: State, offset: int) -> State:
    """The cursor moved within the article, by key or mouse: the round of sources ends here."""
    if not state.reading or state.reading.cursor == offset:
        return state
    reading = replace(state.reading, cursor=offset, landed=None)
    from reader.session.panel import follow_text

    return follow_text(replace(state, reading=reading, round=None))
