"""Who is in the article, for finding out whom a mention means: where each name stands, its sex, its roles."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.analysis.quotes.genders import gender_of
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.quotes.units import Unit
from reader.analysis.vocabulary import word_set
from reader.model import Entity, Span

_FILLER = word_set("the a an of for and in to at from who is was by with former then current new")
_BEFORE, _AFTER = 6, 12
"""Tokens before and after a name in which its roles are looked for."""

Place = tuple[int, int, int]
"""Start, end and entity of one mention."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The named of one article."""

    entities: Sequence[Entity]
    places: list[Place]
    """Every mention, in order."""
    starts: list[int]
    genders: list[str]
    """"m", "f" or "" of each entity."""
    mentions: list[list[int]]
    """Offsets of each entity's mentions, in order."""

    def within(self, span: Span) -> list[Place]:
        """Mentions that lie in `span`."""
        at, found = bisect_left(self.starts, span.start), []
        while at < len(self.places) and self.places[at][0] < span.end:
            if self.places[at][1] <= span.end:
                found.append(self.places[at])
            at += 1
        return found

    def last_before(self, number: int, offset: int) -> int:
        """Where the entity was named last before `offset`; -1 where it was not."""
        at = bisect_left(self.mentions[number], offset)
        return self.mentions[number][at - 1] if at else -1


def cast(entities: Sequence[Entity]) -> Cast:
    """Index the entities of an article."""
    places = sorted((m.start, m.end, number) for number, entity in enumerate(entities) for m in entity.mentions)
    genders = [gender_of(e.name, e.titles) if e.type == "person" else "" for e in entities]
    return Cast(
        entities, places, [p[0] for p in places], genders, [sorted(m.start for m in e.mentions) for e in entities]
    )


def roles(people: Cast, tokens: Tokens) -> dict[str, set[int]]:
    """Word → persons with whose name it stands as a title or an apposition: *Jo Field, the Norland envoy,*."""
    known: dict[str, set[int]] = {}

    def note(words: Iterable[str], number: int) -> None:
        for word in words:
            if word not in _FILLER:
                known.setdefault(word, set()).add(number)

    for number, entity in enumerate(people.entities):
        if entity.type == "person":
            note((_plain(word) for title in entity.titles for word in title.lower().split()), number)
    for start, end, number in people.places:
        if people.entities[number].type == "person":
            note(_words_before(tokens, start), number)
            note(_words_after(tokens, end), number)
    return known


def _plain(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s")


def _words_before(tokens: Tokens, start: int) -> set[str]:
    words: set[str] = set()
    at = bisect_left(tokens.start, start)
    if at >= len(tokens.start) or tokens.start[at] != start:
        return words
    for k in range(at - 1, max(-1, at - _BEFORE), -1):
        joined = tokens.text[tokens.end[k] : tokens.start[k + 1]] == " "
        if (
            tokens.tags[k] not in "NSw"
            or not joined
            or (tokens.tags[k] == "w" and k != at - 1 and tokens.tags[k + 1] != "w")
        ):
            break
        words.add(_plain(tokens.low[k]))
    return words


def _words_after(tokens: Tokens, end: int) -> set[str]:
    words: set[str] = set()
    at = bisect_left(tokens.start, end)
    if at >= len(tokens.tags) or tokens.tags[at] != ",":
        return words
    for k in range(at + 1, min(at + _AFTER, len(tokens.tags))):
        if tokens.tags[k] in ",.":
            return words
        if tokens.tags[k] not in "dNSwoi":
            break
        words.add(_plain(tokens.low[k]))
    return set()


def named_in_units(people: Cast, tokens: Tokens, units: Sequence[Unit]) -> list[list[Place]]:
    """For each sentence the mentions in the reporter's words of it, in order: what is quoted does not count."""
    quoted = [(tokens.start[k], tokens.end[k]) for k in sorted(tokens.quotes)]
    answer: list[list[Place]] = [[] for _ in units]
    unit, quote = 0, 0
    for place in people.places if units else ():
        while quote < len(quoted) and quoted[quote][1] <= place[0]:
            quote += 1
        if quote < len(quoted) and quoted[quote][0] <= place[0]:
            continue
        while unit < len(units) - 1 and tokens.end[units[unit].last - 1] <= place[0]:
            unit += 1
        answer[unit].append(place)
    return answer
