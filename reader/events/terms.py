"""Words reduced to terms, so that "withdrew its troops" and "the withdrawal of some troops" share what they share.

The reduction is light and its results are never shown. It knows English endings, the spellings of Britain and America,
numerals in words, and which country an adjective belongs to.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from reader.events.frequency import FUNCTION_WORDS
from reader.events.geography import COUNTRY_OF
from reader.events.wording import WORDS_KEPT

_TOKEN = re.compile(
    # A word, an abbreviation, a number or a lone letter: told apart behind the first character, by which a search skips
    # fast, and the commonest first.
    r"[^\W_](?:(?<!\d)[^\W\d_]++(?>(?:['’][^\W\d_]++)*)|(?<=[A-Z])\.(?:[A-Z]\.)+|(?<=\d)\d*(?:[.,]\d+)*"
    r"|(?:['’][^\W\d_]+)*)"
)

_NUMERALS = {
    word: str(number)
    for number, word in enumerate(
        (
            *(
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        )
    )
    if number > 1
} | {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "dozen": "12",
    "hundred": "100",
    "thousand": "1000",
}

_IRREGULAR = {
    form: base
    for base, forms in {
        "begin": "began begun",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "child": "children",
        "choose": "chose chosen",
        "death": "dead dying die died dies deadly",
        "draw": "drew drawn",
        "drive": "drove driven",
        "fall": "fell fallen",
        "fight": "fought",
        "find": "found",
        "flee": "fled",
        "fly": "flew flown",
        "grow": "grew grown",
        "hold": "held",
        "hide": "hid hidden",
        "lead": "led",
        "leave": "left",
        "lose": "lost loss",
        "man": "men",
        "meet": "met",
        "pay": "paid",
        "rise": "rose risen",
        "run": "ran",
        "seek": "sought",
        "sell": "sold sale",
        "send": "sent",
        "shoot": "shot",
        "speak": "spoke spoken speech",
        "spend": "spent",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck",
        "take": "took taken",
        "teach": "taught",
        "tell": "told",
        "think": "thought",
        "throw": "threw thrown",
        "wear": "wore worn",
        "win": "won",
        "withdraw": "withdrew withdrawn withdrawal",
        "woman": "women",
        "write": "wrote written",
        "elect": "elected election elections electoral",
        "kill": "killed killing killer",
        "invade": "invasion invading",
        "decide": "decision",
        "respond": "response",
        "defend": "defence defense",
        "arrive": "arrival",
        "approve": "approval",
        "refuse": "refusal",
        "propose": "proposal",
        "deny": "denial",
        "fail": "failure",
        "press": "news",
        "television": "tv",
    }.items()
    for form in forms.split()
}

_INSTEAD = {
    # What is put in the place of an ending; of several, the longest counts.
    "isations": "",
    "izations": "",
    "isation": "",
    "ization": "",
    "ications": "",
    "ication": "",
    "fulness": "",
    "ations": "",
    "ements": "",
    "nesses": "",
    "ation": "",
    "ement": "",
    "ising": "",
    "izing": "",
    "ments": "",
    "ities": "",
    "tions": "t",
    "sions": "s",
    "ances": "",
    "ences": "",
    "ised": "",
    "ized": "",
    "iser": "",
    "izer": "",
    "ises": "",
    "izes": "",
    "tion": "t",
    "sion": "s",
    "ment": "",
    "ness": "",
    "ally": "",
    "ance": "",
    "ence": "",
    "ings": "",
    "ists": "",
    "ably": "",
    "able": "",
    "ible": "",
    "ying": "i",
    "ity": "",
    "ise": "",
    "ize": "",
    "ing": "",
    "ism": "",
    "ist": "",
    "ive": "",
    "ily": "i",
    "ied": "i",
    "ies": "i",
    "ers": "",
    "ors": "",
    "ed": "",
    "er": "",
    "or": "",
    "ly": "",
    "al": "",
    "es": "",
    "s": "",
    "e": "",
    "y": "i",
}
_NO_ENDINGS = ("ss", "us", "is")
"""What short words end with that have no ending."""
_LENGTHS = {
    letter: tuple(sorted({len(ending) for ending in _INSTEAD if ending[-1] == letter}, reverse=True))
    for letter in {ending[-1] for ending in _INSTEAD}
}
"""How long the endings with this last letter are, the longest first."""


class Term(NamedTuple):
    """One word of a text, reduced."""

    stem: str
    start: int
    end: int
    capital: bool
    """Whether it is written as a name: with a capital."""


def _reduced(word: str) -> str:
    """A word without its ending."""
    size = len(word)
    if size < 4 or not word.isascii() or (size < 6 and word.endswith(_NO_ENDINGS)):
        return word
    if size > 5:
        word = word.replace("our", "or")
    for length in _LENGTHS.get(word[-1], ()):
        instead = _INSTEAD.get(word[-length:])
        if instead is not None and len(word) - length + len(instead) >= 3:
            if length > 1 or not word.endswith("ss"):
                word = word[:-length] + instead
            break
    if len(word) > 3:
        last = word[-1]
        if last in "eiy":
            word = word[:-1]
            last = word[-1]
        if last == word[-2] and len(word) > 3 and last not in "ls":
            word = word[:-1]
    return word


_KNOWN = {form: _reduced(base) for form, base in _IRREGULAR.items()} | _NUMERALS
"""The terms for words that are not reduced by their endings."""


@lru_cache(maxsize=WORDS_KEPT)
def stem(word: str) -> str:
    """The term that stands for a word in lower case and all its inflections; never shown to anybody."""
    return _KNOWN.get(word) or _reduced(word)


@lru_cache(maxsize=2 * WORDS_KEPT)
def fold(token: str) -> str:
    """The term for a token as it stands in a text; "" for a function word."""
    if not token.isalpha():
        if token[0].isdigit():
            return token.replace(",", "").rstrip(".")
        if "." in token:
            return _fold_capitals(token.replace(".", "").lower())
    if token.isupper() and len(token) > 1:
        return _fold_capitals(token.lower())
    low = token.lower().replace("’", "'")
    if low in FUNCTION_WORDS:
        return ""
    if "'" in low:
        low = low.removesuffix("'s").removesuffix("s'")
        if low in FUNCTION_WORDS:
            return ""
    if len(low) < 2:
        return ""
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c)).replace("ß", "ss")
    return COUNTRY_OF.get(low) or stem(low)


def _fold_capitals(plain: str) -> str:
    """The term for an abbreviation or a word in capitals, given without full stops and in lower case."""
    return COUNTRY_OF.get(plain.upper(), plain if len(plain) < 5 else stem(plain))


def stems(text: str, end: int | None = None) -> list[str]:
    """The stems of the terms of `text[:end]`, in order: faster than `terms` where the offsets do not matter."""
    return list(filter(None, map(fold, _TOKEN.findall(text, 0, len(text) if end is None else end))))


def terms(text: str, start: int = 0, end: int | None = None) -> list[Term]:
    """The terms of `text[start:end]` that mean something, in order, with offsets into `text`."""
    found: list[Term] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        token = match.group()
        term = fold(token)
        if term:
            found.append(Term(term, match.start(), match.end(), token[0].isupper()))
    return found
