"""Whether two entities are one, across the articles of an event."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from reader.analysis.names.agreement import agreed
from reader.analysis.names.lexicon import fold, lexicon
from reader.analysis.names.misspelt import join_misspelt
from reader.analysis.names.spelling import same_given, same_word, sound
from reader.analysis.vocabulary import word_set
from reader.model import Entity

_WORDS = re.compile(r"[^\s,]+")
_PARTICLES = frozenset(["al", "el", "de", "la", "van", "von", "der", "bin", "ibn", "del", "di", "da", "dos"])
_GENERATIONS = {"jr": 1, "sr": 2, "i": 3, "ii": 4, "iii": 5, "iv": 6}
_LEGAL = word_set(
    """
    inc corp corporation co company ltd limited llc plc ag gmbh group holdings sa nv se spa
    """
)
_SMALL = frozenset(
    ["of", "the", "and", "for", "on", "in", "de", "la", "&", "to", "a", "against", "du", "des", "et", "y"]
)

Place = tuple[int, int]
"""(index of the article, index of the entity in it)."""


def same_name(a: Entity, b: Entity) -> bool:
    """Whether the two are the same person, organisation or place by what they are called.

    Full names must agree in every part that both give: "Sergei Lavrov" is "Sergey Lavrov" and not "Sergei Shoigu",
    "George Bush" not "Barbara Bush". A bare surname agrees with any bearer of it.
    """
    if a.type != b.type and "other" not in (a.type, b.type):
        return False
    if a.name in b.unlike or b.name in a.unlike:
        return False
    if "person" in (a.type, b.type):
        return same_person(a.name, b.name)
    return any(same_thing(one, other) for one in (a.name, *a.aliases) for other in (b.name, *b.aliases))


def name_parts(name: str) -> tuple[list[str], str, int]:
    """(given names and initials, surname, generation) of a person's name, folded; generation 0 where none is given."""
    words = [fold(word).replace("-", "" if "-" in word[3:] else "-") for word in _WORDS.findall(name)]
    generation = 0
    while len(words) > 1 and words[-1] in _GENERATIONS:
        generation = _GENERATIONS[words.pop()]
    given: list[str] = []
    begin = len(words) > 2 and words[0] in _PARTICLES and words[1] in _PARTICLES
    for index, word in enumerate(words[:-1]):
        if word in _PARTICLES and (index or begin):
            break
        given.extend(part for part in word.split(".") if part)
    surname = words[-1] if words else ""
    for prefix in ("al-", "el-", "ash-", "as-"):
        surname = surname.removeprefix(prefix)
    return given, surname, generation


def same_person(a: str, b: str) -> bool:
    """Whether two names of people may be one person's."""
    given_a, surname_a, generation_a = name_parts(a)
    given_b, surname_b, generation_b = name_parts(b)
    if generation_a and generation_b and generation_a != generation_b:
        return False
    if not same_word(surname_a, surname_b):
        return False
    if not given_a or not given_b:
        return True
    if not same_given(given_a[0], given_b[0]) and "".join(given_a) != "".join(given_b):
        return _middle_name(given_a, given_b)
    return all(same_given(x, y) for x, y in zip(given_a[1:], given_b[1:], strict=False))


def _middle_name(a: list[str], b: list[str]) -> bool:
    """ "J. Edgar" and "Edgar": known by the second name."""
    return (len(a) > 1 and len(a[0]) == 1 and len(b) == 1 and a[1] == b[0]) or (
        len(b) > 1 and len(b[0]) == 1 and len(a) == 1 and b[1] == a[0]
    )


def same_thing(a: str, b: str) -> bool:
    """Whether two names of organisations or places stand for one: spelling, legal form, acronym, known synonym."""
    lex = lexicon()
    same = lex.same
    one, other = _plain(a), _plain(b)
    if same.get(one, one) == same.get(other, other):
        return True
    words_a, words_b = _content(one), _content(other)
    if words_a == words_b and words_a:
        return True
    if "ministry" in words_a and sorted(words_a) == sorted(words_b):
        return True  # "Defence Ministry", "Ministry of Defence"
    if one in lex.countries and other in lex.countries:
        return False
    if len(words_a) == len(words_b) == 1:
        return len(one) > 4 and same_word(one, other) and not (a.isupper() or b.isupper())
    if len(words_a) == len(words_b):
        return all(x == y or (len(x) > 4 and same_word(x, y)) for x, y in zip(words_a, words_b, strict=True))
    return is_acronym(a, b) or is_acronym(b, a)


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ").replace(" & ", " and ")


