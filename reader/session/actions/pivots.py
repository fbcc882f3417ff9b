"""One report beside all the others of its event: what the keys of the side-by-side view do there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from reader.model import Article, Span
from reader.session.actions.sharing import reference
from reader.session.comparing import opening, pivoting
from reader.session.comparing.model import Comparing
from reader.session.comparing.pivot import PIVOT, Pivot, shown
from reader.session.comparing.pivot_places import (
    by_pair,
    by_pivot,
    exchanged,
    in_sight,
    is_at_start,
    offset_in,
    passages,
)
from reader.session.effects import Copy
from reader.session.opening import at_cursor, push, visit
from reader.session.registry import Run, Step, said
from reader.session.state import Message, Prompt, State
from reader.session.world import World


def or_by_pivot(other: Run) -> Callable[[Run], Run]:
    """Decorates an action on two reports with what it does where one stands beside all the others."""

    def decorated(run: Run) -> Run:
        @wraps(run)
        def chosen(state: State, world: World, which: int) -> Step:
            return (other if isinstance(state.view, Pivot) else run)(state, world, which)

        return chosen

    return decorated


def pivoting_in(state: State) -> Pivot:
    """The view. Raises TypeError where another one is open."""
    if not isinstance(state.view, Pivot):
        raise TypeError("not read by pivot")
    return state.view


# to and fro


def from_pair(state: State, view: Comparing) -> State:
    """The left report of a pair beside all the others, at the same passage."""
    reading = state.reading
    if reading is None or len(reading.strip) < 3:
        return said(state, "this event has no third source: the two are all there are")
    return replace(state, view=by_pivot(reading, view, state.width))


def to_pair(state: State, world: World) -> State:
    """The pivot and the source with the focus, else the first that has a column, at the same passage."""
    view = pivoting_in(state)
    source = view.window(state.width)[0] if view.focus == PIVOT else view.focus
    found = view.tables[source] or pivoting.table_of(world, view, source)
    return replace(state, view=by_pair(view, source, found))


def compared(state: State, world: World) -> State:
    """One more comparison, and what comes of it."""
    view = pivoting_in(state)
    made = pivoting.further(view, world, state.width)
    return state if made is view else replace(state, view=made)


def leave(state: State, world: World, which: int) -> Step:
    """Back to the open article, at the passage one is on now, or to the page it was opened from."""
    view = pivoting_in(state)
    if view.origin is not None:
        return replace(state, view=view.origin)
    state = replace(state, view=None)
    if is_at_start(view):
        return state
    keys = [other.key for other in view.others]
    return _into(state, world, view, keys.index(view.key) if view.key in keys else PIVOT)


def enter(state: State, world: World, which: int) -> Step:
    """Read on in the report with the focus."""
    view = pivoting_in(state)
    state = replace(state, view=None, pane="text")
    if view.focus == PIVOT and view.side.key == view.key and is_at_start(view):
        return state
    return _into(state, world, view, view.focus)


def _into(state: State, world: World, view: Pivot, source: int) -> State:
    key, name = (view.side.key, view.side.name) if source == PIVOT else view.others[source][::2]
    offset, told = offset_in(view, view.row, source)
    if state.reading and state.reading.key == key:
        state = at_cursor(push(state), offset)
    else:
        state = visit(state, world, key, offset)
    return state if told else said(state, f"not found in {name}’s report · nearest place", "only")


# through what differs


def next_difference(state: State, world: World, which: int) -> Step:
    """The next one, of whichever sources."""
    return _go(state, 1)


def previous_difference(state: State, world: World, which: int) -> Step:
    """The one before."""
    return _go(state, -1)


def _go(state: State, step: int) -> State:
    view = pivoting_in(state)
    differing = view.differences
    if not differing:
        return said(state, "nothing differs: all tell the same", "same")
    rows = [one.row for one in differing]
    target = opening.next_of(rows, view.row, view.difference, step)
    round_ = "" if target is not None else "round to the other end · "
    if target is None:
        target = 0 if step > 0 else len(differing) - 1
    one = differing[target]
    sources = [source for source, spans in one.there if spans]
    focus = view.focus if view.focus in sources or not sources else sources[0]
    view = replace(view, row=one.row, difference=target, focus=focus if sources else PIVOT)
    text = f"{target + 1}/{len(differing)} · {round_}{one.text}"
    message = Message(text, "only" if one.kind == "only" else "similar" if one.kind == "quote" else "differs")
    return replace(state, view=in_sight(view, view.focus, state.width), message=message)


def only_differences(state: State, world: World, which: int) -> Step:
    """Fold away what is alike, or show it again."""
    view = pivoting_in(state)
    if view.only:
        return said(replace(state, view=replace(view, only=False)), "all paragraphs")
    if not view.differences:
        return said(state, "nothing differs: all tell the same", "same")
    target = opening.next_of([one.row for one in view.differences], view.row, view.difference, 1)
    row = view.differences[-1 if target is None else target].row
    row = view.row if view.rows[view.row].kinds else row
    return said(replace(state, view=replace(view, only=True, row=row)), "only what differs · o shows all")


def word_differences(state: State, world: World, which: int) -> Step:
    """Mark single words, or stop."""
    view = pivoting_in(state)
    text = "words are not marked" if view.words else "words that the pivot does not have are marked"
    return said(replace(state, view=replace(view, words=not view.words)), text)


def moved(state: State, row: int) -> State:
    """The cursor is on another row."""
    view = pivoting_in(state)
    if view.row == row:
        return state
    return replace(state, view=replace(view, row=row, difference=-1), message=None)


# which source


def focused(state: State, source: int) -> State:
    """The source with the focus is this one; -1 for the pivot."""
    view = pivoting_in(state)
    return replace(state, view=in_sight(replace(view, focus=source), source, state.width))


def to_the_left(state: State, world: World, which: int) -> Step:
    """The column on the left."""
    view = pivoting_in(state)
    return focused(state, max(PIVOT, view.focus - 1))


def to_the_right(state: State, world: World, which: int) -> Step:
    """The column on the right."""
    view = pivoting_in(state)
    return focused(state, min(len(view.others) - 1, view.focus + 1))


def to_the_next(state: State, world: World, which: int) -> Step:
    """The next column, round from the last to the pivot; backwards with the second key."""
    view = pivoting_in(state)
    many = len(view.others) + 1
    return focused(state, (view.focus + 1 + (-1 if which else 1)) % many - 1)


def next_source(state: State, world: World, which: int) -> Step:
    """Sources that have no column come into view; where all have one, the focus goes on."""
    return _on(state, 1)


def previous_source(state: State, world: World, which: int) -> Step:
    """The same the other way."""
    return _on(state, -1)


def _on(state: State, step: int) -> State:
    view = pivoting_in(state)
    many, seen = len(view.others), view.window(state.width)
    if not shown(state.width, many) or len(seen) == many:
        first = -1 if step > 0 or view.focus != PIVOT else many
        return focused(state, ((view.focus if view.focus != PIVOT else first) + step) % many)
    edge = seen[-1] if step > 0 else seen[0]
    return focused(state, (edge + step) % many)


def choose(state: State, world: World, which: int) -> Step:
    """A source by its number."""
    view = pivoting_in(state)
    for source, other in enumerate(view.others):
        if other.place == which:
            return focused(state, source)
    if which == view.side.place:
        return focused(state, PIVOT)
    return said(state, f"this event has {len(view.others) + 1} sources")


def swap(state: State, world: World, which: int) -> Step:
    """The source with the focus becomes the pivot, at the same passage."""
    view, reading = pivoting_in(state), state.reading
    if view.focus == PIVOT or reading is None:
        return said(state, "l goes to the source that s makes the pivot")
    found = view.tables[view.focus]
    if found is None:
        return said(state, "one moment: this source is being compared")
    message = f"{found.b.name} is the pivot: the paragraphs follow its order"
    return said(replace(state, view=exchanged(reading, view, found, state.width)), message)


def unlock(state: State, world: World, which: int) -> Step:
    """The rows of several stay beside each other."""
    return said(state, "by pivot the rows stay beside each other; p shows two, which L unlocks")


# notes and copies


def targets(view: Pivot) -> tuple[tuple[Article, Span], ...]:
    """The passages that a note is on: the pivot's and that of the source with the focus, else those of all."""
    sources = range(len(view.others)) if view.focus == PIVOT else (view.focus,)
    found = ((side, spans) for side, spans in (passages(view, source) for source in (PIVOT, *sources)) if side)
    return tuple((side.article, spans[0]) for side, spans in found if spans)


def note_on_passages(state: State, world: World, which: int) -> Step:
    """A note on them together."""
    view = pivoting_in(state)
    pair = targets(view) if view.rows else ()
    return replace(state, prompt=Prompt("note", pair=pair)) if pair else said(state, "there is nothing here to note")


def copy_row(state: State, world: World, which: int) -> Step:
    """What every source says of the passage, each with its reference."""
    view = pivoting_in(state)
    if not view.rows:
        return said(state, "there is nothing here to copy")
    parts, missing = [], []
    for source in (PIVOT, *range(len(view.others))):
        name = view.side.name if source == PIVOT else view.others[source].name
        side, spans = passages(view, source)
        if side is None:
            continue
        words = "\n\n".join(span.of(side.article.text) for span in spans)
        if spans:
            parts.append(f"{words}\n— {reference(side.article, spans[0])}")
        else:
            missing.append(name)
    if missing:
        parts.append(f"(not found in: {', '.join(missing)})")
    return state, Copy("\n\n".join(parts) + "\n", "the passage in every report")
