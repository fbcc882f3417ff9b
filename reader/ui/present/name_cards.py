"""A name in the panel: how often each source has it; under the cursor, what each of them calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Entity
from reader.session.panel import PanelRow
from reader.session.state import Reading
from reader.text.cells import cell_width, fit
from reader.ui.present.articles import Line
from reader.ui.present.signs import Signs
from reader.ui.widgets.line import wrap_line

if TYPE_CHECKING:
    from reader.events.roster import Naming, SharedName

COLUMN = 3
"""Cells of a source's column: two digits and a space."""
MOST_COLUMNS = 6
LEAST_NAME = 14
"""Cells that columns leave for the name."""


def columns(reading: Reading, width: int) -> int:
    """How many sources get a column of their own; 0 where there are too many, or nothing is known of them yet."""
    many = len(reading.strip)
    if many < 2 or not reading.tellings.names or many > MOST_COLUMNS:
        return 0
    return many if width - 2 - many * COLUMN >= LEAST_NAME else 0


def column_heads(reading: Reading, width: int) -> Line:
    """The numbers of the sources over their columns; the one on the screen stands out."""
    return tuple(
        (f"{place + 1:>{COLUMN}}", "bold" if place == reading.place else "dim-meta")
        for place in range(columns(reading, width))
    )


def shared_names(reading: Reading) -> dict[int, SharedName]:
    """For each of the article's names, by its index: the event's name that it is part of."""
    found: dict[int, SharedName] = {}
    for name in reading.tellings.names:
        naming = name.sources[reading.place] if reading.place < len(name.sources) else None
        for entity in naming.entities if naming else ():
            found[entity] = name
    return found


def card(
    row: PanelRow, reading: Reading, shared: SharedName | None, signs: Signs, width: int, current: bool
) -> tuple[Line, ...]:
    """The rows of a name's card; `current`: with all that the sources call it."""
    entity = reading.analysis.entities[row.index]
    role = entity.type if entity.type != "other" else ""
    head = _head(entity.name, role, _extra(entity), _counts(entity, shared, reading, signs, width), width)
    if not current:
        return (head,)
    lines = [head, *_own_forms(entity, reading, shared, signs, width)]
    if shared and len(reading.strip) > 1:
        lines += calls(shared, reading, signs, width - 2, 2)
    return tuple(lines)


def elsewhere(row: PanelRow, reading: Reading, signs: Signs, width: int, current: bool) -> tuple[Line, ...]:
    """A name that only other sources have."""
    name = reading.tellings.names[row.index]
    role = name.type if name.type != "other" else ""
    counts = _counts(None, name, reading, signs, width)
    head = _head(name.name, role, "", counts, width)
    return (head, *calls(name, reading, signs, width - 2, 2)) if current else (head,)


def calls(name: SharedName, reading: Reading, signs: Signs, width: int, indent: int) -> list[Line]:
    """What each source calls it, a source after the other: `2 the chancellor ×3, Scholz ×2`."""
    lines: list[Line] = []
    for place, naming in enumerate(name.sources[: len(reading.strip)]):
        number = f"{place + 1} "
        pieces = forms(naming, signs)
        for n, line in enumerate(wrap_line(pieces, max(6, width - len(number)))):
            lead = number if n == 0 else " " * len(number)
            lines.append(((" " * indent, ""), (lead, "bold" if place == reading.place else "dim-meta"), *line))
    return lines


def forms(naming: Naming | None, signs: Signs) -> list[tuple[str, str]]:
    """The forms of a name in one source with their numbers, the commonest first."""
    if naming is None:
        return [(f"{signs.none} not named", "only")]
    pieces: list[tuple[str, str]] = []
    for form in naming.forms:
        if pieces:
            pieces.append((f" {signs.dot} ", "dim-meta"))
        pieces += [(form.text, "italic" if form.kind == "role" else ""), (times(form.count, signs), "dim-meta")]
    return pieces


def times(count: int, signs: Signs) -> str:
    """` ×3`; nothing for once."""
    sign = "×" if signs.none == "–" else "x"
    return f" {sign}{count}" if count > 1 else ""


def government(count: int, signs: Signs) -> str:
    """The hint at a place that stands for its government in some mentions; empty where it never does."""
    return f"also for its government{times(count, signs)}" if count else ""


def _own_forms(entity: Entity, reading: Reading, shared: SharedName | None, signs: Signs, width: int) -> list[Line]:
    pieces: list[tuple[str, str]] = []
    if not shared or len(reading.strip) < 2:
        also = [alias for alias in entity.aliases if alias != entity.name]
        said = "; ".join([*(f"also {alias}" for alias in also), *dict.fromkeys(entity.titles)])
        pieces += [(said, "dim-meta")] if said else []
    if entity.governing:
        pieces += [("; " if pieces else "", "dim-meta"), (government(len(entity.governing), signs), "dim-meta")]
    return [((" " * 2, ""), *line) for line in wrap_line(pieces, max(6, width - 2))] if pieces else []


def _extra(entity: Entity) -> str:
    also = ", ".join(alias for alias in entity.aliases if alias != entity.name)
    titles = ", ".join(dict.fromkeys(entity.titles))
    return "; ".join(part for part in (also, titles) if part)


def _counts(entity: Entity | None, shared: SharedName | None, reading: Reading, signs: Signs, width: int) -> Line:
    """Mentions in each source, in columns; where there are too many sources, here and in how many of them."""
    own = len(entity.mentions) if entity else 0
    if shared is None:
        return ((f" {own}", "dim-meta"),)
    many = columns(reading, width)
    if not many:
        of = f" {shared.told_by}/{len(reading.strip)}" if len(reading.strip) > 1 else ""
        return ((f" {own or signs.none}", ""), (of, "dim-meta"))
    pieces = []
    for place in range(many):
        naming = shared.sources[place]
        count = str(len(naming.mentions)) if naming else signs.none
        role = "bold" if place == reading.place else "only" if naming is None else "dim-meta"
        pieces.append((f"{count:>{COLUMN}}", role))
    return tuple(pieces)


def _head(name: str, role: str, extra: str, counts: Line, width: int) -> Line:
    room = width - 2 - sum(cell_width(text) for text, _ in counts)
    name = fit(name, room) if cell_width(name) > room else name
    rest = room - cell_width(name)
    more = fit(f"  {extra}" if extra and rest > 6 else "", rest) if rest > 0 else ""
    return (("  ", ""), (name, role), (more, "dim-meta"), *counts)
