"""Rows as Textual's strips."""

from collections.abc import Iterable

from rich.style import Style
from textual.strip import Strip

from reader.ui.widgets.line import Line, item_segments, row_segments
from reader.ui.widgets.palette import Palette


def strip_of(line: Iterable[tuple[str, str]], width: int, base: Style, palette: Palette) -> Strip:
    """`line` drawn into exactly `width` cells."""
    return Strip(row_segments(line, width, base, palette), width)


def item_strip(line: Line, width: int, base: Style, palette: Palette, state: int, bar: str) -> Strip:
    """A row of a list in `width` cells: `state`: 0 off the cursor, 1 on it without focus, 2 with focus."""
    return Strip(item_segments(line, width, base, palette, state, bar), width)
