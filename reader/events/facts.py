"""Figures, dates and names that both articles state: alike, more or less exact, spelt differently, or at odds.

Like is compared with like: on passages that are aligned for sure, the same unit and the same thing counted, or the same
place in the same words. A day of publication is compared with nothing but the other day of publication.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import floor, log10

from reader.events.naming import NamePair
from reader.events.places import Places
from reader.events.reading import Reading
from reader.events.swaps import Swap, swaps
from reader.events.terms import fold
from reader.events.wording import Token
from reader.model import Analysis, Article, DateMention, Entity, Fact, FactSide, Figure, Passage, Span
from reader.model.event import FactKind, Verdict

_NEAR = 0.1
"""Part by which "about 100" may miss the other figure."""

_ROUNDED = 0.025
"""Part by which a figure may differ from a rounder one without a hedge and count as less exact."""

_ROUND = 100
"""Figures below this are not rounded without a hedge: 40 is not "41, roughly"."""

_REACH = 4
"""Words before and after that tell whether two figures count the same thing."""


_TITLE = 25
"""Code points that a title before a name may have."""

_FIRM = 6
"""Words around a place that must be the same for it to be the same place beyond doubt."""

Side = tuple[Article, Analysis, Reading]
"""An article with what was found in it and its words."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in an article, by its place."""

    text: str
    figures: Places[Figure]
    dates: Places[DateMention]
    names: Places[Entity]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A passage with what is needed to compare facts in it."""

    passage: Passage
    left: Sequence[Token]
    right: Sequence[Token]
    swaps: tuple[Swap, ...]


def compare_facts(a: Side, b: Side, passages: Iterable[Passage], names: Sequence[NamePair]) -> tuple[Fact, ...]:
    """All facts that both state, in the order of A's text, the days of publication first."""
    found_a, found_b = _find(a), _find(b)
    found = list(_published(a[0], b[0]))
    for passage in passages:
        if not passage.sure:
            continue
        left, right = a[2].between(passage.a), b[2].between(passage.b)
        pair = _Pair(passage, left, right, tuple(swaps(left, right)))
        found.extend(_numbers(found_a, found_b, pair))
        found.extend(_dates(found_a, found_b, pair))
        found.extend(_names(found_a, found_b, pair, names))
    found.extend(_variants(names))
    return tuple(found)


def _find(side: Side) -> _Found:
    article, analysis, _ = side
    return _Found(
        article.text,
        Places((figure.span, figure) for figure in analysis.figures),
        Places((d.span, d) for d in analysis.dates if d.span and d.value and d.role in ("event", "mentioned")),
        Places((mention, entity) for entity in analysis.entities for mention in entity.mentions),
    )


def _published(a: Article, b: Article) -> Iterator[Fact]:
    if a.published and b.published:
        one, other = a.published[:10], b.published[:10]
        verdict = _date_verdict(one, other)
        yield Fact("date", verdict, "published", FactSide(one, None), FactSide(other, None), "days of publication")


def _swapped(pair: _Pair, one: Span, other: Span) -> bool:
    return any(swap.a.overlaps(one) and swap.b.overlaps(other) for swap in pair.swaps)


# Figures


def _numbers(a: _Found, b: _Found, pair: _Pair) -> Iterator[Fact]:
    left = [figure for _, figure in a.figures.within(pair.passage.a)]
    right = [figure for _, figure in b.figures.within(pair.passage.b)]
    ranked = sorted(
        ((-rank, i, j) for i, x in enumerate(left) for j, y in enumerate(right) if (rank := _likeness(x, y, pair)) > 0),
    )
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, i, j in ranked:
        if i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        yield _number(a, left[i], b, right[j])


def _likeness(x: Figure, y: Figure, pair: _Pair) -> float:
    """How sure it is that two figures measure the same thing; 0 where they hardly do."""
    if _unit(x.unit) != _unit(y.unit):
        return 0.0
    counted = _head(x.of), _head(y.of)
    same_thing = bool(counted[0]) and counted[0] == counted[1]
    if counted[0] and counted[1] and not same_thing:
        return 0.0
    around = len(_around(x.span, pair.left) & _around(y.span, pair.right))
    if x.value == y.value:
        return 10.0 + 3 * same_thing + around
    if _swapped(pair, x.span, y.span):
        return 6.0 + 3 * same_thing + around
    if same_thing and around:
        return 3.0 + around
    return 1.0 + around if x.unit and around >= 2 else 0.0


def _number(a: _Found, x: Figure, b: _Found, y: Figure) -> Fact:
    verdict: Verdict
    if x.value == y.value:
        verdict = "same" if x.hedge == y.hedge else "precision"
    else:
        verdict = "precision" if _compatible(x, y) else "differs"
    subject = x.of or y.of or x.unit or y.unit or "figure"
    why = f"{_one_line(x.span.of(a.text))} · {_one_line(y.span.of(b.text))}"
    return Fact("number", verdict, subject, FactSide(x.value, x.span), FactSide(y.value, y.span), why)


