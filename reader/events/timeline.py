"""The days that the articles of an event name, on one axis: what happened, was reported and was mentioned when."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.events.across import Member
from reader.model import Span
from reader.model.analysis import DateRole
from reader.model.frozen import dataclass


class DatedIn(NamedTuple):
    """Where a date stands."""

    member: int
    """Place of the article in the event."""
    span: Span | None
    """None where it is metadata."""
    paragraph: int | None
    """Zero-based; None where it is metadata."""
    certain: bool


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date in one role."""

    date: str | None
    """`2022-02-15`, `2022-02`, `2022`; None for what cannot be told."""
    role: DateRole
    mentions: tuple[DatedIn, ...]
    """In order of the articles and of their texts."""

    @property
    def members(self) -> tuple[int, ...]:
        """The articles that have it, by their places."""
        return tuple(dict.fromkeys(mention.member for mention in self.mentions))


def chronology(members: Sequence[Member]) -> tuple[DateRow, ...]:
    """Every date in every role, in order of time; what cannot be told comes last."""
    found: dict[tuple[str | None, DateRole], list[DatedIn]] = {}
    for n, (article, analysis) in enumerate(members):
        for date in analysis.dates:
            paragraph = article.paragraph_at(date.span.start) if date.span else None
            mention = DatedIn(n, date.span, paragraph, date.certain)
            found.setdefault((date.value, date.role), []).append(mention)
    ordered = sorted(found.items(), key=lambda item: (item[0][0] is None, item[0][0] or "", item[0][1]))
    return tuple(DateRow(value, role, tuple(mentions)) for (value, role), mentions in ordered)
