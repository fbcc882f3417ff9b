"""Who bears which name: across two articles, and across all that cover one event."""

from collections.abc import Mapping, Sequence

from reader.events.naming import NamePair, pair_names
from reader.model import Analysis, Entity

_HEAD = 3
"""Letters in which two spellings of one surname agree."""


def shared_names(a: Analysis, b: Analysis) -> list[NamePair]:
    """The names that both articles have, each in at most one pair.

    People whom one article calls by a fuller name than the other ("Roy B. Tull Jr." and "Roy Tull", "Bob" and "Robert")
    are found besides those whose names agree as they stand, if nobody else in either article may be meant.
    """
    found = pair_names(a, b)
    left = _people(a.entities, [pair.a for pair in found])
    right = _people(b.entities, [pair.b for pair in found])
    left, right = _namesakes(left, right), _namesakes(right, left)
    if left and right:
        from reader.analysis.names import merge

        for group in merge((left, right)):
            if [side for side, _ in group] == [0, 1]:
                found.append(NamePair(left[group[0][1]], right[group[1][1]], "same"))
    return found


def _people(entities: Sequence[Entity], paired: Sequence[Entity]) -> list[Entity]:
    known = {id(entity) for entity in paired}
    return [entity for entity in entities if entity.type == "person" and id(entity) not in known]


def _namesakes(some: Sequence[Entity], others: Sequence[Entity]) -> list[Entity]:
    """Those of whose name some word begins as one of the others' does: only they can be the same person."""
    heads = {head for entity in others for head in _heads(entity)}
    return [entity for entity in some if not heads.isdisjoint(_heads(entity))]


def _heads(entity: Entity) -> list[str]:
    return [word[:_HEAD].casefold() for word in entity.name.split() if len(word) >= _HEAD]


def bearers(analyses: Sequence[Analysis]) -> tuple[Mapping[str, str], ...]:
    """For each article: every name in it, to the name that stands for its bearer in all of them.

    That is the form that most articles use; of equals the longest, then the first in the alphabet.
    """
    from reader.analysis.names import merge

    entities = [analysis.entities for analysis in analyses]
    tables: tuple[dict[str, str], ...] = tuple({} for _ in analyses)
    for group in merge(entities):
        members = [(article, entities[article][place]) for article, place in group]
        names = [entity.name for _, entity in members]
        best = min(set(names), key=lambda name: (-names.count(name), -len(name), name))
        for article, entity in members:
            for form in (entity.name, *entity.aliases):
                tables[article].setdefault(form, best)
    return tables
