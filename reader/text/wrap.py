"""Breaks a paragraph into display rows. Rows are offsets into the text, so nothing that points into it has to move."""

from collections.abc import Iterator

from reader.model import Span
from reader.text.cells import cell_width, clusters, cut, fit, is_plain, is_wide, offset_at, tokens

__all__ = ["cell_width", "cut", "fit", "offset_at", "wrap"]

_SPACES = " \t\u3000"
_NOT_FIRST = frozenset(
    ",.:;!?%)]}’”»…、。，．：；！？％）］｝」』】〕》〉〗・ー々〜～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ゛゜"
)
"""What must not begin a row where a break between wide characters is taken."""
_NOT_LAST = frozenset("([{‘“«$£€¥（［｛「『【〔《〈〖＄￥")
"""What must not end one."""


def wrap(text: str, span: Span, width: int) -> list[Span]:
    """Display rows of the paragraph `span`, as offsets in order, none wider than `width` cells.

    Spaces at which a row is broken belong to no row. A word longer than a row is broken; between wide characters a row
    may end anywhere but before closing or after opening punctuation. A line feed inside the paragraph ends a row, and
    spaces after it (or at the paragraph's beginning) are kept as indentation. A stretch without visible characters is
    one empty row. Only a wide character alone in a row of width 1 is wider than its row.
    """
    width = max(1, width)
    rows: list[Span] = []
    start = span.start
    while start <= span.end:
        end = text.find("\n", start, span.end)
        end = span.end if end < 0 else end
        narrow = is_plain(text, start, end) and text.find("\t", start, end) < 0
        rows += _narrow(text, start, end, width) if narrow else _mixed(text, start, end, width)
        start = end + 1
    return rows


def _narrow(text: str, start: int, end: int, width: int) -> list[Span]:
    """Rows where every character takes one cell and no space is a tab: two string searches a row."""
    rows: list[Span] = []
    body = start
    while body < end and text[body] == " ":
        body += 1
    row = start if body - start < width else body
    floor = body
    """Spaces before this offset are indentation and no place to break."""
    while row < end:
        stop = row + width
        if stop >= end:
            stop = end
        elif text[stop] != " ":
            space = text.rfind(" ", floor, stop)
            stop = space if space > row else stop
        last = stop
        while last > row and text[last - 1] == " ":
            last -= 1
        if last > row:
            rows.append(Span(row, last))
        row = stop
        while row < end and text[row] == " ":
            row += 1
        floor = row
    return rows or [Span(start, start)]


def _mixed(text: str, start: int, end: int, width: int) -> list[Span]:
    """Rows where characters differ in width."""
    rows: list[Span] = []
    row = last = start
    used = 0
    for first, stop, cells, gap in _units(text, start, end):
        if last > row and used + gap + cells > width:
            rows.append(Span(row, last))
            used, row = 0, first
        elif last == row and (rows or gap + min(cells, 2) > width):
            row = first
        else:
            used += gap
        if used + cells > width:
            for at, taken in clusters(text, first, stop):
                if used + taken > width and at > row:
                    rows.append(Span(row, at))
                    row, used = at, 0
                used += taken
        else:
            used += cells
        last = stop
    if last > row:
        rows.append(Span(row, last))
    return rows or [Span(start, start)]


def _units(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """What a row is filled with: words, and single wide characters with the punctuation that clings to them.

    As (start, end, cells, cells of the spaces before it).
    """
    first, last, used, gap = start, start, 0, 0
    wide = False
    for begin, stop, cells in tokens(text, start, end):
        if text[begin] in _SPACES:
            if last > first:
                yield first, last, used, gap
                used = gap = 0
            gap += cells
            first = last = stop
            wide = False
            continue
        was_wide, wide = wide, cells == 2 and is_wide(text[begin])
        if last > first and (wide or was_wide) and _may_break(text, begin):
            yield first, last, used, gap
            first, used, gap = begin, 0, 0
        used += cells
        last = stop
    if last > first:
        yield first, last, used, gap


def _may_break(text: str, offset: int) -> bool:
    return text[offset] not in _NOT_FIRST and text[offset - 1] not in _NOT_LAST
