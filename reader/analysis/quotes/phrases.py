"""Noun phrases around a verb of speech: its subject, whom it addresses, who stands after "according to"."""

from typing import NamedTuple

from reader.analysis.quotes.cues import REPORTING_NOUNS
from reader.analysis.quotes.tokens import Tokens

_BE = frozenset("is are was were be been being am 's isn't wasn't weren't aren't".split())
_NOT_SUBJECT_START = frozenset("isrcG")
_NAME_LIKE = frozenset("NS")


class Range(NamedTuple):
    """Tokens `first` to `last` (excluded)."""

    first: int
    last: int


def group_start(tokens: Tokens, at: int, low: int) -> int:
    """First token of the verb group that ends at `at`: *has also said*."""
    while at > low and tokens.tags[at - 1] in "xr":
        at -= 1
    return at


def is_passive(tokens: Tokens, first: int, at: int) -> bool:
    """Whether the group `first`…`at` is a passive one: *was told*, *has been called*."""
    cue = tokens.cues[at]
    return cue.form == "past" and any(tokens.low[i] in _BE for i in range(first, at))


def skip_adjuncts_left(tokens: Tokens, at: int, low: int) -> int:
    """Step left from `at` over *on Tuesday night*, *later*, *this week*: the place after the last word that is none."""
    tags = tokens.tags
    while at > low:
        if tags[at - 1] == "r":
            at -= 1
        elif tags[at - 1] == "t":
            while at > low and tags[at - 1] in "t0r":
                at -= 1
            if at > low and tags[at - 1] in "dw" and tokens.low[at - 1] in _TIME_MODIFIERS:
                at -= 1
            if at > low and tags[at - 1] == "i":
                at -= 1
        else:
            return at
    return at


_TIME_MODIFIERS = frozenset("the this that last next late early earlier each every one a same previous following recent".split())


def left_phrase(tokens: Tokens, end: int, low: int) -> Range | None:
    """The noun phrase that ends before `end` and does not reach below `low`."""
    tags = tokens.tags
    end = skip_adjuncts_left(tokens, end, low)
    if end <= low:
        return None
    last = tags[end - 1]
    if last in "pR" or (last == "T" and end - 1 > low):
        return Range(end - 1, end)
    if last == ",":
        return _across_commas(tokens, end - 1, low)
    first = _walk_left(tokens, end, low)
    return _trimmed(tokens, first, end)


def _trimmed(tokens: Tokens, first: int, end: int) -> Range | None:
    while first < end and tokens.tags[first] in "ircosGt-,":
        first += 1
    if first >= end or all(tag in "d0rxti,o" for tag in tokens.tags[first:end]) and tokens.low[first] not in _LONE:
        return None
    return Range(first, end)


_LONE = frozenset("some many most several others another both one those all this".split())


def _walk_left(tokens: Tokens, end: int, low: int) -> int:
    """Start of the run of words that may belong to one noun phrase ending at `end`."""
    tags, at = tokens.tags, end
    while at > low:
        tag = tags[at - 1]
        if tag in "NSw0doirGt":
            if tag == "t" and at < end and tags[at] not in "NwS":
                break
            at -= 1
        elif tag == "(":
            opener = _bracket_left(tokens, at - 1, low)
            if opener is None:
                break
            at = opener
        elif tag == "c":
            if not _coordinates(tokens, at - 1, low, end):
                break
            at -= 1
        elif tag == "V" and at < end and tags[at] in "io" and tokens.cues[at - 1].form == "past":
            at -= 1
        elif tag == "x" and at < end:
            relative = _relative_left(tokens, at - 1, low)
            if relative is None:
                break
            at = relative
        elif tag in "RT" and at < end:
            at -= 1
        else:
            break
    return at


def _bracket_left(tokens: Tokens, at: int, low: int) -> int | None:
    for k in range(at - 1, max(low - 1, at - 12), -1):
        if tokens.tags[k] == "(":
            return k
    return None


def _coordinates(tokens: Tokens, at: int, low: int, end: int) -> bool:
    """Whether the *and* at `at` joins two nouns (*Trump and his wife*) rather than two clauses."""
    if tokens.low[at] not in ("and", "&", "or") or at - 1 < low or at + 1 >= end:
        return False
    left, right = tokens.tags[at - 1], tokens.tags[at + 1]
    if left in "NS" and right in "NS":
        return True
    if left in "NS" and tokens.low[at + 1] in ("his", "her", "its", "their", "other", "others", "the"):
        return True
    return left == "w" and right == "w" and tokens.low[at - 1].endswith("s") and tokens.low[end - 1].endswith("s")


