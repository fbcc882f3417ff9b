"""Making the list anew from the library's order, keeping the user where they are."""

from dataclasses import replace

from reader.library.editions import followed
from reader.session.listing import Item, Listing, flat, grouped, with_saved
from reader.session.state import State
from reader.session.world import World

MANY = 500
"""Unfolded events beyond which they are taken as they are, without asking which event each article is in by now."""


def relist(state: State, world: World) -> State:
    """Build the listing again; the cursor stays on its row, or on the nearest that is left."""
    before = state.listing.item(state.cursor) if state.cursor < len(state.listing) else None
    listing = _build(state, world)
    found = listing.find(before) if before else 0
    if found is None and before and before.saved is None:
        key = before.key if before.is_event else followed(world.library, before.key)
        header = Item(world.library.event_of(key), True)  # an event is called after its newest article
        found = next((at for item in (Item(key, False), header) if (at := listing.find(item)) is not None), None)
    if found is None:
        found = min(state.cursor, max(0, len(listing) - 1))
    return replace(state, listing=listing, cursor=found)


def _build(state: State, world: World) -> Listing:
    order = world.library.order(state.sort)
    if state.grouped:
        listing = grouped(zip(order.events, order.members, strict=True), _open_events(state.unfolded, world))
    else:
        listing = flat(order.flat() if state.sort == "date" else order.keys)
    return with_saved(listing, len(state.saved))


def _open_events(unfolded: frozenset[int], world: World) -> frozenset[int]:
    if len(unfolded) > MANY:
        return unfolded
    return frozenset(world.library.event_of(key) for key in unfolded)


def newest_event(world: World) -> int | None:
    """Key of the event on top of the list, None in an empty library."""
    events = world.library.order().events
    return events[0] if events else None
