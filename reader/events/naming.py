"""Which name of one article is which name of the other, though the two may spell or shorten it differently.

Only names of one kind are compared, and two different full names are never one: "George Hale" and "Barbara Hale" share
a surname and no more.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA, JaroWinkler

from reader.analysis.vocabulary import word_set
from reader.events.geography import COUNTRY_OF
from reader.events.units import Known
from reader.events.wording import key as fold
from reader.model import Analysis, Entity, Span
from reader.model.frozen import dataclass

Likeness = Literal["same", "spelling", "form"]

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_SMALL = word_set("the of and for on in de la le des a an al el to at")
_ALIKE = 0.9
"""Jaro-Winkler likeness from which two words of five letters or more may be two spellings of one name."""


@dataclass(frozen=True, slots=True)
class NamePair:
    """One bearer's names in the two articles."""

    a: Entity
    b: Entity
    likeness: Likeness
    """"same": a form is common; "spelling": one name, spelt differently; "form": short and long form, or acronym."""


def pair_names(a: Analysis, b: Analysis) -> list[NamePair]:
    """The names that both articles have, each in at most one pair."""
    found: list[NamePair] = []
    left, right = dict(enumerate(a.entities)), dict(enumerate(b.entities))
    for step in (_same, _form, _spelling):
        index: dict[str, list[int]] = {}
        for n, entity in right.items():
            for sign in _signs(entity):
                index.setdefault(sign, []).append(n)
        for m, entity in sorted(left.items()):
            candidates = dict.fromkeys(n for sign in _signs(entity) for n in index.get(sign, ()) if n in right)
            for n in candidates:
                likeness = step(entity, right[n])
                if likeness and entity.name not in right[n].unlike and right[n].name not in entity.unlike:
                    found.append(NamePair(entity, right.pop(n), likeness))
                    del left[m]
                    break
    return found


def known_names(a: Analysis, b: Analysis, pairs: Iterable[NamePair]) -> tuple[Known, Known]:
    """What both articles know of their names, under the same keys."""
    keys: tuple[dict[Span, str], dict[Span, str]] = ({}, {})
    names: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for pair in pairs:
        key = _key(pair)
        for n, entity in enumerate((pair.a, pair.b)):
            keys[n].update(dict.fromkeys(entity.mentions, key))
            names[n].update(dict.fromkeys((entity.name, *entity.aliases), key))
    return Known(keys[0], _speakers(a, names[0])), Known(keys[1], _speakers(b, names[1]))


def _speakers(analysis: Analysis, names: Mapping[str, str]) -> dict[int, frozenset[str]]:
    """Who says something in each sentence; the canonical name itself where the other article does not know it."""
    found: dict[int, set[str]] = {}
    for quote in analysis.quotes:
        name = quote.speaker.name
        if name is None or quote.speaker.via == "none":
            continue
        for span in quote.spans:
            place = bisect_right(analysis.sentences, span.start, key=lambda own: own.start) - 1
            found.setdefault(place, set()).add(names.get(name, name))
    return {place: frozenset(speakers) for place, speakers in found.items()}


def _key(pair: NamePair) -> str:
    """The rarest-looking word that stands for the bearer: a surname, an acronym, a country."""
    words = min(_words(pair.a.name), _words(pair.b.name), key=lambda words: (len(words), words))
    joined = " ".join(words)
    return COUNTRY_OF.get(joined) or (words[-1] if pair.a.type == "person" and words else joined)


def _signs(entity: Entity) -> frozenset[str]:
    """What a name can be looked up by: the first three letters of its last word, its initials, its country."""
    return _signs_of(entity.name, entity.aliases)


@lru_cache(maxsize=4096)
def _signs_of(name: str, aliases: tuple[str, ...]) -> frozenset[str]:
    signs: set[str] = set()
    for form in (name, *aliases):
        words = _words(form)
        if words:
            signs.add(words[-1][:3])
            signs.add(words[0][:3])
            signs.add("=" + _country(form))
            signs.add("=" + (initials(form) if len(words) > 2 else "".join(words)))
    return frozenset(signs - {"="})


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word.replace(".", "")) for word in _WORD.findall(name) if word.lower() not in _SMALL)


