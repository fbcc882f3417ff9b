"""Sentences of the reporter's: like sentences, but a quotation inside does not end them.

*"We go. We go now," she said. "Come!"* is one sentence of the reporter's and the begin of a second.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.quotes.tokens import Tokens

LONGEST = 240
"""Tokens after which a sentence is cut, so that every look at a whole sentence costs a bounded time."""
_MAY_BEGIN = re.compile(r"(?<=[.?!Q:(]).|Q")
_TAIL_REACH = 26
_STOPS = (".", "?", "!", "…")


class Unit(NamedTuple):
    """A range of tokens, `last` excluded."""

    first: int
    last: int
    paragraph: int
    opens: bool
    """Whether it is the first of its paragraph."""


def units(tokens: Tokens, first: int, paragraph: int, starts: Sequence[int]) -> list[Unit]:
    """Cut the tokens from `first` on, which are one paragraph, where sentences begin (`starts`, sorted offsets)."""
    last = len(tokens.tags)
    found: list[Unit] = []
    begin = first
    for match in _MAY_BEGIN.finditer("".join(tokens.tags[first:last])):
        at = first + match.start()
        if at > first and _begins(tokens, at, starts, last):
            found += _in_reach(begin, at, paragraph, begin == first)
            begin = at
    found += _in_reach(begin, last, paragraph, begin == first)
    return found


def _in_reach(begin: int, end: int, paragraph: int, opens: bool) -> list[Unit]:
    """One sentence, or pieces of what is too long for one."""
    if 0 < end - begin <= LONGEST:
        return [Unit(begin, end, paragraph, opens)]
    return [Unit(at, min(end, at + LONGEST), paragraph, opens and at == begin) for at in range(begin, end, LONGEST)]


def _begins(tokens: Tokens, at: int, starts: Sequence[int], last: int) -> bool:
    """Whether a sentence of the reporter's begins at token `at`, which is a quotation or follows a mark or one."""
    tag, before = tokens.tags[at], tokens.tags[at - 1]
    if (tag == "Q" or before in ".?!Q") and "\n" in tokens.text[tokens.end[at - 1] : tokens.start[at]]:
        return True
    if before == "Q":
        return _after_quote(tokens, at, last)
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
            if tokens.tags[at] == "p" and follows in ",:" and tokens.tags[k + 2 : k + 3] == ["Q"]:
                return False  # “…?” He answered, “…”
            return follows in ".,itorcsG?!" or "a" in cue.takes
        if tokens.tags[k] not in "NSdwp0to,ic(rR":
            return False
    return False
