"""What could not be read, and what is wrong in the settings: nothing is passed over in silence."""

from reader.session.keys import Keys
from reader.session.state import State
from reader.session.world import World
from reader.ui.present.sheets import SheetPage, SheetRow, prose


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """Problems of settings, notes, decisions and articles, in this order."""
    rows: list[SheetRow] = []
    own = (*world.notes.problems(), *world.library.decisions.problems())
    for problem in (*world.problems, *own, *world.library.problems()):
        rows += prose(f"! {problem}", width, "warning" if problem.severity == "error" else "dim-meta")
    return SheetPage("Problems", tuple(rows), "nothing is wrong", "Esc closes")