@lru_cache(maxsize=4096)
def _country(name: str) -> str:
    plain = name.replace(".", "").removeprefix("the ").removeprefix("The ").strip()
    if plain in {"United States", "United States of America", "America"}:
        return "usa"
    if plain in {"United Kingdom", "Great Britain"}:
        return "britain"
    return COUNTRY_OF.get(plain) or COUNTRY_OF.get(plain.lower(), "")


def initials(name: str) -> str:
    """The first letters of the words of a name, small words left out: "nato"."""
    return "".join(word[0] for word in _words(name))


def _forms(entity: Entity) -> list[tuple[str, ...]]:
    return [words for form in (entity.name, *entity.aliases) if (words := _words(form))]


def _compatible(a: Entity, b: Entity) -> bool:
    return a.type == b.type or "other" in (a.type, b.type)


def _same(a: Entity, b: Entity) -> Likeness | None:
    """Names with the same canonical form, or persons with the same surname and no different first name."""
    if not _compatible(a, b):
        return None
    one, other = _words(a.name), _words(b.name)
    if one == other and one:
        return "same"
    return "same" if a.type == b.type == "person" and one and other and _short_of(one, other, _equal) else None


def _form(a: Entity, b: Entity) -> Likeness | None:
    """Short and long forms of one name: acronyms, countries, a common alias."""
    if not _compatible(a, b):
        return None
    if (country := _country(a.name)) and country == _country(b.name):
        return "form"
    if a.type != "person" and b.type != "person":
        for short, long in ((a, b), (b, a)):
            plain = short.name.replace(".", "")
            if plain.isupper() and 2 < len(plain) < 9 and initials(long.name) == plain.lower():
                return "form"
    if a.type == b.type != "person" and {words for words in _forms(a) if len("".join(words)) > 3} & set(_forms(b)):
        return "form"
    return None


def _spelling(a: Entity, b: Entity) -> Likeness | None:
    """Different spellings of one name: "Zelenka" and "Zelenkа", "Sergei" and "Sergey"; the same where they do not."""
    if a.type != b.type and "other" not in (a.type, b.type):
        return None
    one, other = _words(a.name), _words(b.name)
    if not one or not other:
        return None
    if a.type == "person" or b.type == "person":
        if _short_of(one, other, _equal):  # "Venn-era", which does not say of which kind it is
            return "same"
        return "spelling" if _short_of(one, other, _alike) else None
    if _country(a.name) and _country(b.name):
        return None
    if len(one) == len(other) and one != other and all(x == y or _alike(x, y) for x, y in zip(one, other, strict=True)):
        return "spelling"
    return None


def _equal(one: str, other: str) -> bool:
    return one == other


def _short_of(one: Sequence[str], other: Sequence[str], equal: Callable[[str, str], bool]) -> bool:
    """Whether two persons' names agree in the surname, and in the first name as far as both give one."""
    if not equal(one[-1], other[-1]):
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    first, second = one[0], other[0]
    return equal(first, second) or (min(len(first), len(second)) == 1 and first[0] == second[0])


@lru_cache(maxsize=8192)
def _alike(one: str, other: str) -> bool:
    """Whether two words look like spellings of one name."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return _sound(one) == _sound(other) and min(len(one), len(other)) >= 4
    if _sound(one) == _sound(other):
        return True
    longer = max(len(one), len(other))
    return longer >= 7 and JaroWinkler.similarity(one, other) >= _ALIKE and OSA.distance(one, other) <= 1 + longer // 12


_SOUNDS = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("zh", "z"), ("ts", "c"),
    ("tz", "c"), ("ph", "f"), ("ck", "k"), ("ks", "x"), ("iy", "i"), ("yy", "i"), ("ij", "i"), ("ii", "i"),
    ("ey", "i"), ("ei", "i"), ("ay", "ai"), ("ie", "i"), ("ye", "e"), ("yo", "o"), ("jo", "o"), ("ou", "u"),
    ("oo", "u"), ("w", "v"), ("y", "i"), ("q", "k"), ("c", "k"), ("ff", "f"), ("dh", "d"), ("gh", "g"),
    ("aa", "a"), ("ee", "i"),
)  # fmt: skip
"""What one transliteration writes for what another does, and a third letter for both."""


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    """A word without the differences that transliterations make."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return re.sub(r"(.)\1", r"\1", word)
