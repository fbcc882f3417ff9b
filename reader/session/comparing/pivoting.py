"""Lays the reports of an event beside one of them, a comparison at a time: what is ready shows, the rest follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from reader.session.comparing.aligning import blocks
from reader.session.comparing.model import Side, Table
from reader.session.comparing.opening import block_at, table
from reader.session.comparing.pivot import Links, Other, Passage, Pivot, PivotRow
from reader.session.comparing.pivot_differences import differing

if TYPE_CHECKING:
    from reader.session.state import Reading
    from reader.session.world import World

MOST = 8
"""Other sources up to which they are compared with each other too: each further one costs as many comparisons."""


def others(reading: Reading, key: int) -> tuple[Other, ...]:
    """The event's sources without one of them."""
    named = zip(reading.strip, reading.sources, strict=True)
    return tuple(Other(one, place, name) for place, (one, name) in enumerate(named) if one != key)


def opened(reading: Reading, side: Side, known: Sequence[Table] = ()) -> Pivot:
    """One report beside all the others; `known`: tables of it that there are already."""
    found = others(reading, side.key)
    ready = {one.b.key: one for one in known if one.a.key == side.key}
    return arranged(Pivot(side, found, tuple(ready.get(one.key) for one in found)))


def further(view: Pivot, world: World, width: int) -> Pivot:
    """One more comparison, of some 15 ms: with those in sight first, then among the others; the same when complete."""
    waiting = [source for source, found in enumerate(view.tables) if found is None]
    if waiting:
        seen = view.window(width)
        source = min(waiting, key=lambda one: (one != view.focus, one not in seen, one))
        tables = (*view.tables[:source], table_of(world, view, source), *view.tables[source + 1 :])
        return arranged(replace(view, tables=tables))
    if view.shared is not None:
        return view
    pair = next((pair for pair in _pairs(view) if pair not in view.links), None)
    if pair is None:
        return arranged(replace(view, shared=_groups(view.links.values())))
    return replace(view, links={**view.links, pair: _linked(world, view, *pair)})


def table_of(world: World, view: Pivot, source: int) -> Table:
    """The pivot beside another source."""
    key, place, name = view.others[source]
    return table(world, view.side, Side(key, place, name, world.library.article(key), world.library.analysis(key)))


# what the pivot does not tell


def _rest(found: Table) -> dict[int, int]:
    """Paragraphs of the right report that the left does not tell, with their blocks."""
    return {place: index for index, block in enumerate(found.blocks) if not block.a for place in block.b}


def _pairs(view: Pivot) -> list[tuple[int, int]]:
    """Which of the others are to be compared with each other: those that both tell what the pivot does not."""
    if len(view.others) > MOST:
        return []
    telling = [source for source, found in enumerate(view.tables) if found is not None and _rest(found)]
    return list(combinations(telling, 2))


def _linked(world: World, view: Pivot, one: int, other: int) -> Links:
    """What two of the others tell alike and the pivot does not tell."""
    left, right = view.tables[one], view.tables[other]
    if left is None or right is None:
        return ()
    mine, theirs = _rest(left), _rest(right)
    comparison = world.library.comparison(left.b.key, right.b.key)
    return tuple(
        (block.score, (one, place), (other, there))
        for block in blocks(left.b.article, right.b.article, comparison)
        if block.sure and block.a and block.b
        for place in block.a
        for there in block.b
        if place in mine and there in theirs
    )


def _groups(linked: Iterable[Links]) -> tuple[tuple[Passage, ...], ...]:
    """Passages that several sources tell, one of each source; the surest links first."""
    home: dict[Passage, list[Passage]] = {}
    links = sorted((link for links in linked for link in links), key=lambda link: (-link[0], *link[1:]))
    for _, one, other in links:
        left, right = home.setdefault(one, [one]), home.setdefault(other, [other])
        if left is right or {source for source, _ in left} & {source for source, _ in right}:
            continue
        left += right
        home.update(dict.fromkeys(right, left))
    distinct = {id(group): group for group in home.values() if len(group) > 1}
    return tuple(tuple(sorted(group)) for group in distinct.values())


# rows


def arranged(view: Pivot) -> Pivot:
    """The view with the rows of what has been compared; the cursor stays on its passage."""
    rows, found = differing(view, _rows(view))
    now = replace(view, rows=rows, differences=found)
    at = found.index(view.differences[view.difference]) if _is_among(view, found) else -1
    return replace(now, row=_same_row(view, now), difference=at)


def _is_among(view: Pivot, found: Sequence[object]) -> bool:
    return view.difference >= 0 and view.differences[view.difference] in found


def _rows(view: Pivot) -> list[PivotRow]:
    """A row for each paragraph of the pivot, and after each what others tell there and it does not."""
    told = [_told(found) for found in view.tables]
    following = _following(view)
    rows = [*following[-1]]
    for place in range(len(view.side.article.paragraphs)):
        rows.append(PivotRow(place, tuple(homes.get(place) for homes in told)))
        rows += following[place]
    return rows


def _told(found: Table | None) -> Mapping[int, int]:
    """Blocks of a table by the paragraphs of the pivot, so far as the other report tells them."""
    blocks = found.blocks if found else ()
    return {place: n for n, block in enumerate(blocks) if block.b or block.elsewhere for place in block.a}


def _following(view: Pivot) -> defaultdict[int, list[PivotRow]]:
    """What the pivot does not tell, by the paragraph of it after which it stands; -1: before the first."""
    anchors: dict[Passage, tuple[int, int]] = {}
    for source, found in enumerate(view.tables):
        last = -1
        for index, block in enumerate(found.blocks if found else ()):
            if block.a:
                last = block.a[-1]
            else:
                anchors.update({(source, place): (last, index) for place in block.b})
    together = [tuple(one for one in group if one in anchors) for group in view.shared or ()]
    grouped = {one for group in together for one in group}
    every = [group for group in together if group] + [(one,) for one in anchors if one not in grouped]
    every.sort(key=lambda group: (min(anchors[one][0] for one in group), group[0]))
    found_rows: defaultdict[int, list[PivotRow]] = defaultdict(list)
    for group in every:
        homes = {source: anchors[source, place][1] for source, place in group}
        row = PivotRow(None, tuple(homes.get(source) for source in range(len(view.others))))
        found_rows[min(anchors[one][0] for one in group)].append(row)
    return found_rows


def _same_row(before: Pivot, now: Pivot) -> int:
    """Where the passage under the cursor is now."""
    if before.row >= len(before.rows):
        return max(0, min(before.row, len(now.rows) - 1))
    own = before.rows[before.row]
    if own.paragraph is not None:
        return row_of(now, own.paragraph)
    here = {(source, block) for source, block in enumerate(own.blocks) if block is not None}
    for index, row in enumerate(now.rows):
        if row.paragraph is None and here & set(enumerate(row.blocks)):
            return index
    return 0


def row_of(view: Pivot, paragraph: int) -> int:
    """The row of a paragraph of the pivot."""
    return next((index for index, row in enumerate(view.rows) if row.paragraph == paragraph), 0)


def row_with(view: Pivot, source: int, offset: int) -> int | None:
    """The row that shows an offset of another source; None where that has not been compared yet."""
    found = view.tables[source]
    if found is None or not found.blocks:
        return None
    block = block_at(found, "b", offset)
    return next((index for index, row in enumerate(view.rows) if row.blocks[source] == block), None)
