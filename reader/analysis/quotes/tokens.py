"""The reporter's own words as a list of tokens, each quoted stretch being one token.

Every later step looks at these tokens, never at the text again. Each has a one-letter tag, so that a sentence is also a
short string that can be searched.

========  ==========================================================================
``Q``     a quoted stretch (its place in ``quotes``)
``,;:.?!(-``  punctuation (``-`` a dash, ``(`` either bracket, ``.`` also an ellipsis)
``V``     a form of a verb of speech; ``G`` its -ing form
``p R T`` he/she/they/it/we/I · who/which/whom · that
``d``     a determiner      ``i`` a preposition     ``o`` of      ``t`` a word of time
``s c``   because, while, … · and, but, or          ``x`` an auxiliary or not    ``r`` an adverb
``N S``   a capitalised word · its possessive       ``0`` a figure               ``w`` any other word
========  ==========================================================================
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.quotes.cues import Cue, forms
from reader.analysis.quotes.marks import Stretch
from reader.model import Span

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Maj|St|Jr|Sr|Prof|Rev|Hon|Ambassador|Inc|Corp|Ltd|vs)\."
    r"|[A-Z]\.(?=\s[A-Z])|[$£€#@]?[^\W_]+(?:[-.,'’&/@][^\W_]+|['’](?=\s[a-z]))*|\.\.+|[,;:?!()\[\].…]|--+|[-–—―](?=\s)|[–—―]"
)
_PUNCTUATION = {",": ",", ";": ";", ":": ":", "?": "?", "!": "!", ".": ".", "…": ".", "(": "(", ")": "(", "[": "(", "]": "("}
_CLOSED = {
    "p": "he she they it we i you",
    "R": "who which whom whose",
    "T": "that",
    "d": """the a an his her its their our my your this these those some many several most all both each every any no one two
        three four five six seven eight nine ten another other others few more such""",
    "i": """in on at to for with from by about against after before during over under into onto among between through
        within without across upon toward towards outside inside near per regarding concerning despite amid like around
        following throughout behind besides beyond above below beneath via ahead off up out down until till since alongside""",
    "o": "of",
    "s": "because although though while when if whether as so unless whereas where than how why what whatever once even",
    "c": "and but or nor yet &",
    "x": """is are was were be been being am has have had having do does did will would shall should can could may might must
        cannot can't won't wouldn't isn't aren't wasn't weren't doesn't don't didn't hasn't haven't hadn't couldn't shouldn't not
        never 's he's she's it's they're they've we're i'm i've you're there's that's""",
    "r": """also later then now again once still just earlier ago already too even only often always sometimes instead
        however meanwhile therefore thus moreover nevertheless nonetheless afterwards afterward here there perhaps maybe
        soon recently back further simply instead famously reportedly""",
    "t": """monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight week weeks month months
        year years day days night morning afternoon evening weekend january february march april june july august september
        october november december jan feb mar apr aug sept oct nov dec mon tue wed thu fri sat sun a.m p.m noon hours""",
}  # fmt: skip
_TAGS = {word: tag for tag, words in _CLOSED.items() for word in words.split()}


_NO_ADVERBS = frozenset(
    """rally family reply supply assembly early daily weekly monthly quarterly yearly likely unlikely friendly deadly elderly
    bully belly jelly apply comply imply multiply monopoly anomaly homily costly lovely lonely ugly orderly scholarly
    neighborly timely worldly butterfly""".split()
)


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one entry a token."""

    text: str
    tags: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    cues: dict[int, Cue] = field(default_factory=dict)
    """Token → the verb of speech that it is a form of."""
    quotes: dict[int, int] = field(default_factory=dict)
    """Token → index of its stretch."""

    def add(self, tag: str, start: int, end: int, low: str) -> None:
        self.tags.append(tag)
        self.start.append(start)
        self.end.append(end)
        self.low.append(low)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of the reporter's, as a range of tokens; what is quoted in it does not end it."""

    first: int
    last: int
    """Excluded."""
    paragraph: int
    opens: bool
    """Whether it is the first of its paragraph."""


def tokenise(text: str, paragraph: Span, stretches: Sequence[Stretch], offset: int, out: Tokens) -> None:
    """Append the tokens of one paragraph to `out`; `offset` is the index of the paragraph's first stretch."""
    at = paragraph.start
    for index, stretch in enumerate(stretches):
        if stretch.parent < 0 and stretch.start >= at:
            _words(text, at, stretch.start, out)
            if out.tags and is_title(text, stretch, out):
                out.add("N", stretch.start, stretch.end, "title")
            else:
                out.quotes[len(out.tags)] = offset + index
                out.add("Q", stretch.start, stretch.end, '"')
            at = stretch.end
    _words(text, at, paragraph.end, out)


