"""The themes, each shown on the whole screen as the cursor moves over it."""

from reader.session.keys import Keys
from reader.session.state import State
from reader.session.world import World
from reader.text.cells import fit
from reader.ui.present.sheets import SheetPage, SheetRow


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """Every theme with its description."""
    rows = []
    for name, theme in sorted(world.themes().items()):
        kind = "dark " if theme.dark else "light"
        line = ((fit(name, 16), ""), (f" {kind} ", "dim-meta"), (fit(theme.description, width - 24), "dim-meta"))
        rows.append(SheetRow(line, f"{name} {kind} {theme.description}", name))
    keys_line = "Enter keeps it · Esc goes back"
    return SheetPage("Themes", tuple(rows), "no theme could be read", keys_line, searchable=False)
