"""Everybody and everything that an event's articles name, and what each of the articles calls them.

"Olaf Scholz" in one report is "the chancellor" in the next: a form is counted as it stands there, with the title before
the name, and a role without the name ("the chancellor") where only one person of the article can be meant.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from reader.analysis.described import description, within_a_sentence
from reader.analysis.names import agreed, merge
from reader.events.steps import Steps, finished
from reader.model import Analysis, Article, Entity, Quote, Span
from reader.model.analysis import EntityType
from reader.model.frozen import dataclass

FormKind = Literal["name", "title", "role"]
_LONGEST_ROLE = 60
"""Characters; what is longer is a clause, and no name for anybody."""
_SPACES = re.compile(r"\s+")
_THE = re.compile(r"\bthe ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which an article calls somebody."""

    text: str
    """ "Scholz", "Chancellor Olaf Scholz", "the chancellor"."""
    kind: FormKind
    """By name alone, by title and name, or by a role without the name."""
    places: tuple[Span, ...]
    """In order of the text; for a title with a name both together."""

    @property
    def count(self) -> int:
        """How often the article says so."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class Naming:
    """A name in one article."""

    entities: tuple[int, ...]
    """Into the analysis' entities: more than one where the article's own names turn out to be one in the event."""
    mentions: tuple[Span, ...]
    governing: int
    """Mentions of a place that stand for its government."""
    forms: tuple[Form, ...]
    """The commonest first."""


@dataclass(frozen=True, slots=True)
class SharedName:
    """Somebody or something that at least one of the event's articles names."""

    name: str
    """The fullest form in any of them."""
    type: EntityType
    sources: tuple[Naming | None, ...]
    """For each article in the order they were given; None where it does not name it."""

    @property
    def told_by(self) -> int:
        """How many of the articles name it."""
        return sum(naming is not None for naming in self.sources)

    @property
    def count(self) -> int:
        """Mentions in all of them together."""
        return sum(len(naming.mentions) for naming in self.sources if naming)


def roster(articles: Sequence[tuple[Article, Analysis]]) -> tuple[SharedName, ...]:
    """The names of all the articles, merged: those named by most sources first, then those named most often."""
    return finished(roster_in_steps(articles))


def roster_in_steps(articles: Sequence[tuple[Article, Analysis]]) -> Steps[tuple[SharedName, ...]]:
    """The same, some milliseconds at a time."""
    kinds = agreed([analysis.entities for _, analysis in articles])
    yield
    groups = merge(kinds)
    callers: list[_Caller] = []
    for (article, analysis), entities in zip(articles, kinds, strict=True):
        yield
        callers.append(_Caller(article, replace(analysis, entities=entities)))
    names: list[SharedName] = []
    for group in groups:
        yield
        names.append(_shared(group, callers))
    return tuple(sorted(names, key=lambda name: (-name.told_by, -name.count, name.name)))


def _shared(group: Sequence[tuple[int, int]], callers: "Sequence[_Caller]") -> SharedName:
    members: list[list[int]] = [[] for _ in callers]
    for article, entity in group:
        members[article].append(entity)
    entities = [callers[article].entities[entity] for article, entity in group]
    types = Counter[EntityType]()
    for found in entities:
        types[found.type] += len(found.mentions) * (1 if found.type == "other" else 1000)
    fullest = max(entities, key=lambda entity: (len(entity.name.split()), len(entity.mentions), entity.name))
    namings = tuple(caller.naming(own) if own else None for caller, own in zip(callers, members, strict=True))
    return SharedName(fullest.name, types.most_common(1)[0][0], namings)


