"""All notes of the library, those that have lost their place first."""

from reader.session.keys import Keys
from reader.session.state import State
from reader.session.world import World
from reader.text.cells import fit
from reader.ui.present.sheets import SheetPage, SheetRow, prose


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """Every note with the words it is on."""
    rows: list[SheetRow] = []
    for stored in world.notes.all():
        note = stored.note
        exact = next((target.exact for target in note.targets if target.exact), "")
        about = " · ".join(part for part in (stored.article.source, stored.article.title) if part)
        search = f"{note.body} {exact} {about} {' '.join(note.tags)} {note.status}"
        tags = " ".join(f"#{tag}" for tag in note.tags)
        head = fit(f"{note.modified[:10]} {note.status} {tags} {about}", width)
        rows.append(SheetRow(((head, "dim-meta"),), search, note))
        if exact:
            rows.append(SheetRow((("  ", ""), (fit(" ".join(exact.split()), width - 2), "quote")), search, note))
        rows += [SheetRow(row.line, search, note) for row in prose(note.body, width, "", 2)]
        rows.append(SheetRow((), search))
    empty = f"no notes yet: {keys.first('note')} on a passage writes one"
    return SheetPage("Notes", tuple(rows), empty, "Enter goes to the passage · type to search · Esc closes")
