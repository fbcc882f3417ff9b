"""How many terminal cells a text takes: wide East Asian characters two, combining marks none, an emoji sequence as one.

The widths are those of `wcwidth` as the terminal library applies them, derived from the interpreter's own Unicode data,
so that this layer needs no terminal library. One departure: a control character is one cell, because a space is drawn
in its place.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from reader.model import Span

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"

_PLAIN = (
    "\x00-\x08\x0a-\x1f!-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2010-\u2027\u202f-\u205f\u2070-\u20cf"
    "\u2100-\u2319\u2500-\u25fc"
)
"""Ranges whose characters all take exactly one cell (and are no space at which a row may be broken)."""

_ODD = re.compile(f"[^\t {_PLAIN}]")

_TOKEN = re.compile(
    f"[{_PLAIN}]+(?=[\t {_PLAIN}]|\\Z)|[\t \u3000]|[{_PLAIN}]?(?:[^\t \u3000{_PLAIN}]|(?<=\u200d).)+|.", re.DOTALL
)
"""A stretch of plain characters, a space, or a stretch of others with the plain character that they may join."""

_ZERO = frozenset(
    chr(point)
    for first, last in ((0x1160, 0x11FF), (0xD7B0, 0xD7FF), (0x1F3FB, 0x1F3FF), (0x3164, 0x3164), (0xFFA0, 0xFFA0))
    for point in range(first, last + 1)
)
"""Hangul vowels and finals that join the syllable before them, Hangul fillers, and the skin tones of emoji."""

_SINGLE = frozenset("\xad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Format characters that are drawn all the same."""

_WIDE = frozenset(
    chr(point)
    for first, last in (
        (0x2630, 0x2637),
        (0x268A, 0x268F),
        (0x4DC0, 0x4DFF),
        (0x1D300, 0x1D356),
        (0x1D360, 0x1D376),
    )
    for point in range(first, last + 1)
)
"""Trigrams, hexagrams and counting rods: wide since Unicode 16, which the interpreter may not know yet."""

_WIDENED = frozenset(
    "#*0123456789©®‼⁉™ℹ↔↕↖↗↘↙↩↪⌨⏏⏭⏮⏯⏱⏲⏸⏹⏺Ⓜ▪▫▶◀◻◼☀☁☂☃☄☎☑☘☝☠☢☣☦☪☮☯☸☹☺♀♂♟♠♣♥♦♨"
    "♻♾⚒⚔⚕⚖⚗⚙⚛⚜⚠⚧⚰⚱⛈⛏⛑⛓⛩⛰⛱⛴⛷⛸⛹✂✈✉✌✍✏✒✔✖✝✡✳✴❄❇❣❤➡⤴⤵⬅⬆⬇🅰🅱🅾🅿🌡🌤🌥🌦🌧🌨🌩🌪🌫🌬🌶🍽🎖🎗🎙🎚🎛🎞"
    "🎟🏋🏌🏍🏎🏔🏕🏖🏗🏘🏙🏚🏛🏜🏝🏞🏟🏳🏵🏷🐿👁📽🕉🕊🕯🕰🕳🕴🕵🕶🕷🕸🕹🖇🖊🖋🖌🖍🖐🖥🖨🖱🖲🖼🗂🗃🗄🗑🗒🗓🗜🗝🗞🗡🗣🗨🗯🗳🗺🛋🛍🛎🛏🛠🛡🛢🛣🛤🛥"
    "🛩🛰🛳"
)
"""Narrow characters that a following U+FE0F turns into a wide emoji (Unicode's emoji-variation-sequences.txt)."""


class _Widths(dict[str, int]):
    """Width of one character, remembered; a lookup costs as much as one in a plain dict."""

    def __missing__(self, character: str) -> int:
        width = _measure(character)
        self[character] = width
        return width


def _measure(character: str) -> int:
    if character in _SINGLE:
        return 1
    if character in _WIDE:
        return 2
    if character in _ZERO or unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf", "Zl", "Zp"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


_widths = _Widths()


def is_plain(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether every character of `text[start:end]` takes exactly one cell. Quick."""
    return text.isascii() or _ODD.search(text, start, len(text) if end is None else end) is None


def is_wide(character: str) -> bool:
    """Whether the character alone takes two cells."""
    return _widths[character] == 2


def cell_width(text: str) -> int:
    """Terminal cells that `text` takes when drawn on one row."""
    if is_plain(text):
        return len(text)
    if _JOINER in text or _EMOJI_STYLE in text:
        return sum(width for _, width in clusters(text, 0, len(text)))
    return sum(map(_widths.__getitem__, text))


def clusters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What `text[start:end]` may be cut into: (offset, cells) of each character with all that joins it.

    Combining marks, variation selectors, skin tones, zero-width-joiner sequences and the second letter of a flag belong
    to the character before them.
    """
    found: list[tuple[int, int]] = []
    joined = flag = False
    measured = ""
    for offset in range(start, end):
        character = text[offset]
        if joined:
            joined = False
            continue
        width = _widths[character]
        if width == 0:
            joined = character == _JOINER
            if not found:
                found.append((offset, 0))
            elif character == _EMOJI_STYLE:
                if measured in _WIDENED:
                    found[-1] = (found[-1][0], found[-1][1] + 1)
                measured = ""
            continue
        measured = character
        if flag and "\U0001f1e6" <= character <= "\U0001f1ff":
            flag = False
            found[-1] = (found[-1][0], found[-1][1] + width)
            continue
        flag = "\U0001f1e6" <= character <= "\U0001f1ff"
        found.append((offset, width))
    return found


def tokens(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """`text[start:end]` as (start, end, cells) of stretches of plain characters, spaces and single clusters."""
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        if _ODD.search(text, first, last) is None:
            yield first, last, last - first
            continue
        offset, width = first, 0
        for following, cells in clusters(text, first, last):
            if following > offset:
                yield offset, following, width
            offset, width = following, cells
        yield offset, last, width


def cluster_spans(text: str, span: Span) -> Iterator[tuple[Span, int]]:
    """The clusters of `span` with their width in cells."""
    found = clusters(text, span.start, span.end)
    for (start, width), (end, _) in pairwise([*found, (span.end, 0)]):
        yield Span(start, end), width


def offset_at(text: str, span: Span, column: int) -> int:
    """Offset of the character drawn at cell `column` of a row that shows `span`; the row's end where it is shorter."""
    if column <= 0:
        return span.start
    if is_plain(text, span.start, span.end):
        return min(span.start + column, span.end)
    used = 0
    for cluster, width in cluster_spans(text, span):
        used += width
        if used > column:
            return cluster.start
    return span.end


def cut(text: str, cells: int) -> str:
    """The longest beginning of `text` that fits into `cells`; a wide character is never halved."""
    if is_plain(text):
        return text[: max(0, cells)]
    used = 0
    for offset, width in clusters(text, 0, len(text)):
        if used + width > cells:
            return text[:offset]
        used += width
    return text


def fit(text: str, cells: int, ellipsis: str = "…", align: Literal["left", "right"] = "left") -> str:
    """`text` in exactly `cells` cells: padded with spaces, or cut and ended with `ellipsis`."""
    cells = max(0, cells)
    width = cell_width(text)
    if width > cells:
        room = cells - cell_width(ellipsis)
        text = cut(text, room).rstrip() + ellipsis if room >= 0 else cut(text, cells)
        width = cell_width(text)
    padding = " " * (cells - width)
    return padding + text if align == "right" else text + padding
