"""Breaks a document into rows for a width: made once per width, asked for every row and every offset after that."""

from bisect import bisect_left, bisect_right

from reader.model import Span
from reader.text.wrap import wrap
from reader.ui.widgets.document import Document
from reader.ui.widgets.line import Line, wrap_line

_NARROWEST = 12
"""Cells of text below which the gutter gives way."""


class Layout:
    """Rows of a document, numbered from the top: header, an empty row, the text, an empty row, footer."""

    def __init__(self, document: Document, width: int, measure: int) -> None:
        self.width = width
        self.measure = measure
        self._set_columns(document, max(1, width), measure)
        self.head = [row for line in document.header for row in wrap_line(line, self.text_width)]
        self.foot = [row for line in document.footer for row in wrap_line(line, self.text_width)]
        self.lead = len(self.head) + (1 if self.head and self.head[-1] else 0)
        """Number of the first row of text."""
        self._spans: list[Span | None] = []
        self._starts: list[int] = []
        self._firsts: list[int] = []
        self._break(document)
        self.after = self.lead + len(self._spans)
        """Number of the row after the text."""
        self.below = self.after + (1 if self.foot and self.foot[0] else 0)
        """Number of the footer's first row."""
        self.rows = self.below + len(self.foot)

    def _set_columns(self, document: Document, width: int, measure: int) -> None:
        self.gutter = 1 if document.raw else document.gutter_width
        if width - self.gutter < _NARROWEST:
            self.gutter = min(1, width - 1)
        room = width - self.gutter
        if room > _NARROWEST:
            room -= 1  # the text never touches the scrollbar
        self.text_width = room if document.raw else min(measure, room)
        self.left = (room - self.text_width) // 2
        """Empty cells before the gutter: the text is centred in a wide pane."""
        self.text_x = self.left + self.gutter

    def _break(self, document: Document) -> None:
        spans, starts = self._spans, self._starts
        spaced = not document.raw
        for paragraph in document.paragraphs:
            if spaced and spans:
                starts.append(min(starts[-1] if spans[-1] is None else spans[-1].end + 1, paragraph.start))
                spans.append(None)
            self._firsts.append(len(spans))
            rows = wrap(document.text, paragraph, self.text_width)
            spans += rows
            starts += [row.start for row in rows]

    def span(self, row: int) -> Span | None:
        """The text on a row; None where there is none."""
        return self._spans[row - self.lead] if self.lead <= row < self.after else None

    def row(self, offset: int) -> int:
        """The row on which the character at `offset` is; the nearest before it where it is on none."""
        if not self._spans:
            return 0
        index = max(0, bisect_right(self._starts, offset) - 1)
        while index and self._spans[index] is None:
            index -= 1
        return self.lead + index

    def rows_of(self, span: Span) -> range:
        """The rows that `span` is on."""
        return range(self.row(span.start), self.row(max(span.start, span.end - 1)) + 1)

    def paragraph_on(self, row: int) -> int | None:
        """Index of the paragraph whose first row this is."""
        index = bisect_left(self._firsts, row - self.lead)
        return index if index < len(self._firsts) and self._firsts[index] == row - self.lead else None

    def text_row(self, row: int, direction: int = 1) -> int | None:
        """`row` or the next one in `direction` that has text; the last one before where there is none further on."""
        if not self._spans:
            return None
        index = max(0, min(row - self.lead, len(self._spans) - 1))
        step = 1 if direction > 0 else -1
        while 0 <= index < len(self._spans) and self._spans[index] is None:
            index += step
        if not 0 <= index < len(self._spans):
            return self.text_row(row, -step)
        return self.lead + index

    def header_line(self, row: int) -> Line | None:
        """The line of header or footer on a row; None where there is none."""
        if row < len(self.head):
            return self.head[row]
        below = row - self.below
        return self.foot[below] if 0 <= below < len(self.foot) else None
