"""The one registry of actions: keys, footer, help, palette, documentation and behaviour all come from it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, get_args

from reader.model.frozen import dataclass
from reader.session.effects import Effect
from reader.session.state import Message, Scope, State
from reader.session.world import World

EVERYWHERE: tuple[Scope, ...] = ("list", "text", "panel")
SCOPES: tuple[Scope, ...] = get_args(Scope)
"""The panes, and the views that take their place."""
EVENT_PAGES: tuple[Scope, ...] = ("matrix", "cell", "facts", "gaps", "timeline", "headlines")
"""The pages of an event."""
Step = State | tuple[State, Effect]
"""What an action gives back: the next state, and one thing to be done outside it, if any."""
Run = Callable[[State, World, int], Step]


@dataclass(frozen=True, slots=True)
class Action:
    """Something the user can do."""

    name: str
    """In the keys file, in `:` commands and in the palette: `next_source`."""
    keys: tuple[str, ...]
    """Defaults, as Textual names them; two keys one after the other with a space between: `g g`."""
    group: str
    help: str
    """One sentence."""
    scope: tuple[Scope, ...]
    """The panes and views in which its keys act."""
    run: Run
    label: str = ""
    """One or two words for the footer; empty where it is not shown there."""

    @property
    def title(self) -> str:
        """The name as words: `Next source`."""
        return self.name.replace("_", " ").capitalize()


GROUPS = (
    "Moving",
    "List",
    "Reading",
    "Finding",
    "Sources",
    "Side by side",
    "Versions of a quote",
    "The event",
    "Panel",
    "Notes",
    "Marking",
    "Deciding",
    "Sharing",
    "Go to",
    "Reader",
)
"""Every group of actions, in the order in which help lists them."""

ACTIONS: dict[str, Action] = {}
"""Every action by its name; in the order of the groups once all are registered."""


def arrange() -> None:
    """Bring the actions into the order of the groups. Raises ValueError where one is of no known group."""
    ordered = sorted(ACTIONS.items(), key=lambda item: GROUPS.index(item[1].group))
    ACTIONS.clear()
    ACTIONS.update(ordered)


def action(*keys: str, group: str, scope: tuple[Scope, ...] = EVERYWHERE, label: str = "") -> Callable[[Run], Run]:
    """Register a function as an action: its name is the action's, its docstring's first line the help text."""

    def register(run: Run) -> Run:
        name = run.__name__.rstrip("_")
        if name in ACTIONS:
            raise ValueError(f"two actions are called {name}")
        help_text = (run.__doc__ or "").strip().splitlines()[0]
        ACTIONS[name] = Action(name, keys, group, help_text, scope, run, label)
        return run

    return register


def perform(action: Action, state: State, world: World, which: int = 0) -> tuple[State, Effect | None]:
    """Run an action. `which` is the position of the pressed key among the action's keys.

    A message of the step before is gone unless the action sets a new one.
    """
    if state.view is not None and state.scope not in action.scope:  # asked for by its name, from the palette
        state = replace(state, view=None)
    step = action.run(replace(state, message=None), world, which)
    return step if isinstance(step, tuple) else (step, None)


def said(
    state: State, text: str, sign: Literal["info", "same", "similar", "differs", "only", "error"] = "info"
) -> State:
    """The state with a message on its status line."""
    return replace(state, message=Message(text, sign))
