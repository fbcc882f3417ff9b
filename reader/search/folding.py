"""Text made equal where a reader sees no difference: case, accents, kinds of quotation marks and dashes, white space.

The folded text keeps the way back: every place in it belongs to a place in the original, whose length may differ
("ß" is found by "ss", "é" by "e", a line break by a space).
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reader.model import Span
from reader.text.letters import LETTERS

_ALIKE = {
    "'": "‘’‚‛′ʼ`´",
    '"': "“”„‟″«»",
    "-": "‐‑‒–—―−",
    "...": "…",
}
_ACCENTS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_ACCENTS_HERE = re.compile(f"[{_ACCENTS}]*")


class _Folds(dict[int, str]):
    """What each character becomes; found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = " " if chr(code).isspace() else LETTERS[code]
        return folded


_FOLDS = _Folds({ord(char): plain for plain, others in _ALIKE.items() for char in others})
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
"""No other characters become more or none."""
_SPACES = re.compile(r"\s{2,}")
_AT_ONCE = 1 << 16


class Folded(NamedTuple):
    """A folded text with the way back."""

    text: str
    """Lower case, no accents, single spaces."""
    places: tuple[int, ...]
    """Where in `text` a piece begins …"""
    origins: tuple[int, ...]
    """… and where in the original; the last of both is the end."""
    original: str

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original that `text[start:end]` (not empty) stands for, with accents that follow it."""
        first = bisect_right(self.places, start) - 1
        last = bisect_right(self.places, end - 1) - 1
        finish = self._after(last, end)
        rest = _ACCENTS_HERE.match(self.original, finish)
        return Span(self._at(first, start), rest.end() if rest else finish)

    def _is_even(self, piece: int) -> bool:
        """Whether folded and original characters of a piece stand one for one."""
        places, origins = self.places, self.origins
        return places[piece + 1] - places[piece] == origins[piece + 1] - origins[piece]

    def _at(self, piece: int, place: int) -> int:
        return self.origins[piece] + (place - self.places[piece] if self._is_even(piece) else 0)

    def _after(self, piece: int, end: int) -> int:
        if self._is_even(piece):
            return self.origins[piece] + end - self.places[piece]
        return self.origins[piece + 1]


def fold(text: str) -> Folded:
    """Fold a text; linear, and a copy of it in C where nothing changes its length."""
    cuts = sorted({0, len(text), *_cuts(text)})
    pieces = [_folded(text[start:end]) for start, end in pairwise(cuts)]
    places, at = [], 0
    for piece in pieces:
        places.append(at)
        at += len(piece)
    return Folded("".join(pieces), (*places, at), tuple(cuts), text)


def _folded(piece: str) -> str:
    return " " if _SPACES.fullmatch(piece) else piece.translate(_FOLDS)


def _cuts(text: str) -> list[int]:
    """Where pieces begin and end whose length changes: runs of white space, and characters that become more or none."""
    chars = set[str]()
    for start in range(0, len(text), _AT_ONCE):  # so that another thread gets its turn
        chars.update(_BEYOND_ASCII.findall(text, start, start + _AT_ONCE))
    uneven = "".join(char for char in chars if len(_FOLDS[ord(char)]) != 1)
    odd = re.compile(rf"\s{{2,}}|[{re.escape(uneven)}]" if uneven else r"\s{2,}")
    return [place for match in odd.finditer(text) for place in match.span()]


def fold_words(text: str) -> str | None:
    """The text with its letters and digits folded and all else left as it is, so that every word stands where it stood.

    None where a letter becomes more than one or none: then only `fold` knows the way back. A sixth of its time.
    """
    if not text.isascii():
        for char in set(_BEYOND_ASCII.findall(text)):
            folded = _folded_in_place(char)
            if folded is None:
                return None
            if folded != char:
                text = text.replace(char, folded)
    return text.lower()


@lru_cache(maxsize=4096)
def _folded_in_place(char: str) -> str | None:
    """What a letter, digit or mark becomes; any other character is left as it is.

    None where that is not one for one, or where lower case makes something else of it.
    """
    folded, category = _FOLDS[ord(char)], unicodedata.category(char)
    if category[0] in "LNM" or category == "Co":
        return folded if len(folded) == 1 and folded.lower() == folded else None
    lower = char.lower()
    return char if folded and len(lower) == 1 and not any(map(str.isalnum, folded + lower)) else None
