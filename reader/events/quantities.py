"""Figures that two aligned passages state of the same thing: alike, more or less exact, or at odds.

Like is compared with like: the same unit and the same thing counted, or the same place between the same words.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import floor, log10

from reader.analysis.vocabulary import word_set
from reader.events.deeds import deed
from reader.events.finding import Found, Pair
from reader.events.subjects import clearest, counted
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

ANYBODY = frozenset(map(fold, ("people", "persons")))
_SOMEBODY = ANYBODY | frozenset(
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

_SCALES = frozenset(("lakh", "lakhs", "crore", "crores"))
_SUM = 6
"""Words behind a figure among which its noun stands."""

_REACH = 4
"""Words before and after that tell whether two figures count the same thing."""

_FAR = 8
"""The same where neither passage has another figure of that kind."""

EARLIER = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:since|ago|previous|earlier|last (?:year|month|week)|total)\b"
    r"|(?<!\d )\b(?:January|February|April|June|July|August|September|October|November|December)\b(?!\.? \d)"
)
"""In the sentence of a toll: it tells of what happened before, or adds up more than one event; "a June strike"."""


def compare_figures(a: Found, b: Found, pair: Pair) -> Iterator[Fact]:
    """The figures of two passages that measure the same thing, each with at most one partner."""
    left = [figure for _, figure in a.figures.within(pair.passage.a)]
    right = [figure for _, figure in b.figures.within(pair.passage.b)]
    one_of_its_kind = _one_of_its_kind(left) & _one_of_its_kind(right)
    ranked = sorted(
        (-rank, i, j)
        for i, x in enumerate(left)
        for j, y in enumerate(right)
        if (rank := _likeness(x, y, pair, head(x.of) in one_of_its_kind)) > 0
        and (x.value == y.value or not deed(x.span, pair.left) or not apart(a, x, b, y))
    )
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, i, j in ranked:
        if i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        yield number(a, left[i], b, right[j])


def _one_of_its_kind(figures: Iterable[Figure]) -> set[str]:
    """What is counted by one figure alone."""
    return {kind for kind, times in Counter(head(figure.of) for figure in figures).items() if kind and times == 1}


def _likeness(x: Figure, y: Figure, pair: Pair, alone: bool) -> float:
    """How sure it is that two figures measure the same thing; 0 where they hardly do.

    `alone`: neither passage has another figure of that kind.
    """
    if _unit(x.unit) != _unit(y.unit) or _scale(x, pair.left) != _scale(y, pair.right):
        return 0.0
    befell = deed(x.span, pair.left), deed(y.span, pair.right)
    if befell[0] and befell[1] and befell[0] != befell[1]:
        return 0.0
    if not pair.passage.sure:
        return _toll(x, y) if befell[0] == befell[1] is not None else 0.0
    heads = head(x.of), head(y.of)
    same_thing = bool(heads[0]) and heads[0] == heads[1]
    if heads[0] and heads[1] and not same_thing:
        return 1.0 if pair.passage.sure and _same_crowd(x, y, *heads) else 0.0
    around = pair.near(x.span, y.span, _REACH)
    near = len(around)
    if x.value == y.value:
        return 10.0 + 3 * same_thing + near
    if _summed(x, pair.left) != _summed(y, pair.right):
        return 0.0
    if pair.swapped(x.span, y.span):
        return 6.0 + 3 * same_thing + near
    if not comparable(x.value, y.value):
        return 0.0
    if same_thing and (near > 1 or befell[0] == befell[1] is not None) and around - {heads[0]} - pair.names:
        return 3.0 + near
    if same_thing and alone and pair.near(x.span, y.span, _FAR) - {heads[0]} - pair.names:
        return 2.0 + near
    return 1.0 + near if x.unit and near >= 2 and _unit(x.unit) not in _TIMES else 0.0


def _scale(figure: Figure, tokens: Sequence[Token]) -> str:
    """A word behind the figure by which it is to be multiplied and which its value leaves out."""
    low = bisect_left(tokens, figure.span.end, key=lambda token: token.start)
    return tokens[low].key.rstrip("s") if low < len(tokens) and tokens[low].key in _SCALES else ""


def _summed(figure: Figure, tokens: Sequence[Token]) -> bool:
    """Whether the figure counts two sorts in one: "four judges or prosecutors"."""
    noun = (figure.of or "").split()
    if not noun:
        return False
    low = bisect_left(tokens, figure.span.end, key=lambda token: token.start)
    for n, token in enumerate(tokens[low : low + _SUM], low):
        if token.key == noun[-1]:
            following = [other.key for other in tokens[n + 1 : n + 3]]
            return len(following) == 2 and following[0] in {"or", "and"} and following[1].endswith("s")
    return False


def _toll(x: Figure, y: Figure) -> float:
    """Whether two figures are tolls of one event, in passages that tell it in other words: of the same people."""
    one, other = head(x.of), head(y.of)
    of_people = one in _SOMEBODY and other in _SOMEBODY and (one == other or {one, other} <= ANYBODY)
    return 2.0 if of_people and x.unit is None and y.unit is None and comparable(x.value, y.value) else 0.0


def apart(a: Found, x: Figure, b: Found, y: Figure) -> bool:
    """Whether the sentences of two tolls tell of different times: "a June strike killed three"."""
    earlier = [bool(EARLIER.search(f.sentence(figure.span).of(f.text))) for f, figure in ((a, x), (b, y))]
    if earlier[0] != earlier[1]:
        return True
    ours, theirs = (_days(found, found.sentence(figure.span)) for found, figure in ((a, x), (b, y)))
    return bool(ours) and bool(theirs) and not any(p.startswith(q) or q.startswith(p) for p in ours for q in theirs)


def _days(found: Found, sentence: Span) -> list[str]:
    return [str(date.value) for _, date in found.dates.within((sentence,)) if date.value]


def _same_crowd(x: Figure, y: Figure, one: str, other: str) -> bool:
    """Whether "212 people" and "217 passengers" count the same."""
    small, large = sorted((x.value, y.value))
    is_crowd = {one, other} <= _SOMEBODY and not ANYBODY.isdisjoint((one, other))
    return is_crowd and small >= _MANY and large - small <= _NEAR * large


def comparable(x: float, y: float) -> bool:
    """Whether two values are of one size: 2 and 115 children are hardly two counts of the same."""
    small, large = sorted((abs(x), abs(y)))
    return large <= _SIZE * small


def number(a: Found, x: Figure, b: Found, y: Figure) -> Fact:
    """What two figures say of one quantity."""
    verdict: Verdict
    if x.value == y.value:
        verdict = "same" if x.hedge == y.hedge else "precision"
    else:
        verdict = "precision" if _compatible(x, y) else "differs"
    subject = clearest(counted(a.text, a.sentence(x.span), x), counted(b.text, b.sentence(y.span), y))
    subject = subject or x.of or y.of or x.unit or y.unit or "figure"
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


def head(of: str | None) -> str:
    """The term for what is counted, "" for nothing."""
    words = (of or "").split()
    return fold(words[-1]) if words else ""
