"""Which names are one, and what they are called, as the user has decided: entities and speakers made anew.

The decisions are followed one after the other, so that the later wins: what was split can be put together again.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reader.library.decisions.values import Different, NameDecision, Renamed, Same
from reader.model import Article, Entity, Quote, Span
from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """The names of an article, and who speaks in it."""

    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]


def decide(article: Article, named: Named, decided: Iterable[NameDecision]) -> Named:
    """The names under the decisions about them."""
    for one in decided:
        match one:
            case Same():
                named = _merged(named, one)
            case Different():
                named = _split(article, named, one)
            case Renamed():
                named = _renamed(named, one)
    return named


def forms(article: Article, entity: Entity) -> list[str]:
    """The forms of a name that occur in the text, most frequent first."""
    counts = Counter(" ".join(span.of(article.text).split()) for span in entity.mentions)
    return [form for form, _ in counts.most_common()]


def _merged(named: Named, one: Same) -> Named:
    wanted = {*one.names, one.name}
    found = [entity for entity in named.entities if _is_called(entity, wanted)]
    names = wanted | {entity.name for entity in found}
    entities = named.entities
    if found:
        joined = _joined(found, one.name)
        rest = [entity for entity in entities if entity not in found]
        entities = _in_order([*rest, joined])
    type = next((entity.type for entity in found if entity.type != "other"), None)
    quotes = tuple(_called(quote, lambda name: one.name if name in names else name) for quote in named.quotes)
    if type in ("person", "organisation", "place"):
        quotes = tuple(
            replace(quote, speaker=replace(quote.speaker, type=type)) if quote.speaker.name == one.name else quote
            for quote in quotes
        )
    return Named(entities, quotes)


def _is_called(entity: Entity, names: set[str]) -> bool:
    """Whether it has one of the names. A part of its own full name does not count: "Hale" may be another Hale's."""
    own = set(entity.name.split())
    return entity.name in names or any(alias in names and not set(alias.split()) <= own for alias in entity.aliases)


def _joined(found: Sequence[Entity], name: str) -> Entity:
    first = next((entity for entity in found if entity.name == name), found[0])
    others = [first, *(entity for entity in found if entity is not first)]
    aliases = dict.fromkeys(form for entity in others for form in (entity.name, *entity.aliases) if form != name)
    return Entity(
        name,
        next((entity.type for entity in others if entity.type != "other"), first.type),
        tuple(sorted({span for entity in others for span in entity.mentions})),
        tuple(dict.fromkeys(title for entity in others for title in entity.titles)),
        tuple(aliases),
        tuple(sorted({span for entity in others for span in entity.governing})),
    )


def _split(article: Article, named: Named, one: Different) -> Named:
    if one.form == one.name:
        return named
    entity = _bearer(named.entities, one)
    return _kept_apart(_taken_off(article, named, entity, one) if entity else named, one)


def _kept_apart(named: Named, one: Different) -> Named:
    """Both names with the word of the user that they are not one, for whoever compares them across articles."""
    names = {one.name: one.form, one.form: one.name}
    return replace(named, entities=tuple(_unlike(entity, names.get(entity.name)) for entity in named.entities))


def _unlike(entity: Entity, other: str | None) -> Entity:
    return entity if other is None or other in entity.unlike else replace(entity, unlike=(*entity.unlike, other))


def _taken_off(article: Article, named: Named, entity: Entity, one: Different) -> Named:
    taken = [span for span in entity.mentions if _form(article, span) == one.form]
    if not taken:
        return named
    if len(taken) == len(entity.mentions):  # the article knows no other form
        own = replace(entity, name=one.form, aliases=())
        told = tuple(_called(quote, lambda name: one.form if name == entity.name else name) for quote in named.quotes)
        return Named(_in_order(own if other is entity else other for other in named.entities), told)
    left = [span for span in entity.mentions if span not in set(taken)]
    name = entity.name if entity.name != one.form else _fullest(article, left)
    aliases = tuple(alias for alias in entity.aliases if alias not in (one.form, name))
    governing = set(entity.governing)
    kept = replace(entity, name=name, mentions=tuple(left), aliases=aliases, governing=_of(left, governing))
    own = replace(entity, name=one.form, mentions=tuple(taken), titles=(), aliases=(), governing=_of(taken, governing))
    rest = [other for other in named.entities if other is not entity]
    said = tuple(_told_apart(quote, entity.name, kept, own) for quote in named.quotes)
    return Named(_in_order([*rest, kept, own]), said)


def _bearer(entities: Sequence[Entity], one: Different) -> Entity | None:
    for called in (lambda entity: (entity.name,), lambda entity: entity.aliases):
        for entity in entities:
            if one.name in called(entity):
                return entity
    from reader.analysis.names.matching import same_name

    alike = [
        entity
        for entity in entities
        if one.form in entity.aliases and same_name(Entity(one.name, entity.type, ()), entity)
    ]
    return alike[0] if len(alike) == 1 else None


def _form(article: Article, span: Span) -> str:
    return " ".join(span.of(article.text).split())


def _fullest(article: Article, spans: Sequence[Span]) -> str:
    return max((_form(article, span) for span in spans), key=lambda form: (len(form.split()), len(form)))


def _of(spans: Sequence[Span], among: set[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if span in among)


def _told_apart(quote: Quote, name: str, kept: Entity, own: Entity) -> Quote:
    """The quote with the one of the two that its mention stands for: the one it names, else the one named last."""

    def which(called: str | None) -> str | None:
        if called != name:
            return called
        mention = quote.speaker.mention
        if mention is not None:
            for entity in (own, kept):
                if any(span.overlaps(mention) for span in entity.mentions):
                    return entity.name
        at = mention.start if mention is not None else quote.spans[0].start
        return own.name if _last(own, at) > _last(kept, at) else kept.name

    return _called(quote, which)


def _last(entity: Entity, offset: int) -> int:
    """Where it was named last before a place; -1 where it was not."""
    place = bisect_right(entity.mentions, offset, key=lambda span: span.start) - 1
    return entity.mentions[place].start if place >= 0 else -1


def _renamed(named: Named, one: Renamed) -> Named:
    if not any(one.name == entity.name for entity in named.entities):
        quotes = tuple(_called(quote, lambda name: one.to if name == one.name else name) for quote in named.quotes)
        return Named(named.entities, quotes)
    return _merged(named, Same(one.articles, (one.name,), one.to))


def _called(quote: Quote, name: Callable[[str | None], str | None]) -> Quote:
    """The quote with its speaker, rival and addressee called otherwise; the same object where nothing changes."""
    speaker = quote.speaker
    called = name(speaker.name), name(speaker.rival), name(quote.addressee)
    if called == (speaker.name, speaker.rival, quote.addressee):
        return quote
    rival = called[1] if called[1] != called[0] else None
    return replace(quote, speaker=replace(speaker, name=called[0], rival=rival), addressee=called[2])


def _in_order(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities in order of the text; two of one name have become one."""
    by_name: dict[str, list[Entity]] = {}
    for entity in entities:
        by_name.setdefault(entity.name, []).append(entity)
    distinct = [found[0] if len(found) == 1 else _joined(found, name) for name, found in by_name.items()]
    return tuple(sorted(distinct, key=lambda one: (one.mentions[0] if one.mentions else Span(0, 0), one.name)))
