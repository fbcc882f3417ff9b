"""Words compared one by one: which stayed, which went, which came.

Quotation marks, dashes, full stops, capitals and the two spellings of English are no difference. Commas and other marks
inside a text are words of their own, so that they can be told apart from a change of words.
"""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from reader.model import Op

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+(?:['’ʼ][^\W_]+)*['’]?(?=\W|$)|[^\W_]+|[,;:?!%$€£¥₽₹]")
MARKS = frozenset(",;:?!")
"""Keys of the marks that are words of their own."""
WORDS_KEPT = 1 << 12
"""Words whose reduced form is remembered: those that come up again and again. Each takes a quarter of a kilobyte."""
_LIMIT = 4000
"""Tokens of a side beyond which the middle of a diff is given as replaced as a whole: time grows with their product."""


class Token(NamedTuple):
    """A word with what stands after it, up to the next."""

    key: str
    """The word as it is compared."""
    text: str
    start: int
    """Offset in the text."""
    end: int
    """Offset of the end of the word itself."""


_token = partial(tuple.__new__, Token)
"""A token of a tuple, without a call of Python's own: an article has a thousand."""


class Words(NamedTuple):
    """The words of a whole text in a twelfth of the room that its tokens take, which are made where they are needed."""

    keys: tuple[str, ...]
    starts: "array[int]"
    ends: "array[int]"
    """Offsets in the text."""

    def tokens(self, text: str, low: int, high: int, end: int) -> list[Token]:
        """The words from `low` to before `high` as tokens, the last one's text no longer than to the offset `end`."""
        if low >= high:
            return []
        starts = self.starts[low : high + 1].tolist()
        if low + len(starts) > high:
            starts[-1] = min(starts[-1], end)
        else:
            starts.append(end)
        texts = [text[begin:next] for begin, next in pairwise(starts)]
        return list(map(_token, zip(self.keys[low:high], texts, starts, self.ends[low:high], strict=False)))


def cut_up(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of `text[start:end]` in order."""
    spans = [match.span() for match in TOKEN.finditer(text, start, len(text) if end is None else end)]
    starts, ends = array("i", (begin for begin, _ in spans)), array("i", (last for _, last in spans))
    return Words(tuple([key(text[begin:last]) for begin, last in spans]), starts, ends)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of `text[start:end]` in order; joining their texts gives it from its first word on."""
    found, stop = cut_up(text, start, end), len(text) if end is None else end
    return found.tokens(text, 0, len(found.keys), stop)


def word_keys(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared, without marks."""
    return tuple(key(word) for word in TOKEN.findall(text) if word not in MARKS)


@lru_cache(maxsize=WORDS_KEPT)
def key(word: str) -> str:
    """A word as it is compared: without capitals, accents and the difference between British and American spelling."""
    if word[0].isdigit():
        return word.replace(",", "").rstrip(".")
    low = word.casefold().replace("’", "'").replace("ʼ", "'").rstrip("'")
    if "." in low:
        return low.replace(".", "")
    if not low.isascii():
        low = "".join(sign for sign in unicodedata.normalize("NFKD", low) if not unicodedata.combining(sign))
    if len(low) > 5:
        low = _BRITISH.sub(_american, low)
    return low or word


_BRITISH = re.compile(
    r"(?<=[a-z]{3})is(?=e[drs]?$|ing$|ation|ers$)"
    r"|(?<=[a-z]{2})our(?=$|s$|ed$|ing$|able|ite|hood|ful)"
    r"|(?<=[a-z]{3})ll(?=ed$|ing$|er$|ers$)"
)


def _american(match: re.Match[str]) -> str:
    return {"is": "iz", "our": "or", "ll": "l"}[match.group()]


def diff(a: str, b: str) -> tuple[Op, ...]:
    """The steps from one text to the other, word by word; empty where both are.

    Joining the `=` and `-` pieces gives A's words, `=` and `+` gives B's. In a piece that both have the marks are those
    of either, so that the diff of B and A is this one with the signs exchanged.
    """
    return diff_tokens(tokens(a), tokens(b))


def diff_tokens(left: Sequence[Token], right: Sequence[Token]) -> tuple[Op, ...]:
    """As `diff`, of texts cut into words already."""
    pieces: list[tuple[str, list[str]]] = []

    def put(sign: str, words: Sequence[str]) -> None:
        if not words:
            return
        if pieces and pieces[-1][0] == sign:
            pieces[-1][1].extend(words)
        else:
            pieces.append((sign, list(words)))

    for equal, (i, j), (k, m) in blocks([t.key for t in left], [t.key for t in right]):
        if equal:
            put("=", [min(x.text, y.text) for x, y in zip(left[i:j], right[k:m], strict=True)])
        else:
            put("-", [token.text for token in left[i:j]])
            put("+", [token.text for token in right[k:m]])
    return tuple((sign, _spaced(words)) for sign, words in pieces)  # type: ignore[misc]


def _spaced(words: Sequence[str]) -> str:
    """The words joined, with a space wherever one would run into the next."""
    return "".join(word + " " if word[-1:].isalnum() or word[-1:] == "." else word for word in words)


Block = tuple[bool, tuple[int, int], tuple[int, int]]


def blocks(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """(whether equal, range on the left, range on the right), covering both sequences in order."""
    head = 0
    while head < len(left) and head < len(right) and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(left), len(right)) - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    found: list[Block] = [(True, (0, head), (0, head))] if head else []
    found.extend(_middle(left[head : len(left) - tail], right[head : len(right) - tail], head))
    if tail:
        found.append((True, (len(left) - tail, len(left)), (len(right) - tail, len(right))))
    return found


def _middle(left: Sequence[str], right: Sequence[str], shift: int) -> list[Block]:
    if not left and not right:
        return []
    whole: Block = (False, (shift, shift + len(left)), (shift, shift + len(right)))
    if not left or not right or len(left) > _LIMIT or len(right) > _LIMIT:
        return [whole]
    found: list[Block] = []
    i = k = 0
    changed = False
    for step in LCSseq.opcodes(left, right):
        if step.tag != "equal":
            changed = True
            continue
        if changed:
            found.append((False, (i + shift, step.src_start + shift), (k + shift, step.dest_start + shift)))
        i, k, changed = step.src_end, step.dest_end, False
        found.append((True, (step.src_start + shift, i + shift), (step.dest_start + shift, k + shift)))
    if changed:
        found.append((False, (i + shift, len(left) + shift), (k + shift, len(right) + shift)))
    return found
