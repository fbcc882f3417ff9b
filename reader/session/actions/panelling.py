"""The panel's own actions: its filter, going to a row's places in the text, and the page of the event's sources."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.session.opening import push, remember_place
from reader.session.panel import PanelRow, counted, follow_text, go_to_row, row_at, row_here, rows
from reader.session.registry import Step, action, said
from reader.session.state import Errand, Place, Prompt, Reading, Sheet, State
from reader.session.world import World

if TYPE_CHECKING:
    from reader.events.roster import SharedName

GROUP = "Panel"


@action("/", "alt+f", group=GROUP, scope=("panel",), label="filter")
def filter_panel(state: State, world: World, which: int) -> Step:
    """Show only the panel's rows that have these words: speaker, words, verb, kind; Esc shows all again."""
    if state.reading is None:
        return said(state, "no article is open: Enter opens one")
    return replace(state, prompt=Prompt("filter", state.panel_filter, cursor=state.panel_cursor))


def filter_changed(state: State, text: str) -> State:
    """The words in the filter's field are others: the cursor goes to a row that is at the text's cursor, or the first.

    The text stays where it is until a row is chosen.
    """
    state = replace(state, panel_filter=text)
    panel = rows(state)
    found = row_at(panel, state.reading) if state.reading else None
    if found is None:
        found = next((index for index, row in enumerate(panel) if row.kind != "heading"), 0)
    return replace(state, panel_cursor=found)


def filter_accepted(state: State) -> State:
    """Enter in the filter's field: the panel keeps the rows, and the text goes to the one under the cursor."""
    state = replace(state, prompt=None, pane="panel", panel_filter=state.panel_filter.strip())
    if not state.panel_filter:
        return follow_text(state)
    found = counted(rows(state))
    if not found:
        return said(state, f"nothing in the panel has “{state.panel_filter}” · Esc shows all", "only")
    return go_to_row(state, state.panel_cursor)


def filter_dropped(state: State) -> State:
    """Esc, in the field or later: all rows again, the cursor on the one that it was on."""
    here = row_here(state)
    state = replace(state, prompt=None, panel_filter="")
    panel = rows(state)
    if here is None or here.kind == "heading" or here not in panel:
        return follow_text(state)
    return replace(state, panel_cursor=panel.index(here))


@action("g s", group="Go to", label="sources")
def go_to_sources(state: State, world: World, which: int) -> Step:
    """Show the event's sources: dates, quotes, verbs of speech, and what each calls the people."""
    if state.reading is None:
        return said(state, "no article is open: Enter opens one")
    return replace(state, sheet=Sheet("sources"))


def open_row(state: State, world: World) -> State:
    """Enter in the panel: to the text; in the list of names round the mentions of one, or to a source that has it."""
    row, reading = row_here(state), state.reading
    if reading is None or row is None:
        return state
    if row.kind == "elsewhere":
        return _visit_source(state, world, reading, reading.tellings.names[row.index])
    if not row.spans:
        return state
    state = push(state)
    if row.kind != "entity":
        return replace(state, pane="text", reading=replace(reading, cursor=row.spans[0].start))
    return _next_mention(state, reading, row)


def _next_mention(state: State, reading: Reading, row: PanelRow) -> State:
    starts = [span.start for span in row.spans]
    at = next((index for index, start in enumerate(starts) if start > reading.cursor), 0)
    moved = replace(state, reading=replace(reading, cursor=starts[at], landed=None), round=None)
    paragraph = reading.article.paragraph_at(starts[at]) + 1
    return said(moved, f"{row.text}: mention {at + 1}/{len(starts)} · ¶{paragraph}")


def _visit_source(state: State, world: World, reading: Reading, name: "SharedName") -> State:
    """Show the source that names somebody most often, at the first mention."""
    told = [place for place, naming in enumerate(name.sources) if naming and place < len(reading.strip)]
    if not told:
        return state
    place = max(told, key=lambda place: (_mentions(name, place), -place))
    naming = name.sources[place]
    assert naming is not None
    key = reading.strip[place]
    first = naming.mentions[0] if naming.mentions else None
    shown = world.reading(key, first.start if first else 0)
    if shown is None:
        return said(state, "this article is gone from the library", "error")
    errand = Errand(key, Place(reading.key, reading.cursor), state.tab, state.panel_cursor)
    state = remember_place(push(state))
    shown = replace(shown, landed=first)
    state = replace(state, reading=shown, round=None, find=None, pane="text", errand=errand)
    where = f"{name.name} in {shown.sources[shown.place]}: {_times(len(naming.mentions))}"
    return said(follow_text(_with_list(state, key)), f"{where} · Backspace goes back")


def _mentions(name: "SharedName", place: int) -> int:
    naming = name.sources[place]
    return len(naming.mentions) if naming else 0


def _times(count: int) -> str:
    return "1 mention" if count == 1 else f"{count} mentions"


def _with_list(state: State, key: int) -> State:
    """Let the list's cursor follow where that needs no unfolding."""
    from reader.session.listing import Item

    index = state.listing.find(Item(key, False))
    return state if index is None else replace(state, cursor=index)


def returned(state: State, world: World) -> State | None:
    """Back from an errand to the row of the panel where it began; None where there is none to come back from."""
    errand, reading = state.errand, state.reading
    if errand is None or reading is None or state.pane == "list":
        return None
    state = replace(state, errand=None)
    shown = world.reading(errand.home.key, errand.home.cursor) if reading.key == errand.key else None
    if shown is None:
        return None
    been = tuple(place for place in state.been if place != errand.home)
    state = remember_place(replace(state, been=been))
    state = replace(state, reading=shown, round=None, find=None, pane="panel", tab=errand.tab)
    state = replace(_with_list(state, errand.home.key), panel_cursor=errand.panel_cursor)
    return said(state, f"back in {shown.sources[shown.place]}")
