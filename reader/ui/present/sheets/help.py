"""Every action with its keys, from the registry: it cannot say what is not so."""

from reader.session.actions import ACTIONS
from reader.session.keys import Keys
from reader.session.state import State
from reader.session.world import World
from reader.text.cells import fit
from reader.ui.present.sheets import SheetPage, SheetRow, heading

KEY_COLUMN = 18


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """All actions by group."""
    groups: dict[str, list[SheetRow]] = {}
    for action in ACTIONS.values():
        column = keys.all_shown(action.name) if action.name != "go_to_source" else "1 … 9"
        line = ((f" {fit(column, KEY_COLUMN)} ", "key"), (fit(action.help, width - KEY_COLUMN - 3), ""))
        search = f"{action.title} {action.help} {column} {action.group}"
        groups.setdefault(action.group, []).append(SheetRow(line, search, action.name))
    rows = [row for name, found in groups.items() for row in (heading(name), *found, SheetRow(()))]
    return SheetPage("Keys", tuple(rows[:-1]), "no action has these words", "Enter does it · type to find · Esc closes")
