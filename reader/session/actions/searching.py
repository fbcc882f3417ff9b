"""Around a search of the library: its sections, searches kept under a name, the index of names, the fuzzy jump."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.session.effects import SaveQueries
from reader.session.hits import asked, remembered
from reader.session.listing import Item
from reader.session.opening import visit
from reader.session.registry import Step, action, said
from reader.session.state import Prompt, Sheet, State, Undo
from reader.session.world import World

if TYPE_CHECKING:
    from reader.notes import SavedQuery

GROUP = "Finding"


@action("ctrl+t", group=GROUP, scope=("list", "text"), label="section")
def next_section(state: State, world: World, which: int) -> Step:
    """Show the next section of what a search has found: all, headlines, texts, quotes, names, notes."""
    if state.query is None:
        return said(state, "nothing is searched for: F searches the library")
    if state.query.results is None:
        return state
    return in_section(state, world, 1)


def in_section(state: State, world: World, by: int) -> State:
    """Another section of the search that is on; those that have nothing are passed over once they are counted."""
    from reader.search.sections import SECTIONS

    query = state.query
    if query is None:
        return state
    known = [one for one in SECTIONS if not query.counts or one in query.counts or one == query.section]
    section = known[(known.index(query.section) + by) % len(known)]
    return asked(state, world, query.text, section)


@action("g q", group="Go to", label="searches")
def go_to_queries(state: State, world: World, which: int) -> Step:
    """Show the searches that were kept and those of before; Enter searches again."""
    return replace(state, sheet=Sheet("queries"))


@action("g i", group="Go to", label="names")
def go_to_names(state: State, world: World, which: int) -> Step:
    """Show all names of the library with the number of articles that have them; Enter searches for one."""
    return replace(state, sheet=Sheet("names"))


@action("g /", "alt+j", group="Go to", label="jump")
def jump(state: State, world: World, which: int) -> Step:
    """Jump to an article or a name by what its headline or spelling is like."""
    return replace(state, sheet=Sheet("jump"))


@action("K", group=GROUP)
def save_query(state: State, world: World, which: int) -> Step:
    """Keep the search that is on under a name: the list begins with it, gq shows it."""
    if state.query is None:
        return said(state, "nothing is searched for: F searches the library, K then keeps the search")
    known = [one.name for one in state.saved if one.query == state.query.text]
    return replace(state, prompt=Prompt("save", known[0] if known else state.query.text))


def saved(state: State, world: World, name: str) -> Step:
    """The name was entered; a search of that name is replaced."""
    from reader.notes.saved import SavedQuery

    query, name = state.query, " ".join(name.split())
    state = replace(state, prompt=None)
    if query is None or not name:
        return said(state, "nothing is kept without a name")
    one = SavedQuery(name, query.text.strip())
    names = [known.name for known in state.saved]
    queries = tuple(one if known.name == name else known for known in state.saved)
    return _changed(state, queries if name in names else (*queries, one), f"“{name}” is kept: gq shows it")


def dropped(state: State, world: World, query: "SavedQuery | str") -> Step:
    """A saved search, or one of the history, is taken away."""
    if isinstance(query, str):
        memory = replace(state.memory, queries=tuple(one for one in state.memory.queries if one != query))
        return replace(state, memory=memory)
    queries = tuple(one for one in state.saved if one != query)
    return _changed(state, queries, f"“{query.name}” is taken away · U brings it back")


def restored(state: State, world: World, queries: "tuple[SavedQuery, ...]") -> Step:
    """The saved searches as they were before."""
    return relisted(replace(state, saved=queries), world), SaveQueries(queries)


def _changed(state: State, queries: "tuple[SavedQuery, ...]", message: str) -> Step:
    undo = (*state.undo, Undo("the saved searches", saved=state.saved))
    return said(replace(state, saved=queries, undo=undo), message), SaveQueries(queries)


def relisted(state: State, world: World) -> State:
    """The list with the saved searches as they are now."""
    from reader.session.ordering import relist

    return relist(state, world) if state.query is None else state


def run(state: State, world: World, text: str) -> State:
    """Search for what was chosen from a page."""
    return remembered(replace(asked(replace(state, sheet=None, zoomed=False), world, text), pane="list"))


def jumped(state: State, world: World, key: int | None, query: str) -> State:
    """Go to what was chosen in the fuzzy jump; a search that is on and has not found it is left."""
    if key is None:
        return run(state, world, query)
    state = visit(replace(state, sheet=None), world, key)
    if state.query is None or state.listing.find(Item(key, False)) is not None:
        return state
    from reader.session.actions.finding import drop_query

    return said(drop_query(state, world), "the search does not find this article and was left: gq brings it back")
