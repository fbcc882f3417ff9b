"""A text set in rows for one width, with the rows of it that have been drawn: the one in view, or the next to come."""

from typing import NamedTuple

from rich.segment import Segment

from reader.model import Span
from reader.ui.widgets.drawn import Drawn
from reader.ui.widgets.layout import Layout
from reader.ui.widgets.paint import Ink, Painter, Pen, clipped


class Frame(NamedTuple):
    """What is the same for all rows of a frame: where the cursor is, and what lies on the text because of it."""

    here: int
    """The cursor's row."""
    around: range
    """The rows of its sentence."""
    bar: str
    """Role of the bar beside the cursor's row."""
    below: tuple[Ink, ...] = ()
    """What lies under the marks of the text."""
    above: tuple[Ink, ...] = ()
    """What lies over them."""

    def bar_on(self, row: int) -> str:
        """Role of the bar beside a row of text: the cursor's row, the others of its sentence; empty elsewhere."""
        return self.bar if row == self.here else "sentence-bar" if row in self.around else ""


class Galley:
    """A document, broken into rows and drawn as far as it has been asked for."""

    def __init__(self, painter: Painter, layout: Layout) -> None:
        self.painter = painter
        self.layout = layout
        self.rows: dict[object, Drawn] = {}
        """By everything that a row depends on, but for the colours."""

    def frame(self, cursor: int, sentence: Span | None, selection: Span | None, focused: bool) -> Frame:
        """The frame with the cursor at an offset."""
        return Frame(
            self.layout.row(cursor),
            self.layout.rows_of(sentence) if sentence else range(0),
            "cursor-bar" if focused else "cursor-bar-blurred",
            ((*sentence, "sentence"),) if sentence else (),
            ((*selection, "selection"),) if selection else (),
        )

    def row(self, row: int, frame: Frame, pen: Pen) -> Drawn | None:
        """One row of header, text or footer; None beyond the last one."""
        layout = self.layout
        if row >= layout.rows:
            return None
        span = layout.span(row)
        bar = frame.bar_on(row) if span else ""
        inks = tuple(clipped([*frame.below, *frame.above], span)) if span else ()
        hits = tuple(self.painter.hits_on(span)) if span and self.painter.hits else ()
        key = row, pen.width, bar, inks, hits
        drawn = self.rows.get(key)
        if drawn is None:
            segments = (
                self.painter.text_row(layout, row, pen, bar, frame.below, frame.above)
                if span
                else self.painter.other_line(layout, row, pen) or [Segment(" " * pen.width, pen.base)]
            )
            drawn = self.rows[key] = Drawn(segments)
        return drawn
