"""Who the words next to a cue stand for: a name, a role, a pronoun, a group."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from reader.analysis.quotes.cues import REPORTING_NOUNS
from reader.analysis.quotes.frames import Frame
from reader.analysis.quotes.genders import gender_of_role
from reader.analysis.quotes.people import Cast, cast, focus, roles
from reader.analysis.quotes.phrases import Range, left_phrase
from reader.analysis.quotes.tokens import Tokens, Unit
from reader.model import Article, Entity, Span, Speaker

Type = Literal["person", "organisation", "place", "group"]
Answer = tuple[str | None, Type | None, str, str]
"""Name, type, via, and the evidence for it."""

_SOURCES = REPORTING_NOUNS | frozenset("poll survey study figures data documents records source sources".split())
_ORGANISATIONS = frozenset(
    """campaign committee ministry government administration party company agency department office court council commission
    newspaper network station website magazine outlet group union association organization organisation university firm
    bank bureau board team""".split()
)
_DEFINITE = frozenset(("the", "his", "her", "their", "this", "that"))
_LOOK_BACK = 8


class Speakers:
    """Resolves mentions in one article; built once, asked for each quote."""

    def __init__(self, article: Article, tokens: Tokens, units: Sequence[Unit], entities: Sequence[Entity]) -> None:
        self._tokens, self._units = tokens, units
        self._people: Cast = cast(entities)
        self._focus = focus(self._people, tokens, units)
        self._roles: list[set[str]] | None = None
        self._spoke: dict[int, int] = {}
        """Sentence → the entity that spoke in it last."""
        self._pronouns: dict[int, int | None] = {}

    def resolve(self, frame: Frame, unit: int) -> tuple[Speaker, tuple[str, ...]]:
        """The speaker of a frame, and the evidence."""
        if frame.subject is None:
            return Speaker(), ("nobody named",)
        tokens, subject = self._tokens, frame.subject
        span = Span(tokens.start[subject.first], tokens.end[subject.last - 1])
        name, kind, via, evidence = self._mention(subject, self._unit_of(subject.first, unit))
        if frame.layout == "carried":
            via = "carried"
        return Speaker(name, kind, span, via), (evidence,)  # type: ignore[arg-type]

    def addressee(self, mention: Range | None) -> str | None:
        """The name of whom the words were said to, or the words for them."""
        if mention is None:
            return None
        tokens = self._tokens
        span = Span(tokens.start[mention.first], tokens.end[mention.last - 1])
        named = self._people.within(span)
        if named:
            return self._people.entities[named[-1][2]].name
        return span.of(tokens.text)

    def _unit_of(self, token: int, guess: int) -> int:
        units = self._units
        while guess > 0 and units[guess].first > token:
            guess -= 1
        while guess < len(units) - 1 and units[guess].last <= token:
            guess += 1
        return guess

    def _mention(self, subject: Range, unit: int) -> Answer:
        tokens = self._tokens
        first = tokens.tags[subject.first]
        if first == "p" and subject.last - subject.first == 1:
            return self._pronoun(subject.first, unit)
        if first in "RT" and subject.last - subject.first == 1:
            return self._relative(subject.first, unit)
        core = self._core_end(subject)
        span = Span(tokens.start[subject.first], tokens.end[subject.last - 1])
        named = self._people.within(span)
        end = tokens.end[core - 1]
        heads = [place for place in named if place[1] == end or (place[1] >= end - 2 and place[1] <= end)]
        if heads:
            return self._entity(heads[-1], unit, core, subject, named)
        return self._described(subject, core, named, unit)

    def _core_end(self, subject: Range) -> int:
        tags, tokens = self._tokens.tags, self._tokens
        at = subject.first
        while at < subject.last and tags[at] in "NSwd0" or at == subject.first:
            at += 1
        span_end = tokens.end[at - 1]
        # a name that itself holds "of" or "and"
        for start, end, _ in self._people.within(Span(tokens.start[subject.first], tokens.end[subject.last - 1])):
            if start < span_end < end:
                while at < subject.last and tokens.end[at - 1] < end:
                    at += 1
        return at

    def _entity(self, place: tuple[int, int, int], unit: int, core: int, subject: Range, named: list[tuple[int, int, int]]) -> Answer:
        entity = self._people.entities[place[2]]
        if core < subject.last and self._tokens.tags[core] == "c" and len(named) > 1:
            others = [self._people.entities[n].name for _, _, n in named if n != place[2]]
            if others and entity.type == "person":
                return " and ".join([entity.name, *others]), "group", "name", "several named together"
        self._spoke[unit] = place[2]
        kind: Type | None = None if entity.type == "other" else entity.type
        return entity.name, kind, "name", f"named: {Span(place[0], place[1]).of(self._tokens.text)}"

    def _described(self, subject: Range, core: int, named: list[tuple[int, int, int]], unit: int) -> Answer:
        """A mention whose head is no name: a role, a group, a statement of somebody's."""
        tokens = self._tokens
        words = tuple(tokens.low[k] for k in range(subject.first, core))
        head = words[-1] if words else ""
        text = tokens.text[tokens.start[subject.first] : tokens.end[core - 1]]
        if head in _SOURCES and named:
            entity = self._people.entities[named[-1][2]]
            return entity.name, None if entity.type == "other" else entity.type, "name", f"{head} of {entity.name}"
        plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
        if words and words[0] in _DEFINITE and not plural and head not in _ORGANISATIONS:
            found = self._role(words[1:], tokens.start[subject.first])
            if found is not None:
                self._spoke[unit] = found
                entity = self._people.entities[found]
                return entity.name, None if entity.type == "other" else entity.type, "title", f"“{text}”: {entity.name}"
        capital = any(tokens.tags[k] in "NS" for k in range(subject.first, core))
        bare = text.split(" ", 1)[-1] if words and words[0] in ("the", "a", "an", "some") else text
        if plural:
            return (bare if capital else None), "group", "name" if capital else "none", "a group"
        if head in _ORGANISATIONS:
            return (bare if capital else None), "organisation", "name" if capital else "none", "an organisation"
        if capital and tokens.tags[core - 1] == "N":
            return bare, None, "name", "named"
        return None, "person" if head else None, "none", "described, not named"

    def _role(self, words: Sequence[str], before: int) -> int | None:
        """The person introduced with these words: the one with all of them named last before this place."""
        if self._roles is None:
            self._roles = roles(self._people, self._tokens)
        wanted = {w.removesuffix("'s").removesuffix("’s") for w in words} - {"then", "former", "new", "the"}
        best: tuple[int, int] | None = None
        for number, known in enumerate(self._roles):
            if wanted and wanted <= known and 0 <= self._people.first[number] < before:
                last = max(m.start for m in self._people.entities[number].mentions if m.start < before)
                best = max(best or (-1, -1), (last, number))
        return best[1] if best else None

    def _relative(self, at: int, unit: int) -> Answer:
        """*Smith, who said …*: the noun phrase before."""
        low = self._units[unit].first
        end = at
        while end > low and self._tokens.tags[end - 1] in ",i":
            end -= 1
        antecedent = left_phrase(self._tokens, end, low)
        if antecedent is None or antecedent.first >= at or self._tokens.tags[antecedent.first] in "RT":
            return None, None, "none", "nobody named"
        name, kind, via, evidence = self._mention(antecedent, unit)
        return name, kind, via, evidence

    def _pronoun(self, at: int, unit: int) -> Answer:
        tokens = self._tokens
        word = tokens.low[at]
        if at in self._pronouns:
            found = self._pronouns[at]
        elif word in ("he", "she"):
            found = self._person(at, unit, "m" if word == "he" else "f")
        elif word == "it":
            found = self._thing(at, unit)
        else:
            found = None
        self._pronouns[at] = found
        if found is None:
            return None, "group" if word in ("they", "we") else "person" if word in ("he", "she") else None, "none", f"“{word}”: not named"
        entity = self._people.entities[found]
        self._spoke[unit] = found
        return entity.name, None if entity.type == "other" else entity.type, "pronoun", f"“{word}”: {entity.name}"

    def _person(self, at: int, unit: int, gender: str) -> int | None:
        """The person in focus: who spoke last, else who is named first in the nearest sentence before."""
        offset = self._tokens.start[at]
        for back in range(unit, max(-1, unit - _LOOK_BACK), -1):
            order = [n for n in self._focus[back] if self._named_before(n, back, offset)]
            if back < unit:
                lead = self._lead(back)
                if lead is not None:
                    order = [lead, *order]
                if back in self._spoke:
                    order = [self._spoke[back], *order]
            for number in order:
                if self._fits(number, gender):
                    return number
        return None

    def _lead(self, unit: int) -> int | None:
        """Whom the pronoun that opens a sentence means."""
        first = self._units[unit].first
        for k in range(first, min(first + 3, self._units[unit].last)):
            if self._tokens.tags[k] == "p" and self._tokens.low[k] in ("he", "she"):
                return self._pronouns.get(k) if k in self._pronouns else None
        return None

    def _named_before(self, number: int, unit: int, offset: int) -> bool:
        start = self._tokens.start[self._units[unit].first]
        at = bisect_left(self._people.starts, start)
        while at < len(self._people.places) and self._people.places[at][0] < offset:
            if self._people.places[at][2] == number:
                return True
            at += 1
        return False

    def _fits(self, number: int, gender: str) -> bool:
        entity = self._people.entities[number]
        return entity.type == "person" and self._people.genders[number] in ("", gender)

    def _thing(self, at: int, unit: int) -> int | None:
        for back in range(unit, max(-1, unit - 3), -1):
            if back < unit and back in self._spoke and self._people.entities[self._spoke[back]].type != "person":
                return self._spoke[back]
            for number in self._focus[back]:
                if self._people.entities[number].type in ("organisation", "place") and self._named_before(number, back, self._tokens.start[at]):
                    return number
        return None
