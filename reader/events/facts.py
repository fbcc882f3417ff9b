"""Figures, dates and names that both articles state: alike, more or less exact, spelt differently, or at odds.

Like is compared with like: on passages that are aligned for sure, the same unit and the same thing counted, or the same
place in the same words. The days on which reports were published are no fact that they state: the timeline has them.
"""

from collections.abc import Iterable, Iterator, Sequence

from reader.events.blocks import TOLD
from reader.events.days import compare_dates
from reader.events.finding import Pair, Side, find
from reader.events.naming import NamePair
from reader.events.quantities import compare_figures
from reader.events.replaced import compare_names
from reader.events.tolls import compare_tolls
from reader.model import Entity, Fact, FactSide, Passage
from reader.model.event import FactKind

_STYLE = {
    form: forms[0]
    for forms in (
        ("United States", "US", "USA", "America", "United States of America"),
        ("United Kingdom", "UK", "Britain", "Great Britain"),
        ("European Union", "EU"),
        ("United Nations", "UN"),
    )
    for form in forms
}
"""What each house writes in its own way, and every reader knows."""


def compare_facts(a: Side, b: Side, passages: Iterable[Passage], names: Sequence[NamePair]) -> tuple[Fact, ...]:
    """All facts that both state, in the order of A's text."""
    found_a, found_b = find(a[0], a[1]), find(b[0], b[1])
    found: list[Fact] = []
    for passage in passages:
        if not passage.sure and passage.score < TOLD:
            continue
        pair = Pair(passage, a[2].between(passage.a), b[2].between(passage.b))
        found.extend(compare_figures(found_a, found_b, pair))
        if not passage.sure:
            continue
        found.extend(compare_dates(found_a, found_b, pair))
        found.extend(compare_names(found_a, found_b, pair, names))
    found.extend(compare_tolls(a[:2], found_a, b[:2], found_b, found))
    found.extend(_variants(a[0].text, b[0].text, names))
    return tuple(found)


def _variants(a: str, b: str, names: Iterable[NamePair]) -> Iterator[Fact]:
    """One bearer, two spellings or forms, neither of which the other article knows: listed, and never a conflict."""
    for pair in names:
        if pair.likeness == "same" or not pair.a.mentions or not pair.b.mentions or _in_house(pair.a, pair.b):
            continue
        kind: FactKind = "place" if pair.a.type == "place" else "name"
        why = "two spellings of one name" if pair.likeness == "spelling" else "two forms of one name"
        one, other = _named(a, pair.a), _named(b, pair.b)
        yield Fact(kind, pair.likeness, str(one.value), one, other, why)


def _in_house(x: Entity, y: Entity) -> bool:
    """Whether no more than the style of a house stands behind two forms: one article uses both, or all know them."""
    if x.name in (y.name, *y.aliases) or y.name in x.aliases:
        return True
    one, other = (_STYLE.get(entity.name.replace(".", "").removeprefix("the ")) for entity in (x, y))
    return one is not None and one == other


def _named(text: str, entity: Entity) -> FactSide:
    """Where an article first writes a name in full, and how it writes it there."""
    flat = (" ".join(mention.of(text).split()) for mention in entity.mentions)
    words, mention = next(
        ((words, mention) for words, mention in zip(flat, entity.mentions, strict=True) if words == entity.name),
        (" ".join(entity.mentions[0].of(text).split()), entity.mentions[0]),
    )
    return FactSide(words, mention)
