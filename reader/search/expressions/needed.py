"""What the index can be asked before texts are read for a regular expression: words without which it matches nothing.

Only runs of the letters A to Z and of digits count, for which text and index agree. How much of a word a run is, its
neighbours in the expression say: in `ran (aground|ashore)` a space ends the one word and begins the other, which so
stand side by side.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import NamedTuple

from reader.search.expressions.parsed import Chain, Char, Edge, Either, Refused, Repeat, Tree, tree

UNKNOWN = "\0"
"""Stands for any text, or none."""
BREAK = " "
DIGIT, MORE = "\ue00d", "\ue00e"
"""Any digit; any more of them, or none."""
_MOST = 24
"""Readings of an expression that are followed."""
_LEAST = 3
"""Letters of a part of a word that is worth looking up."""
_PHRASES = 24
"""Phrases into which words that stand side by side are put together, where each may be one of several."""
_DIGITS = 12
"""Digits in a row that are told from more of them."""
_RUN = re.compile(f"[A-Za-z0-9{DIGIT}{MORE}]+")
_BREAKS = re.compile(r"[\x01-\x7f]")
_SIDE_BY_SIDE = re.compile(r"[\x01-\x7f]+")

Having = Callable[[re.Pattern[str]], Sequence[str] | None]
"""The words of the library in which a pattern is found, each a line; None where there are too many."""


class Word(NamedTuple):
    """What a run of letters comes to in a text."""

    forms: Sequence[str]
    """Any of these words; none where no text has it."""
    goes_on: bool = False
    """Whether that is but its beginning."""


def needed(pattern: str, ignores_case: bool, having: Having) -> str | None:
    """What every text in which the expression matches fulfils, for the index; None where nothing is known."""
    try:
        read = tree(pattern, re.IGNORECASE if ignores_case else 0)
    except Refused:
        return None
    readings = _read(read, [UNKNOWN])
    if readings is None:
        return None
    parts = [_words(reading + UNKNOWN, having) for reading in dict.fromkeys(readings)]
    return " OR ".join(f"({part})" for part in dict.fromkeys(map(str, parts))) if None not in parts else None


def _read(tree: Tree, before: list[str]) -> list[str] | None:
    """The readings so far, each with the tree after it; None where there are too many."""
    match tree:
        case Char():
            return _few(one + char for one in before for char in _chars(tree))
        case Chain(parts):
            found = before
            for part in parts:
                longer = _read(part, found)
                found = longer if longer is not None else [one + UNKNOWN for one in found]
            return found
        case Either(options):
            each = [_read(option, before) for option in options]
            return None if None in each else _few(one for some in each if some is not None for one in some)
        case Repeat(part, low, high):
            if low == 0:
                once = _read(part, before) if high == 1 or _is_space(part) else None
                return [one + UNKNOWN for one in before] if once is None else _few([*before, *once])
            if isinstance(part, Char) and part.is_digit:
                digits = DIGIT * min(low, _DIGITS) + (MORE if low != high or low > _DIGITS else "")
                return [one + digits for one in before]
            once = _read(part, before)
            return once if once is None or (low, high) == (1, 1) or _is_space(part) else [one + UNKNOWN for one in once]
        case Edge(kind):
            return before if kind == "inside" else [one + BREAK for one in before]
    return [one + UNKNOWN for one in before]


def _chars(char: Char) -> Sequence[str]:
    if char.is_space:
        return BREAK
    if char.is_digit and not char.chars:
        return DIGIT
    return [UNKNOWN if one in (DIGIT, MORE) else one for one in char.chars] or UNKNOWN


def _is_space(tree: Tree) -> bool:
    return isinstance(tree, Char) and tree.is_space


def _few(readings: Iterable[str]) -> list[str] | None:
    found = list(dict.fromkeys(readings))
    return found if len(found) <= _MOST else None


def _words(reading: str, having: Having) -> str | None:
    """The words and phrases of one reading for the index, joined by AND; None where there are none."""
    parts: list[str] = []
    beside: list[Word] = []
    end = 0
    for run in _RUN.finditer(reading):
        word = _word(reading, run, having)
        if beside and (
            word is None
            or beside[-1].goes_on
            or not _SIDE_BY_SIDE.fullmatch(reading, end, run.start())
            or _many([*beside, word]) > _PHRASES
        ):
            parts.append(_any(beside))
            beside = []
        if word is not None:
            beside.append(word)
        end = run.end()
    if beside:
        parts.append(_any(beside))
    return " AND ".join(dict.fromkeys(parts)) or None


def _many(words: Iterable[Word]) -> int:
    many = 1
    for word in words:
        many *= len(word.forms)
    return many


def _word(reading: str, run: re.Match[str], having: Having) -> Word | None:
    begins = _BREAKS.match(reading, run.start() - 1) is not None
    ends = _BREAKS.match(reading, run.end()) is not None
    word = run[0].lower()
    if begins and DIGIT not in word and MORE not in word:
        return Word([word], not ends) if ends or len(word) >= _LEAST else None
    if len(word.replace(MORE, "")) < _LEAST:
        return None
    inner = "".join(_ANY_DIGIT.get(letter, letter) for letter in word)
    words = having(re.compile(f"{'^' if begins else ''}{inner}{'$' if ends else ''}", re.MULTILINE))
    return None if words is None else Word(words)


_ANY_DIGIT = {DIGIT: r"\d", MORE: r"\d*+"}


def _any(beside: Sequence[Word]) -> str:
    """Any of the words, or of the phrases that they make; where there is none, what no text has."""
    star = "*" if beside[-1].goes_on else ""
    phrases = (f'"{" ".join(words)}"{star}' for words in product(*(word.forms for word in beside)))
    return "(" + (" OR ".join(phrases) or '"\ue000\ue001\ue000"') + ")"
