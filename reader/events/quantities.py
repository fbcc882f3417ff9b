"""Figures that two aligned passages state of the same thing: alike, more or less exact, or at odds.

Like is compared with like: the same unit and the same thing counted, or the same place between the same words.
"""

from collections.abc import Iterator, Sequence
from math import floor, log10

from reader.analysis.vocabulary import word_set
from reader.events.finding import Found, Pair
from reader.events.terms import fold
from reader.events.wording import Token
from reader.model import Fact, Figure, Span
from reader.model.event import Verdict

_NEAR = 0.1
"""Part by which "about 100" may miss the other figure."""

_ROUNDED = 0.025
"""Part by which a figure may differ from a rounder one without a hedge and count as less exact."""

_ROUND = 100
"""Figures below this are not rounded without a hedge: 40 is not "41, roughly"."""

_SIZE = 8
"""How many times a figure one may be that counts the same thing, where they do not stand in the same place."""

_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade"))
"""Every report is full of these, each of something else."""

_ANYBODY = frozenset(map(fold, ("people", "persons")))
_SOMEBODY = _ANYBODY | frozenset(
    map(
        fold,
        word_set(
            """
            passengers crew residents islanders villagers workers employees miners soldiers troops protesters victims
            demonstrators patients students pupils children women men civilians migrants refugees inmates
            """
        ),
    )
)
"""Those whom one report counts under their own name, and another as people."""

_MANY = 20
"""Persons from which two counts of nearly one size, in passages that report the same, are counts of one group."""

_REACH = 4
"""Words before and after that tell whether two figures count the same thing."""


def compare_figures(a: Found, b: Found, pair: Pair) -> Iterator[Fact]:
    """The figures of two passages that measure the same thing, each with at most one partner."""
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


def _likeness(x: Figure, y: Figure, pair: Pair) -> float:
    """How sure it is that two figures measure the same thing; 0 where they hardly do."""
    if _unit(x.unit) != _unit(y.unit):
        return 0.0
    counted = _head(x.of), _head(y.of)
    same_thing = bool(counted[0]) and counted[0] == counted[1]
    if counted[0] and counted[1] and not same_thing:
        return 1.0 if pair.passage.sure and _same_crowd(x, y, *counted) else 0.0
    around = len(_around(x.span, pair.left) & _around(y.span, pair.right))
    if x.value == y.value:
        return 10.0 + 3 * same_thing + around
    if pair.swapped(x.span, y.span):
        return 6.0 + 3 * same_thing + around
    if not _comparable(x.value, y.value):
        return 0.0
    if same_thing and around:
        return 3.0 + around
    return 1.0 + around if x.unit and around >= 2 and _unit(x.unit) not in _TIMES else 0.0


def _same_crowd(x: Figure, y: Figure, one: str, other: str) -> bool:
    """Whether "212 people" and "217 passengers" count the same."""
    small, large = sorted((x.value, y.value))
    is_crowd = {one, other} <= _SOMEBODY and not _ANYBODY.isdisjoint((one, other))
    return is_crowd and small >= _MANY and large - small <= _NEAR * large


def _comparable(x: float, y: float) -> bool:
    """Whether two values are of one size: 2 and 115 children are hardly two counts of the same."""
    small, large = sorted((abs(x), abs(y)))
    return large <= _SIZE * small


def _number(a: Found, x: Figure, b: Found, y: Figure) -> Fact:
    verdict: Verdict
    if x.value == y.value:
        verdict = "same" if x.hedge == y.hedge else "precision"
    else:
        verdict = "precision" if _compatible(x, y) else "differs"
    subject = x.of or y.of or x.unit or y.unit or "figure"
    why = f"{a.words(x.span)} · {b.words(y.span)}"
    return Fact("number", verdict, subject, a.side(x.value, x.span), b.side(y.value, y.span), why)


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
    if rounder == round(exact) and rounder.is_integer() and not exact.is_integer():
        return True
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