class _Caller:
    """One article, asked what it calls each of its names."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self._text = article.text
        self.entities = analysis.entities
        self._described = {
            quote.speaker.mention.end: found.start
            for quote in analysis.quotes
            if quote.speaker.mention and (found := description(quote, article.text))
        }
        """Where a mention of a speaker ends, to where what he is said to be begins."""
        known = sorted(mention for entity in self.entities for mention in entity.mentions)
        self._starts = [mention.start for mention in known]
        self._roles: dict[int, list[Span]] = {}
        owners = _owners(self.entities, analysis.quotes, article.text)
        for place, role in _standing_for(owners, article.text):
            if not self._goes_on(place.end):
                self._roles.setdefault(owners[role], []).append(place)

    def _goes_on(self, end: int) -> bool:
        """Whether a name or "of" follows: then the role is part of something else."""
        rest = self._text[end : end + 4]
        at = bisect_left(self._starts, end)
        named = at < len(self._starts) and self._starts[at] <= end + 2
        return named or rest.startswith((" of ", " for", "-"))

    def naming(self, members: Sequence[int]) -> Naming:
        """Some of the article's entities as one name."""
        entities = [self.entities[index] for index in members]
        mentions = tuple(sorted(mention for entity in entities for mention in entity.mentions))
        forms: dict[tuple[str, FormKind], list[Span]] = {}
        for entity in entities:
            for mention in entity.mentions:
                place, kind = _with_title(self._text, mention, entity.titles)
                text = _flat(place.of(self._text))
                start = self._described.get(mention.end)
                if start is not None:
                    place, kind = Span(start, mention.end), "title"
                    text = within_a_sentence(place.of(self._text))
                forms.setdefault((text, kind), []).append(place)
        titled = {place for (_, kind), places in forms.items() if kind == "title" for place in places}
        for place in (place for index in members for place in self._roles.get(index, ())):
            if not any(whole.covers(place) for whole in titled):
                forms.setdefault((place.of(self._text).lower(), "role"), []).append(place)
        called = [self._form(text, kind, sorted(places)) for (text, kind), places in forms.items()]
        called.sort(key=lambda form: (-form.count, form.places[0]))
        governing = sum(len(entity.governing) for entity in entities)
        return Naming(tuple(members), mentions, governing, tuple(called))

    def _form(self, text: str, kind: FormKind, places: Sequence[Span]) -> Form:
        return Form(within_a_sentence(places[0].of(self._text)) if kind == "role" else text, kind, tuple(places))


def _flat(text: str) -> str:
    return _SPACES.sub(" ", text)


def _with_title(text: str, mention: Span, titles: Sequence[str]) -> tuple[Span, FormKind]:
    """The mention with the title that stands before or after it, if one does."""
    before = text[max(0, mention.start - _LONGEST_ROLE) : mention.start]
    for title in sorted(titles, key=len, reverse=True):
        if before.endswith(f"{title} ") and not before[: -len(title) - 1][-1:].isalnum():
            return Span(mention.start - len(title) - 1, mention.end), "title"
        for joint in (", ", ", the ", ", a ", ", an "):
            if text.startswith(f"{joint}{title}", mention.end):
                return Span(mention.start, mention.end + len(joint) + len(title)), "title"
    return mention, "name"


def _standing_for(roles: Mapping[str, int], text: str) -> Iterator[tuple[Span, str]]:
    """Where the roles stand in the text, the longest at each place; all of them begin with "the"."""
    lengths = sorted({len(role) for role in roles}, reverse=True)
    for match in _THE.finditer(text) if roles else ():
        for length in lengths:
            end = match.start() + length
            role = text[match.start() : end].lower()
            if role in roles and not (text[end : end + 1].isalnum() or text[end : end + 1] in ("’", "'")):
                yield Span(match.start(), end), role
                break


def _owners(entities: Sequence[Entity], quotes: Iterable[Quote], text: str) -> dict[str, int]:
    """Roles without a name, "the …", with the only entity of the article that each can stand for."""
    owners: dict[str, set[int]] = {}
    people = [(index, entity) for index, entity in enumerate(entities) if entity.type == "person"]
    for index, entity in people:
        for title in entity.titles:
            for role in _shortened(title):
                owners.setdefault(role, set()).add(index)
    by_name = {entity.name: index for index, entity in people}
    for quote in quotes:
        speaker = quote.speaker
        if speaker.via == "title" and speaker.mention and speaker.name in by_name:
            role = _flat(speaker.mention.of(text)).lower()
            if role.startswith("the ") and len(role) <= _LONGEST_ROLE:
                owners.setdefault(role, set()).add(by_name[speaker.name])
    return {role: min(found) for role, found in owners.items() if len(found) == 1}


def _shortened(title: str) -> Iterator[str]:
    """ "German Chancellor" is taken up by "the German chancellor" and by "the chancellor"."""
    words = _flat(title).lower().strip(",. ").split(" ")
    if not 0 < len(" ".join(words)) <= _LONGEST_ROLE or words[-1].endswith("."):
        return
    words = words[1:] if words[0] in ("the", "a", "an") else words
    yield f"the {' '.join(words)}"
    if len(words) > 1 and "of" not in words:
        yield f"the {words[-1]}"