def _words(text: str, start: int, end: int, out: Tokens) -> None:
    tags, starts, ends, lows, cues = out.tags, out.start, out.end, out.low, out.cues
    known, table = _TAGS.get, forms().get
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        low = word.lower()
        tag = known(low) or _PUNCTUATION.get(low)
        if tag is None:
            cue = table(low)
            if cue is not None and (low == word or len(lows) == 0 or tags[-1] in ".Q:?!;-,"):
                cues[len(tags)] = cue
                tag = "G" if cue.form == "ing" else "V"
            else:
                tag = _open_class(word, low)
        elif tag == "x" and low == "will" and word == "Will" and tags and tags[-1] not in ".?!":
            tag = "N"
        elif tag == "t" and low in ("march", "may", "mar", "sat", "sun") and low == word:
            tag = "w"
        tags.append(tag)
        starts.append(match.start())
        ends.append(match.end())
        lows.append(low)


def _open_class(word: str, low: str) -> str:
    first = word[0]
    if first.isupper() or (first in "@#" and len(word) > 1):
        return "S" if low.endswith(("'s", "’s", "s'", "s’")) else "N"
    if first.isdigit() or first in "$£€":
        return "0"
    if not first.isalnum():
        return "." if first in ".…" else "-"
    if low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS:
        return "r"
    return "w"


_WORKS = frozenset(
    """show book movie film song album series program programme magazine play novel documentary musical sitcom podcast episode
    track sketch hit single comedy drama miniseries soap thriller bestseller memoir titled called dubbed entitled newspaper
    segment edition special opera poem painting exhibit exhibition game""".split()
)
_SMALL = frozenset("a an the of in on at to for and or but with from by as is vs".split())


def is_title(text: str, stretch: Stretch, before: Tokens) -> bool:
    """Whether the stretch is the title of a work (*the host of "Morning Talk"*), not something said."""
    words = text[stretch.inner_start : stretch.inner_end].rstrip(".,").split()
    if not 0 < len(words) <= 7 or words[-1][-1:] in "?!…" or not words[0][:1].isupper():
        return False
    if any(not (w[:1].isupper() or w[:1].isdigit() or w in _SMALL) for w in words):
        return False
    last, low = before.tags[-1], before.low[-1]
    if low in _WORKS and last in "wNV":
        return True
    return len(words) > 1 and (last == "S" or low in ("on", "of", "in", "host", "reality", "’s", "'s", "by"))


def units(tokens: Tokens, first: int, paragraph: int, starts: Sequence[int]) -> list[Unit]:
    """Cut the tokens from `first` on, which are one paragraph, where sentences begin (`starts`, sorted offsets)."""
    last = len(tokens.tags)
    cuts = [first]
    for at in range(first + 1, last):
        if _begins(tokens, at, starts, last):
            cuts.append(at)
    cuts.append(last)
    return [Unit(a, b, paragraph, a == first) for a, b in zip(cuts, cuts[1:], strict=False) if a < b]


def _begins(tokens: Tokens, at: int, starts: Sequence[int], last: int) -> bool:
    """Whether a sentence of the reporter's begins at token `at`."""
    before = tokens.tags[at - 1]
    if (tokens.tags[at] == "Q" or before in ".?!Q") and "\n" in tokens.text[tokens.end[at - 1] : tokens.start[at]]:
        return True
    if before not in ".?!Q:(":
        return False
    if before == "." and at >= 2 and tokens.tags[at - 2] == "Q":
        return tokens.tags[at] == "Q" or tokens.text[tokens.start[at]].isupper()
    if before == "Q":
        return _after_quote(tokens, at, last)
    if tokens.tags[at] in ".,;:?!":
        return False
    here = tokens.start[at]
    place = bisect_left(starts, tokens.end[at - 1])
    return place < len(starts) and starts[place] <= here


def _after_quote(tokens: Tokens, at: int, last: int) -> bool:
    """A quoted stretch ends the sentence where it ends in a stop and no "said X" follows."""
    text, tag = tokens.text, tokens.tags[at]
    ending = text[max(0, tokens.end[at - 1] - 3) : tokens.end[at - 1]].rstrip("\"'”’»“ ")[-1:]
    if ending not in (".", "?", "!", "…") or tag in ",;:.?!-":
        return False
    word = text[tokens.start[at] : tokens.start[at] + 1]
    if tag == "Q":
        return True
    if word.islower():
        return False
    for after in range(at, min(at + 26, last)):  # “Really?” Smith, a friend of theirs, asked.
        cue = tokens.cues.get(after)
        if cue is not None and tokens.tags[after] == "V" and (after - at < 7 or tokens.tags[after - 1] == ","):
            follows = tokens.tags[after + 1] if after + 1 < last else "."
            return follows not in ".,itorcsG?!" and "a" not in cue.takes
        if tokens.tags[after] not in "NSdwp0to,ic(rR":
            return True
    return True
