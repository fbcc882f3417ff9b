"""Where URLs, e-mail addresses, host names, handles and hashtags stand: nothing inside is a name, date or figure."""

import re
from collections.abc import Sequence
from functools import lru_cache

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{1,2000}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"
    r"|(?<![\w@/.-])(?:[A-Za-z0-9-]{1,40}\.){1,4}(?:com|org|net|edu|gov|info|html?|co\.uk)(?:/\S{0,2000})?(?!\w)"
    r"|[@#]\w{1,60}"
)
_HOST = re.compile(r"\.(?:com|org|net|edu|gov|info|htm|co\.uk|(?<=www\.))")


@lru_cache(maxsize=2)
def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each address, in order. The last text is remembered: names, dates and figures all ask."""
    if not _has_any(text):
        return ()
    return tuple(match.span() for match in _ADDRESS.finditer(text))


def _has_any(text: str) -> bool:
    """Whether there may be an address; the signs that cost least come first, because most texts have none."""
    return "@" in text or "#" in text or ("/" in text and "http" in text) or _HOST.search(text) is not None


class Outside:
    """Whether offsets asked for in rising order lie outside the addresses: one walk along both."""

    __slots__ = ("_index", "_spans")

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans
        self._index = 0

    def __call__(self, start: int, end: int) -> bool:
        """Whether `start` to `end` touches no address. Each `start` must be at or behind the last one asked for."""
        spans = self._spans
        while self._index < len(spans) and spans[self._index][1] <= start:
            self._index += 1
        return self._index >= len(spans) or spans[self._index][0] >= end
