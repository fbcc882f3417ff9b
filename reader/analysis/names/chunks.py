"""Runs of capitalised words: everything that could be a name, with the small words that may hold it together."""

import re
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from reader.analysis.addresses import Outside
from reader.analysis.names.lexicon import fold

UPPER = "".join(chr(c) for c in range(0x250) if chr(c).isupper())
_UPPER_CLASS = f"[{UPPER}]"


def _by_first(words: str, form: str) -> str:
    """Alternatives grouped by their first letter, so that few are tried; `form` says how letter and rests are put."""
    groups = groupby(sorted(words.split("|")), key=itemgetter(0))
    return "|".join(form % (letter, "|".join(word[1:] for word in group)) for letter, group in groups)


_ABBREVIATION = _by_first(
    "Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Brig|Hon|Fr|Supt|Det|Insp|Amb|Atty|Reps?|Sens?"
    "|Govs?|Messrs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|St|Ste|Mt|Ft|Jr|Sr|Inc|Corp|Co|Ltd|Bros|Pres|Cpt"
    "|Cdr|Sec",
    "(?<=%s)(?:%s)",
)
_SMALL = _by_first(
    "of|the|for|and|on|de|la|las|los|le|del|della|di|da|do|dos|das|du|des|van|von|der|den|bin|ibn|al|el|ul|ur|ter|ten|y|e"
    "|al -|el -|as -|an -|et|und|zu|zur|in|to|a|against|with|without|upon|sur|en|&",
    "%s(?:%s)",
)
_REST = r"\w{0,60}(?:(?:['’‘&.+]|--?|–)(?=\w)\w{1,60}){0,6}"
_AFTER_CAPITAL = (
    rf"(?:\.(?:-(?={_UPPER_CLASS}\.))?(?:{_UPPER_CLASS}\.(?:-(?={_UPPER_CLASS}\.))?){{1,5}}"
    rf"(?:{_UPPER_CLASS}(?!\w))?"  # U.S., J.K., U.S.S.R
    rf"|(?=[a-z]{{1,5}}\.(?!\w))(?:{_ABBREVIATION})\."
    rf"|\.(?= ?{_UPPER_CLASS})"  # an initial
    rf"|{_REST})"
)
_PREFIXED = rf"(?:a(?:[ldnrtz]|sh?|bu)|el?|ul|i(?:bn)?|bin|d[eai]?|l)[-'’]{_UPPER_CLASS}{_REST}"
_WORD = rf"(?:{_UPPER_CLASS}{_AFTER_CAPITAL}|{_PREFIXED})"
_GAP = rf"['’]? (?:(?:{_SMALL}) ){{0,3}}"
_MORE = rf"(?:{_GAP}{_WORD}){{0,24}}"
# Begins with the capital and looks behind it then: a character of a known set is what a search finds fast.
_CHUNK = re.compile(rf"{_UPPER_CLASS}(?<![\w@#/\\.]{_UPPER_CLASS}){_AFTER_CAPITAL}{_MORE}")
_PREFIXED_CHUNK = re.compile(_WORD + _MORE)
_TOKEN = re.compile(rf"({_WORD})({_GAP})?")
_POSSESSIVES = ("'s", "’s", "'S", "’S")
_COMPOUND = re.compile(
    r"-(?:led|based|backed|born|style|era|run|made|owned|held|controlled|occupied|brokered|sponsored|funded|trained"
    r"|educated|allied|aligned|linked|affiliated|mandated|supported|dominated|imposed|drafted|wide|friendly|bound|area"
    r"|administered|inspired|designated|appointed|elect|affiliate|aided|centric|only|listed|flagged|built|language)\Z"
)
_ROLE_PREFIXES = (" then-", " ex-", " co-")
_ARTICLE_PREFIXES = ("al-", "el-", "as-", "an-", "ar-", "at-", "az-", "ad-")


class Token(NamedTuple):
    """One capitalised word of a chunk, without a possessive ending. Offsets count from the start of the chunk."""

    start: int
    end: int
    text: str
    low: str
    """Folded, as the lexicon knows it."""
    possessive: bool
    gap: str
    """What stands between it and the next word of the chunk: " ", " of the ", "' "; empty after the last."""


def chunks(text: str, hidden: Sequence[tuple[int, int]], starts: set[int]) -> list[tuple[int, str]]:
    """(offset, words) of each run of capitalised words, in order: none touches `hidden` or runs into a sentence."""
    outside, end, found = Outside(hidden), 0, []
    search = _CHUNK.search
    while match := search(text, end):
        start = capital = match.start()
        if text[start - 1] == "-" and start:
            if text[start - 3 : start] in _ARTICLE_PREFIXES and not text[start - 4 : start - 3].isalpha():
                start -= 3
                match = _PREFIXED_CHUNK.match(text, start)
            elif not text[max(0, start - 6) : start].endswith(_ROLE_PREFIXES):
                match = None
        if match is None or (hidden and not outside(start, match.end())):
            end = capital + 1
            continue
        end, words = match.end(), match.group()
        if "." in words:
            inner = next((n for n in range(start + 1, end) if n in starts), end)
            if inner < end:  # "Plan B. The": the second sentence is a chunk of its own
                end, words = inner, text[start:inner].rstrip()
        found.append((start, words))
    return found


def tokens(words: str) -> list[Token]:
    """The capitalised words of a chunk."""
    return [_token(part) for part in _TOKEN.finditer(words)]


def _token(part: re.Match[str]) -> Token:
    start, (word, gap) = part.start(), part.groups("")
    end = start + len(word)
    possessive = word.endswith(_POSSESSIVES)
    if possessive:
        end -= 2
    elif "-" in word:
        suffix = _COMPOUND.search(word)
        if suffix:
            end, possessive, gap = start + suffix.start(), True, gap or " "
    if word[1:2] == "-" and word[0] in "DRI" and word[2:3].isupper():
        start, word = start + 2, word[2:]  # the party before the constituency: "D-Houston"
    word = word[: end - start]
    return tuple.__new__(Token, (start, end, word, fold(word), possessive or gap[:1] in ("'", "’"), gap))


def phrase(found: Sequence[Token]) -> str:
    """The words of a name as the lexicon writes them: folded, small words included."""
    if len(found) == 1:
        return found[0].low
    return "".join([token.low + (token.gap if token.gap[:1] == " " else " ") for token in found[:-1]]) + found[-1].low
