"""The first-run guide: one step at a time in the status line, each cleared by doing it."""

from dataclasses import replace

from reader.session.keys import Keys
from reader.session.state import State

STEPS: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"down", "up", "page_down", "half_page_down"}), "{down} and {up} move; {into} opens"),
    (
        frozenset({"next_source", "previous_source", "go_to_source"}),
        "{next_source} shows how the next source tells this",
    ),
    (frozenset({"compare", "versions", "quote_versions"}), "{compare} puts the two side by side"),
    (frozenset({"note", "note_on_article"}), "{note} writes a note on the passage"),
)
"""For each step the actions that clear it, and what it says."""


def advanced(state: State, action: str) -> State:
    """The state after an action was done: a step further if it was the one that the guide waits for."""
    step = state.memory.coached
    if step < len(STEPS) and action in STEPS[step][0]:
        return replace(state, memory=replace(state.memory, coached=step + 1))
    return state


def says(state: State, keys: Keys) -> str:
    """The step to do now; empty when the guide is done with."""
    step = state.memory.coached
    if step >= len(STEPS):
        return ""
    names = ("down", "up", "into", "next_source", "compare", "note")
    text = STEPS[step][1].format(**{name: keys.first(name) for name in names})
    return f"{step + 1}/{len(STEPS)}  {text}  (Esc ends this guide)"
