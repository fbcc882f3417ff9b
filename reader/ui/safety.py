"""The last gate before the terminal: whatever the text came from, no control character of it gets through.

Text is cleaned when it is read; this holds for what was forgotten: a file's name, a message of the system, a note.
Put one `ControlFilter()` at the end of `App._filters`.
"""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.ui.cleaning import cleaned, is_hostile


class ControlFilter(LineFilter):
    """Drops C0, C1, DEL, bidi controls, line separators and tag characters from what is drawn.

    Costs one `str.isprintable` for a segment of ordinary text. Segments that carry Textual's own control codes are
    not touched.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same list where nothing has to go."""
        for text, style, control in segments:
            if control is None and (
                (not text.isprintable() and is_hostile(text))
                or (style is not None and style.link is not None and not style.link.isprintable())
            ):
                return [cleaned(segment) for segment in segments]
        return segments
