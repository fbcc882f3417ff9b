"""Runs of capitalised words: everything that could be a name, with the small words that may hold it together."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.analysis.names.lexicon import fold

UPPER = "".join(chr(c) for c in range(0x250) if chr(c).isupper())
_UPPER_CLASS = f"[{UPPER}]"
_ABBREVIATION = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Brig|Hon|Fr|Supt|Det|Insp|Amb|Atty|Reps?|Sens?"
    "|Govs?|Messrs|St|Ste|Mt|Ft|Jr|Sr|Inc|Corp|Co|Ltd|Bros|Pres|Cpt|Cdr|Sec"
)
_WORD = (
    rf"(?:(?:{_UPPER_CLASS}\.-?){{2,6}}(?:{_UPPER_CLASS}(?!\w))?"  # U.S., J.K., U.S.S.R
    rf"|(?:{_ABBREVIATION})\.(?!\w)"
    rf"|{_UPPER_CLASS}\.(?= ?{_UPPER_CLASS})"  # an initial
    rf"|(?:(?:al|el|as|ash|ad|an|ar|at|az|ul|ibn|bin|abu|de|da|di|d|l|e|i)[-'’])?{_UPPER_CLASS}\w{{0,60}}"
    rf"(?:(?:['’‘&.]|--?|–)(?=\w)\w{{1,60}}){{0,6}})"
)
_SMALL = (
    "of|the|for|and|on|de|la|las|los|le|del|della|di|da|do|dos|das|du|des|van|von|der|den|bin|ibn|al|el|ul|ur|ter|ten|y|e|et"
    "|und|zu|zur|in|to|at|a|against|with|without|&"
)
_CHUNK = re.compile(rf"(?<![\w@#/\\.-]){_WORD}(?:['’]? (?:(?:{_SMALL}) ){{0,3}}{_WORD}){{0,30}}")
_TOKEN = re.compile(rf"({_WORD})(['’]? (?:(?:{_SMALL}) ){{0,3}})?")
_POSSESSIVE = re.compile(r"['’][sS]\Z")
_COMPOUND = re.compile(
    r"-(?:led|based|backed|born|style|era|run|made|owned|held|controlled|occupied|brokered|sponsored|funded|trained"
    r"|educated|allied|aligned|linked|affiliated|mandated|supported|dominated|imposed|drafted|wide|friendly|bound|area)\Z"
)
# Addresses are cut out before names are looked for.
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{1,2000}|(?<!\w)[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"
    r"|(?<![\w@/.])(?:[A-Za-z0-9-]{1,40}\.){1,4}(?:com|org|net|edu|gov|info|html?|co\.uk)(?:/\S{0,2000})?(?!\w)|@\w{1,40}|#\w{1,60}"
)


class Token(NamedTuple):
    """One capitalised word of a chunk, without a possessive ending."""

    start: int
    end: int
    text: str
    low: str
    """Folded, as the lexicon knows it."""
    possessive: bool
    gap: str
    """What stands between it and the next word of the chunk: " ", " of the ", "' "; empty after the last."""


def chunks(text: str, addresses: list[tuple[int, int]]) -> Iterator[list[Token]]:
    """The runs of capitalised words of `text` in order, but for those inside `addresses`."""
    hidden = iter(addresses)
    low, high = next(hidden, (len(text) + 1, len(text) + 1))
    for match in _CHUNK.finditer(text):
        start, end = match.span()
        while high <= start:
            low, high = next(hidden, (len(text) + 1, len(text) + 1))
        if low < end:
            continue
        yield [_token(text, part) for part in _TOKEN.finditer(text, start, end)]


def _token(text: str, part: re.Match[str]) -> Token:
    start, end = part.span(1)
    word, gap = part[1], part[2] or ""
    possessive = word[-1:] in "sS" and _POSSESSIVE.search(word) is not None
    if possessive:
        end -= 2
    elif "-" in word:
        suffix = _COMPOUND.search(word)
        if suffix:
            end = start + suffix.start()
            gap = gap or " "
            possessive = True
    word = text[start:end]
    return Token(start, end, word, fold(word), possessive or gap[:1] in "'’" and bool(gap), gap)
