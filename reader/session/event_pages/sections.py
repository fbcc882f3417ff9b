"""The parts of a long list of gaps: what many sources tell before what one alone does, words before the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reader.session.event_pages.model import Gap, GapList, Gaps

LEAST = 8
"""Passages from which a list has parts."""


def sorted_in(which: GapList, gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """The passages part by part; in each part they keep their order."""
    found = tuple(gaps)
    return tuple(sorted(found, key=lambda gap: _part(gap, which)[0])) if len(found) >= LEAST else found


def heading(page: Gaps, index: int) -> str:
    """What stands above a passage: the part that begins with it, and how many are in it; else ""."""
    if page.count < LEAST:
        return ""
    part = _part(page.rows[index], page.which)
    if index and _part(page.rows[index - 1], page.which) == part:
        return ""
    parts = Counter(_part(gap, page.which) for gap in page.rows)
    return f"{part[1]} · {parts[part]}" if len(parts) > 1 else ""


def _part(gap: Gap, which: GapList) -> tuple[int, str]:
    """Where the part comes, and how it is called."""
    if which == "moved":
        return (0, "earlier here") if "earlier here" in gap.why else (1, "later here")
    many = len({gap.place, *(place for place, _, _ in gap.elsewhere)})
    if many > 1:
        return -many, f"told by {many} other sources"
    rank, content = _content(gap)
    return rank, content if which == "only" else f"told by one other source, {content}"


def _content(gap: Gap) -> tuple[int, str]:
    """What is in a passage that one source alone tells."""
    if any(why.startswith("quote") for why in gap.why):
        return 0, "with somebody’s words"
    return (1, "with names or figures") if gap.why else (2, "without names or figures")
