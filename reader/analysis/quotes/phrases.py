"""Noun phrases around a verb of speech: its subject, whom it addresses, who stands after "according to"."""

from typing import NamedTuple

from reader.analysis.quotes.cues import REPORTING_NOUNS
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.vocabulary import word_set

_REACH = 30
_LONGEST_SUBJECT = 14
_LONGEST_ASIDE = 80
_NOUN_PREPOSITIONS = word_set("for from at with in on by to of")


class Range(NamedTuple):
    """Tokens `first` to `last` (excluded)."""

    first: int
    last: int


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


_TIME_MODIFIERS = word_set("the this that last next late early earlier each every one a same previous following recent")


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
    if end - first > 1 and tokens.tags[first] in "RT":
        first += 1
    while first < end and (tokens.tags[first] in "ircosGt-," or _begins_a_time(tokens, first, end)):
        first += 1
    if first >= end:
        return None
    empty = _EMPTY.issuperset(tokens.tags[first:end])
    return None if empty and tokens.low[first] not in _LONE else Range(first, end)


def _begins_a_time(tokens: Tokens, at: int, end: int) -> bool:
    """*Last month officials said*."""
    return at + 1 < end and tokens.tags[at + 1] == "t" and tokens.low[at] in _TIME_MODIFIERS


_NOMINAL = "NSw0doirG"
"""Tags of what stands in a noun phrase whatever is around it."""
_EMPTY = frozenset("d0rxti,o")
"""Tags of what makes no noun phrase without something else."""
_LONE = word_set("some many most several others another both one those all this")


def _walk_left(tokens: Tokens, end: int, low: int) -> int:
    """Start of the run of words that may belong to one noun phrase ending at `end`."""
    at: int | None = end
    while at is not None:
        first = low + len(tokens.tags[low:at].rstrip(_NOMINAL))
        at = _step_left(tokens, first, low, end) if first > low else None
    return first


def _step_left(tokens: Tokens, at: int, low: int, end: int) -> int | None:
    """One step further left from `at` in a noun phrase that ends at `end`; None where it begins."""
    tags, tag = tokens.tags, tokens.tags[at - 1]
    if tag == "t":  # the last: "a study published in March by the university"
        return at - 1 if at == end or tags[at] in "NwS" or tokens.low[at] == "by" else None
    if tag in _NOMINAL or (tag in "RT" and at < end):
        return at - 1
    if tag == "(":
        return _bracket_left(tokens, at - 1, low)
    if tag == "c":
        return at - 1 if _coordinates(tokens, at - 1, low, end) else None
    if tag == "V" and at < end:  # a participle, or a noun: "a plan announced in May", "a report written in May"
        is_noun = tokens.low[at - 1] in REPORTING_NOUNS and at - 1 > low and tags[at - 2] in "dwS"
        return at - 1 if is_noun or (tags[at] in "io" and tokens.cues[at - 1].form == "past") else None
    return _relative_left(tokens, at - 1, low) if tag == "x" and at < end else None


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
    low = max(low, comma - _LONGEST_ASIDE)
    commas = [k for k in range(low, comma) if tokens.tags[k] == "," or tokens.low[k] == "title,"]
    for end in (*commas, comma):
        found = _chunk_subject(tokens, low, end)
        if found:
            return found
        low = end + 1
    return None


def _chunk_subject(tokens: Tokens, first: int, last: int) -> Range | None:
    """The noun phrase a chunk between commas consists of or ends in, if it does."""
    tags = tokens.tags
    while first < last and tags[first] in "cr(":
        first += 1
    if (
        first >= last
        or (tags[first] in "isGRT0tV" and tokens.low[first] != "what")
        or tokens.low[first].endswith("ing")
        or _is_participle(tokens, first, last)
    ):
        return None
    if "x" in tags[first:last] or "V" in tags[first:last]:
        return _trimmed(tokens, _walk_left(tokens, last, first), last)
    return _trimmed(tokens, first, last) if tags[first] in "NSdpw" else None


def right_phrase(tokens: Tokens, first: int, last: int) -> Range | None:
    """The noun phrase that begins at `first`: after *said* or *according to*."""
    tags, at = tokens.tags, first
    stop = min(last, first + _REACH)
    if at < stop and tags[at] == "p":
        return Range(at, at + 1)
    while at < stop and _goes_on_right(tokens, at, first, stop):
        at += 1
    while at > first and tags[at - 1] in "ioc(rd" and tokens.low[at - 1] not in _LONE:
        at -= 1
    return Range(first, at) if at > first else None


def _goes_on_right(tokens: Tokens, at: int, first: int, stop: int) -> bool:
    """Whether token `at` still belongs to the noun phrase that began at `first`."""
    tags, tag = tokens.tags, tokens.tags[at]
    following = tags[at + 1] if at + 1 < stop else ""
    if tag in "NSw0do(":
        return True
    if at == first or (not following and tag != "i"):
        return False
    if tag == "c":
        return following in "NSdw"
    if tag == "i":
        return tokens.low[at] in _NOUN_PREPOSITIONS and following != "t"
    if tag in "tr":
        return following in "NS"
    return tag in "VG" and tags[at - 1] in "dNSw" and tokens.low[at] in REPORTING_NOUNS


def main_subject(tokens: Tokens, first: int, last: int) -> Range | None:
    """The subject of the clause that `first` begins: its first noun phrase that no preposition introduces."""
    tags, at = tokens.tags, first
    while at < last and tags[at] in "cr-(,.":
        at += 1
    while at < last and (tags[at] in "isGtV0" or tokens.low[at].endswith("ing") or _is_participle(tokens, at, last)):
        comma = tags.find(",", at, min(last, at + 40))
        if comma < 0:
            return _person_in(tokens, at, last)
        at = comma + 1
        while at < last and tags[at] in "cr":
            at += 1
    if at >= last:
        return None
    if tags[at] == "p":
        return Range(at, at + 1)
    return _trimmed(tokens, at, _subject_end(tokens, at, last))


def _is_participle(tokens: Tokens, at: int, last: int) -> bool:
    """*Cross-examined by …, she*."""
    return tokens.low[at].endswith("ed") and at + 1 < last and tokens.tags[at + 1] in "is"


def _subject_end(tokens: Tokens, at: int, last: int) -> int:
    """Where the noun phrase at `at` ends, as far as words without tags tell: before a word that looks like a verb."""
    tags, end = tokens.tags, at
    while end < last and end - at < _LONGEST_SUBJECT and tags[end] in "NSdwo0i":
        if tags[end] == "i" and (end == at or tags[end - 1] not in "NwS"):
            break
        if tags[end] == "w" and end > at and tags[end - 1] == "N" and _looks_like_verb(tokens.low[end]):
            break
        end += 1
    return end


def _looks_like_verb(word: str) -> bool:
    return word.endswith(("ed", "s", "t", "k")) or word in _IRREGULAR


_IRREGULAR = word_set(
    """
    became began bought broke brought caught chose came did drew drove fell flew fought found gave grew had heard held
    knew laid led lost made met paid ran rang rode rose sang saw shook shot sold spoke stood stole swore swung taught
    threw told took tore understood went withdrew won wore wrote
    """
)
"""Verbs of the past that do not end as verbs do: *the captain stood firm*."""


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
