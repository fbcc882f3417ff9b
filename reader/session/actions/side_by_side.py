"""Two reports side by side: opening them, choosing the pair, going from difference to difference, back to the text."""

from dataclasses import replace

from reader.model import Article, Span
from reader.session.actions import pivots
from reader.session.actions.pivots import or_by_pivot
from reader.session.actions.sharing import reference
from reader.session.comparing import opening
from reader.session.comparing.model import Comparing, Side, Which
from reader.session.comparing.pivot import Pivot
from reader.session.effects import Copy
from reader.session.opening import at_cursor, push, visit
from reader.session.registry import Step, action, said
from reader.session.state import Message, Prompt, Reading, Scope, State
from reader.session.world import World

GROUP = "Side by side"
HERE: tuple[Scope, ...] = ("compare",)
ALONE = "no other source covers this event; in the list V picks articles and M puts them into one event"


@action("c", "alt+c", group="Sources", label="compare")
def compare(state: State, world: World, which: int) -> Step:
    """Put this report and the next source's side by side, at the passage under the cursor."""
    reading = state.reading
    if reading is None:
        return said(state, "no article is open: Enter opens one")
    if len(reading.strip) < 2:
        return said(state, ALONE)
    walked = state.round.start if state.round else reading.key
    other = reading.strip.index(walked) if walked != reading.key and walked in reading.strip else reading.place + 1
    return open_pair(state, world, reading, other % len(reading.strip))


def open_pair(state: State, world: World, reading: Reading, place: int) -> State:
    """The open article on the left, another source of its event on the right."""
    left, right = opening.side(world, reading, reading.place), opening.side(world, reading, place)
    found = opening.table(world, left, right)
    start = opening.block_at(found, "a", reading.cursor)
    view = Comparing(found, start, key=reading.key, cursor=reading.cursor, start=start)
    return replace(state, view=view, prompt=None)


@action("q", "c", "backspace", group=GROUP, scope=HERE, label="back")
@or_by_pivot(pivots.leave)
def leave_comparison(state: State, world: World, which: int) -> Step:
    """Go back to the article, at the passage you are on now, or to the page it was opened from."""
    view = comparing(state)
    if view is None:
        return state
    if view.origin is not None:
        return replace(state, view=view.origin)
    state = replace(state, view=None)
    if view.block == view.start:
        return state
    side: Which = "b" if view.table.b.key == view.key else "a"
    return _into(state, world, view, side)


@action("enter", group=GROUP, scope=HERE, label="read")
@or_by_pivot(pivots.enter)
def open_side(state: State, world: World, which: int) -> Step:
    """Read on in the report with the focus, at this passage."""
    view = comparing(state)
    if view is None:
        return state
    state = replace(state, view=None, pane="text")
    if view.table.side(view.focus).key == view.key and view.block == view.start:
        return state
    return _into(state, world, view, view.focus)


def _into(state: State, world: World, view: Comparing, which: Which) -> State:
    side = view.table.side(which)
    offset, told = opening.offset_in(view.table, view.block, which)
    if state.reading and state.reading.key == side.key:
        state = at_cursor(push(state), offset)
    else:
        state = visit(state, world, side.key, offset)
    return state if told else said(state, f"not found in {side.name}’s report · nearest place", "only")


def comparing(state: State) -> Comparing | None:
    """The view, where it is open."""
    return state.view if isinstance(state.view, Comparing) else None


def viewing(state: State, view: Comparing) -> State:
    """The state with the view changed."""
    return replace(state, view=view)


@action("n", group=GROUP, scope=HERE, label="next difference")
@or_by_pivot(pivots.next_difference)
def next_difference(state: State, world: World, which: int) -> Step:
    """Go to the next difference: a figure, date, name or place, a quotation, a passage that one side has."""
    return _go(state, 1)


@action("N", group=GROUP, scope=HERE)
@or_by_pivot(pivots.previous_difference)
def previous_difference(state: State, world: World, which: int) -> Step:
    """Go to the previous difference."""
    return _go(state, -1)