def _relative_left(tokens: Tokens, at: int, low: int) -> int | None:
    """Place before the *who* or *that* whose clause holds the auxiliary at `at`."""
    for k in range(at - 1, max(low, at - 9) - 1, -1):
        if tokens.tags[k] in "RT":
            return k
        if tokens.tags[k] in ",;:Qs":
            return None
    return None


def _across_commas(tokens: Tokens, comma: int, low: int) -> Range | None:
    """The subject before an apposition or aside that ends at `comma`: *Smith, 45, a lawyer, said*."""
    tags = tokens.tags
    chunks: list[Range] = []
    first = low
    for k in range(low, comma):
        if tags[k] == ",":
            chunks.append(Range(first, k))
            first = k + 1
    chunks.append(Range(first, comma))
    for number, chunk in enumerate(chunks):
        if number == len(chunks) - 1 and number > 0:
            break
        found = _chunk_subject(tokens, chunk)
        if found:
            return found
    found = _chunk_subject(tokens, chunks[-1])
    return found


def _chunk_subject(tokens: Tokens, chunk: Range) -> Range | None:
    """The noun phrase a chunk between commas consists of or ends in, if it does."""
    tags, (first, last) = tokens.tags, chunk
    while first < last and tags[first] in "cr(":
        first += 1
    if first >= last:
        return None
    if tags[first] in "is" and tokens.low[first] not in ("what",):
        if tags[first] == "s" and last - first > 1:  # "and while Smith" … no: a subordinate clause
            return None
        return None
    if tags[first] in "GRT0t" or tokens.low[first].endswith("ing") or tags[first] == "V":
        return None
    if last - first == 1 and tags[first] == "p":
        return Range(first, last)
    if any(tag in "xV" for tag in tags[first:last]):
        start = _walk_left(tokens, last, first)
        return _trimmed(tokens, start, last)
    if tags[first] in "NSdpw":
        return _trimmed(tokens, first, last)
    return None


def right_phrase(tokens: Tokens, first: int, last: int, *, reach: int = 30) -> Range | None:
    """The noun phrase that begins at `first`: after *said* or *according to*."""
    tags, at = tokens.tags, first
    stop = min(last, first + reach)
    if at < stop and tags[at] == "p":
        return Range(at, at + 1)
    while at < stop:
        tag = tags[at]
        if tag in "NSw0do(" or (tag == "c" and at + 1 < stop and tags[at + 1] in "NSdw" and at > first):
            at += 1
        elif tag == "i" and at > first and tokens.low[at] in ("for", "from", "at", "with", "in", "on", "by", "to", "of"):
            if at + 1 < stop and tags[at + 1] == "t":
                break
            at += 1
        elif tag in "tr" and at + 1 < stop and tags[at + 1] in "NS" and at > first:
            at += 1
        elif tag in "VG" and at > first and tags[at - 1] in "dNSw" and tokens.low[at] in REPORTING_NOUNS:
            at += 1
        else:
            break
    while at > first and tags[at - 1] in "ioc(rd" and tokens.low[at - 1] not in _LONE:
        at -= 1
    return Range(first, at) if at > first else None


def main_subject(tokens: Tokens, first: int, last: int) -> Range | None:
    """The subject of the clause that `first` begins: its first noun phrase that no preposition introduces."""
    tags, at = tokens.tags, first
    while at < last and tags[at] in "cr-(,.":
        at += 1
    while at < last and (tags[at] in "isGt" or tags[at] == "V" or tokens.low[at].endswith("ing") or tags[at] == "0"):
        comma = next((k for k in range(at, min(last, at + 40)) if tags[k] == ","), None)
        if comma is None:
            return _person_in(tokens, at, last)
        at = comma + 1
        while at < last and tags[at] in "cr":
            at += 1
    if at >= last:
        return None
    if tags[at] == "p":
        return Range(at, at + 1)
    end = at
    while end < last and tags[end] in "NSdwo0i":
        if tags[end] == "i" and (end == at or tags[end - 1] not in "NwS"):
            break
        if tags[end] == "w" and end > at and tags[end - 1] == "N" and tokens.low[end].endswith(("ed", "s", "t", "k")):
            break
        end += 1
        if end - at >= 14:
            break
    return _trimmed(tokens, at, end)


def _person_in(tokens: Tokens, first: int, last: int) -> Range | None:
    for k in range(first, last):
        if tokens.tags[k] == "p":
            return Range(k, k + 1)
        if tokens.tags[k] == "N":
            end = k
            while end < last and tokens.tags[end] == "N":
                end += 1
            return Range(k, end)
    return None
