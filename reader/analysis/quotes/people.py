"""Who is in the article, for finding out whom a mention means: where each name stands, its sex, its roles."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.quotes.genders import gender_of
from reader.analysis.quotes.tokens import Tokens, Unit
from reader.model import Entity, Span

_FILLER = frozenset("the a an of for and in to at from who is was by with former then current new".split())
_REACH = 12


@dataclass(slots=True)
class Cast:
    """The named of one article."""

    entities: Sequence[Entity]
    places: list[tuple[int, int, int]]
    """(start, end, entity) of each mention, in order."""
    starts: list[int]
    genders: list[str]
    first: list[int]
    """Offset of each entity's first mention."""

    def within(self, span: Span) -> list[tuple[int, int, int]]:
        """Mentions that lie in `span`."""
        at, found = bisect_left(self.starts, span.start), []
        while at < len(self.places) and self.places[at][0] < span.end:
            if self.places[at][1] <= span.end:
                found.append(self.places[at])
            at += 1
        return found


def cast(entities: Sequence[Entity]) -> Cast:
    """Index the entities of an article."""
    places = sorted((m.start, m.end, number) for number, entity in enumerate(entities) for m in entity.mentions)
    genders = [gender_of(e.name, e.titles) if e.type == "person" else "" for e in entities]
    first = [min((m.start for m in e.mentions), default=-1) for e in entities]
    return Cast(entities, places, [p[0] for p in places], genders, first)


def roles(people: Cast, tokens: Tokens) -> list[set[str]]:
    """For each entity the words of its titles and of the appositions that follow its name: *Olaf Scholz, the German chancellor,*."""
    known = [{w for title in e.titles for w in title.lower().replace("'s", "").replace("’s", "").split()} - _FILLER for e in people.entities]
    for start, end, number in people.places:
        if people.entities[number].type != "person":
            continue
        known[number] |= _before(tokens, start) | _after(tokens, end)
    return known


def _before(tokens: Tokens, start: int) -> set[str]:
    at = bisect_left(tokens.start, start)
    words: set[str] = set()
    if at >= len(tokens.start) or tokens.start[at] != start:
        return words
    for k in range(at - 1, max(-1, at - 6), -1):
        if tokens.tags[k] not in "NSw" or tokens.text[tokens.end[k] : tokens.start[k + 1]] != " ":
            break
        if tokens.tags[k] == "w" and k != at - 1 and tokens.tags[k + 1] != "w":
            break
        words.add(tokens.low[k].removesuffix("'s").removesuffix("’s"))
    return words


def _after(tokens: Tokens, end: int) -> set[str]:
    at = bisect_left(tokens.start, end)
    if at >= len(tokens.tags) or tokens.tags[at] != ",":
        return set()
    words: set[str] = set()
    for k in range(at + 1, min(at + _REACH, len(tokens.tags))):
        if tokens.tags[k] in ",.":
            return words - _FILLER
        if tokens.tags[k] not in "dNSwoi":
            return set()
        words.add(tokens.low[k].removesuffix("'s").removesuffix("’s"))
    return set()


def focus(people: Cast, tokens: Tokens, units: Sequence[Unit]) -> list[list[int]]:
    """For each sentence the entities named in the reporter's words of it, in order."""
    quoted = [(tokens.start[k], tokens.end[k]) for k in sorted(tokens.quotes)]
    answer: list[list[int]] = [[] for _ in units]
    unit, quote = 0, 0
    for start, _end, number in people.places:
        while quote < len(quoted) and quoted[quote][1] <= start:
            quote += 1
        if quote < len(quoted) and quoted[quote][0] <= start:
            continue
        while unit < len(units) - 1 and tokens.end[units[unit].last - 1] <= start:
            unit += 1
        if answer and number not in answer[unit]:
            answer[unit].append(number)
    return answer
