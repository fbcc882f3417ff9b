"""Figures, dates and names that both articles state: alike, more or less exact, spelt differently, or at odds.

Like is compared with like: on passages that are aligned for sure, the same unit and the same thing counted, or the same
place in the same words. A day of publication is compared with nothing but the other day of publication.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from reader.events.finding import Found, Pair, Side, find
from reader.events.naming import NamePair
from reader.events.quantities import compare_figures
from reader.events.replaced import COPIED, compare_names
from reader.model import Article, DateMention, Fact, FactSide, Passage, Span
from reader.model.event import FactKind, Verdict

_KEPT = 0.5
"""Part of the shorter passage's words that the other must have for a day in it to be in the place of another."""


def compare_facts(a: Side, b: Side, passages: Iterable[Passage], names: Sequence[NamePair]) -> tuple[Fact, ...]:
    """All facts that both state, in the order of A's text, the days of publication first."""
    found_a, found_b = find(a), find(b)
    found = list(_published(a[0], b[0]))
    for passage in passages:
        if not passage.sure:
            continue
        pair = Pair(passage, a[2].between(passage.a), b[2].between(passage.b))
        found.extend(compare_figures(found_a, found_b, pair))
        found.extend(_dates(found_a, found_b, pair))
        found.extend(compare_names(found_a, found_b, pair, names))
    found.extend(_variants(names))
    return tuple(found)


def _published(a: Article, b: Article) -> Iterator[Fact]:
    if a.published and b.published:
        one, other = a.published[:10], b.published[:10]
        verdict = _date_verdict(one, other)
        yield Fact("date", verdict, "published", FactSide(one, None), FactSide(other, None), "days of publication")


def _dates(a: Found, b: Found, pair: Pair) -> Iterator[Fact]:
    left = dict(a.dates.within(pair.passage.a))
    right = dict(b.dates.within(pair.passage.b))
    for agree in (_equal, _less_exact, partial(_replaced, pair)):
        for one, x in list(left.items()):
            other = next((place for place, y in right.items() if agree(one, x, place, y)), None)
            if other is None:
                continue
            y = right.pop(other)
            del left[one]
            why = f"{a.words(one)} · {b.words(other)}"
            verdict = _date_verdict(str(x.value), str(y.value))
            yield Fact("date", verdict, "date", a.side(x.value, one), b.side(y.value, other), why)


def _equal(_one: Span, x: DateMention, _other: Span, y: DateMention) -> bool:
    return x.value == y.value


def _less_exact(_one: Span, x: DateMention, _other: Span, y: DateMention) -> bool:
    return _date_verdict(str(x.value), str(y.value)) == "precision"


def _replaced(pair: Pair, one: Span, x: DateMention, other: Span, y: DateMention) -> bool:
    sure = pair.kept >= (_KEPT if x.certain and y.certain else COPIED)
    return sure and any(pair.fills(swap, one, other) for swap in pair.swaps)


def _date_verdict(one: str, other: str) -> Verdict:
    if one == other:
        return "same"
    return "precision" if one.startswith(other) or other.startswith(one) else "differs"


def _variants(names: Iterable[NamePair]) -> Iterator[Fact]:
    """One bearer, two spellings or forms: listed, and never a conflict."""
    for pair in names:
        if pair.likeness == "same" or not pair.a.mentions or not pair.b.mentions:
            continue
        kind: FactKind = "place" if pair.a.type == "place" else "name"
        why = "two spellings of one name" if pair.likeness == "spelling" else "two forms of one name"
        one, other = pair.a.mentions[0], pair.b.mentions[0]
        yield Fact(kind, pair.likeness, pair.a.name, FactSide(pair.a.name, one), FactSide(pair.b.name, other), why)
