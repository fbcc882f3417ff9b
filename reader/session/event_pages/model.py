"""What the pages of an event show, as frozen values: the reports compared so far, and one value for each page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from reader.model import Comparison, Quote, Span
from reader.model.event import FactKind, QuoteClass
from reader.model.frozen import dataclass

if TYPE_CHECKING:
    from reader.events.across import Member
    from reader.events.matrix import SpeakerRow, Speakers
    from reader.events.statements import EventFact
    from reader.events.timeline import DateRow
    from reader.library.values import EventRow

EventScope = Literal["matrix", "cell", "facts", "gaps", "timeline", "headlines"]
"""Where the keys of an event's pages act."""
Sort = Literal["count", "name", "difference"]
SORTS: tuple[Sort, ...] = ("count", "name", "difference")
GapList = Literal["only", "missing", "moved"]
"""Told only in this source; told elsewhere and not found in it; told much earlier or later in it."""
GAP_LISTS: tuple[GapList, ...] = ("only", "missing", "moved")


@dataclass(frozen=True)
class Reports:
    """The reports of an event, and the comparisons of two of them as far as they have been made."""

    keys: tuple[int, ...]
    """In the library, in the order of the strip of sources."""
    names: tuple[str, ...]
    members: tuple[Member, ...]
    known: Mapping[tuple[int, int], Comparison] = field(default_factory=dict)
    """By the places of two reports, the first before the second."""
    left_out: int = 0
    """Reports of the event beyond those that are looked at."""
    title: str = ""
    """How the event is called."""
    row: EventRow | None = None
    """What the library knows of it: whom it is about, where and when it was."""

    @property
    def total(self) -> int:
        """How many comparisons there are to make."""
        return len(self.keys) * (len(self.keys) - 1) // 2

    @property
    def complete(self) -> bool:
        """Whether each has been compared with each."""
        return len(self.known) >= self.total

    def missing(self, first: int = 0) -> tuple[int, int] | None:
        """Two that have not been compared, those of one report before the others; None where all have."""
        pairs = [pair for pair in combinations(range(len(self.keys)), 2) if pair not in self.known]
        return min(pairs, key=lambda pair: (first not in pair, pair), default=None)

    def has_all_of(self, place: int) -> bool:
        """Whether one report has been compared with every other."""
        return all((min(place, n), max(place, n)) in self.known for n in range(len(self.keys)) if n != place)

    def compared(self, one: int, other: int) -> Comparison:
        """The comparison of two; an empty one where it has not been made yet."""
        if one < other:
            return self.known.get((one, other), _UNKNOWN)
        return self._mirrored.get((one, other)) or self._mirror(one, other)

    @cached_property
    def _mirrored(self) -> dict[tuple[int, int], Comparison]:
        return {}

    def _mirror(self, one: int, other: int) -> Comparison:
        from reader.events import mirror

        known = self.known.get((other, one))
        if known is None:
            return _UNKNOWN
        made = self._mirrored[one, other] = mirror(known)
        return made

    def paragraph(self, place: int, span: Span) -> int:
        """One-based paragraph of a passage of a report."""
        return self.members[place].article.paragraph_at(span.start) + 1


_UNKNOWN = Comparison()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """What all pages have."""

    scope: ClassVar[EventScope]
    event: Reports
    cursor: int = 0
    """Index of the row."""

    @property
    def count(self) -> int:
        """Number of rows."""
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix(EventPage):
    """Who said what: speakers by reports; then all who have no name together, and a row for all quotations."""

    scope: ClassVar[EventScope] = "matrix"
    rows: tuple[SpeakerRow, ...] = ()
    speakers: Speakers | None = None
    """All of them, in the order of how much they are quoted."""
    unfolded: bool = False
    """Whether the speakers without a name are shown one by one, by what the reports call them."""
    column: int = 0
    """Place of the report that the cursor is on."""
    only: bool = False
    """Whether speakers that every report quotes are left out."""
    sort: Sort = "count"

    @property
    def count(self) -> int:
        """Number of rows, the last one among them."""
        found = self.speakers
        return len(self.rows) + 1 if found and (found.named or found.unnamed) else 0


class Elsewhere(NamedTuple):
    """How another report has a quotation."""

    place: int
    kind: QuoteClass | None
    """None while the two have not been compared."""
    paragraph: int | None
    """One-based; None where it is not quoted there."""
    spans: tuple[Span, ...] = ()
    """What stands there."""


class Said(NamedTuple):
    """A quotation in a cell."""

    place: int
    quote: Quote
    paragraph: int
    """One-based."""
    elsewhere: tuple[Elsewhere, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(EventPage):
    """The quotations of one speaker in one report; `speaker` is None for all that has no name."""

    scope: ClassVar[EventScope] = "cell"
    rows: tuple[Said, ...] = ()
    title: str = ""
    place: int = 0
    under: Matrix

    @property
    def count(self) -> int:
        """Number of quotations."""
        return len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(EventPage):
    """Facts that differ."""

    scope: ClassVar[EventScope] = "facts"
    rows: tuple[EventFact, ...] = ()
    facts: tuple[EventFact, ...] = ()
    """All that were found."""
    kind: FactKind | None = None
    """Only of this kind."""
    agreeing: bool = False
    """Whether those on which all agree are shown too."""
    why: bool = False
    """Whether it is said why the statements were held against each other."""

    @property
    def count(self) -> int:
        """Number of rows."""
        return len(self.rows)


class Gap(NamedTuple):
    """A passage that one report has and another has not, or has in quite another place."""

    place: int
    """The report that it stands in."""
    spans: tuple[Span, ...]
    paragraph: int
    """One-based."""
    weight: float
    why: tuple[str, ...]
    elsewhere: tuple[tuple[int, Span, int], ...]
    """Other reports that tell it: place, passage, one-based paragraph."""
    id: str
    """Outlives the session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps(EventPage):
    """What is told only in one report, and what is not found in it."""

    scope: ClassVar[EventScope] = "gaps"
    rows: tuple[Gap, ...] = ()
    lists: Mapping[GapList, tuple[Gap, ...]] = field(default_factory=dict)
    """All three, those among them that were put aside."""
    which: GapList = "only"
    home: int = 0
    """The report that it is about."""
    only: bool = False
    """Whether those that were put aside are left out."""

    @property
    def count(self) -> int:
        """Number of rows."""
        return len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(EventPage):
    """The days that the reports name."""

    scope: ClassVar[EventScope] = "timeline"
    rows: tuple[DateRow, ...] = ()
    """With the mentions of those reports that are shown."""
    dates: tuple[DateRow, ...] = ()
    mention: int = 0
    """Which of the row's mentions Enter leads to."""
    hidden: frozenset[int] = frozenset()
    only: bool = False
    """Whether dates that every report has are left out."""

    @property
    def count(self) -> int:
        """Number of rows."""
        return len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headlines(EventPage):
    """Headlines and leads, one report below the other."""

    scope: ClassVar[EventScope] = "headlines"

    @property
    def count(self) -> int:
        """Number of reports."""
        return len(self.event.keys)
