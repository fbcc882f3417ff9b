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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress, count
from typing import NamedTuple

from reader.analysis.quotes.cues import Cue, forms
from reader.analysis.quotes.marks import Stretch
from reader.analysis.vocabulary import word_set
from reader.model import Span

_MARK = "\ufdd0"
"""Stands for a quoted stretch while the words around it are looked for; no text has this character."""
_NOTHING = "_"
"""Stands for what is no part of any token."""
_ABBREVIATIONS = "Mr Mrs Ms Dr Sen Sens Rep Reps Gov Gen Lt Col Sgt Capt Adm Maj St Jr Sr Prof Rev Hon Inc Corp Ltd vs"
_ABBREVIATED = "|".join(f"(?<={word[0]}){word[1:]}" for word in _ABBREVIATIONS.split())
_JOINED = r"(?>(?:[-.,'’&/@][^\W_]++|['’](?=\s[a-z]))*)"
_TOKEN = re.compile(
    # Any character that may begin one first, because a set is found fast; then, most words first, what follows on it.
    r"([^ \n_\"“”'’%*](?:"
    r"(?<=[a-z])[a-z]*+(?=[ \n;:?!]|,[ \n]|(?<!vs)\.[ \n])"
    r"|(?<=[A-Z])(?:[a-z]++(?=[ \n]|,[ \n])|\.(?>(?:[A-Z]\.)+)|\.(?=\s[A-Z]))"
    rf"|(?<=[,;:?!()\[\]…{_MARK}])|(?<=\.)\.*+"
    rf"|(?<=[A-Zv])(?=[a-z]{{1,4}}\.)(?:{_ABBREVIATED})\."
    rf"|(?<=[^\W_])[a-z]*+[^\W_]*+{_JOINED}"
    rf"|(?<=[$£€#@])[^\W_]++{_JOINED}"
    r"|(?<=-)(?:-++|(?=\s))|(?<=[–—―])))"
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
    """Parallel sequences, one entry a token."""

    text: str
    tags: str
    start: list[int]
    end: list[int]
    low: list[str]
    """The word in lower case, its apostrophe straight."""
    cues: dict[int, Cue] = field(default_factory=dict)
    """Token → the verb of speech that it is a form of."""
    places: list[int] = field(default_factory=list)
    """Tokens that are a verb of speech or the word *according*, in order."""
    quotes: dict[int, int] = field(default_factory=dict)
    """Token → index of its stretch, in order."""

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from token `first` to before token `last`."""
        return Span(self.start[first], self.end[last - 1])


def tokenise(text: str, paragraphs: Sequence[Span], stretches: Sequence[Stretch]) -> Tokens:
    """The tokens of all paragraphs; `stretches` in order. The words are found in one go, hence no Python for each."""
    outer = _outermost(stretches)
    masked = _masked(text, paragraphs, [stretches[index] for index in outer])
    parts = _TOKEN.split(masked)  # what is between, a token, what is between, …
    bounds = list(accumulate(map(len, parts), initial=0))
    low, tags, special = map(list, zip(*map(_recall, parts[1::2]), strict=True)) if len(parts) > 1 else ([], [], [])
    tokens = Tokens(text, "", bounds[1:-1:2], bounds[2::2], low)
    following = iter(outer)
    for at in compress(count(), special):
        word = special[at]
        if word is _QUOTED:
            index = next(following)
            stretch = stretches[index]
            tokens.end[at] = stretch.end
            if at and is_title(text, stretch, tags[at - 1], low[at - 1]):
                tags[at] = "N"
                low[at] = "title," if text[stretch.end - 2] == "," else "title"
            else:
                tokens.quotes[at] = index
        elif word.before and at and tags[at - 1] not in word.before:
            tags[at] = word.other
        elif word.cue is not None:
            tokens.places.append(at)
            tokens.cues[at] = word.cue
        elif word is _ACCORDING:
            tokens.places.append(at)
    tokens.tags = "".join(tags)
    return tokens


def _outermost(stretches: Sequence[Stretch]) -> list[int]:
    """Indices of those that are a token each: neither inside another nor overlapping the one before."""
    found, at = [], 0
    for index, stretch in enumerate(stretches):
        if stretch.parent < 0 and stretch.start >= at:
            found.append(index)
            at = stretch.end
    return found


def _masked(text: str, paragraphs: Sequence[Span], stretches: Iterable[Stretch]) -> str:
    """`text` with a mark for each stretch and nothing between the paragraphs, every offset as before."""
    ends = [0, *[end for _, end in paragraphs]]
    starts = [*[start for start, _ in paragraphs], len(text)]
    hidden = [(start, end, _NOTHING) for start, end in zip(ends, starts, strict=True) if start < end]
    hidden += [(stretch.start, stretch.end, _MARK) for stretch in stretches]
    hidden.sort()
    text = text.replace(_MARK, _NOTHING)
    parts: list[str] = []
    at = 0
    for start, end, sign in hidden:
        parts += (text[at:start], sign.ljust(end - start, _NOTHING))
        at = end
    parts.append(text[at:])
    return "".join(parts)


class _Special(NamedTuple):
    """A word that is more than its tag, or not always what its tag says."""

    cue: Cue | None = None
    before: str = ""
    """The tags that must stand before it, lest its tag is `other`; "" where it always is what it is."""
    other: str = ""


_QUOTED, _ACCORDING, _WILL = _Special(), _Special(), _Special(None, ".?!", "N")

_Word = tuple[str, str, _Special | None]
"""What is known of a word wherever it stands: the word in lower case, its tag, and what is special about it."""

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


def _look_up(word: str) -> _Word:
    low = word.lower()
    if "’" in low:
        low = low.replace("’", "'")
    if word == _MARK:
        return '"', "Q", _QUOTED
    tag = _TAGS.get(low)
    if tag is None:
        cue = forms().get(low)
        if cue is None:
            return low, _open_class(word, low), _ACCORDING if low == "according" else None
        verb = "G" if cue.form == "ing" else "V"
        if low == word:
            return low, verb, _Special(cue)
        return low, verb, _Special(cue, _SENTENCE_BREAKS, _open_class(word, low))  # inside a sentence: a name
    if tag == "x" and word == "Will":
        return low, tag, _WILL
    if tag == "t" and low == word and low in _ALSO_COMMON:
        tag = "w"
    return low, tag, None


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


def is_title(text: str, stretch: Stretch, tag: str, low: str) -> bool:
    """Whether the stretch is the title of a work (*the host of "Morning Talk"*), not something said; `tag` and `low`:
    those of the token before."""
    if stretch.end - stretch.start > _LONGEST_TITLE:
        return False
    words = text[stretch.inner_start : stretch.inner_end].rstrip(".,").split()
    if not 0 < len(words) <= 7 or words[-1][-1:] in "?!…" or not words[0][:1].isupper():
        return False
    if any(not (word[:1].isupper() or word[:1].isdigit() or word in _SMALL) for word in words):
        return False
    if low in _WORKS and tag in "wNV":
        return True
    return len(words) > 1 and (tag == "S" or low in _BEFORE_TITLE)
