"""Which reports stand side by side, two or one beside all the others, and which of them has the focus."""

from dataclasses import replace

from reader.session.actions import pivots
from reader.session.actions.pivots import or_by_pivot
from reader.session.actions.side_by_side import GROUP, HERE, comparing, not_open, viewing
from reader.session.comparing import opening
from reader.session.comparing.model import TWO_COLUMNS, Comparing, Side, Which
from reader.session.comparing.pivot import Pivot
from reader.session.registry import Step, action, said
from reader.session.state import Reading, State
from reader.session.world import World


@action("s", group=GROUP, scope=HERE, label="swap")
@or_by_pivot(pivots.swap)
def swap_sides(state: State, world: World, which: int) -> Step:
    """Exchange the sides; by pivot, make the source with the focus the pivot: the paragraphs follow its order."""
    view = comparing(state)
    if view is None:
        return not_open(state)
    found = opening.swapped(view.table)
    side: Which = "a" if view.table.blocks and view.table.blocks[view.block].a else "b"
    offset, _ = opening.offset_in(view.table, view.block, side)
    block = opening.block_at(found, "b" if side == "a" else "a", offset)
    return viewing(state, _started(replace(view, table=found, block=block, difference=-1)))


def _started(view: Comparing) -> Comparing:
    """The view with the block in which the reader was before it was opened, in the table that it has now."""
    for side in ("a", "b"):
        which: Which = "a" if side == "a" else "b"
        if view.table.side(which).key == view.key:
            return replace(view, start=opening.block_at(view.table, which, view.cursor))
    return replace(view, start=-1)


@action("p", group=GROUP, scope=HERE, label="pair, pivot")
def pivot(state: State, world: World, which: int) -> Step:
    """Read the left report beside all the other sources at once; again, beside one of them."""
    if isinstance(state.view, Pivot):
        return pivots.to_pair(state, world)
    view = comparing(state)
    return not_open(state) if view is None else pivots.from_pair(state, view)


@action("]", "alt+right", group=GROUP, scope=HERE, label="next source")
@or_by_pivot(pivots.next_source)
def next_right(state: State, world: World, which: int) -> Step:
    """Put the next source on the right, at the same passage; by pivot, bring the next ones into view."""
    return _beside(state, world, 1)


@action("[", "alt+left", group=GROUP, scope=HERE)
@or_by_pivot(pivots.previous_source)
def previous_right(state: State, world: World, which: int) -> Step:
    """Put the previous source on the right, at the same passage; by pivot, bring the ones before into view."""
    return _beside(state, world, -1)


def _beside(state: State, world: World, step: int) -> State:
    view, reading = comparing(state), state.reading
    if view is None or reading is None:
        return not_open(state)
    if len(reading.strip) < 3:
        return said(state, "this event has no third source; s exchanges the two")
    place = _place(reading, view.table.b)
    while True:
        place = (place + step) % len(reading.strip)
        if reading.strip[place] != view.table.a.key:
            return _put_right(state, world, view, opening.side(world, reading, place))


@action("1", "2", "3", "4", "5", "6", "7", "8", "9", group=GROUP, scope=HERE)
@or_by_pivot(pivots.choose)
def right_source(state: State, world: World, which: int) -> Step:
    """Choose the source on the right, or by pivot the one with the focus, by its number."""
    view, reading = comparing(state), state.reading
    if view is None or reading is None:
        return not_open(state)
    if which >= len(reading.strip):
        return said(state, f"this event has {len(reading.strip)} sources")
    if reading.strip[which] == view.table.b.key:
        return said(state, f"{view.table.b.name} is on the right")
    if reading.strip[which] == view.table.a.key:
        return said(state, f"{view.table.a.name} is on the left; s exchanges the sides")
    return _put_right(state, world, view, opening.side(world, reading, which))


def _place(reading: Reading, side: Side) -> int:
    """Where a source is on the strip now: a report may have joined the event since the view was opened."""
    return reading.strip.index(side.key) if side.key in reading.strip else side.place


def _put_right(state: State, world: World, view: Comparing, side: Side) -> State:
    found = opening.table(world, view.table.a, side)
    block = opening.anchored(view, found)
    return viewing(state, _started(replace(view, table=found, block=block, difference=-1)))


@action("h", "left", group=GROUP, scope=HERE)
@or_by_pivot(pivots.to_the_left)
def left_side(state: State, world: World, which: int) -> Step:
    """Give the focus to the report on the left."""
    return focused(state, "a")


@action("l", "right", group=GROUP, scope=HERE)
@or_by_pivot(pivots.to_the_right)
def right_side(state: State, world: World, which: int) -> Step:
    """Give the focus to the report on the right."""
    return focused(state, "b")


@action("tab", "shift+tab", group=GROUP, scope=HERE)
@or_by_pivot(pivots.to_the_next)
def other_side(state: State, world: World, which: int) -> Step:
    """Give the focus to the other report, or to the next one."""
    view = comparing(state)
    return not_open(state) if view is None else focused(state, "b" if view.focus == "a" else "a")


def focused(state: State, which: Which) -> State:
    """The side with the focus is this one."""
    view = comparing(state)
    return not_open(state) if view is None else viewing(state, replace(view, focus=which))


@action("L", group=GROUP, scope=HERE)
@or_by_pivot(pivots.unlock)
def unlock(state: State, world: World, which: int) -> Step:
    """Let the side with the focus scroll alone; again, and the two stand beside each other as before."""
    view = comparing(state)
    if view is None:
        return not_open(state)
    if state.width < TWO_COLUMNS:
        return said(state, "one stands below the other here: side by side they can be unlocked, from 100 columns on")
    text = "locked again" if view.unlocked else f"{view.table.side(view.focus).name} scrolls alone · L locks it again"
    return said(viewing(state, replace(view, unlocked=not view.unlocked)), text)
