"""Sentences of the reporter's: like sentences, but a quotation inside does not end them.

*"We go. We go now," she said. "Come!"* is one sentence of the reporter's and the begin of a second.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.quotes.tokens import Tokens
from reader.model import Span

LONGEST = 240
"""Tokens after which a sentence is cut, so that every look at a whole sentence costs a bounded time."""
_MAY_END = re.compile(r"[.?!:(Q]")
_TAIL_REACH = 26
_STOPS = (".", "?", "!", "…")


class Unit(NamedTuple):
    """A range of tokens, `last` excluded."""

    first: int
    last: int
    paragraph: int
    opens: bool
    """Whether it is the first of its paragraph."""


def units(tokens: Tokens, paragraphs: Sequence[Span], starts: Sequence[int]) -> list[Unit]:
    """Cut the tokens of each paragraph where sentences begin (`starts`, sorted offsets)."""
    ends = [bisect_left(tokens.start, end) for _, end in paragraphs]
    begins = _begins_of_sentences(tokens, ends, starts)
    found: list[Unit] = []
    place = last = 0
    for number, end in enumerate(ends):
        first, begin, last = last, last, end
        while begin < last:
            while begins[place] <= begin:
                place += 1
            end = min(begins[place], last, begin + LONGEST)
            found.append(Unit(begin, end, number, begin == first))
            begin = end
    return found


def _begins_of_sentences(tokens: Tokens, ends: Sequence[int], starts: Sequence[int]) -> list[int]:
    """The tokens with which one begins inside a paragraph, and one beyond the last; `ends`: where paragraphs end."""
    last, found = len(tokens.tags), []
    for match in _MAY_END.finditer(tokens.tags):
        at = match.end()
        if tokens.tags[at - 1] == "Q" and at > 1 and _begins(tokens, at - 1, starts, ends):
            found.append(at - 1)
        if at < last and _begins(tokens, at, starts, ends):
            found.append(at)
    found.append(last)
    return found


def _begins(tokens: Tokens, at: int, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether a sentence of the reporter's begins at token `at`, which is a quotation or follows a mark or one."""
    tag, before = tokens.tags[at], tokens.tags[at - 1]
    if (tag == "Q" or before in ".?!Q") and "\n" in tokens.text[tokens.end[at - 1] : tokens.start[at]]:
        return True
    if before == "Q":
        return _after_quote(tokens, at, ends[bisect_right(ends, at)])
    if before not in ".?!:(" or tag in ".,;:?!":
        return False
    if before == "." and at >= 2 and tokens.tags[at - 2] == "Q":
        return tag == "Q" or tokens.text[tokens.start[at]].isupper()
    place = bisect_left(starts, tokens.end[at - 1])
    return place < len(starts) and starts[place] <= tokens.start[at]


def _after_quote(tokens: Tokens, at: int, last: int) -> bool:
    """A quoted stretch ends the sentence where it ends in a stop and no *said X* follows."""
    text, tag = tokens.text, tokens.tags[at]
    ending = text[max(0, tokens.end[at - 1] - 3) : tokens.end[at - 1]].rstrip("\"'”’»“ ")[-1:]
    if ending not in _STOPS or tag in ",;:.?!-":
        return False
    if tag == "Q":
        return True
    return not text[tokens.start[at]].islower() and not _attributes(tokens, at, last)


def _attributes(tokens: Tokens, at: int, last: int) -> bool:
    """Whether what follows a quotation is *Smith, a friend of theirs, asked* and no sentence of its own."""
    for k in range(at, min(at + _TAIL_REACH, last)):
        cue = tokens.cues.get(k)
        if cue is not None and k == at and cue.lemma == "ask":
            return False  # “…” Asked why, she …
        if cue is not None and tokens.tags[k] == "V" and (k - at < 7 or tokens.tags[k - 1] == ","):
            follows = tokens.tags[k + 1] if k + 1 < last else "."
            if tokens.tags[at] == "p" and follows in ",:" and tokens.tags[k + 2 : k + 3] == "Q":
                return False  # “…?” He answered, “…”
            return follows in ".,itorcsG?!" or "a" in cue.takes
        if tokens.tags[k] not in "NSdwp0to,ic(rR":
            return False
    return False
