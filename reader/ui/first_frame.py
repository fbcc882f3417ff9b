"""The list as the application will draw it, painted before Textual is loaded, which takes longer than all of this.

Its rows come from the same functions as the widgets' own, so that the application's first frame changes none of them
and adds what is missing here: the scrollbar, the text, the panel and the keys.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from reader.ui.cleaning import cleaned, is_hostile
from reader.ui.colours import styles
from reader.ui.present.articles import ArticleRows, title
from reader.ui.present.header import header, strip
from reader.ui.present.reading import document
from reader.ui.present.signs import ASCII, UNICODE
from reader.ui.sizes import list_width, panel_width
from reader.ui.widgets.layout import Layout
from reader.ui.widgets.line import bar_segments, item_segments, row_segments
from reader.ui.widgets.paint import Painter, Pen
from reader.ui.widgets.palette import Palette

if TYPE_CHECKING:
    from reader.library.values import Size
    from reader.ui.start import Opened

CONTEXT = 2
"""Rows of text in view below the cursor."""
BARS = 3
"""Lines above and below the panes."""
SMALLEST = (40, 12)
"""Columns and lines below which nothing is shown before the application is there."""
_COLOURS = {"kitty": ColorSystem.EIGHT_BIT, "256color": ColorSystem.EIGHT_BIT}
"""How many colours a terminal has by the end of its name."""
_ROUND, _ASCII = ("╭─", "╮", "│", "╰", "─", "╯"), ("+-", "+", "|", "+", "-", "+")
"""Of the frame: the upper left, upper right, side, lower left, line, lower right."""


def frame(opened: Opened, counts: Size, size: tuple[int, int]) -> str:
    """The bytes for a terminal of `size` columns and lines; empty where this is not the place for it."""
    state, (columns, lines) = opened.state, size
    if columns < SMALLEST[0] or lines < SMALLEST[1] or not 0 <= state.cursor < min(len(state.listing), lines - 7):
        return ""
    pens = _Pens(opened)
    bar = header(state, opened.name, counts.articles, counts.events, pens.signs)
    rows = [
        bar_segments(*bar, columns, pens.base, pens.palette),
        *([*left, *right] for left, right in zip(_list(pens, size), _beside(pens, size), strict=True)),
        *[[Segment(" " * columns, pens.base)]] * 2,
    ]
    system = colour_system(os.environ)
    return "".join(f"\x1b[{y};1H{_written(row, system)}" for y, row in enumerate(rows, 1))


def colour_system(env: Mapping[str, str]) -> ColorSystem:
    """Which colours the terminal has, by the rules that the application's console follows."""
    if env.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return ColorSystem.TRUECOLOR
    return _COLOURS.get(env.get("TERM", "").strip().lower().rpartition("-")[2], ColorSystem.STANDARD)


class _Pens:
    """What everything is drawn with."""

    def __init__(self, opened: Opened) -> None:
        self.state, self.world = opened.state, opened.world
        self.palette = Palette(styles(opened.theme))
        self.base = self.palette.style("foreground") + self.palette.style("background")
        self.signs = ASCII if opened.world.config.ascii else UNICODE


def _list(pens: _Pens, size: tuple[int, int]) -> Iterator[list[Segment]]:
    """The list in its frame, which has the focus."""
    state, base = pens.state, pens.base
    width, height = list_width(size[0]), size[1] - BARS
    left, right, side, below_left, line, below_right = _ROUND if pens.signs is UNICODE else _ASCII
    edge = base + pens.palette.style("border-focus")
    source, heading = ArticleRows(state, pens.world, pens.world.today, pens.signs), f" {title(state)} "
    rest = line * (width - len(left) - len(heading) - len(right)) + right
    yield [Segment(left, edge), Segment(heading, base), Segment(rest, edge)]
    inner = width - 3  # frame and scrollbar
    for index in range(height - 2):
        row = source.draw(index, inner - 1) if index < len(source) else ()
        drawn = item_segments(row, inner, base, pens.palette, 2 if index == state.cursor else 0, pens.signs.bar)
        yield [Segment(side, edge), *drawn, Segment(" ", base), Segment(side, edge)]
    yield [Segment(below_left + line * (width - 2) + below_right, edge)]


def _beside(pens: _Pens, size: tuple[int, int]) -> Iterator[list[Segment]]:
    """The sources and the text, where there is room beside the list."""
    state, base, (columns, lines) = pens.state, pens.base, size
    rest = columns - list_width(columns)
    panel = panel_width(columns) if state.panel_shown else 0
    width, height = rest - panel - 1, lines - BARS  # Textual gives the strip's margin to the text too
    if not rest or state.reading is None:
        yield from [[Segment(" " * rest, base)]] * height
        return
    blank = Segment(" " * panel, base)
    yield [Segment(" ", base), *row_segments(strip(state, width), width, base, pens.palette), blank]
    whole = document(state, pens.signs)
    cursor, view = state.reading.cursor, height - 1
    last = state.reading.article.paragraph_at(cursor) + height if whole.paragraphs else 0
    painter = Painter(replace(whole, paragraphs=whole.paragraphs[:last], footer=()))
    layout = Layout(painter.document, width - 1, pens.world.config.measure)
    pen = Pen(width - 1, base, pens.palette, pens.signs.bar, pens.signs.note)
    here = layout.row(cursor)
    top = max(0, min(here + CONTEXT + 1, layout.rows) - view)
    for row in range(top, top + view):
        if layout.span(row):
            drawn = painter.text_row(layout, row, pen, "cursor-bar-blurred" if row == here else "", (), ())
        else:
            drawn = painter.other_line(layout, row, pen) or []
        yield [*(drawn or [Segment(" " * (width - 1), base)]), Segment("  ", base), blank]


def _written(row: Iterable[Segment], system: ColorSystem) -> str:
    segments = (cleaned(segment) if is_hostile(segment.text) else segment for segment in row)
    return "".join((style or Style.null()).render(text, color_system=system) for text, style, _ in segments)
