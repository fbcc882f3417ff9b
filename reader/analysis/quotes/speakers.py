"""Who the words next to a cue stand for: a name, a role, a pronoun, a group."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.quotes.cues import REPORTING_NOUNS
from reader.analysis.quotes.frame import Frame
from reader.analysis.quotes.people import Cast, Place, cast, named_in_units
from reader.analysis.quotes.phrases import Range, left_phrase
from reader.analysis.quotes.pronouns import Pronouns, Referent
from reader.analysis.quotes.roles import fits, is_person_noun, role_of, tells_anew
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.quotes.units import Unit
from reader.analysis.vocabulary import word_set
from reader.model import Entity, Speaker
from reader.model.analysis import SpeakerType, Via

_SOURCES = REPORTING_NOUNS | word_set("poll survey study figures data documents records source sources")
_ORGANISATIONS = word_set(
    """
    campaign committee ministry government administration party company agency department office court council
    commission newspaper network station website magazine outlet group union association organization organisation
    university firm bank bureau board team police army parliament senate congress cabinet kremlin
    """
)
_DEFINITE = word_set("the his her their this that")
_NO_ARTICLE = word_set("the a an some")
_PLURAL_PRONOUNS = word_set("they we")


class Identity(NamedTuple):
    """Who a mention is."""

    name: str | None
    type: SpeakerType | None
    via: Via
    evidence: str
    doubtful: bool = False
    """The mention alone does not tell: only what stands around it does."""
    rival: str | None = None
    """Another person whom the mention fits as well."""


_NOBODY = Identity(None, None, "none", "nobody is named")


class Speakers:
    """Resolves mentions in one article; built once, asked for each quote in order."""

    def __init__(self, tokens: Tokens, units: Sequence[Unit], entities: Sequence[Entity]) -> None:
        self._tokens, self._units = tokens, units
        self._people: Cast = cast(entities, tokens)
        self._pronouns = Pronouns(tokens, units, self._people, named_in_units(self._people, tokens, units))

    def resolve(self, frame: Frame, unit: int) -> tuple[Speaker, Identity]:
        """The speaker of a frame, and how it was found."""
        if frame.subject is None:
            return Speaker(), _NOBODY
        subject, name = frame.subject, self._apposition(frame)
        if name is not None:
            subject = Range(subject.first, bisect_left(self._tokens.start, name[1]))
            who = self._named(name, unit, subject.last, subject, [name])
        else:
            who = self._mention(subject, self._unit_of(subject.first, unit))
        via: Via = "carried" if frame.layout == "carried" else who.via
        return Speaker(who.name, who.type, self._tokens.span(*subject), via, who.rival), who

    def _apposition(self, frame: Frame) -> Place | None:
        """The name behind a role: *said its director, Jo Field*; *the harbour master, Jo Field, wrote*."""
        tags, subject = self._tokens.tags, frame.subject
        if subject is None or subject.last + 1 >= len(tags) or tags[subject.last] != ",":
            return None
        own = tags[subject.first] == "N" and "S" in tags[subject.first : subject.last]  # "Mr Field's aide, Jo Hill"
        if not (own or tags[subject.first] in "dwSR") or tags[subject.last - 1] not in "wNS0":
            return None
        first = subject.last + 1 + (tags[subject.last + 1] == "d")
        while first < min(subject.last + 4, len(tags)):
            name = self._people.at(self._tokens.start[first])
            if name is not None and self._people.types[name[2]] == "place":
                return None  # "the mayor of Ostrel, Sele"
            if name is not None:
                return name if self._closes(name, frame) and self._is_apart(subject) else None
            if tags[first] not in "0wN":
                return None
            first += 1
        return None

    def _closes(self, name: Place, frame: Frame) -> bool:
        """Whether an aside ends with the name, and it is no part of what was said."""
        tags, end = self._tokens.tags, bisect_left(self._tokens.start, name[1])
        if end < len(tags) and tags[end] == "o":  # "Jo Field of Ostrel"
            after = end + 1
            while after < len(tags) and tags[after] == "N":
                after += 1
            end = after if after > end + 1 else end
        if end < len(tags) and tags[end] not in ",.;:?!Q-(":
            return False
        return not any(piece.first < end <= piece.last for piece in frame.pieces)

    def _is_apart(self, subject: Range) -> bool:
        """Whether the words before the comma are a description: *officials, Jo Field* are two."""
        named = self._named_in(subject)
        core = self._core_end(subject, named)
        end, head = self._tokens.end[core - 1], self._tokens.low[core - 1]
        plural = head.endswith("s") and not head.endswith(("ss", "us", "is", "'s"))
        return not plural and not any(end - 2 <= place[1] <= end for place in named)

    def _named_in(self, mention: Range) -> list[Place]:
        return self._people.within(self._tokens.start[mention.first], self._tokens.end[mention.last - 1])

    def addressee(self, mention: Range) -> str:
        """The name of whom the words were said to, or the words for them."""
        named = self._named_in(mention)
        return self._people.entities[named[-1][2]].name if named else self._tokens.span(*mention).of(self._tokens.text)

    def _unit_of(self, token: int, guess: int) -> int:
        while guess > 0 and self._units[guess].first > token:
            guess -= 1
        while guess < len(self._units) - 1 and self._units[guess].last <= token:
            guess += 1
        return guess

    def _mention(self, subject: Range, unit: int) -> Identity:
        tokens, first = self._tokens, self._tokens.tags[subject.first]
        if subject.last - subject.first == 1 and first in "pRT":
            return self._pronoun(subject.first, unit) if first == "p" else self._relative(subject.first, unit)
        named = self._named_in(subject)
        core = self._core_end(subject, named)
        end = tokens.end[core - 1]
        heads = [place for place in named if end - 2 <= place[1] <= end]
        titled = self._behind_title(subject, named, core)
        if titled is not None:
            return self._named(titled, unit, subject.last, subject, [titled])
        if heads:
            return self._named(heads[-1], unit, core, subject, named)
        return self._described(subject, core, named, unit)

    def _behind_title(self, subject: Range, named: Sequence[Place], core: int) -> Place | None:
        """The person after a long title: *Secretary of Fisheries Jo Field*, *Fish and Boats Secretary Jo Field*."""
        tokens = self._tokens
        place = named[-1] if named else None
        if place is None or self._people.types[place[2]] != "person":
            return None
        last = bisect_left(tokens.start, place[0])
        if last == core:
            return place  # a given name that is another word too: "Gov. Jan Field"
        if last < core or any(end > tokens.end[core - 1] for _, end, n in named[:-1] if n == place[2]):
            return None
        tag, rest = tokens.tags[core], tokens.tags[core + 1 : last]
        if not rest or set(rest) - {"N"}:
            return None
        if tag == "c":
            head, before = last - 1, tokens.low[core - 1]
            joined = tokens.tags[core - 1] == "N" and not before.endswith("s")
        else:
            head, joined = core - 1, tag == "o" or tokens.low[core] == "for"
        titled = tokens.tags[head] == "N" and is_person_noun(tokens.low[head])
        return place if joined and titled else None

    def _core_end(self, subject: Range, named: Sequence[Place]) -> int:
        """Token after the head of the noun phrase: before "of …", "for …", "who …"."""
        tokens, at = self._tokens, subject.first + 1
        while at < subject.last and tokens.tags[at] in "NSwd0":
            at += 1
        for start, end, _ in named:  # a name that itself holds "of" or "and"
            if start < tokens.end[at - 1] < end:
                while at < subject.last and tokens.end[at - 1] < end:
                    at += 1
        return at

    def _identity(self, number: int, via: Via, evidence: str, *, other: int | None = None) -> Identity:
        """The entity as a speaker; `other`: the runner-up, or the same where only the context tells."""
        kind, name = self._people.types[number], self._people.entities[number].name
        rival = self._people.entities[other].name if other is not None and other != number else None
        if rival is not None:
            evidence += f", or {rival}"
        return Identity(name, None if kind == "other" else kind, via, evidence, other is not None, rival)

    def _named(self, place: Place, unit: int, core: int, subject: Range, named: Sequence[Place]) -> Identity:
        entity = self._people.entities[place[2]]
        several = core < subject.last and self._tokens.tags[core] == "c"
        others = [self._people.entities[n].name for _, _, n in named if n != place[2]] if several else []
        if others and self._people.types[place[2]] == "person":
            return Identity(" and ".join([entity.name, *others]), "group", "name", "several are named together")
        self._pronouns.spoke[unit] = place[2]
        return self._identity(place[2], "name", f"named: {self._tokens.text[place[0] : place[1]]}")

    def _described(self, subject: Range, core: int, named: Sequence[Place], unit: int) -> Identity:
        """A mention whose head is no name: a role, a group, a statement of somebody's."""
        tokens = self._tokens
        words = tokens.low[subject.first : core]
        head, text = words[-1], tokens.span(subject.first, core).of(tokens.text)
        if head in _SOURCES and named:
            name = self._people.entities[named[-1][2]].name
            return self._identity(named[-1][2], "name", f"{head} of {name}")
        plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
        if words[0] in _DEFINITE and not plural and head not in _ORGANISATIONS:
            found = self._role(subject, unit)
            if found is not None:
                return self._titled(found, text, unit)
        return self._unnamed(subject, core, head, text, plural=plural)

    def _unnamed(self, subject: Range, core: int, head: str, text: str, *, plural: bool) -> Identity:
        tags = self._tokens.tags[subject.first : core]
        capital = "N" in tags or "S" in tags
        name = text.split(" ", 1)[-1] if self._tokens.low[subject.first] in _NO_ARTICLE else text
        via: Via = "name" if capital else "none"
        if plural or head in _ORGANISATIONS:
            kind: SpeakerType = "organisation" if head in _ORGANISATIONS else "group"
            if tags[-1] == "N":
                name = self._whole_name(subject, core, name)
            return Identity(name if capital else None, kind, via, f"“{text}”, a group or body")
        if tags[-1] == "N" and not is_person_noun(head):
            return Identity(name, None, "name", f"named: {name}")
        return Identity(None, "person", "none", f"“{text}” is not named")

    def _whole_name(self, subject: Range, core: int, name: str) -> str:
        """A body's name goes on behind its kind: *the Office of the Registrar of Ostrel*."""
        tokens = self._tokens
        behind = tokens.tags[core : subject.last]
        if not behind.startswith("o") or behind[-1] != "N" or behind.strip("odN"):
            return name
        return name + tokens.text[tokens.end[core - 1] : tokens.end[subject.last - 1]]

    def _titled(self, found: Referent, text: str, unit: int) -> Identity:
        self._pronouns.spoke[unit] = found.entity
        name = self._people.entities[found.entity].name
        return self._identity(found.entity, "title", f"“{text}”: {name}", other=found.other)

    def _role(self, subject: Range, unit: int) -> Referent | None:
        """The person meant by a role; the runner-up is another one, or the same where only the context tells."""
        tokens, people = self._tokens, self._people
        wanted = role_of(tokens, *subject)
        if wanted is None:
            return None
        before = tokens.start[subject.first]
        known = [
            (people.last_before(n, before), n)
            for n, own in enumerate(people.roles)
            if own and people.types[n] == "person" and any(fits(wanted, role) for role in own)
        ]
        known = sorted((place for place in known if place[0] >= 0), reverse=True)
        if known:
            return Referent(known[0][1], self._rival(known))
        anew = tells_anew(tokens, *subject)
        if not anew and not is_person_noun(wanted.head.rpartition("-")[2]):
            return None
        focus = self._pronouns.focus(unit, far=anew)
        if focus is None or not (anew or (focus in self._pronouns.spoke.values() and not people.roles[focus])):
            return None
        return Referent(focus, focus)

    def _rival(self, known: Sequence[tuple[int, int]]) -> int | None:
        """Another with the same role, named in the same sentence as the one named last."""
        if len(known) < 2:
            return None
        text = self._tokens.text[known[1][0] : known[0][0]]
        return known[1][1] if ". " not in text and "\n" not in text else None

    def _relative(self, at: int, unit: int) -> Identity:
        """*Smith, who said …*: the noun phrase before."""
        low, end, tags = self._units[unit].first, at, self._tokens.tags
        while end > low and tags[end - 1] in ",i":
            end -= 1
        antecedent = left_phrase(self._tokens, end, low)
        if antecedent is None or antecedent.first >= at or tags[antecedent.first] in "RT":
            return _NOBODY
        return self._mention(antecedent, unit)

    def _pronoun(self, at: int, unit: int) -> Identity:
        word = self._tokens.low[at]
        found = self._pronouns.referent(at, unit)
        if found is None:
            kind: SpeakerType | None = "person" if word in ("he", "she") else None
            return Identity(None, "group" if word in _PLURAL_PRONOUNS else kind, "none", f"“{word}”: nobody named fits")
        self._pronouns.spoke[unit] = found.entity
        name = self._people.entities[found.entity].name
        return self._identity(found.entity, "pronoun", f"“{word}”: {name}", other=found.other)
