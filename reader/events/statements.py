"""The facts of an event: every figure, date and name that several articles state, with what each of them states."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.events.across import Compared, Member
from reader.events.joining import Joined
from reader.model import Fact, FactSide, Span
from reader.model.event import FactKind, Verdict
from reader.model.frozen import dataclass

_RANK: dict[Verdict, int] = {"differs": 0, "precision": 1, "spelling": 2, "form": 3, "same": 4}
_FORMS = frozenset(("spelling", "form"))


class Statement(NamedTuple):
    """What one article states."""

    member: int
    """Place of the article in the event."""
    value: str | float | None
    span: Span | None
    """Where it says so first; None for metadata."""
    attributed: str | None
    """Who is said to have said so."""


@dataclass(frozen=True, slots=True)
class EventFact:
    """One thing that several articles state, alike or not."""

    kind: FactKind
    verdict: Verdict
    """The gravest of those between any two of the articles: "differs" comes before "precision", that before "same"."""
    subject: str
    statements: tuple[Statement, ...]
    """In order of the articles; an article that states two values has one for each."""
    why: tuple[str, ...]
    """The words of those that do not agree, or of all where all do."""


class _Node(NamedTuple):
    kind: FactKind
    form: bool
    """Whether it is about how a name is written, not about what is stated."""
    member: int
    span: Span | None


def event_facts(members: Sequence[Member], compared: Compared) -> tuple[EventFact, ...]:
    """Each fact once, those that differ first, then in the order in which the articles tell them."""
    joined: Joined[_Node] = Joined()
    sides: dict[_Node, FactSide] = {}
    links: dict[_Node, list[Fact]] = {}
    for one in range(len(members)):
        for other in range(one + 1, len(members)):
            for fact in compared(one, other).facts:
                left = _Node(fact.kind, fact.verdict in _FORMS, one, fact.a.span)
                right = _Node(fact.kind, fact.verdict in _FORMS, other, fact.b.span)
                sides.setdefault(left, fact.a)
                sides.setdefault(right, fact.b)
                joined.join(left, right)
                links.setdefault(left, []).append(fact)
    made: dict[tuple[object, ...], EventFact] = {}
    for group in joined.groups():
        facts = [fact for node in group for fact in links.get(node, ())]
        found = _event_fact(group, [sides[node] for node in group], facts)
        values = tuple((statement.member, statement.value) for statement in found.statements)
        made.setdefault((found.kind, found.verdict, found.subject, values), found)
    return tuple(sorted(made.values(), key=_order))


def _event_fact(group: Sequence[_Node], sides: Sequence[FactSide], facts: Sequence[Fact]) -> EventFact:
    verdict = min((fact.verdict for fact in facts), key=_RANK.__getitem__)
    telling = [fact for fact in facts if fact.verdict == verdict]
    stated: dict[tuple[int, object], Statement] = {}
    for node, side in sorted(zip(group, sides, strict=True), key=lambda item: (item[0].member, item[0].span or (-1,))):
        key = node.member, side.value
        stated.setdefault(key, Statement(node.member, side.value, side.span, side.attributed))
    return EventFact(
        facts[0].kind, verdict, telling[0].subject, tuple(stated.values()), tuple(dict.fromkeys(_whys(telling)))
    )


def _whys(facts: Iterable[Fact]) -> Iterable[str]:
    return (fact.why for fact in facts)


def _order(fact: EventFact) -> tuple[int, int, tuple[int, ...], str]:
    first = fact.statements[0]
    return _RANK[fact.verdict], first.member, tuple(first.span) if first.span else (-1,), fact.kind
