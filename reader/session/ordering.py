"""Making the list anew from the library's order, keeping the user where they are."""

from dataclasses import replace

from reader.library.editions import followed
from reader.library.extent import newest_event, top
from reader.library.values import Order
from reader.session.listing import Item, Listing, flat, grouped, with_saved
from reader.session.memory import Memory
from reader.session.state import State
from reader.session.world import World

MANY = 500
"""Unfolded events beyond which they are taken as they are, without asking which event each article is in by now."""
TOP = 256
"""Events that are as many rows as any screen has."""


def relist(state: State, world: World, order: Order | None = None) -> State:
    """Build the listing again; the cursor stays on its row, or on the nearest that is left.

    `order`: what is in the list, where it is not to be the whole library."""
    before = state.listing.item(state.cursor) if state.cursor < len(state.listing) else None
    listing = _build(state, world, order or world.library.order(state.sort))
    found = listing.find(before) if before else 0
    if found is None and before and before.saved is None:
        key = before.key if before.is_event else followed(world.library, before.key)
        header = Item(world.library.event_of(key), True)  # an event is called after its newest article
        found = next((at for item in (Item(key, False), header) if (at := listing.find(item)) is not None), None)
    if found is None:
        found = min(state.cursor, max(0, len(listing) - 1))
    return replace(state, listing=listing, cursor=found)


def _build(state: State, world: World, order: Order) -> Listing:
    if state.grouped:
        listing = grouped(order, _open_events(state.unfolded, world))
    else:
        listing = flat(order.flat() if state.sort == "date" else order.keys)
    return with_saved(listing, len(state.saved))


def _open_events(unfolded: frozenset[int], world: World) -> frozenset[int]:
    if len(unfolded) > MANY:
        return unfolded
    return frozenset(world.library.event_of(key) for key in unfolded)


def starting(world: World, remembered: Memory) -> State:
    """What the settings ask for and what is remembered, before the library was asked for anything."""
    config = world.config
    return State(
        memory=remembered,
        grouped=config.group,
        sort=config.sort,
        panel_shown=config.panel != "hidden",
        saved=world.saved_queries(),
        layers={"none": 0, "quotes": 1, "names": 2, "gaps": 4}.get(config.layers, 3),
    )


def glimpse(state: State, world: World) -> State:
    """As `first`, but where the list is by date only the top of it, at no cost that grows with the library: `whole`
    is to follow when that is on the screen."""
    return first(state, world, top(world.library, TOP) if _is_by_date(state) else None)


def whole(state: State, world: World) -> State:
    """The list of a state that `glimpse` gave, whole; all else stays."""
    return relist(state, world) if _is_by_date(state) else state


def _is_by_date(state: State) -> bool:
    return state.grouped and state.sort == "date"


def first(state: State, world: World, order: Order | None = None) -> State:
    """The list as it is at the start: the newest event unfolded, its first article shown, without its analysis yet.

    `order`: as of `relist`."""
    newest = newest_event(world.library)
    state = relist(replace(state, unfolded=frozenset() if newest is None else frozenset({newest})), world, order)
    if not len(state.listing):
        return state
    cursor = min(len(state.saved), len(state.listing) - 1)
    if state.listing.item(cursor).is_event and len(state.listing) > cursor + 1:
        cursor += 1
    item = state.listing.item(cursor)
    row = world.row(item.key)
    if item.is_event or row is None or row.problem:
        return replace(state, cursor=cursor)
    reading = world.reading(item.key, state.memory.positions.get(row.id, 0), analysed=False)
    return replace(state, cursor=cursor, reading=reading)