def _go(state: State, step: int) -> State:
    view = comparing(state)
    if view is None:
        return not_open(state)
    differing = view.table.differences
    if not differing:
        return said(state, "nothing differs: the two tell the same", "same")
    target = opening.going(view.table, view.block, view.difference, step)
    round_ = "" if target is not None else "round to the other end · "
    if target is None:
        target = 0 if step > 0 else len(differing) - 1
    one = differing[target]
    state = viewing(state, replace(view, block=one.block, difference=target, unlocked=False))
    text = f"{target + 1}/{len(differing)} · {round_}{one.text}"
    message = Message(text, "only" if one.kind == "only" else "similar" if one.kind == "quote" else "differs")
    return replace(state, message=message)


def not_open(state: State) -> State:
    """An action of the view, asked for by its name while the view is not there."""
    return said(state, "this is for two reports side by side: c opens them")


def moved(state: State, block: int) -> State:
    """The cursor is on another block; by pivot, on another row."""
    if isinstance(state.view, Pivot):
        return pivots.moved(state, block)
    view = comparing(state)
    if view is None or view.block == block:
        return state
    return replace(state, view=replace(view, block=block, difference=-1), message=None)


@action("o", group=GROUP, scope=HERE, label="differences")
@or_by_pivot(pivots.only_differences)
def only_differences(state: State, world: World, which: int) -> Step:
    """Show only what differs, the rest folded away; again to show all."""
    view = comparing(state)
    if view is None:
        return not_open(state)
    if view.only:
        return said(viewing(state, replace(view, only=False)), "all paragraphs")
    if not view.table.differences:
        return said(state, "nothing differs: the two tell the same", "same")
    target = opening.going(view.table, view.block, view.difference, 1)
    block = view.table.differences[-1 if target is None else target].block
    block = view.block if view.table.blocks[view.block].kinds else block
    return said(viewing(state, replace(view, only=True, block=block)), "only what differs · o shows all")


@action("d", group=GROUP, scope=HERE, label="words")
@or_by_pivot(pivots.word_differences)
def word_differences(state: State, world: World, which: int) -> Step:
    """Mark the words that stand on one side only, or stop."""
    view = comparing(state)
    if view is None:
        return not_open(state)
    text = "words are not marked" if view.words else "words of one side only are marked"
    return said(viewing(state, replace(view, words=not view.words)), text)


def targets(view: Comparing) -> tuple[tuple[Article, Span], ...]:
    """The passages that a note is on: the sentences of the difference that was gone to, else the block's paragraphs."""
    at = view.table.differences[view.difference] if view.difference >= 0 else None
    found: list[tuple[Article, Span]] = []
    for which in ("a", "b"):
        side = view.table.a if which == "a" else view.table.b
        spans = (at.a if which == "a" else at.b) if at and at.a and at.b else ()
        if spans:
            found.append((side.article, _sentences(side, Span(spans[0].start, spans[-1].end))))
        else:
            paragraphs = opening.passages(view.table, view.block, "a" if which == "a" else "b")
            found += [(side.article, span) for span in paragraphs[:1]]
    return tuple(found)


def _sentences(side: Side, span: Span) -> Span:
    """The whole sentences that hold a span."""
    held = [one for one in side.analysis.sentences if one.overlaps(span)]
    return Span(min(held[0].start, span.start), max(held[-1].end, span.end)) if held else span


@action("a", group=GROUP, scope=HERE, label="note")
@or_by_pivot(pivots.note_on_passages)
def note_on_pair(state: State, world: World, which: int) -> Step:
    """Write a note on the passages together."""
    view = comparing(state)
    if view is None or not view.table.blocks:
        return not_open(state)
    return replace(state, prompt=Prompt("note", pair=targets(view)))


@action("y", group=GROUP, scope=HERE, label="copy")
@or_by_pivot(pivots.copy_row)
def copy_pair(state: State, world: World, which: int) -> Step:
    """Copy the passages, each with its reference."""
    view = comparing(state)
    if view is None or not view.table.blocks:
        return not_open(state)
    parts = []
    for side, name in ((view.table.a, "a"), (view.table.b, "b")):
        spans = opening.passages(view.table, view.block, "a" if name == "a" else "b")
        words = "\n\n".join(span.of(side.article.text) for span in spans)
        parts.append(
            f"{words}\n— {reference(side.article, spans[0])}" if spans else f"(not found in {side.name}’s report)"
        )
    return state, Copy("\n\n".join(parts) + "\n", "both passages")
