"""What differs between one report and all the others of its event: what several state otherwise in one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.session.comparing.differences import FACTS, ORDER
from reader.session.comparing.model import Difference, DifferenceKind
from reader.session.comparing.pivot import PivotDifference, PivotRow

if TYPE_CHECKING:
    from reader.session.comparing.pivot import Pivot

NAMED = 3
"""Sources up to which a line names them all."""
Found = list[tuple[int, Difference]]
"""Of several sources (by index) the differences that are told in one line."""
_Key = tuple[int, DifferenceKind, object]


def differing(view: Pivot, rows: Sequence[PivotRow]) -> tuple[tuple[PivotRow, ...], tuple[PivotDifference, ...]]:
    """The rows with the kinds of what differs in them, and all differences in their order."""
    paragraphs = {row.paragraph: index for index, row in enumerate(rows) if row.paragraph is not None}
    rest = {
        (source, block): index
        for index, row in enumerate(rows)
        if row.paragraph is None
        for source, block in enumerate(row.blocks)
        if block is not None
    }
    grouped: dict[_Key, Found] = {}
    for source, table in enumerate(view.tables):
        for one in table.differences if table else ():
            block = table.blocks[one.block] if table else None
            if block is None:
                continue
            row = rest[source, one.block] if not block.a else paragraphs[_paragraph(view, one, block.a)]
            about = _about(one, source, bool(block.a), bool(block.b))
            grouped.setdefault((row, one.kind, about), []).append((source, one))
    made = [_made(view, row, kind, found) for (row, kind, _), found in grouped.items()]
    made.sort(key=lambda one: (one.row, ORDER[one.kind], one.here, one.there))
    kinds: dict[int, list[DifferenceKind]] = {}
    for difference in made:
        kinds.setdefault(difference.row, []).append(difference.kind)
    marked = (row._replace(kinds=tuple(dict.fromkeys(kinds.get(index, ())))) for index, row in enumerate(rows))
    return tuple(marked), tuple(made)


def _paragraph(view: Pivot, one: Difference, block: tuple[int, ...]) -> int:
    place = view.side.article.paragraph_at(one.a[0].start) if one.a else block[0]
    return place if place in block else block[0]


def _about(one: Difference, source: int, here: bool, there: bool) -> object:
    """What the differences of several sources have in common that are told in one line; else the source itself."""
    if one.kind in FACTS:
        return (one.subject, one.a)
    if one.kind == "only" and one.a:
        return one.a if there else "paragraph"
    return (source, one.b) if here else "elsewhere"


def _made(view: Pivot, row: int, kind: DifferenceKind, found: Found) -> PivotDifference:
    there = tuple((source, one.b) for source, one in found)
    return PivotDifference(row, kind, _text(view, kind, found), found[0][1].a, there)


def _text(view: Pivot, kind: DifferenceKind, found: Found) -> str:
    source, one = found[0]
    name = view.others[source].name
    if kind in FACTS:
        stated: dict[str, list[str]] = {}
        for place, other in found:
            stated.setdefault(other.values[1], []).append(view.others[place].name)
        told = ", ".join(f"{value} in {listed(names)}" for value, names in stated.items())
        return f"{one.values[0]} here, {told} · {one.subject}"
    if kind == "quote":
        return f"{name}: {one.text}"
    if one.a:
        missing = reports([view.others[place].name for place, _ in found], len(view.others))
        return f"not found in {missing}{': ' if one.subject[:1] == '¶' else ' · ' * bool(one.subject)}{one.subject}"
    if one.subject[:1] == "¶":
        told = "; ".join(f"{view.others[place].name} {other.subject}" for place, other in found)
        return f"not found in {view.side.name}’s report: {told}"
    return f"{name}: not found in {view.side.name}’s report{' · ' * bool(one.subject)}{one.subject}"


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join([part for part in (", ".join(names[:-1]), names[-1]) if part])


def reports(names: Sequence[str], of: int) -> str:
    """`A’s report`, `A’s and B’s reports`; of many only how many of how many: `5 of 7 reports`."""
    if len(names) > NAMED:
        return f"{len(names)} of {of} reports" if len(names) < of else f"any of the other {of} reports"
    return f"{listed([f'{name}’s' for name in names])} report{'s' * (len(names) > 1)}"
