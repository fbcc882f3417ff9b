"""The reporter's own words as a list of tokens, each quoted stretch being one token.

Every later step looks at these tokens, never at the text again. Each has a one-letter tag, so that a question about a
sentence is a question about a few letters.

=========== =================================================================================================
``Q``       a quoted stretch (its index in ``quotes``)
``,;:.?!-(`` punctuation: ``-`` any dash, ``(`` either bracket, ``.`` also an ellipsis
``V G``     a form of a verb of speech · its -ing form
``p R T``   he, she, they, it, we, I · who, which · that
``d i o``   a determiner · a preposition · of
``s c``     because, while, … · and, but, or
``x r t``   an auxiliary or *not* · an adverb · a word of time
``N S``     a capitalised word · its possessive
``0 w``     a figure · any other word
=========== =================================================================================================
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress, count
from operator import itemgetter
from typing import NamedTuple

from reader.analysis.quotes.cues import Cue, forms
from reader.analysis.quotes.marks import Stretch
from reader.analysis.vocabulary import word_set
from reader.model import Span

_JOINED = r"(?:[-.,'’&/@][^\W_]+|['’](?=\s[a-z]))*"
_TOKEN = re.compile(
    # Most words first; every part begins with a character or a set of them, by which the others are passed over fast.
    r"([a-z]+(?=\s|,\s)"
    r"|[A-Z](?:[a-z]+(?=\s|,\s)|\.(?:[A-Z]\.)+|\.(?=\s[A-Z]))"
    r"|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Maj|St|Jr|Sr|Prof|Rev|Hon|Inc|Corp|Ltd|vs)\."
    rf"|[^\W_]+{_JOINED}|[$£€#@][^\W_]+{_JOINED}"
    r"|\.\.+|[,;:?!()\[\].…]|--+|[-–—―](?=\s)|[–—―])"
)
_PUNCTUATION = dict(zip(",;:?!.…()[]", ",;:?!..((((", strict=True))
_CLOSED = {
    "p": "he she they it we i you",
    "R": "who which whom whose",
    "T": "that",
    "d": """
        the a an his her its their our my your this these those some many several most all both each every any no one
        two three four five six seven eight nine ten another other others few more such
    """,
    "i": """
        in on at to for with from by about against after before during over under into onto among between through within
        without across upon toward towards outside inside near per regarding concerning despite amid like around
        following throughout behind besides beyond above below beneath via ahead off up out down until till since
        alongside
    """,
    "o": "of",
    "s": """
        because although though while when if whether as so unless whereas where than how why what whatever once even
    """,
    "c": "and but or nor yet &",
    "x": """
        is are was were be been being am has have had having do does did will would shall should can could may might
        must cannot can't won't wouldn't isn't aren't wasn't weren't doesn't don't didn't hasn't haven't hadn't couldn't
        shouldn't not never 's he's she's it's they're they've we're i'm i've you're there's that's
    """,
    "r": """
        also later then now again once still just earlier ago already too even only often always sometimes instead
        however meanwhile therefore thus moreover nevertheless nonetheless afterwards afterward here there perhaps maybe
        soon recently back further simply famously reportedly indeed rather
    """,
    "t": """
        monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight week weeks month
        months year years day days night morning afternoon evening weekend january february march april june july august
        september october november december jan feb mar apr aug sept oct nov dec mon tue wed thu fri sat sun a.m p.m
        noon hours
    """,
}
_TAGS = {word: tag for tag, words in _CLOSED.items() for word in words.split()} | _PUNCTUATION
_NO_ADVERBS = word_set(
    """
    rally family reply supply assembly early daily weekly monthly quarterly yearly likely unlikely friendly deadly
    elderly bully belly jelly apply comply imply multiply monopoly anomaly homily costly lovely lonely ugly orderly
    scholarly neighborly neighbourly timely worldly butterfly
    """
)
_ALSO_COMMON = word_set("march mar sat sun")
"""Words of time that in lower case are something else."""


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one entry a token."""

    text: str
    tags: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    """The word in lower case, its apostrophe straight."""
    cues: dict[int, Cue] = field(default_factory=dict)
    """Token → the verb of speech that it is a form of."""
    according: list[int] = field(default_factory=list)
    """Tokens that are the word *according*."""
    quotes: dict[int, int] = field(default_factory=dict)
    """Token → index of its stretch."""

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from token `first` to before token `last`."""
        return Span(self.start[first], self.end[last - 1])


def tokenise(text: str, paragraph: Span, stretches: Sequence[Stretch], offset: int, out: Tokens) -> None:
    """Append the tokens of one paragraph to `out`; `offset` is the index of the paragraph's first stretch."""
    at = paragraph.start
    for index, stretch in enumerate(stretches):
        if stretch.parent < 0 and stretch.start >= at:
            _words(text, at, stretch.start, out)
            _stretch(text, stretch, offset + index, out)
            at = stretch.end
    _words(text, at, paragraph.end, out)


