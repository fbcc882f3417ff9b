"""Who is in the article, for finding out whom a mention means: where each name stands, its sex, its roles."""

from bisect import bisect_left
from collections.abc import Sequence

from reader.analysis.quotes.genders import gender_of
from reader.analysis.quotes.roles import Role, introductions, is_person_noun, role_of_title
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.quotes.units import Unit
from reader.model import Entity
from reader.model.analysis import EntityType
from reader.model.frozen import dataclass

_MOST_LOOKED_AT, _ENOUGH_FOR_OTHERS = 20, 4
"""Mentions of one name whose surroundings are read, of a person's and of what may be one; who somebody is stands at the
first ones."""

Place = tuple[int, int, int]
"""Start, end and entity of one mention."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The named of one article."""

    entities: Sequence[Entity]
    places: list[Place]
    """Every mention, in order."""
    starts: list[int]
    types: list[EntityType]
    """As given, but a person where the text says *the mayor, Jo Field*."""
    genders: list[str]
    """"m", "f" or "" of each entity."""
    mentions: list[list[int]]
    """Offsets of each entity's mentions, in order."""
    roles: list[list[Role]]
    """What each person is said to be."""

    def within(self, start: int, end: int) -> list[Place]:
        """Mentions that lie between two offsets."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return [place for place in self.places[first:last] if place[1] <= end]

    def at(self, offset: int) -> Place | None:
        """The mention that begins at `offset`."""
        at = bisect_left(self.starts, offset)
        return self.places[at] if at < len(self.places) and self.starts[at] == offset else None

    def last_before(self, number: int, offset: int) -> int:
        """Where the entity was named last before `offset`; -1 where it was not."""
        at = bisect_left(self.mentions[number], offset)
        return self.mentions[number][at - 1] if at else -1


def cast(entities: Sequence[Entity], tokens: Tokens) -> Cast:
    """Index the entities of an article."""
    roles = [_roles(entity, tokens) if _may_be_person(entity) else [] for entity in entities]
    types = [_type(entity, own) if own else entity.type for entity, own in zip(entities, roles, strict=True)]
    same = _surnames(entities, types)
    places = [
        (start, end, same.get(number, number))
        for number, entity in enumerate(entities)
        for start, end in entity.mentions
    ]
    places.sort()
    genders = [gender_of(e.name, e.titles) if kind == "person" else "" for e, kind in zip(entities, types, strict=True)]
    mentions: list[list[int]] = [[] for _ in entities]
    for start, _, number in places:
        mentions[number].append(start)
    return Cast(entities, places, [p[0] for p in places], types, genders, mentions, roles)


def _surnames(entities: Sequence[Entity], types: Sequence[EntityType]) -> dict[int, int]:
    """Names of one word that are the surname of somebody found to be a person by the text: → that person."""
    found = {
        entity.name.split()[-1]: number
        for number, (entity, kind) in enumerate(zip(entities, types, strict=True))
        if kind == "person" and entity.type != "person"
    }
    return {n: found[entity.name] for n, entity in enumerate(entities) if entity.name in found} if found else {}


def _may_be_person(entity: Entity) -> bool:
    if entity.type == "person":
        return True
    words = entity.name.split()
    return 2 <= len(words) <= 4 and all(map(str.isupper, [word[0] for word in words]))


def _roles(entity: Entity, tokens: Tokens) -> list[Role]:
    found = [role for title in entity.titles if (role := role_of_title(title)) is not None]
    for mention in entity.mentions[: _MOST_LOOKED_AT if entity.type == "person" else _ENOUGH_FOR_OTHERS]:
        for role in introductions(tokens, *mention):
            if role not in found:
                found.append(role)
    return found


def _type(entity: Entity, roles: Sequence[Role]) -> EntityType:
    """A name of several words that a role stands beside is a person's, whatever it looks like."""
    for role in roles:
        if is_person_noun(role.head.rpartition("-")[2]):
            return "person"
    return entity.type


def named_in_units(people: Cast, tokens: Tokens, units: Sequence[Unit]) -> list[list[Place]]:
    """For each sentence the mentions in the reporter's words of it, in order: what is quoted does not count."""
    beyond = len(tokens.text) + 1
    quoted = [(tokens.start[k], tokens.end[k]) for k in tokens.quotes] + [(beyond, beyond)]
    ends = [tokens.end[unit.last - 1] for unit in units[:-1]] + [beyond]
    answer: list[list[Place]] = [[] for _ in units]
    unit, quote = 0, 0
    for place in people.places if units else ():
        start = place[0]
        while quoted[quote][1] <= start:
            quote += 1
        if quoted[quote][0] <= start:
            continue
        while ends[unit] <= start:
            unit += 1
        answer[unit].append(place)
    return answer
