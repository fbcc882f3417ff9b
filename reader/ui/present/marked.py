"""A paragraph with what is marked in it, as rows of pieces for a width."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.model import Span
from reader.text.wrap import wrap
from reader.ui.present.articles import Line

Ink = tuple[int, int, str]
"""(start, end, role) in the text that is drawn; a later one lies over an earlier one."""

GONE, COME = "gone", "come"
"""Roles of words that only the first of two texts has, and only the second."""
BRACKETS = {GONE: ("[-", "-]"), COME: ("{+", "+}")}
"""What stands around such words where there is no colour."""


def rows(text: str, inks: Iterable[Ink], width: int, brackets: bool = False) -> list[Line]:
    """The text in rows of at most `width` cells, its words whole wherever one fits into a row."""
    found = [ink for ink in inks if ink[0] < ink[1]]
    if brackets:
        text, found = bracketed(text, found)
    spans = wrap(text, Span(0, len(text)), max(8, width))
    return [_row(text, span, [ink for ink in found if ink[0] < span.end and ink[1] > span.start]) for span in spans]


def height(text: str, width: int) -> int:
    """How many rows that takes, without brackets."""
    return len(wrap(text, Span(0, len(text)), max(8, width)))


def bracketed(text: str, inks: Sequence[Ink]) -> tuple[str, list[Ink]]:
    """The text with brackets around the words of one side, and the marks at their new places."""
    added = sorted(
        [(start, 1, around[0]) for start, _, role in inks if (around := _around(role))]
        + [(end, 0, around[1]) for _, end, role in inks if (around := _around(role))]
    )
    pieces: list[str] = []
    shifts: list[tuple[int, int, int]] = []
    """(offset, whether it opens, code points added up to and with it)"""
    at = total = 0
    for offset, opens, sign in added:
        pieces += (text[at:offset], sign)
        at, total = offset, total + len(sign)
        shifts.append((offset, opens, total))
    pieces.append(text[at:])

    def placed(offset: int, end: bool) -> int:
        passed = [more for place, opens, more in shifts if (place, opens) < (offset, 1 if end else 2)]
        return offset + (passed[-1] if passed else 0)

    moved = [(placed(start, False) - (2 if _around(role) else 0), placed(end, True), role) for start, end, role in inks]
    return "".join(pieces), moved


def _around(role: str) -> tuple[str, str] | None:
    return BRACKETS.get(role.partition(" ")[0])


def _row(text: str, row: Span, inks: Sequence[Ink]) -> Line:
    cuts = {row.start, row.end}
    for start, end, _ in inks:
        cuts |= {max(start, row.start), min(end, row.end)}
    return tuple(
        (text[first:last], " ".join(role for start, end, role in inks if start < last and end > first))
        for first, last in pairwise(sorted(cuts))
    )
