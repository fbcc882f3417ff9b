"""Every action with its keys, from the registry: it cannot say what is not so."""

from reader.session.actions import ACTIONS, Action
from reader.session.keys import Keys
from reader.session.registry import EVERYWHERE
from reader.session.state import Scope, State
from reader.session.world import World
from reader.text.cells import fit
from reader.ui.present.sheets import SheetPage, SheetRow, heading, prose

KEY_COLUMN = 18


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """All actions by group; those of the view on the screen come first."""
    groups: dict[str, list[Action]] = {}
    for action in ACTIONS.values():
        groups.setdefault(action.group, []).append(action)
    ordered = sorted(groups.items(), key=lambda item: not any(_is_of(action, state.scope) for action in item[1]))
    rows = []
    for name, actions in ordered:
        rows.append(heading(name))
        for action in sorted(actions, key=lambda one: not _is_of(one, state.scope)):
            rows += _rows(action, keys, width)
        rows.append(SheetRow(()))
    keys_line = "Enter does it · type to find · Esc closes"
    return SheetPage("Keys", tuple(rows[:-1]), "", keys_line, unmatched="no action has these words")


def _is_of(action: Action, scope: Scope) -> bool:
    """Whether an action is one of the view on the screen and not of the panes."""
    return scope in action.scope and not set(EVERYWHERE).intersection(action.scope)


def _rows(action: Action, keys: Keys, width: int) -> list[SheetRow]:
    """The keys, and what they do in as many lines as it takes."""
    column = keys.all_shown(action.name) if action.name != "go_to_source" else "1 … 9"
    search = f"{action.title} {action.help} {column} {action.group}"
    said = prose(action.help, width, indent=KEY_COLUMN + 2, target=action.name)
    lead = ((f" {fit(column, KEY_COLUMN)} ", "key"), *said[0].line[1:])
    return [SheetRow(lead if n == 0 else row.line, search, action.name) for n, row in enumerate(said)]
