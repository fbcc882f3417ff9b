"""One kind for one name in the articles of an event: what a report leaves open, another may settle.

"Sele was cut off" may be said of a person or of a town; where the other reports have "the town of Sele", it is one in
all of them. An article by itself is not touched by this: only what is put side by side.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.analysis.names.lexicon import Lexicon, fold, lexicon
from reader.model import Entity
from reader.model.analysis import EntityType

_COUNTED = 6
"""Mentions in one article beyond which more say nothing new."""
_CLEARER = 1.5
"""How many times better the evidence for one kind must be than for another."""
_ALIAS = 0.5
"""How much a short form counts beside a name in full."""


def agreed(articles: Sequence[Sequence[Entity]]) -> tuple[tuple[Entity, ...], ...]:
    """The entities of each article of one event, each name of the kind for which all the articles have most evidence.

    Order and number stay as they are. A name keeps its kind where the evidence is about even, and a person whose title
    the article gives stays a person.
    """
    lex = lexicon()
    weights: dict[str, dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    for entities in articles:
        for entity in entities:
            for key, weight in _evidence(entity, lex):
                weights[key][entity.type] += weight
    split = {key: found for key, found in weights.items() if len(found) > 1}
    if not split:
        return tuple(tuple(entities) for entities in articles)
    return tuple(tuple([_settled(entity, split, lex) for entity in entities]) for entities in articles)


def _key(name: str, lex: Lexicon) -> str:
    key = fold(name).removeprefix("the ")
    return lex.same.get(key, key)


def _evidence(entity: Entity, lex: Lexicon) -> Iterator[tuple[str, float]]:
    """(name, weight) of what an article's entity says about the kind of a name."""
    key = _key(entity.name, lex)
    weight = float(min(len(entity.mentions), _COUNTED))
    if entity.type == "other":
        weight *= 0.25
    elif entity.type == "person":
        weight *= 2.0 if entity.titles or " " in key else 0.4
    elif entity.type == "place":
        weight *= 2.0 if entity.governing or key in lex.countries or key in lex.places else 1.0
    elif key in lex.organisations or key.rsplit(" ", 1)[-1] in lex.organisation_words:
        weight *= 2.0
    yield key, weight
    if entity.type == "organisation":
        for alias in entity.aliases:
            if alias != entity.name:
                yield _key(alias, lex), weight * _ALIAS


def _settled(entity: Entity, split: dict[str, dict[EntityType, float]], lex: Lexicon) -> Entity:
    found = split.get(_key(entity.name, lex))
    if found is None or (entity.type == "person" and entity.titles):
        return entity
    best = max(found, key=lambda kind: (found[kind], kind))
    if best == entity.type or found[best] < _CLEARER * found.get(entity.type, 0.0):
        return entity
    governing = entity.governing if best == "place" else ()
    return replace(entity, type=best, governing=governing)
