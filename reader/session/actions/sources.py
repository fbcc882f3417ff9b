"""From one source's telling to another's, at the passage that reports the same thing."""

from dataclasses import replace
from typing import Literal

from reader.model import Landing
from reader.session.opening import push, remember_place
from reader.session.panel import follow_text
from reader.session.registry import Step, action, said
from reader.session.state import Message, Reading, Round, Sheet, State
from reader.session.world import World

GROUP = "Sources"


@action("]", "alt+right", group=GROUP, label="next source")
def next_source(state: State, world: World, which: int) -> Step:
    """Go to the next source of this event, at the passage that reports the same thing."""
    return _by(state, world, 1)


@action("[", "alt+left", group=GROUP)
def previous_source(state: State, world: World, which: int) -> Step:
    """Go to the previous source of this event, at the passage that reports the same thing."""
    return _by(state, world, -1)


@action("1", "2", "3", "4", "5", "6", "7", "8", "9", group=GROUP)
def go_to_source(state: State, world: World, which: int) -> Step:
    """Go to a source by its number on the strip; the keys stand for the sources in order."""
    reading = state.reading
    if reading is None:
        return state
    if which >= len(reading.strip):
        return said(state, f"this event has {_count(len(reading.strip))}")
    if reading.strip[which] == reading.key:
        return said(state, f"{reading.sources[which]} is the source on the screen")
    return switch(state, world, which)


@action("=", "alt+v", group=GROUP, label="versions")
def versions(state: State, world: World, which: int) -> Step:
    """Show every source's version of this sentence."""
    if state.reading is None:
        return state
    if len(state.reading.strip) < 2:
        return said(state, "no other source covers this event")
    return replace(state, sheet=Sheet("versions"))


def _count(sources: int) -> str:
    return "one source" if sources == 1 else f"{sources} sources"


def _by(state: State, world: World, step: int) -> State:
    reading = state.reading
    if reading is None:
        return said(state, "no article is open: Enter opens one")
    if len(reading.strip) < 2:
        return said(state, "no other source covers this event")
    return switch(state, world, (reading.place + step) % len(reading.strip))


def switch(state: State, world: World, place: int) -> State:
    """Put another source's telling on the screen, at the passage that reports what is under the cursor.

    As long as the cursor is not moved, every landing is looked up from where the walk began, and a source that was
    visited on the way is shown exactly as it was left.
    """
    reading = state.reading
    assert reading is not None
    target = reading.strip[place]
    walk = state.round or Round(reading.key, reading.cursor)
    walk = replace(walk, places={**walk.places, reading.key: reading.cursor})
    state = remember_place(push(state) if state.round is None else state)
    if target == walk.start:
        landing, offset = None, walk.offset
    else:
        landing = world.landing(walk.start, walk.offset, target)
        offset = walk.places.get(target, landing.span.start)
    shown = world.reading(target, offset)
    if shown is None:
        return said(state, "this article is gone from the library", "error")
    if landing and landing.found:
        shown = replace(shown, landed=landing.span)
    state = replace(state, reading=shown, round=walk, find=None, errand=None)
    return follow_text(replace(_follow_list(state, target), message=_message(shown, landing)))


def _follow_list(state: State, key: int) -> State:
    """Let the list's cursor follow where that needs no unfolding."""
    from reader.session.listing import Item

    index = state.listing.find(Item(key, False))
    return state if index is None else replace(state, cursor=index)


_SIGNS: dict[str, Literal["same", "similar", "differs"]] = {
    "same quote": "same",
    "same words": "same",
    "same passage": "similar",
    "similar": "similar",
    "same paragraph": "similar",
    "differs": "differs",
}
"""The sign of each grade; what is merely related has none."""


def _message(shown: Reading, landing: Landing | None) -> Message:
    source = shown.sources[shown.place]
    if landing is None:
        return Message(f"back in {source}, where you were")
    paragraph = shown.article.paragraph_at(landing.span.start) + 1
    if landing.found:
        score = f"{landing.score:.2f}".removeprefix("0")
        text = f"{landing.label} in {source} · ¶{paragraph} · {score}"
        return Message(text, _SIGNS.get(landing.label, "info"))
    if landing.between and landing.between[0] != landing.between[1]:
        before, after = (index + 1 for index in landing.between)
        return Message(f"not found in {source}’s report · nearest: between ¶{before} and ¶{after}", "only")
    return Message(f"not found in {source}’s report · nearest: ¶{paragraph}", "only")
