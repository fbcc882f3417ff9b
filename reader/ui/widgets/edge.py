"""The upper line of a frame with other words in it: a heading that changes with every key is not drawn anew."""

from collections.abc import Sequence

from rich.segment import Segment

from reader.text.wrap import cell_width


def reworded(edge: Sequence[Segment], heading: str, other: str) -> list[Segment] | None:
    """The line that Textual drew for one heading, for another one.

    None where it is not made of corner, line, heading, line and corner, or would be with the other one.
    """
    if len(edge) != 5 or edge[2].text != f" {heading} " or not (other and other.isprintable()):
        return None
    corner, before, words, after, last = edge
    room = cell_width(words.text) + cell_width(after.text) - cell_width(other) - 2
    if room < 1:
        return None
    return [corner, before, Segment(f" {other} ", words.style), Segment(after.text[:1] * room, after.style), last]
