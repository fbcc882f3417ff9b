"""One row of the screen as data: pieces of text with the role each plays. Nothing here reads markup."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

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


def strip_of(
    line: Iterable[tuple[str, str]], width: int, base: Style, palette: Palette, over: Style | None = None
) -> Strip:
    """`line` drawn into exactly `width` cells; `over` is laid over every piece and the padding."""
    segments: list[Segment] = []
    room = width
    for text, role in line:
        text = drawable(text)
        cells = cell_width(text)
        if cells > room:
            text = cut(text, room)
            cells = cell_width(text)
        if text:
            style = base + palette.style(role)
            segments.append(Segment(text, style + over if over else style))
            room -= cells
    if room > 0:
        segments.append(Segment(" " * room, base + over if over else base))
    return Strip(segments, width)


def item_strip(line: Line, width: int, base: Style, palette: Palette, state: int, bar: str) -> Strip:
    """A row of a list in `width` cells: `state`: 0 off the cursor, 1 on it without focus, 2 with focus."""
    if not state:
        return strip_of((("" if width < 2 else " ", ""), *line), width, base, palette)
    over = palette.style("cursor" if state == 2 else "cursor-blurred")
    strip = strip_of(line, max(0, width - 1), base, palette, over)
    beside = palette.style("cursor-bar" if state == 2 else "cursor-bar-blurred")
    return Strip([Segment(bar, base + beside), *strip], width)


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
