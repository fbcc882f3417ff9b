"""Help, palette, command line, themes, the raw file, and the way out of all of them."""

from dataclasses import replace

from reader.session.coach import STEPS
from reader.session.effects import OpenPalette, Select, Suspend
from reader.session.event_pages.model import EventPage
from reader.session.registry import SCOPES, Step, action, said
from reader.session.state import Prompt, Sheet, State
from reader.session.world import World

GROUP = "Reader"


@action("escape", group=GROUP, scope=SCOPES)
def clear(state: State, world: World, which: int) -> Step:
    """Close what is open, else drop the selection, the marked hits, the search. Never leaves the reader."""
    from reader.session.actions.finding import drop_query
    from reader.session.actions.panelling import filter_dropped

    if state.sheet:
        return replace(state, sheet=None)
    if state.view is not None:
        return _leave_view(state, world)
    if state.pane == "panel" and state.panel_filter:
        return filter_dropped(state)
    if state.reading and state.reading.selection:
        return replace(state, reading=replace(state.reading, selection=None)), Select(False)
    if state.selected:
        return replace(state, selected=frozenset())
    if state.query:
        return drop_query(state, world)
    if state.find:
        return replace(state, find=None)
    if state.panel_filter:
        return filter_dropped(state)
    if state.zoomed:
        return replace(state, zoomed=False)
    if state.memory.coached < len(STEPS):
        return said(replace(state, memory=replace(state.memory, coached=len(STEPS))), "? shows all keys")
    return state


def _leave_view(state: State, world: World) -> Step:
    from reader.session.actions.event_pages import leave_page
    from reader.session.actions.side_by_side import leave_comparison
    from reader.session.actions.wordings import leave_versions

    if isinstance(state.view, EventPage):
        return leave_page(state, world, 0)
    return (leave_comparison if state.scope == "compare" else leave_versions)(state, world, 0)


@action("?", "f1", group=GROUP, scope=SCOPES, label="help")
def help_(state: State, world: World, which: int) -> Step:
    """Show all keys, with a field to search them."""
    return replace(state, sheet=Sheet("help"))


@action("ctrl+p", group=GROUP, scope=SCOPES)
def palette(state: State, world: World, which: int) -> Step:
    """Show the command palette."""
    return state, OpenPalette()


@action(":", "alt+x", group=GROUP, scope=SCOPES)
def command(state: State, world: World, which: int) -> Step:
    """Enter a command by its name."""
    return replace(state, prompt=Prompt("command"))


@action("g c", group=GROUP, scope=SCOPES, label="colours")
def theme(state: State, world: World, which: int) -> Step:
    """Choose the colours; each theme is shown as you move over it."""
    return replace(state, sheet=Sheet("themes"))


@action("\\", "g r", group="Reading", label="raw file")
def raw(state: State, world: World, which: int) -> Step:
    """Show the file as it is."""
    if state.reading is None:
        return said(state, "no article is open")
    return replace(state, sheet=Sheet("raw"))


@action("g v", group="Reading", label="what changed")
def what_changed(state: State, world: World, which: int) -> Step:
    """Show what an edit of its file has changed in this article, paragraph by paragraph, word by word."""
    if state.reading is None:
        return said(state, "no article is open")
    if not state.reading.changed:
        return said(state, "this article has not changed since it was first seen")
    return replace(state, sheet=Sheet("changes"))


@action("g !", group="Go to", label="problems")
def problems(state: State, world: World, which: int) -> Step:
    """Show what could not be read, and what is wrong in the settings."""
    return replace(state, sheet=Sheet("problems"))


@action("ctrl+z", group=GROUP, scope=SCOPES)
def suspend(state: State, world: World, which: int) -> Step:
    """Hand the terminal back to the shell; fg comes back."""
    return state, Suspend()
