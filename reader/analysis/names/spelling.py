"""One name in several spellings: transliterations, accents, nicknames.

`sound` reduces a word to what its usual transliterations into English have in common: "Zelenskyy", "Zelensky" and
"Zelenskiy" give one key, "Lavrov" and "Shoigu" two. It only ever joins spellings; what else must agree is for
`matching.py` to say.
"""

import re
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from reader.analysis.names.lexicon import fold, lexicon

_STEPS = (
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"^ye|^je"), "e"),
    (re.compile(r"^kh|^gh|^q(?!u)|^g(?=ad)"), "k"),
    (re.compile(r"tsch|tch"), "ch"),
    (re.compile(r"sch|sh|sz|ş"), "s"),
    (re.compile(r"zh|dj|dzh"), "j"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th|dh"), "t"),
    (re.compile(r"ck|q|c(?=[aoukr])"), "k"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo|o(?=h)"), "u"),
    (re.compile(r"[ij]y|y[iy]|ii|ij|ei|ey|ai|ay"), "i"),
    (re.compile(r"y|ee|ie"), "i"),
    (re.compile(r"ov$|off$|ev$|eff$"), "ov"),
    (re.compile(r"(.)\1"), r"\1"),
    (re.compile(r"i$"), ""),
)


_NO_VOWELS = dict.fromkeys(map(ord, "aeiou"))


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    """Given name → the numbers of the groups of given names that one person may go by."""
    groups: dict[str, set[int]] = {}
    for number, names in enumerate(lexicon().given_groups):
        for name in names.split(" = "):
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """The key that the usual transliterations of one name have in common."""
    key = fold(word)
    for pattern, replacement in _STEPS:
        key = pattern.sub(replacement, key)
    return key


def same_word(a: str, b: str) -> bool:
    """Whether two words, folded, are spellings of one name."""
    if a == b:
        return True
    one, other = sound(a), sound(b)
    if not one or not other:
        return False
    if one == other:
        return True
    if one[0] != other[0] or min(len(one), len(other)) < 6:
        return False
    return _consonants(one) == _consonants(other) and ratio(one, other) >= 75


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """A key that all words share of which `same_word` holds: first letter and consonants."""
    key = sound(word)
    return key[:1] + _consonants(key[1:])


def _consonants(key: str) -> str:
    return key.translate(_NO_VOWELS)


def same_given(a: str, b: str) -> bool:
    """Whether two given names may belong to one person: alike, an initial, a usual short form."""
    if a == b:
        return True
    if is_feminine(a, b) or is_feminine(b, a):
        return False
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    known = _nicknames()
    if known.get(a, frozenset()) & known.get(b, frozenset()):
        return True
    if a.endswith(_FEMININE) != b.endswith(_FEMININE):
        return sound(a) == sound(b) and a[-1] == b[-1]
    return same_word(a, b)


_FEMININE_TAILS = frozenset(["a", "ia", "ina", "ine", "la", "le", "elle", "ette", "ise", "ie"])
_FEMININE = ("a", "ie", "ine", "elle", "ette", "anne", "ise")


def is_feminine(a: str, b: str) -> bool:
    """Whether `a` is the woman's form of the man's name `b`: "Roberta" and "Robert"."""
    b = b.rstrip("eo")
    return len(b) > 2 and a.startswith(b) and a[len(b) :] in _FEMININE_TAILS
