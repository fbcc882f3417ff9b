"""What a fact is about, in the article's own words: "workers had joined the strike", "offered … over two years".

A figure is told by what it counts; a percentage, a sum or a date has nothing of the kind, and so stands for itself as
an ellipsis between the words around it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from reader.analysis.vocabulary import word_set
from reader.events.terms import fold
from reader.model import Figure, Span

_WORDS = 6
"""Words behind a figure that say what it counts, at most."""

_CONTENT = 3
"""Of the words before it, those with a meaning of their own, at most."""

_BACK = 10
"""All words before it, at most."""

_MORE = 3
"""Words by which a stretch may be longer where it would otherwise end in the middle of a phrase."""

_BEHIND = 5
"""Words behind a place, at most, where others stand before it."""

_TOLD = 5
"""Words of a sentence's beginning that tell what it is about where none beside the place do."""

_LONGEST = 64
"""Letters that a subject has at most."""

_PIECE = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*[$€£¥]?|[^\w\s]")
_WORD = r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*"
_NAME = re.compile(rf"({_WORD}(?: {_WORD}){{0,3}}), (?:aged )?\Z")
_OLD = re.compile(rf"-old ({_WORD}(?: {_WORD}){{1,3}})")
_BREAKS = word_set(
    """
    who whom whose which that and or but while when where because although though if unless until since once including
    said says say told tells tell added adds reported reports announced according
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    """
)
"""Words at which the stretch that belongs to a figure ends."""

_HEDGES = word_set(
    """
    about around some roughly approximately nearly almost over under least most than more fewer less many much
    estimated exactly only just another further additional total close near up as at an a the its their his her our no
    """
)
"""Words between a figure and what stands before it that say how exact it is."""

_TELLING = 3
"""Words with which a subject tells enough that has something only before the place."""

_WEAK = word_set(
    """
    a an the of in on at to by for from with as into onto than its his her their our this these those was were is are
    be been being has had have would will could should may might can also there it he she they we about between among
    after before during under over through per not so such very more most other
    """
)
"""Words with which no subject ends, and with which none begins."""

_AUXILIARY = word_set("was were is are be been being has had have would will could should may might can it he she they")
_NO_END = _WEAK | word_set(
    """
    across against along amid around behind beside beyond despite following how inside near off outside since
    throughout toward towards until upon via within without
    """
)
_NO_BEGINNING = _WEAK | _AUXILIARY | _HEDGES
_SINCE = word_set("since until while once")
"""Words that end a stretch, but not where they stand right before a day: "adjourned until Tuesday"."""
_SAYING = word_set("said says told tells added adds reported reports announced")
_JOINTS = word_set("of the for and")
"""Words inside a name that have no capital."""
GENERIC = word_set("people persons person others those them everyone percent cent figure")
"""Nouns that do not tell what is counted."""


def counted(text: str, sentence: Span, figure: Figure) -> str:
    """What a figure counts or measures, in the words around it; "" where these do not tell."""
    after = _after(text, figure.span.end, sentence.end)
    if figure.unit is None and _tells(after):
        return _cut((), *after)
    measure = figure.unit if figure.unit and figure.unit[0].isalpha() and figure.unit.islower() else ""
    return _whose(text, figure) or around(text, sentence, figure.span, measure="%" if figure.unit == "%" else measure)


def _tells(after: Sequence[str]) -> bool:
    """Whether the words behind a figure say by themselves what it counts: "houses in the valley", "people killed"."""
    if after and after[0].casefold() in GENERIC:
        return any(word.endswith(("ed", "aboard", "missing", "dead")) for word in after[1:])
    return _content(after) >= 2


def _whose(text: str, figure: Figure) -> str:
    """Whose age it is: "Odile Fenwick, aged …"; "" where no name stands beside it."""
    if figure.unit != "years":
        return ""
    found = _NAME.search(text, max(0, figure.span.start - 64), figure.span.start) or _OLD.match(text, figure.span.end)
    words = found[1].split() if found else []
    named = [word for place, word in enumerate(words) if all(one[:1].isupper() for one in words[place:])]
    if found and found.re is _OLD:
        named = list(takewhile(lambda word: word[:1].isupper(), words))
    return f"{' '.join(named)}, aged …" if named else ""


