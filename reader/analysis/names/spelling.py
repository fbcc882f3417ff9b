"""One name in several spellings: transliterations, accents, nicknames.

`sound` reduces a word to what its usual transliterations into English have in common: "Zelenskyy", "Zelensky" and
"Zelenskiy" give one key, "Lavrov" and "Shoigu" two. It only ever joins spellings; what else must agree is for
`matching.py` to say.
"""

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from reader.analysis.names.lexicon import fold

_STEPS = (
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"^ye|^je"), "e"),
    (re.compile(r"^kh|^gh|^q(?!u)|^g(?=ad)"), "k"),
    (re.compile(r"sch|tch|tsch"), "ch"),
    (re.compile(r"sh|sz|ş"), "s"),
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
_GIVEN = (
    "vladimir volodymyr wladimir uladzimir|sergei serhiy serhii siarhei|alexander oleksandr aleksandr alexandr aliaksandr alex sasha"
    " alexandre aleksander|dmitry dmytro dzmitry dima|nikolai mykola mikalai nicholas nick|mikhail mykhailo michael mike mick"
    " mickey|pavel pavlo paul|yevgeny yevhen evgeny eugene gene|andrei andriy andrey andrew andy drew|igor ihor|oleg oleh|yuri"
    " yuriy yury iurii|konstantin kostyantyn|alexei oleksiy oleksii alexey aleksey|viktor victor|georgy heorhiy georgi|"
    "ilya illia|mohammed muhammad mohamed mohammad mohamad muhammed mehmet|ahmed ahmad ahmet|yusuf yousef youssef yusef|"
    "hussein hussain husayn hossein|osama usama|omar umar omer|bill william will billy|bob robert rob bobby robbie|joe joseph"
    " joey yosef|jim james jimmy jamie|tom thomas tommy|tony anthony antony|ben benjamin binyamin bibi|ted edward eddie ed ned"
    " theodore|dick richard rick rich ricky|dan daniel danny|dave david|steve steven stephen|chris christopher|matt matthew|"
    "jeff jeffrey geoffrey geoff|greg gregory|ken kenneth kenny|ron ronald ronnie|don donald donnie|sam samuel sammy|tim"
    " timothy|jon jonathan john johnny jack|larry lawrence laurence|chuck charles charlie|liz elizabeth beth betty lizzie|kate"
    " katherine catherine kathy cathy katie|sue susan suzanne|peggy margaret maggie meg|bernie bernard|mitch mitchell|nancy"
    " ann|vince vincent|phil philip phillip|pete peter petro pyotr petr|gerry gerald jerry|rudy rudolph|newt newton|jerry gerald"
    " jeremy|debbie deborah deb|pam pamela|barb barbara|cindy cynthia|jen jennifer jenny|hank henry harry|frank francis|al alan"
    " albert allen allan|walt walter|ray raymond|fred frederick|doug douglas|zach zachary|josh joshua|nate nathan nathaniel|"
    "gabe gabriel|vic victor|marty martin|stan stanley|russ russell|herb herbert|jaap jacob jake|sandy alexandra|"
    "kim jong un|jinping xi"
)
_NICKNAMES: dict[str, frozenset[int]] = {}


def _nicknames() -> dict[str, frozenset[int]]:
    if not _NICKNAMES:
        groups: dict[str, set[int]] = {}
        for number, group in enumerate(_GIVEN.split("|")):
            for name in group.split():
                groups.setdefault(name, set()).add(number)
        _NICKNAMES.update((name, frozenset(numbers)) for name, numbers in groups.items())
    return _NICKNAMES


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
    if one[0] != other[0] or min(len(one), len(other)) < 5:
        return False
    return _skeleton(one) == _skeleton(other) and ratio(one, other) >= 75


def _skeleton(key: str) -> str:
    return re.sub("[aeiou]", "", key)


def same_given(a: str, b: str) -> bool:
    """Whether two given names may belong to one person: alike, an initial, a usual short form."""
    if a == b or same_word(a, b):
        return True
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    known = _nicknames()
    return bool(known.get(a, frozenset()) & known.get(b, frozenset()))