def _compatible(x: Figure, y: Figure) -> bool:
    """Whether both figures may be true of one quantity, as they are hedged or rounded."""
    low, high = sorted((x, y), key=lambda figure: figure.value)
    apart = (high.value - low.value) / max(abs(high.value), 1e-9)
    if x.hedge == y.hedge != "about" and x.hedge is not None:
        return False
    if (low.hedge == "over" or high.hedge == "under") and apart <= 0.25:
        return True
    if "about" in (low.hedge, high.hedge) and apart <= _NEAR:
        return True
    rounder, exact = sorted((x.value, y.value), key=_digits)
    return (
        min(x.value, y.value) >= _ROUND
        and apart <= _ROUNDED
        and _digits(rounder) < _digits(exact)
        and _round(exact, _digits(rounder)) == rounder
    )


def _digits(value: float) -> int:
    """Significant digits of a figure: 2 of 160,000, 4 of 1,234."""
    return len(f"{abs(value):.10g}".replace(".", "").strip("0")) if value else 1


def _round(value: float, digits: int) -> float:
    return round(value, digits - 1 - floor(log10(abs(value)))) if value else 0.0


def _unit(unit: str | None) -> str:
    return (unit or "").lower().rstrip("s").replace("percent", "%").replace("per cent", "%")


def _head(of: str | None) -> str:
    words = (of or "").split()
    return fold(words[-1]) if words else ""


def _around(span: Span, tokens: Sequence[Token]) -> set[str]:
    """The terms next to a figure."""
    inside = [n for n, token in enumerate(tokens) if span.start <= token.start < span.end]
    if not inside:
        return set()
    near = (*tokens[max(0, inside[0] - _REACH) : inside[0]], *tokens[inside[-1] + 1 : inside[-1] + 1 + _REACH])
    return {term for token in near if token.key.isalnum() and (term := fold(token.key))}


# Dates


def _dates(a: _Found, b: _Found, pair: _Pair) -> Iterator[Fact]:
    left = dict(a.dates.within(pair.passage.a))
    right = dict(b.dates.within(pair.passage.b))
    for agree in (_equal, _less_exact, partial(_replaced, pair)):
        for one, x in list(left.items()):
            other = next((place for place, y in right.items() if agree(one, x, place, y)), None)
            if other is None:
                continue
            y = right.pop(other)
            del left[one]
            why = f"{_one_line(one.of(a.text))} · {_one_line(other.of(b.text))}"
            verdict = _date_verdict(str(x.value), str(y.value))
            yield Fact("date", verdict, "date", FactSide(x.value, one), FactSide(y.value, other), why)


def _equal(_one: Span, x: DateMention, _other: Span, y: DateMention) -> bool:
    return x.value == y.value


def _less_exact(_one: Span, x: DateMention, _other: Span, y: DateMention) -> bool:
    return _date_verdict(str(x.value), str(y.value)) == "precision"


def _replaced(pair: _Pair, one: Span, _x: DateMention, other: Span, _y: DateMention) -> bool:
    return _swapped(pair, one, other)


def _date_verdict(one: str, other: str) -> Verdict:
    if one == other:
        return "same"
    return "precision" if one.startswith(other) or other.startswith(one) else "differs"


# Names


def _names(a: _Found, b: _Found, pair: _Pair, names: Sequence[NamePair]) -> Iterator[Fact]:
    """Different names in the same place between the same words, if neither passage has the other name."""
    if not pair.swaps:
        return
    known = {(pair.a.name, pair.b.name) for pair in names}
    left = a.names.within(pair.passage.a)
    right = b.names.within(pair.passage.b)
    partners = {x.name: y for x, y in ((p.a, p.b) for p in names)}
    for one, x in left:
        for other, y in right:
            if (x.type != y.type and not _firm(pair, one)) or (x.name, y.name) in known or not _fills(pair, one, other):
                continue
            partner = partners.get(x.name)
            if not _firm(pair, one) and partner is not None and any(entity is partner for _, entity in right):
                continue
            kind: FactKind = "place" if x.type == "place" else "name"
            why = f"{_one_line(one.of(a.text))} · {_one_line(other.of(b.text))}, in the same place"
            yield Fact(kind, "differs", x.type, FactSide(x.name, one), FactSide(y.name, other), why)


def _fills(pair: _Pair, one: Span, other: Span) -> bool:
    """Whether the two names are, but for a word or two of title, all that differs in one place."""
    return any(
        swap.a.overlaps(one)
        and swap.b.overlaps(other)
        and swap.a.end - swap.a.start <= one.end - one.start + _TITLE
        and swap.b.end - swap.b.start <= other.end - other.start + _TITLE
        for swap in pair.swaps
    )


def _firm(pair: _Pair, one: Span) -> bool:
    """Whether so many words around it are the same that the name cannot but be another one in the same place."""
    return any(swap.a.overlaps(one) and swap.around >= _FIRM for swap in pair.swaps)


def _variants(names: Iterable[NamePair]) -> Iterator[Fact]:
    """One bearer, two spellings or forms: listed, and never a conflict."""
    for pair in names:
        if pair.likeness == "same" or not pair.a.mentions or not pair.b.mentions:
            continue
        kind: FactKind = "place" if pair.a.type == "place" else "name"
        why = "two spellings of one name" if pair.likeness == "spelling" else "two forms of one name"
        one, other = pair.a.mentions[0], pair.b.mentions[0]
        yield Fact(kind, pair.likeness, pair.a.name, FactSide(pair.a.name, one), FactSide(pair.b.name, other), why)


def _one_line(text: str) -> str:
    return " ".join(text.split())
