"""Draws rows of text with everything that lies on them: marks, hits, the current sentence, a selection, the gutter."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from rich.segment import Segment
from rich.style import Style

from reader.model import Span
from reader.model.frozen import dataclass
from reader.text.cells import cluster_spans
from reader.text.wrap import cell_width
from reader.ui.widgets.document import Document, Mark
from reader.ui.widgets.layout import Layout
from reader.ui.widgets.line import Line, drawable, row_segments
from reader.ui.widgets.palette import Palette

Ink = tuple[int, int, str]
"""(start, end, role) of something laid over the text."""


class Marks:
    """Marks in order, asked for those that touch a row: two binary searches and the few in between."""

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        self._starts = [mark.start for mark in self._marks]
        self._reach = list(accumulate((mark.end for mark in self._marks), max))
        """The farthest end among all marks up to this one."""

    def on(self, span: Span) -> Iterator[Mark]:
        """Those that share a character with `span`, outer before inner."""
        for index in range(bisect_right(self._reach, span.start), bisect_left(self._starts, span.end)):
            mark = self._marks[index]
            if mark.end > span.start:
                yield mark

    def at(self, offset: int) -> Mark | None:
        """The innermost mark with an id at an offset."""
        found = [mark for mark in self.on(Span(offset, offset + 1)) if mark.id]
        return min(found, key=lambda mark: mark.end - mark.start) if found else None


@dataclass(frozen=True, slots=True)
class Pen:
    """What a row is drawn with."""

    width: int
    """Cells of a row."""
    base: Style
    """The pane's own colours."""
    palette: Palette
    bar: str
    note_sign: str


class Painter:
    """Draws the rows of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.marks = Marks(document.marks)
        self.hits: Sequence[Span] = ()
        self.hit: int | None = None
        """Index of the hit that stands out."""

    def other_line(self, layout: Layout, row: int, pen: Pen) -> list[Segment] | None:
        """A row of header or footer; None for an empty row."""
        line = layout.header_line(row)
        if line is None:
            return None
        return row_segments(((" " * layout.text_x, ""), *line), pen.width, pen.base, pen.palette)

    def text_row(
        self, layout: Layout, row: int, pen: Pen, bar: str, below: Sequence[Ink], above: Sequence[Ink]
    ) -> list[Segment]:
        """A row of text; `below` lies under its marks, `above` over them, `bar` is the role of the bar beside it."""
        span = layout.span(row) or Span(0, 0)
        marks = [(mark.start, mark.end, mark.role) for mark in self.marks.on(span)]
        inks = clipped([*below, *marks, *self.hits_on(span), *above], span)
        line = self._gutter(layout, row, pen, bar)
        line += text_segments(self.document.text, span, inks, pen.base, pen.palette)
        used = sum(cell_width(segment.text) for segment in line)
        if used < pen.width:
            line.append(Segment(" " * (pen.width - used), pen.base))
        return line if used <= pen.width else Segment.adjust_line_length(line, pen.width)

    def hits_on(self, span: Span) -> list[Ink]:
        """The passages searched for that a row has a part of."""
        first = bisect_right(self.hits, span.start, key=lambda hit: hit.end)
        last = bisect_left(self.hits, span.end, key=lambda hit: hit.start)
        return [(*self.hits[index], "hit-current" if index == self.hit else "hit") for index in range(first, last)]

    def _gutter(self, layout: Layout, row: int, pen: Pen, bar: str) -> list[Segment]:
        """Signs of the other sources, of a note, and the cursor's bar, in the cells left of the text."""
        line = [Segment(" " * layout.left, pen.base)] if layout.left else []
        if layout.gutter >= 2:
            paragraph = layout.paragraph_on(row)
            signs: Line = self.document.gutter.get(paragraph, ()) if paragraph is not None else ()
            line += row_segments(signs, layout.gutter - 2, pen.base, pen.palette)
            line.append(_sign(pen.note_sign if paragraph in self.document.notes else "", "note", pen))
        if layout.gutter:
            line.append(_sign(pen.bar if bar else "", bar, pen))
        return line


def _sign(sign: str, role: str, pen: Pen) -> Segment:
    return Segment(sign, pen.palette.on(pen.base)[role]) if sign else Segment(" ", pen.base)


def clipped(inks: Iterable[Ink], row: Span) -> list[Ink]:
    """What of `inks` lies on a row."""
    return [
        (max(start, row.start), min(end, row.end), role)
        for start, end, role in inks
        if start < row.end and end > row.start
    ]


def text_segments(text: str, row: Span, inks: Sequence[Ink], base: Style, palette: Palette) -> list[Segment]:
    """The characters of `row`, cut where something begins or ends; later inks lie over earlier ones."""
    if not inks:
        return [Segment(drawable(text[row.start : row.end]), base)] if row.end > row.start else []
    cuts = {row.start, row.end}
    for start, end, _ in inks:
        cuts.add(start)
        cuts.add(end)
    places = sorted(cuts)
    if not text[row.start : row.end].isascii():
        places = _whole_clusters(text, row, places)
    segments: list[Segment] = []
    styles = palette.on(base)
    for first, last in pairwise(places):
        role = " ".join([role for start, end, role in inks if start < last and end > first])
        segments.append(Segment(drawable(text[first:last]), styles[role]))
    return segments


def _whole_clusters(text: str, row: Span, places: list[int]) -> list[int]:
    """The same cuts, none of them inside a character with its combining marks."""
    starts = [cluster.start for cluster, _ in cluster_spans(text, row)] + [row.end]
    return sorted({starts[bisect_right(starts, place) - 1] for place in places})
