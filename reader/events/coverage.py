"""What of an event one article tells, beside all the others: told there as well and how high up, only here, missing.

A rank says how much of substance a passage has and where it stands; it does not say why another article lacks it. A
short article cannot hold what a long one does, so what is missing weighs less there.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.events.across import Compared, Member
from reader.events.blocks import TOLD
from reader.events.gaps import told_only_here, weights
from reader.events.joining import Joined
from reader.events.reading import read
from reader.model import Article, Comparison, Only, Passage, Span
from reader.model.frozen import dataclass

APART = 0.25
"""Part of an article's length by which two places must differ for one article to tell something much earlier."""

_EACH = 0.2
"""What each further article that tells something adds to its weight, as a part of it."""


class Telling(NamedTuple):
    """Where another article tells a passage."""

    member: int
    """Place of the article in the event."""
    spans: tuple[Span, ...]
    """Its sentences."""
    paragraph: int
    """Zero-based, of the first of them."""
    depth: float
    """Part of the article's text that stands before, 0 to 1."""
    score: float
    """Of the link, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph, with where the others tell something of it."""

    paragraph: int
    """Zero-based."""
    span: Span
    depth: float
    """Part of the article's text that stands before, 0 to 1."""
    weight: float
    why: tuple[str, ...]
    tellings: tuple[Telling, ...]
    """At most one for each other article, the earliest there, in order of the articles; sure links alone."""


class Displaced(NamedTuple):
    """A paragraph that another article tells much earlier or later."""

    told: Told
    telling: Telling
    shift: float
    """How much later, as a part of the length, it stands here than there; negative where it stands earlier here."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A passage of other articles that was not found in this one."""

    tellings: tuple[Telling, ...]
    """One for each article that tells it, the weightiest first; their score is their own weight."""
    weight: float
    why: tuple[str, ...]


def prominence(home: int, members: Sequence[Member], compared: Compared) -> tuple[Told, ...]:
    """Each paragraph of a member in order, with the other members that report it, and at which paragraph."""
    article, analysis = members[home]
    tellings: list[dict[int, Telling]] = [{} for _ in article.paragraphs]
    for other, member in enumerate(members):
        if other == home:
            continue
        for passage in compared(home, other).passages:
            if not passage.sure:
                continue
            telling = _telling(other, member.article, passage.b, passage.score)
            for place in {article.paragraph_at(span.start) for span in passage.a}:
                known = tellings[place].get(other)
                if known is None or telling.spans < known.spans:
                    tellings[place][other] = telling
    weigh = weights(article, analysis).weigh
    found = []
    for place, (span, told) in enumerate(zip(article.paragraphs, tellings, strict=True)):
        weighed = weigh((span,))
        sources = tuple(told[other] for other in sorted(told))
        found.append(Told(place, span, _depth(article, span), weighed.weight, weighed.why, sources))
    return tuple(found)


def displaced(told: Iterable[Told]) -> tuple[Displaced, ...]:
    """The paragraphs that stand much higher or lower in another article, the weightiest and farthest first."""
    found = [
        Displaced(one, telling, round(one.depth - telling.depth, 3))
        for one in told
        for telling in one.tellings
        if abs(one.depth - telling.depth) >= APART
    ]
    return tuple(sorted(found, key=lambda d: (-abs(d.shift) * d.told.weight, d.told.paragraph, d.telling.member)))


def only_here(home: int, members: Sequence[Member], compared: Compared) -> tuple[Only, ...]:
    """What a member tells and none of the others does, the weightiest first."""
    article, analysis = members[home]
    told: set[Span] = set()
    for other in range(len(members)):
        if other != home:
            told.update(span for passage in _telling_passages(compared(home, other)) for span in passage.a)
    others = (read(m.article.text, m.analysis.sentences) for n, m in enumerate(members) if n != home)
    return told_only_here(article, analysis, (n for n, span in enumerate(analysis.sentences) if span in told), others)


def missing_here(home: int, members: Sequence[Member], compared: Compared) -> tuple[Missing, ...]:
    """What others tell and a member does not: each thing once, however many tell it, the weightiest first."""
    gaps = [(other, gap) for other in range(len(members)) if other != home for gap in compared(home, other).only_b]
    joined = Joined(range(len(gaps)))
    places = {(other, span): n for n, (other, gap) in enumerate(gaps) for span in gap.spans}
    others = sorted({other for other, _ in gaps})
    for k, one in enumerate(others):
        for other in others[k + 1 :]:
            for passage in compared(one, other).passages:
                ours = [places[one, span] for span in passage.a if (one, span) in places]
                theirs = [places[other, span] for span in passage.b if (other, span) in places]
                if passage.sure and ours and theirs:
                    joined.join(ours[0], theirs[0])
    length = len(members[home].article.text)
    made = [_missing([gaps[n] for n in group], members, length) for group in joined.groups()]
    return tuple(sorted(made, key=lambda gap: (-gap.weight, gap.tellings[0].member, gap.tellings[0].spans)))


def _missing(group: Sequence[tuple[int, Only]], members: Sequence[Member], length: int) -> Missing:
    weighed = [(gap.weight * _room(length, len(members[other].article.text)), other, gap) for other, gap in group]
    weighed.sort(key=lambda item: (-item[0], item[1], item[2].spans))
    tellings: dict[int, Telling] = {}
    for weight, other, gap in weighed:
        tellings.setdefault(other, _telling(other, members[other].article, gap.spans, round(weight, 3)))
    weight = weighed[0][0] * (1 + _EACH * (len(tellings) - 1))
    return Missing(tuple(tellings.values()), round(min(1.0, weight), 3), weighed[0][2].why)


def _room(here: int, there: int) -> float:
    """How much of what the other article tells this one could hold, by their lengths, 0 to 1."""
    return float(min(1.0, (here / there) ** 0.5)) if there else 1.0


def _telling_passages(comparison: Comparison) -> Iterable[Passage]:
    return (passage for passage in comparison.passages if passage.sure or passage.score >= TOLD)


def _telling(member: int, article: Article, spans: tuple[Span, ...], score: float) -> Telling:
    return Telling(member, spans, article.paragraph_at(spans[0].start), _depth(article, spans[0]), score)


def _depth(article: Article, span: Span) -> float:
    return round(span.start / max(1, len(article.text)), 3)
