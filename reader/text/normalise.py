"""Words without what editors and converters change: the style of quotation marks and dashes, and the space between.

The normalised text knows where each of its characters came from, so that what is found in it is found in the article.
"""

import re
from bisect import bisect_right
from functools import lru_cache

_STYLES = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″＂〝〞", '"'),
        **dict.fromkeys("‘’‚‛‹›′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_RUN = re.compile(r"\s+|…|''|-{2,}|[\xad\u200b\u2060\ufeff]+")
_WRITTEN = {"…": "...", "''": '"'}


class Normalised:
    """A text in one style, with the way back. Built in one pass; `offset` is logarithmic in the number of changes."""

    def __init__(self, text: str) -> None:
        styled = text.translate(_STYLES)
        pieces: list[str] = []
        self._here: list[int] = [0]
        self._there: list[int] = [0]
        length = done = 0
        for match in _RUN.finditer(styled):
            run = match[0]
            new = _WRITTEN.get(run, " " if run[0].isspace() else "-" if run[0] == "-" else "")
            if new == run:
                continue
            pieces += (styled[done : match.start()], new)
            length += match.start() - done
            self._here += (length, length + len(new))
            self._there += match.span()
            length += len(new)
            done = match.end()
        pieces.append(styled[done:])
        self.text = "".join(pieces)

    def offset(self, index: int, end: bool = False) -> int:
        """Where the character at `index` of the normalised text stands in the original; with `end`, a span's end."""
        if end:
            return self.offset(index - 1) + 1 if index else 0
        place = bisect_right(self._here, index) - 1
        found = self._there[place] + index - self._here[place]
        if place + 1 < len(self._there):
            found = min(found, self._there[place + 1] - 1)  # three dots made of one sign have one place
        return max(found, self._there[place])

    def index(self, offset: int) -> int:
        """The nearest index in the normalised text of an offset of the original."""
        place = bisect_right(self._there, offset) - 1
        found = self._here[place] + offset - self._there[place]
        return min(found, self._here[place + 1]) if place + 1 < len(self._here) else found


@lru_cache(maxsize=4)
def normalised(text: str) -> Normalised:
    """The normalised form of an article's text, kept for the next note on it."""
    return Normalised(text)


def plain(text: str) -> str:
    """The normalised form of a few words."""
    return Normalised(text).text
