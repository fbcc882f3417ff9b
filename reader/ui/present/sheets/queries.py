"""Searches that were kept under a name, and those of before, the latest first."""

from reader.session.keys import Keys
from reader.session.state import State
from reader.session.world import World
from reader.text.cells import cell_width, fit
from reader.ui.present.sheets import SheetPage, SheetRow, heading


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """A row for each; what a row leads to is the search as it is saved, or its words."""
    rows: list[SheetRow] = []
    if state.saved:
        rows.append(heading("Kept"))
    for one in state.saved:
        name = fit(one.name, min(width // 2, max(16, cell_width(one.name))))
        rest = fit(one.query, max(4, width - cell_width(name) - 4)) if one.query != one.name else ""
        rows.append(SheetRow((("  ", ""), (name, ""), ("  ", ""), (rest, "dim-meta")), f"{one.name} {one.query}", one))
    history = [text for text in reversed(state.memory.queries) if text not in {one.query for one in state.saved}]
    if history:
        rows += [SheetRow(()), heading("Before")] if rows else [heading("Before")]
    rows += [SheetRow((("  ", ""), (fit(text, width - 2), "")), text, text) for text in history]
    empty = f"nothing was searched for yet: {keys.first('query')} searches the library"
    hint = f"Enter searches · Del takes away · {keys.first('save_query')} in the list keeps a search · Esc closes"
    return SheetPage("Searches", tuple(rows), empty, hint)
