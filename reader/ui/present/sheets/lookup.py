"""Pages whose rows come from the library as they are looked at or typed for: the index of names, the fuzzy jump."""

from collections.abc import Callable, Sequence
from typing import Protocol

from reader.library import Library
from reader.search import jumping, names
from reader.session.keys import Keys
from reader.session.state import State
from reader.session.world import World
from reader.text.cells import cell_width, fit
from reader.ui.present.articles import Line
from reader.ui.present.sheets import SheetPage, SheetRow

PAGE = 64
"""Names that are read at a time."""
KINDS = ("names", "jump")
_PLURALS = {"": "Names", "person": "Persons", "organisation": "Organisations", "place": "Places"}


class Listed(Protocol):
    """Rows that are asked for one by one."""

    def __len__(self) -> int: ...

    def draw(self, index: int, width: int) -> Line:
        """One row as pieces."""
        ...

    def row(self, index: int) -> SheetRow:
        """One row, with what it leads to."""
        ...


class Fixed:
    """Rows that are there already."""

    def __init__(self, rows: Sequence[SheetRow]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def draw(self, index: int, width: int) -> Line:
        """One row."""
        return self._rows[index].line

    def row(self, index: int) -> SheetRow:
        """One row."""
        return self._rows[index]


class Paged:
    """All names of the library, of which only those in view are read."""

    def __init__(self, many: int, read: Callable[[int], Sequence[SheetRow]]) -> None:
        self._many = many
        self._read = read
        self._pages: dict[int, Sequence[SheetRow]] = {}

    def __len__(self) -> int:
        return self._many

    def draw(self, index: int, width: int) -> Line:
        """One row."""
        return self.row(index).line

    def row(self, index: int) -> SheetRow:
        """One row; an empty one where the library has changed meanwhile."""
        page, place = divmod(index, PAGE)
        if page not in self._pages:
            self._pages[page] = self._read(page * PAGE)
        rows = self._pages[page]
        return rows[place] if place < len(rows) else SheetRow(())


def page(state: State, world: World, keys: Keys, width: int) -> SheetPage:
    """The frame of a page; its rows are those of `found`."""
    kind = state.sheet.kind if state.sheet else ""
    if kind == "jump":
        empty = "Type some letters of a headline or a name; they need not be spelt right."
        return SheetPage(
            "Jump to", (), empty, "Enter goes there · Esc closes", unmatched="no headline or name is like that"
        )
    hint = "Enter searches for it · Ctrl+T persons, organisations, places · Esc closes"
    return SheetPage(
        "Names of the library",
        (),
        "no names yet: they come as the articles are analysed",
        hint,
        unmatched="no name begins like that",
    )


def found(kind: str, library: Library, typed: str, which: int, width: int) -> Listed:
    """The rows for what was typed; `which`: type of the names, as an index into `names.TYPES`."""
    if kind == "jump":
        return Fixed([_jump(one, width) for one in jumping.jumps(library, typed)])
    type = names.TYPES[which % len(names.TYPES)]
    if typed.strip():
        return Fixed([_name(one, width) for one in names.beginning(library, typed, type)])

    def read(start: int) -> list[SheetRow]:
        return [_name(one, width) for one in names.listed(library, start, PAGE, type)]

    return Paged(names.count(library, type), read)


def title(which: int, many: int) -> str:
    """What the page of names is called: the type, and how many there are."""
    return f"{_PLURALS[names.TYPES[which % len(names.TYPES)]]} · {many:,}"


def _name(one: names.Named, width: int) -> SheetRow:
    count = f"{one.articles:>9,} {'article ' if one.articles == 1 else 'articles'}"
    kind = f"{one.type:<14}"
    room = max(4, width - len(count) - len(kind) - 1)
    line = ((fit(one.form, room), one.type), (" ", ""), (kind, "dim-meta"), (count, "dim-meta"))
    return SheetRow(line, one.form, jumping.Jump(one.form, one.type, None, one.query))


def _jump(one: jumping.Jump, width: int) -> SheetRow:
    detail = one.detail if cell_width(one.detail) <= width // 2 else fit(one.detail, width // 2)
    label = fit(one.label, max(4, width - cell_width(detail) - 2))
    return SheetRow(((label, "" if one.key else "person"), ("  ", ""), (detail, "dim-meta")), one.label, one)
