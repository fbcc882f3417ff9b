"""Finding: in the article with `/`, in the whole library with `F`; `n` and `N` go on with whichever came last."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from reader.model import Span
from reader.session.hits import asked, mark, read_first
from reader.session.opening import show_under_cursor, visit
from reader.session.ordering import relist
from reader.session.panel import follow_text
from reader.session.registry import Step, action, said
from reader.session.state import Find, Prompt, State
from reader.session.world import World

GROUP = "Finding"
ROWS_AT_ONCE = 256


@action("/", "alt+f", group=GROUP, scope=("list", "text"), label="find")
def find(state: State, world: World, which: int) -> Step:
    """Find words in this article."""
    if state.reading is None:
        return said(state, "no article is open: F looks through the whole library")
    return replace(state, prompt=Prompt("find", cursor=state.reading.cursor))


@action("F", group=GROUP, label="search")
def query(state: State, world: World, which: int) -> Step:
    """Search the whole library as you type: words, "phrases", fields such as speaker: and date:, OR, -, brackets."""
    prompt = Prompt("query", state.query.text if state.query else "", before=state)
    return replace(state, pane="list", zoomed=False, prompt=prompt)


def find_changed(state: State, world: World, text: str) -> State:
    """The words in the find field changed: show the hits, go to the first one from where the search began."""
    from reader.search import find_in_text

    if state.reading is None or state.prompt is None:
        return state
    start = state.prompt.cursor
    spans = find_in_text(state.reading.article.text, text) if text.strip() else ()
    if not spans:
        reading = replace(state.reading, cursor=start)
        return replace(state, reading=reading, find=Find(text) if text.strip() else None)
    current = bisect_left(spans, start, key=_start) % len(spans)
    return _at_hit(replace(state, find=Find(text, spans)), current)


def _start(span: Span) -> int:
    return span.start


def _at_hit(state: State, current: int) -> State:
    assert state.find is not None
    assert state.reading is not None
    found = replace(state.find, current=current)
    reading = replace(state.reading, cursor=found.spans[current].start, landed=None)
    return follow_text(replace(state, find=found, reading=reading, round=None))


def query_changed(state: State, world: World, text: str) -> State:
    """The words in the search field changed: what they find is asked for, the newest first."""
    return asked(state, world, text)


def mark_query(state: State) -> State:
    """Mark the words of the library query that is on in the article that has come on the screen."""
    return mark(state) if state.query and state.find is None else state


def accept(state: State, world: World) -> State:
    """Enter in a find or search field: keep the hits and go to the first."""
    prompt = state.prompt
    if prompt is None or prompt.problem is not None:  # a query that is not understood is to be put right first
        return state
    state = replace(state, prompt=None)
    if prompt.kind == "find":
        return _accept_find(state)
    if state.asking is not None:
        return replace(state, asking=state.asking._replace(reads=True), pane="list")
    if state.query is None or not len(state.listing):
        return drop_query(state, world) if state.query is None else state
    return read_first(state, world)


def _accept_find(state: State) -> State:
    if state.find is None:
        return state
    if not state.find.spans:
        return said(state, f"“{state.find.term}” is not in this article; F searches the library", "only")
    return replace(state, pane="text")


def cancel(state: State, world: World) -> State:
    """Esc in a field: as if it had not been opened."""
    prompt = state.prompt
    state = replace(state, prompt=None)
    if prompt is None:
        return state
    if prompt.before is not None:
        return _restored(state, prompt.before, world)
    if prompt.kind == "find" and state.reading:
        return replace(state, find=None, reading=replace(state.reading, cursor=prompt.cursor))
    return state


def _restored(state: State, before: State, world: World) -> State:
    """What was shown before, in the list as it is now."""
    state = replace(
        state,
        asking=None,
        pane=before.pane,
        zoomed=before.zoomed,
        listing=before.listing,
        cursor=before.cursor,
        selected=before.selected,
        query=before.query,
        find=before.find,
        reading=before.reading,
        round=before.round,
        panel_cursor=before.panel_cursor,
    )
    return state if state.query else relist(state, world)


def drop_query(state: State, world: World) -> State:
    """Show the whole list again, with the cursor on the article that is open."""
    from reader.session.opening import reveal

    state = relist(replace(state, query=None, asking=None, find=None), world)
    if state.reading:
        return reveal(state, world, state.reading.key)
    return show_under_cursor(state, world)


@action("n", group=GROUP)
def next_hit(state: State, world: World, which: int) -> Step:
    """Go to the next hit; through the library's hits from article to article; the next unread article if none."""
    return _next(state, world, 1)


@action("N", group=GROUP)
def previous_hit(state: State, world: World, which: int) -> Step:
    """Go to the previous hit."""
    return _next(state, world, -1)


def _next(state: State, world: World, step: int) -> State:
    if state.query and state.query.section == "quotes":
        return _next_article(state, world, step)
    if state.find and state.find.spans and state.reading:
        spans, cursor = state.find.spans, state.reading.cursor
        if state.find.current >= 0 and spans[state.find.current].start == cursor:
            current = state.find.current + step
        elif step > 0:
            current = bisect_left(spans, cursor, key=_start)
        else:
            current = bisect_left(spans, cursor, key=_start) - 1
        if 0 <= current < len(spans):
            return replace(_at_hit(state, current), pane="text")
        if state.query:
            return _next_article(state, world, step)
        return replace(said(_at_hit(state, current % len(spans)), "round to the other end"), pane="text")
    if state.query:
        return _next_article(state, world, step)
    return next_unread(state, world, 0)  # type: ignore[return-value]


def _next_article(state: State, world: World, step: int) -> State:
    cursor = state.cursor + step
    if not 0 <= cursor < len(state.listing):
        return said(state, "no further hits" if step > 0 else "no earlier hits")
    state = mark_query(show_under_cursor(replace(state, cursor=cursor), world))
    if state.find and state.find.spans:
        state = replace(_at_hit(state, 0 if step > 0 else len(state.find.spans) - 1), pane="text")
    return state


@action("u", group=GROUP)
def next_unread(state: State, world: World, which: int) -> Step:
    """Go to the next unread article; while a search is on, of its hits."""
    keys = state.listing.articles() if state.query else world.library.order().keys
    current = state.reading.key if state.reading else None
    here = keys.index(current) + 1 if current is not None and current in keys else 0
    for key in _unread(world, state.memory.read, [*keys[here:], *keys[:here]]):
        if key != current:
            return said(visit(state, world, key), "the next unread article")
    return said(state, f"no unread articles are left{' among the hits' if state.query else ''}")


def _unread(world: World, read: frozenset[str], keys: list[int]) -> Iterator[int]:
    """Those of the articles that can be read and have not been; rows are fetched a page at a time."""
    for first in range(0, len(keys), ROWS_AT_ONCE):
        for row in world.library.rows(keys[first : first + ROWS_AT_ONCE]):
            if row.id not in read and not row.problem:
                yield row.key
