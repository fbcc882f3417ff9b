"""What no text may bring to the terminal, wherever it came from. The first frame needs it before there is Textual."""

import re

from rich.segment import Segment

_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL, C1: cursor, titles, clipboard
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls: text that reads otherwise than it is written
    "\u2028\u2029\ufeff\ufff9-\ufffb"  # line separators, byte order marks, annotations
    "\U000e0000-\U000e007f]"  # tag characters, which hide text
)
"""None of these takes a cell, so that a row keeps its width without them."""

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of a character: they cannot be encoded, and writing one would end the program. They count as one cell."""


def is_hostile(text: str) -> bool:
    """Whether something in it has to go."""
    return _FORBIDDEN.search(text) is not None or _SURROGATE.search(text) is not None


def cleaned(segment: Segment) -> Segment:
    """The segment without it. Segments that carry Textual's own control codes are not touched."""
    text, style, control = segment
    if control is not None:
        return segment
    if not text.isprintable():
        text = _SURROGATE.sub("\ufffd", _FORBIDDEN.sub("", text))
    if style is not None and style.link is not None and not style.link.isprintable():
        style = style.update_link(None)
    return Segment(text, style)
