"""The last gate before the terminal: whatever the text came from, no control character of it gets through.

Text is cleaned when it is read; this holds for what was forgotten: a file's name, a message of the system, a note.
Put one `ControlFilter()` at the end of `App._filters`.
"""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL, C1: cursor, titles, clipboard
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls: text that reads otherwise than it is written
    "\u2028\u2029\ufeff\ufff9-\ufffb"  # line separators, byte order marks, annotations
    "\U000e0000-\U000e007f]"  # tag characters, which hide text
)
"""None of these takes a cell, so that a row keeps its width without them."""

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of a character: they cannot be encoded, and writing one would end the program. They count as one cell."""


class ControlFilter(LineFilter):
    """Drops C0, C1, DEL, bidi controls, line separators and tag characters from what is drawn.

    Costs one `str.isprintable` for a segment of ordinary text. Segments that carry Textual's own control codes are
    not touched.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same list where nothing has to go."""
        for text, style, control in segments:
            if control is None and (
                (not text.isprintable() and _is_hostile(text))
                or (style is not None and style.link is not None and not style.link.isprintable())
            ):
                return [_cleaned(segment) for segment in segments]
        return segments


def _is_hostile(text: str) -> bool:
    return _FORBIDDEN.search(text) is not None or _SURROGATE.search(text) is not None


def _cleaned(segment: Segment) -> Segment:
    text, style, control = segment
    if control is not None:
        return segment
    if not text.isprintable():
        text = _SURROGATE.sub("\ufffd", _FORBIDDEN.sub("", text))
    if style is not None and style.link is not None and not style.link.isprintable():
        style = style.update_link(None)
    return Segment(text, style)