def around(text: str, sentence: Span, span: Span, day: bool = False, measure: str = "") -> str:
    """The words around a place, which an ellipsis stands for; "" where there are none.

    `day`: it is a day, on which something may have been said: "the minister said …". `measure`: the unit of a figure.
    """
    before = _before(text, sentence.start, span.start, _SAYING if day else frozenset())
    if before and before[-1].casefold() in _SAYING:
        return _cut(before, "…")
    start = span.end + (not before and text.startswith(", ", span.end))
    after = _after(text, start, sentence.end, _BEHIND)
    while after and after[-1].endswith(("’s", "'s")):
        after.pop()
    if not _content(after) and (not _content(before) or (len(before) == 1 and before[0].endswith("ly"))):
        before = _beginning(text, sentence, span) or before
    if not _content(before) and not _content(after):
        return ""
    whole = _cut(before, "…", measure, *after)
    return _cut(before, "…") if len(before) >= _TELLING and not measure and not whole.startswith(before[0]) else whole


def _beginning(text: str, sentence: Span, span: Span) -> list[str]:
    """The first words of a sentence, up to a place in it, where they tell more than those beside the place."""
    words = _after(text, sentence.start, span.start, _TOLD)
    while words and words[0].casefold() in _WEAK:
        del words[0]
    return words if _content(words) > 1 else []


def clearest(one: str, other: str) -> str:
    """Of two articles' words for one thing those that say it in one stretch, else the shorter; more than one word."""
    return min(one, other, key=_unclear)


def _unclear(subject: str) -> tuple[bool, bool, int, str]:
    least = _TELLING if subject.endswith("…") else 2
    return _words(subject) < least, "…" in subject, len(subject), subject


def _words(subject: str) -> int:
    return sum(word[0].isalpha() for word in subject.split())


def _after(text: str, start: int, end: int, most: int = _WORDS) -> list[str]:
    """The words behind a place, up to the end of what belongs to it: of a phrase that is longer, all or none."""
    words: list[str] = []
    if text[start : start + 1] == "-":
        start += 1
    for match in _PIECE.finditer(text, start, end):
        word = match.group()
        low = word.casefold()
        if not word[0].isalpha() or low in _BREAKS:
            break
        if len(words) >= most and (low in _NO_END or words[-1].casefold() in _NO_END):
            break
        if len(words) == most + _MORE:
            words = _whole_phrases(words, most)
            break
        words.append(word)
    while words and words[-1].casefold() in _NO_END:
        words.pop()
    return words


def _whole_phrases(words: Sequence[str], most: int) -> list[str]:
    """As many of the words as end before one that begins another phrase; the first `most` where none does."""
    ends = [place for place in range(2, most + 1) if words[place].casefold() in _WEAK]
    return list(words[: ends[-1] if ends else most])


def _before(text: str, start: int, end: int, through: Collection[str] = ()) -> list[str]:
    """The words before a place, from the beginning of what it belongs to; how exact a figure is is left out.

    `through`: words at which the stretch does not end where they stand right before the place.
    """
    words: list[str] = []
    content, capital = 0, False
    for word in _backwards(text, start, end):
        low = word.casefold()
        if not word[0].isalnum():
            if words or word not in "$€£¥'’(":
                break
            continue
        if not words and low in _SINCE:
            continue
        if not words and (low in _HEDGES or (low in _WEAK and low not in through)):
            continue
        if (low in _BREAKS and (words or low not in through)) or len(words) == _BACK:
            break
        words.append(word)
        content += word[0].isalpha() and bool(fold(word)) and not (capital and word[0].isupper())
        capital = word[0].isupper() or (capital and low in _JOINTS)
        if content > _CONTENT or (content == _CONTENT and not capital):
            break
    while words and (words[-1].casefold() in _NO_BEGINNING or words[-1].isdigit()):
        words.pop()
    return words[::-1]


def _backwards(text: str, start: int, end: int) -> Iterator[str]:
    found = [match.group() for match in _PIECE.finditer(text, max(start, end - 160), end)]
    return reversed(found)


def _content(words: Sequence[str]) -> int:
    """How many of the words say something."""
    return sum(bool(fold(word)) for word in words if word.casefold() not in GENERIC)


def _cut(words: Sequence[str], *rest: str) -> str:
    """The words, and what follows them; where that is too long, without the first of them or the last."""
    found = [word for word in (*words, *rest) if word]
    kept = len(words)
    while kept > 2 and len(" ".join(found)) > _LONGEST:
        del found[0]
        kept -= 1
        while kept > 2 and found[0].casefold() in _NO_BEGINNING:
            del found[0]
            kept -= 1
    while len(" ".join(found)) > _LONGEST and len(found) > 2:
        del found[-1]
    while len(found) > 2 and found[-1].casefold() in _NO_END:
        del found[-1]
    return " ".join(found)
