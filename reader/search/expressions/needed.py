"""What the index can be asked before texts are read for a regular expression: words without which it matches nothing.

Only runs of the letters A to Z and of digits count, for which text and index agree. How much of a word a run is, its
neighbours in the expression say: in `ran (aground|ashore)` a space ends the one word and begins the other.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from reader.search.expressions.parsed import Chain, Char, Edge, Either, Refused, Repeat, Tree, tree

UNKNOWN = "\0"
"""Stands for any text, or none."""
BREAK = " "
_MOST = 24
"""Readings of an expression that are followed."""
_LEAST = 3
"""Letters of a part of a word that is worth looking up."""
_DOTS = 2
"""Letters i of a word that may be without a dot in the text, where case does not matter."""
_RUN = re.compile("[A-Za-z0-9]+")
_BREAKS = re.compile(r"[\x01-\x7f]")

Having = Callable[[re.Pattern[str]], Sequence[str] | None]
"""The words of the library in which a pattern is found, each a line; None where there are too many."""


def needed(pattern: str, ignores_case: bool, having: Having) -> str | None:
    """What every text in which the expression matches fulfils, for the index; None where nothing is known."""
    try:
        read = tree(pattern, re.IGNORECASE if ignores_case else 0)
    except Refused:
        return None
    readings = _read(read, [UNKNOWN])
    if readings is None:
        return None
    loosely = ignores_case or "(?" in pattern
    parts = [_words(reading + UNKNOWN, loosely, having) for reading in dict.fromkeys(readings)]
    return " OR ".join(f"({part})" for part in dict.fromkeys(map(str, parts))) if None not in parts else None


def _read(tree: Tree, before: list[str]) -> list[str] | None:
    """The readings so far, each with the tree after it; None where there are too many."""
    match tree:
        case Char(_, chars, is_space):
            after = [BREAK] if is_space else list(chars) or [UNKNOWN]
            return _few(one + char for one in before for char in after)
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
                once = _read(part, before) if high == 1 else None
                return [one + UNKNOWN for one in before] if once is None else _few([*before, *once])
            once = _read(part, before)
            return once if once is None or (low, high) == (1, 1) else [one + UNKNOWN for one in once]
        case Edge(kind):
            return before if kind == "inside" else [one + BREAK for one in before]
    return [one + UNKNOWN for one in before]


def _few(readings: Iterable[str]) -> list[str] | None:
    found = list(dict.fromkeys(readings))
    return found if len(found) <= _MOST else None


def _words(reading: str, loosely: bool, having: Having) -> str | None:
    """The words of one reading for the index, joined by AND; None where there are none."""
    parts = (part for run in _RUN.finditer(reading) if (part := _word(reading, run, loosely, having)) is not None)
    return " AND ".join(dict.fromkeys(parts)) or None


def _word(reading: str, run: re.Match[str], loosely: bool, having: Having) -> str | None:
    begins = _BREAKS.match(reading, run.start() - 1) is not None
    ends = _BREAKS.match(reading, run.end()) is not None
    word = run[0].lower()
    if begins:
        forms = list(_dotless(word)) if loosely else [word]
        if ends and len(forms) <= 1 << _DOTS:
            return _any(f'"{form}"' for form in forms)
        if len(word) >= _LEAST and len(forms) <= 1 << _DOTS:
            return _any(f'"{form}"*' for form in forms)
        return None
    if len(word) < _LEAST:
        return None
    inner = "".join("[iı]" if letter == "i" and loosely else letter for letter in word)
    words = having(re.compile(f"{inner}$" if ends else inner, re.MULTILINE))
    return None if words is None else _any(f'"{one}"' for one in words)


def _any(words: Iterable[str]) -> str:
    """Any of the words; where there is none, what no text has."""
    return "(" + (" OR ".join(words) or '"\ue000\ue001\ue000"') + ")"


def _dotless(word: str) -> Iterator[str]:
    """The word with each i as it is and without its dot, which `re` takes for the same letter and the index not."""
    return map("".join, product(*(("i", "ı") if letter == "i" else letter for letter in word)))
