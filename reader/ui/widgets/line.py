"""One row of the screen as data: pieces of text with the role each plays, and as segments in their styles.

Nothing here reads markup, and nothing needs Textual: the first frame is drawn before that is loaded.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from reader.model import Span
from reader.text.wrap import cell_width, cut, wrap
from reader.ui.widgets.palette import Palette


class Piece(NamedTuple):
    """A stretch of a row and what it is."""

    text: str
    role: str = ""
    """Names of the theme's roles, with spaces between; empty for plain text."""


Line = tuple[tuple[str, str], ...]
"""A row: pieces, or plain `(text, role)` tuples."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def drawable(text: str) -> str:
    """`text` with a space for every control character, so that offsets and cells stay in step."""
    return text if text.isprintable() else _CONTROL.sub(" ", text)


def row_segments(
    line: Iterable[tuple[str, str]], width: int, base: Style, palette: Palette, over: Style | None = None
) -> list[Segment]:
    """`line` drawn into exactly `width` cells; `over` is laid over every piece and the padding."""
    segments: list[Segment] = []
    room = width
    styles = palette.on(base)
    for text, role in line:
        text = drawable(text)
        cells = cell_width(text)
        if cells > room:
            text = cut(text, room)
            cells = cell_width(text)
        if text:
            style = styles[role]
            segments.append(Segment(text, style + over if over else style))
            room -= cells
    if room > 0:
        segments.append(Segment(" " * room, base + over if over else base))
    return segments


def item_segments(
    line: Iterable[tuple[str, str]], width: int, base: Style, palette: Palette, state: int, bar: str
) -> list[Segment]:
    """A row of a list in `width` cells: `state`: 0 off the cursor, 1 on it without focus, 2 with focus."""
    if not state:
        return row_segments((("" if width < 2 else " ", ""), *line), width, base, palette)
    over = palette.style("cursor" if state == 2 else "cursor-blurred")
    beside = palette.style("cursor-bar" if state == 2 else "cursor-bar-blurred")
    return [Segment(bar, base + beside), *row_segments(line, max(0, width - 1), base, palette, over)]


def bar_segments(
    left: Iterable[tuple[str, str]], right: Iterable[tuple[str, str]], width: int, base: Style, palette: Palette
) -> list[Segment]:
    """A bar of one line; what does not fit between left and right is cut from the left part."""
    right = tuple(right)
    tail = min(width, sum(cell_width(text) for text, _ in right))
    segments = row_segments(left, width - tail, base, palette)
    return [*segments, *row_segments(right, tail, base, palette)] if tail else segments


def wrap_line(line: Iterable[tuple[str, str]], width: int) -> list[Line]:
    """`line` as several rows of at most `width` cells, broken between words; pieces keep their roles."""
    pieces = [(text, role) for text, role in line if text]
    text = "".join(piece[0] for piece in pieces)
    rows: list[Line] = []
    for row in wrap(text, Span(0, len(text)), width):
        parts: list[Piece] = []
        start = 0
        for piece, role in pieces:
            first, last = max(row.start, start), min(row.end, start + len(piece))
            if first < last:
                parts.append(Piece(text[first:last], role))
            start += len(piece)
        rows.append(tuple(parts))
    return rows
