"""Marking articles as read, starred or tagged, one or many at a time, and taking it back."""

from collections.abc import Callable
from dataclasses import replace

from reader.session.editions import acknowledged
from reader.session.effects import DeleteNote, PutNote, RestoreNote, Undecide
from reader.session.memory import Memory
from reader.session.registry import SCOPES, Step, action, said
from reader.session.state import Prompt, State, Undo
from reader.session.world import World

GROUP = "Marking"
UNDO_KEPT = 200


def chosen(state: State, world: World) -> list[str]:
    """Ids of the articles that an action is about: the selected ones, else the list's row, else the open article."""
    if state.selected:
        return [row.id for row in world.library.rows(sorted(state.selected))]
    if state.pane == "list" and len(state.listing):
        item = state.listing.item(state.cursor)
        keys = world.library.members(item.key) if item.is_event else (item.key,)
        return [row.id for row in world.library.rows(keys)]
    return [state.reading.article.id] if state.reading else []


def remember(state: State, label: str, memory: Memory) -> State:
    """Change the memory so that `U` can take it back."""
    undo = (*state.undo, Undo(label, memory=state.memory))[-UNDO_KEPT:]
    return replace(state, memory=memory, undo=undo)


def _toggle(state: State, ids: list[str], which: str, on: str, off: str) -> State:
    if not ids:
        return said(state, "no article is chosen")
    before: frozenset[str] = getattr(state.memory, which)
    adding = not set(ids) <= before
    after = before | set(ids) if adding else before - set(ids)
    label = f"{on if adding else off}{f': {len(ids)} articles' if len(ids) > 1 else ''}"
    changed: Callable[..., Memory] = replace
    return said(remember(state, label, changed(state.memory, **{which: after})), f"{label} · U takes it back")


@action("r", group=GROUP)
def read(state: State, world: World, which: int) -> Step:
    """Mark as read, or as unread."""
    ids = chosen(state, world)
    memory = acknowledged(state.memory, world, ids)
    if memory is state.memory:
        return _toggle(state, ids, "read", "read", "unread")
    memory = replace(memory, read=memory.read | set(ids))
    return said(remember(state, "read as changed", memory), "read, with its changes · U takes it back")


@action("s", group=GROUP)
def star(state: State, world: World, which: int) -> Step:
    """Star, or take the star away."""
    return _toggle(state, chosen(state, world), "starred", "starred", "star taken away")


@action("t", group=GROUP)
def tag(state: State, world: World, which: int) -> Step:
    """Give tags: words with spaces between; none takes them away."""
    ids = chosen(state, world)
    if not ids:
        return said(state, "no article is chosen")
    return replace(state, prompt=Prompt("tags", " ".join(state.memory.tags.get(ids[0], ()))))


def tagged(state: State, world: World, text: str) -> State:
    """The tags were entered."""
    words = tuple(dict.fromkeys(word.strip("#,") for word in text.split() if word.strip("#,")))
    tags = {**state.memory.tags}
    for article in chosen(state, world):
        if words:
            tags[article] = words
        else:
            tags.pop(article, None)
    state = remember(replace(state, prompt=None), "tags", replace(state.memory, tags=tags))
    return said(state, f"tags: {' '.join(words)}" if words else "no tags")


@action("V", group=GROUP, scope=("list",))
def select(state: State, world: World, which: int) -> Step:
    """Pick this article, or all of an event, for the next action on several; Esc drops the selection."""
    if not len(state.listing):
        return state
    item = state.listing.item(state.cursor)
    keys = set(world.library.members(item.key)) if item.is_event else {item.key}
    selected = state.selected - keys if keys <= state.selected else state.selected | keys
    state = replace(state, selected=selected, cursor=min(state.cursor + 1, len(state.listing) - 1))
    many = f"{len(selected)} selected · M makes one event of them, Esc drops them"
    return said(state, many if len(selected) > 1 else "1 selected" if selected else "nothing selected")


@action("U", group=GROUP, scope=SCOPES)
def undo(state: State, world: World, which: int) -> Step:
    """Take back the last change: a mark, a star, tags, a note, a decision, a saved search."""
    if not state.undo:
        return said(state, "nothing to take back")
    *rest, last = state.undo
    state = said(replace(state, undo=tuple(rest)), f"taken back: {last.label}")
    if last.memory is not None:
        memory = last.memory.marks_of(state.memory)
        return replace(state, memory=memory)
    if last.restore:
        return state, RestoreNote(last.restore)
    if last.saved is not None:
        from reader.session.actions.searching import restored

        return restored(state, world, last.saved)
    if last.decisions:
        return state, Undecide(last.decisions, last.regroups)
    if last.remove:
        return state, DeleteNote(last.remove)
    return (state, PutNote(last.note)) if last.note else state