def _content(plain: str) -> list[str]:
    words = [word for word in re.split(r"[\s,]+", plain) if word and word not in _SMALL]
    while len(words) > 1 and words[-1].rstrip(".") in _LEGAL:
        words.pop()
    return [
        {"organisation": "organization", "defence": "defense", "centre": "center", "labour": "labor"}.get(w, w)
        for w in words
    ]


def is_acronym(short: str, long: str) -> bool:
    """Whether `short` is made of the initials of `long`: "WFP" and "World Food Programme", "DoD", "U.N."."""
    letters = short.replace(".", "")
    if not 2 <= len(letters) <= 8 or " " in short or not letters[0].isupper() or sum(c.isupper() for c in letters) < 2:
        return False
    words = [word for part in long.split() for word in part.split("-") if word]
    if len(words) < 2:
        return False
    wanted = letters.lower()
    big = [word[0].lower() for word in words if word.lower() not in _SMALL]
    every = [word[0].lower() for word in words]
    return wanted in ("".join(big), "".join(every))


def merge(articles: Sequence[Sequence[Entity]]) -> tuple[tuple[Place, ...], ...]:
    """Groups of entities that are one, across the articles of one event; each in order, by their first member.

    A name that the articles give different kinds counts as of the kind that is better founded (`agreed`). A group never
    holds two names that contradict each other; a surname that several people bear stays by itself.
    Every entity is in exactly one group.
    """
    articles = agreed(articles)
    places = [(i, j) for i, entities in enumerate(articles) for j in range(len(entities))]
    groups: list[list[Place]] = []
    homes: dict[str, list[int]] = defaultdict(list)
    for place in sorted(places, key=lambda p: -len(articles[p[0]][p[1]].name.split())):
        entity = articles[place[0]][place[1]]
        keys = set(_keys(entity))
        found = sorted({g for key in keys for g in homes[key]})
        fitting = [
            g
            for g in found
            if all(
                same_name(other, entity) and not (i == place[0] and _are_father_and_son(other, entity))
                for i, other in ((i, articles[i][j]) for i, j in groups[g])
            )
        ]
        exact = [g for g in fitting if any(articles[i][j].name == entity.name for i, j in groups[g])]
        if exact or len(fitting) == 1:
            home = (exact or fitting)[0]
        else:
            home = len(groups)
            groups.append([])
        groups[home].append(place)
        for key in keys:
            if home not in homes[key]:
                homes[key].append(home)
    return tuple(sorted(tuple(sorted(group)) for group in join_misspelt(groups, articles)))


def _are_father_and_son(a: Entity, b: Entity) -> bool:
    """Whether two people of one article differ in their generation: "Martin Lowe" beside "Martin Lowe Jr."."""
    return name_parts(a.name)[2] != name_parts(b.name)[2] and len(a.name.split()) > 1 < len(b.name.split())


def _keys(entity: Entity) -> Iterable[str]:
    """Keys of which two entities share one if they can be the same."""
    same = lexicon().same
    for name in (entity.name, *entity.aliases):
        plain = _plain(name)
        yield "=" + same.get(plain, plain)
        words = _content(plain)
        if not words:
            continue
        if entity.type in ("person", "other"):
            yield "~" + sound(name_parts(name)[1])[:3]
        if entity.type != "person":
            yield "#" + "".join(word[0] for word in words)[:8]
            yield "#" + "".join(word[0] for word in plain.split())[:8]
            if "ministry" in words:
                yield "~" + sound(min(words))[:3]
            yield "#" + plain.replace(".", "")
            yield "~" + sound(words[0])[:3]