def _stretch(text: str, stretch: Stretch, index: int, out: Tokens) -> None:
    title = bool(out.tags) and is_title(text, stretch, out)
    if not title:
        out.quotes[len(out.tags)] = index
    out.tags.append("N" if title else "Q")
    out.start.append(stretch.start)
    out.end.append(stretch.end)
    out.low.append(("title," if text[stretch.end - 2] == "," else "title") if title else '"')


class _Word(NamedTuple):
    """What is known of a word wherever it stands."""

    low: str
    tag: str
    cue: Cue | None
    before: str
    """The tags that must stand before it, lest its tag is `other`; "" where it always is what it is."""
    other: str
    special: bool


_MEMORY = 40_000
"""Words kept; a program that reads for days meets more."""
_SENTENCE_BREAKS = ".Q:?!;-,"


class _Memory(dict[str, _Word]):
    """Words looked up before: texts repeat their words."""

    def __missing__(self, word: str) -> _Word:
        if len(self) >= _MEMORY:
            self.clear()
        found = self[word] = _look_up(word)
        return found


_recall = _Memory().__getitem__

_LOW, _TAG, _IS_SPECIAL = itemgetter(0), itemgetter(1), itemgetter(5)


def _look_up(word: str) -> _Word:
    low = word.lower()
    if "’" in low:
        low = low.replace("’", "'")
    tag = _TAGS.get(low)
    if tag is None:
        cue = forms().get(low)
        if cue is None:
            return _Word(low, _open_class(word, low), None, "", "", low == "according")
        verb = "G" if cue.form == "ing" else "V"
        if low == word:
            return _Word(low, verb, cue, "", "", True)
        return _Word(low, verb, cue, _SENTENCE_BREAKS, _open_class(word, low), True)  # inside a sentence: a name
    if tag == "x" and word == "Will":
        return _Word(low, tag, None, ".?!", "N", True)
    if tag == "t" and low == word and low in _ALSO_COMMON:
        tag = "w"
    return _Word(low, tag, None, "", "", False)


def _words(text: str, start: int, end: int, out: Tokens) -> None:
    """Append the words of a stretch without quotations. This is the innermost loop, hence no Python in it."""
    parts = _TOKEN.split(text[start:end])  # what is between words, a word, what is between, …
    bounds = list(accumulate(map(len, parts), initial=start))
    entries = list(map(_recall, parts[1::2]))
    first = len(out.tags)
    out.start += bounds[1:-1:2]
    out.end += bounds[2::2]
    out.low += map(_LOW, entries)
    out.tags += map(_TAG, entries)
    for at in compress(count(first), map(_IS_SPECIAL, entries)):
        _special(entries[at - first], at, out)


def _special(entry: _Word, at: int, out: Tokens) -> None:
    """Note a verb of speech or *according*; a word that is something else here gets its other tag."""
    if entry.before and at and out.tags[at - 1] not in entry.before:
        out.tags[at] = entry.other
    elif entry.cue is not None:
        out.cues[at] = entry.cue
    elif entry.low == "according":
        out.according.append(at)


def _open_class(word: str, low: str) -> str:
    first = word[0]
    if first.isupper() or (first in "@#" and len(word) > 1):
        return "S" if low.endswith(("'s", "s'")) else "N"
    if first.isdigit() or first in "$£€":
        return "0"
    if not first.isalnum():
        return "." if first in ".…" else "-"
    return "r" if low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS else "w"


_WORKS = word_set(
    """
    show book movie film song album series program programme magazine play novel documentary musical sitcom podcast
    episode track sketch hit single comedy drama miniseries soap thriller bestseller memoir titled called dubbed
    entitled newspaper segment edition special opera poem painting exhibit exhibition game
    """
)
_BEFORE_TITLE = word_set("on of in host reality 's by")
_SMALL = word_set("a an the of in on at to for and or but with from by as is vs")
_LONGEST_TITLE = 80


def is_title(text: str, stretch: Stretch, before: Tokens) -> bool:
    """Whether the stretch is the title of a work (*the host of "Morning Talk"*), not something said."""
    if stretch.end - stretch.start > _LONGEST_TITLE:
        return False
    words = text[stretch.inner_start : stretch.inner_end].rstrip(".,").split()
    if not 0 < len(words) <= 7 or words[-1][-1:] in "?!…" or not words[0][:1].isupper():
        return False
    if any(not (word[:1].isupper() or word[:1].isdigit() or word in _SMALL) for word in words):
        return False
    last, low = before.tags[-1], before.low[-1]
    if low in _WORKS and last in "wNV":
        return True
    return len(words) > 1 and (last == "S" or low in _BEFORE_TITLE)
