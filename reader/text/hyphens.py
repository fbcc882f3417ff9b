"""Hyphens at line ends: whether one belongs to the word or only to the break.

A word that the text has elsewhere decides. Without one, the pieces do: a typesetter breaks between syllables, which
leaves pieces that are no words (`gal-lery`, `examin-ation`), a compound breaks between words (`self-governing`). Where
both remain possible, the text's own habit decides: one that has broken words elsewhere has broken this one too.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.text.regex import regex

_HYPHENATED = regex(r"(-?)([^\W\d_]+)-$")
_FIRST_WORD = regex(r"[^\W\d_]+")
_WORDS = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMPOUNDING = frozenset(
    """
    all anti cold counter cross deep east eight far fast five four free front full half hand hard high home hot ill
    land large late left light like long low many mid middle modern multi much nine non north off old one open over
    part peace post present right road same second self semi seven short single six slow small so soft soon south
    state sub ten third three top two ultra under vice war water well west wide would world year young
    """.split()  # noqa: SIM905 - a list would take a line for each word
)
"""First words after which a hyphen is rather that of a compound."""
_PREFIXES = frozenset(
    {"co", "de", "ex", "no", "on", "pre", "pro", "re", "then", "early", "first", "last", "best", "new"}
)
"""The same, except in a text that breaks words."""
_BOUND = frozenset({"ac", "ap", "ar", "com", "con", "dis", "em", "en", "im", "obs", "presi"})
"""First syllables that are no words and stand before no hyphen."""
_COMPOUNDED = frozenset(
    """
    age aged backed based border born bound building built by called century class controlled cut days deep door down
    driven edge elect end ended ever eyed facing famous feet fight fire foot forward free friendly full general ground
    held high hit hold hour hours house in income kilometre knit known law led left level like line lined living long
    looking low made mail making market metre metres mile miles mind minded minister minute minutes month months
    more moving never night nuclear off office old on out over paid part party past place point pound profile quality
    range rate ray related right run runner running scale school seat selling sharing side sized speed stage standing
    star state storey story style taking term than thing thirds third time to ton top trade up way week weeks well wide
    winning wing word work working world year years young
    """.split()  # noqa: SIM905 - a list would take a line for each word
)
"""Second words of compounds; what doubles a consonant or looks like a suffix among them is none."""
_FRAGMENT = regex(
    r"(?:n?ments?|[aeiou]?tions?|[aeiou]?tional(?:ly)?|sions?|cians?|gions?|ings?|ed|ers?|ly|ness(?:es)?|s?hips?|hoods?"
    r"|able|ably|ible|ibly|i?ty|i?ties|[aeiou]?l?ity|ally?|ous(?:ly)?|[aeiou]?tive(?:ly|s)?|ive|ically|cal(?:ly)?"
    r"|[ts]ures?"
    r"|ances?|ences?|enc(?:y|ies)|anc(?:y|ies)|ants?|ents?|at(?:e|es|ed|ing|or|ors)|is(?:e|es|ed|ing|m|ms|t|ts)"
    r"|iz(?:e|es|ed|ing|ation)|if(?:y|ies|ied)|cy|cies|[lnt]?ery|ary|ory|ories|ries|ry|t?ics?|ful(?:ly)?|less|es|wards?"
    r"|graph(?:s|ers?|y)?|lar|ber|bers|tors?|ters?|tered|ders?|dered|gers?|gling|dling|tling|pling|bling"
    r"|[bcdfgkptsz]l(?:e|es|ed|y)|tial(?:ly)?|cial(?:ly)?|tious|cious|nal(?:ly)?|ology|ologists?|nors?|sors?|thing|body"
    r"|lands?|ding|ting|ning|ring|ling|king|ping|ming|ning|sing|ving|bing|ging|tain(?:s|ed)?|ted|ded|ned|red|led|ked)$"
)
_NO_ONSET = regex(
    r"[bcdfghjklmnpqrstvwxz]{4}|[^aeiouy]+$|n[bcdfgjlmnpqrstvxz]|m[bcdfghjklmpqrstvxz]|r[^aeiouh]|l[^aeiouly]"
    r"|c[kt]|pt|ght|n[gdt]|([bdfgstznmrp])\1"
)
"""With what no English word begins."""


class Lexicon(NamedTuple):
    """What a text says about its words, as far as its line ends need it."""

    words: Counter[str]
    """How often each word, a hyphenated one whole, stands inside the lines; empty where no line ends in a hyphen."""
    breaks_words: bool = False
    """Whether a line end surely breaks a word."""


def lexicon_of(lines: Sequence[str]) -> Lexicon:
    """The lexicon of the filled lines of a text. Linear, and next to nothing where no line ends in a hyphen."""
    if "-" not in [line[-1:] for line in lines]:
        return Lexicon(Counter())
    words = Counter(itertools.chain.from_iterable(_inside(lines)))
    known = Lexicon(words)
    return Lexicon(words, any(_surely_broken(*pair, known) for pair in _pairs(lines)))


def _inside(lines: Iterable[str]) -> Iterable[list[str]]:
    torn = False
    for line in lines:
        found = _WORDS.findall(line.casefold())
        ends_torn = line.endswith("-")
        yield found[1 if torn else 0 : -1 if ends_torn else None]
        torn = ends_torn


def _pairs(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for before, after in itertools.pairwise(lines):
        if before.endswith("-"):
            left, right = _HYPHENATED.search(before[-40:]), _FIRST_WORD.match(after)
            if left and not left[1] and left[2].islower() and right and right[0][0].islower():
                yield left[2].casefold(), right[0]


def _surely_broken(start: str, end: str, known: Lexicon) -> bool:
    words = known.words
    if words[f"{start}-{end}"]:
        return False
    if words[start + end] or start in _BOUND or end in ("self", "selves"):
        return True
    if words[end] or end in _COMPOUNDED:
        return False
    if _FRAGMENT.match(end) or _NO_ONSET.match(end):
        return True
    if start in _COMPOUNDING or start in _PREFIXES:
        return False
    doubled = start[-1] == end[0] and end[0] not in "aeiou" and not words[start] and len(start) > 2
    return doubled or len(start) <= 2


def seam(before: str, after: str, known: Lexicon) -> tuple[str, str]:
    """What becomes of the piece before a line end at a hyphen or dash, and what goes between the two pieces."""
    if before.endswith("—"):
        return before, "" if before[-2:-1].isalpha() else " "
    left = _HYPHENATED.search(before[-40:])
    right = _FIRST_WORD.match(after)
    if not left or not right:
        return before, " "
    start, end = left[2].casefold(), right[0]
    if left[1]:
        return before, ""  # the end of a longer compound
    if end[0].islower() and (_surely_broken(start, end, known) or _broken_by_habit(start, end, known)):
        return before[:-1], ""
    return before, ""


def _broken_by_habit(start: str, end: str, known: Lexicon) -> bool:
    words = known.words
    if not known.breaks_words or start in _COMPOUNDING or end in _COMPOUNDED or words[f"{start}-{end}"]:
        return False
    return not (words[start] and words[end])
