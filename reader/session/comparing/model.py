"""What the side-by-side view and the page of a quotation's versions show, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, ClassVar, Literal

from reader.model import Analysis, Article, Comparison, Quote, Span
from reader.model.event import QuoteClass
from reader.model.frozen import dataclass

if TYPE_CHECKING:
    from reader.events.roster import SharedName
    from reader.session.event_pages.model import EventPage
    from reader.session.state import Reading

Which = Literal["a", "b"]
"""The left side or the right one."""
Sign = Literal["same", "similar", "differs", "only"]
DifferenceKind = Literal["number", "date", "name", "place", "quote", "only"]
TWO_COLUMNS = 100
"""Cells of the screen from which two reports stand side by side; on less, one stands below the other."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two reports."""

    key: int
    place: int
    """On the strip of the event's sources, from 0."""
    name: str
    article: Article
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that stand beside each other: those of the left side in a row, those of the right that tell the same.

    Every paragraph of both reports is in exactly one block. The left side's order is the order of the blocks.
    """

    a: tuple[int, ...]
    """Zero-based paragraphs of the left report; empty where only the right one tells it."""
    b: tuple[int, ...]
    sign: Sign = "only"
    score: float = 0.0
    """Likeness of the best passage in it, 0 to 1."""
    sure: bool = True
    moved: bool = False
    """Whether the right report tells it in another place of its order."""
    elsewhere: tuple[int, ...] = ()
    """Paragraphs of the other report that tell it too, but stand beside another block."""
    kinds: tuple[DifferenceKind, ...] = ()
    """What differs in it, in the order of the text."""

    def of(self, which: Which) -> tuple[int, ...]:
        """The paragraphs of one side."""
        return self.a if which == "a" else self.b


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that the two reports state otherwise, or that one of them does not have."""

    block: int
    kind: DifferenceKind
    text: str
    """One line: "14 May here, 15 May there · date"."""
    a: tuple[Span, ...] = ()
    b: tuple[Span, ...] = ()
    subject: str = ""
    """What is stated otherwise: "date"; of a passage that one side has, what is in it: "¶3 · a quote"."""
    values: tuple[str, str] = ("", "")
    """How the left one and the right one state it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Two reports laid beside each other, whatever the width."""

    a: Side
    b: Side
    comparison: Comparison
    blocks: tuple[Block, ...] = ()
    differences: tuple[Difference, ...] = ()
    """In the order of the blocks."""

    def side(self, which: Which) -> Side:
        """One of the two."""
        return self.a if which == "a" else self.b


@dataclass(frozen=True, slots=True)
class Comparing:
    """The side-by-side view."""

    scope: ClassVar[Literal["compare"]] = "compare"
    table: Table
    block: int = 0
    """The block that the cursor is on."""
    focus: Which = "a"
    """The side that Enter goes into."""
    difference: int = -1
    """The difference that was gone to last; -1 where the cursor was moved since."""
    words: bool = True
    """Whether single words are marked."""
    only: bool = False
    """Whether what is alike is folded away."""
    unlocked: bool = False
    """Whether the focused side scrolls alone."""
    key: int = 0
    """The article that was open before."""
    cursor: int = 0
    """Where its cursor was."""
    origin: EventPage | None = None
    """The page of the event that it was opened from: leaving leads back to it."""
    start: int = -1
    """The block in which it was: while the cursor is there, leaving gives back the exact place."""


@dataclass(frozen=True, slots=True)
class Version:
    """A quotation as one source has it."""

    place: int
    """On the strip, from 0."""
    name: str
    key: int
    quotes: tuple[Quote, ...] = ()
    """Several where what one source gives in one piece is in parts here; none where it is not quoted."""
    text: str = ""
    """The article that the quotes' offsets are into."""
    paragraph: int = 0
    """One-based paragraph of the first of them."""
    kind: QuoteClass = "only"
    kept: int = 0
    """Words of the version on the screen that this one has too."""
    words: int = 0
    """Words of the version on the screen."""
    length: int = 0
    """Words of this version."""
    speaker: str = ""
    """How the speaker is the same or another."""
    told: Span | None = None
    """Where the passage is told without this quotation; None where it is not."""


@dataclass(frozen=True, slots=True)
class Versions:
    """The page of one quotation: the version of the open article first, then those of the other sources."""

    scope: ClassVar[Literal["quote"]] = "quote"
    quote: str
    """Id in the open article."""
    index: int
    """Position among the article's quotations, from 0."""
    count: int
    versions: tuple[Version, ...]
    cursor: int = 0
    back: tuple[EventPage, Reading] | None = None
    """The page that it was opened from, and what was open then; None where it was the article's text."""


@dataclass(frozen=True, slots=True)
class Tellings:
    """What the other sources of the event say of the article on the screen."""

    told: tuple[tuple[bool, ...], ...] = ()
    """For each other source in the order of the strip: which paragraphs of this article it reports."""
    quoted: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """For each quote's id: positions on the strip of the sources that have it too, this one included."""
    differing: tuple[Span, ...] = ()
    """Figures, dates and names of this article that another source states otherwise."""
    wordings: Mapping[str, Mapping[int, QuoteClass]] = field(default_factory=dict)
    """For each quote's id: how the other sources that have it, by their positions on the strip, word it."""
    names: tuple[SharedName, ...] = ()
    """Everybody and everything that the event's sources name, with what each calls it; in the order of the strip."""
    only: tuple[Span, ...] = ()
    """Paragraphs of this article that no other source tells, and sentences of its other paragraphs."""
