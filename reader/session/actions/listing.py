"""The list itself: how it is grouped and sorted, and looking at the folder again."""

from dataclasses import replace

from reader.session.effects import Rescan
from reader.session.hits import asked
from reader.session.ordering import first, relist
from reader.session.registry import Step, action, said
from reader.session.state import Reading, State
from reader.session.world import World

GROUP = "List"
SORTS = ("date", "oldest", "source", "title", "quotes", "sources")
"""As the library knows them; grouped by event they sort the events."""


@action("`", "alt+g", group=GROUP)
def group(state: State, world: World, which: int) -> Step:
    """Group the list by event, or list all articles."""
    state = relist(replace(state, grouped=not state.grouped, query=None, asking=None), world)
    return said(state, "grouped by event" if state.grouped else "all articles in one list")


@action("S", group=GROUP)
def sort(state: State, world: World, which: int) -> Step:
    """Sort the list by date, oldest first, source, title, number of quotes or of sources; hits of a search likewise."""
    if state.query is not None:
        from reader.session.hits import sorted_otherwise

        return sorted_otherwise(state, world)
    by = SORTS[(SORTS.index(state.sort) + 1) % len(SORTS)] if state.sort in SORTS else SORTS[0]
    state = relist(replace(state, sort=by, query=None, asking=None), world)
    return said(state, f"sorted by {by}")


@action("g z", group=GROUP, scope=("list",), label="fold all")
def fold_all(state: State, world: World, which: int) -> Step:
    """Fold all events; if all are folded, unfold all."""
    if state.unfolded:
        return relist(replace(state, unfolded=frozenset()), world)
    return relist(replace(state, unfolded=frozenset(world.library.order().events)), world)


@action("R", group=GROUP)
def rescan(state: State, world: World, which: int) -> Step:
    """Look at the folder again for new, changed and removed files."""
    return said(state, "looking at the folder again"), Rescan()


def refreshed(state: State, world: World) -> State:
    """The library has changed underneath: show what is there now, without moving under the user."""
    from reader.session.opening import show_under_cursor

    if not len(state.listing) and state.query is None:
        return refresh_reading(_found_again(state, world) if state.reading else first(state, world), world)
    if not len(state.listing) and state.query and state.asking is None:  # what has come in may be what is looked for
        return asked(state, world, state.query.text, state.query.section)
    if not state.query:
        state = relist(state, world)
    return refresh_reading(state if state.reading else show_under_cursor(state, world), world)


def _found_again(state: State, world: World) -> State:
    """The list after one that was empty: the catalogue was lost while the article was being read."""
    from reader.session.opening import reveal

    state = relist(state, world)
    key = _key_of(state.reading, world) if state.reading else None
    return state if key is None else reveal(state, world, key)


def _key_of(reading: Reading, world: World) -> int | None:
    """The key that the open article has now; None while it has none, in a catalogue that is being made anew.

    There its old key may be another article's.
    """
    from reader.library.editions import followed, former_ids

    library, article = world.library, reading.article
    key = followed(library, reading.key)
    now = library.article(key)
    if article.id == now.id or article.text == now.text or article.id in former_ids(library, key):
        return key
    return library.key_of(article.id)


def refresh_reading(state: State, world: World) -> State:
    """Read the open article's surroundings again: its event's sources, its notes."""
    if state.reading is None:
        return state
    key = _key_of(state.reading, world)
    fresh = None if key is None else world.reading(key, state.reading.cursor)
    if fresh is None:
        return state
    old = state.reading
    if old.analysed and (fresh.article, fresh.strip, fresh.analysis) == (old.article, old.strip, old.analysis):
        return replace(state, reading=replace(state.reading, notes=fresh.notes))
    return replace(state, reading=fresh, round=None)
