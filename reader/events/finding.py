"""What was found in one article, by its place, and what is compared of two aligned passages."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from rapidfuzz.distance import LCSseq

from reader.analysis.vocabulary import word_set
from reader.events.places import Places
from reader.events.reading import Reading
from reader.events.swaps import Swap, swaps
from reader.events.wording import MARKS, Token
from reader.model import Analysis, Article, DateMention, Entity, FactSide, Figure, Passage, Quote, Span
from reader.model.frozen import dataclass

Side = tuple[Article, Analysis, Reading]
"""An article with what was found in it and its words."""

_SMALL = MARKS | word_set("a an the on in at by of to from and as for last this next late early since until during")
"""Words that may come and go with a name or a date."""

_CREDIT = 5
"""Words that the name of somebody without a name has at most: "two officials of the ministry"."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in an article, by its place."""

    text: str
    figures: Places[Figure]
    dates: Places[DateMention]
    names: Places[Entity]
    said: Places[Quote]

    def side(self, value: str | float | None, span: Span) -> FactSide:
        """A statement in this article, with who is said to have made it."""
        return FactSide(value, span, self._attributed(span))

    def _attributed(self, span: Span) -> str | None:
        said = [quote for quote in self.said.touching((span,)) if any(own.covers(span) for own in quote.spans)]
        for quote in sorted(said, key=lambda quote: sum(own.end - own.start for own in quote.spans)):
            if quote.speaker.name:
                return quote.speaker.name
            if quote.speaker.mention:
                words = quote.speaker.mention.of(self.text).split()
                if words[:2] == ["according", "to"]:
                    words = words[2:]
                return " ".join(words) if 0 < len(words) <= _CREDIT else None
        return None

    def words(self, span: Span) -> str:
        """A stretch of the text on one line."""
        return " ".join(span.of(self.text).split())


def find(side: Side) -> Found:
    """The figures, dates of events, names and quotations of an article by their places."""
    article, analysis, _ = side
    return Found(
        article.text,
        Places((figure.span, figure) for figure in analysis.figures),
        Places((d.span, d) for d in analysis.dates if d.span and d.value and d.role in ("event", "mentioned")),
        Places((mention, entity) for entity in analysis.entities for mention in entity.mentions),
        Places((span, quote) for quote in analysis.quotes for span in quote.spans),
    )


class Pair:
    """Two aligned passages, and what stands in the same place in both."""

    def __init__(self, passage: Passage, left: Sequence[Token], right: Sequence[Token]) -> None:
        self.passage = passage
        self.left = left
        self.right = right
        self.swaps: tuple[Swap, ...] = () if passage.relation == "same" else tuple(swaps(left, right))

    @cached_property
    def kept(self) -> float:
        """Part of the shorter passage's words that the other has in the same order, 0 to 1."""
        left, right = ([token.key for token in side if token.key not in MARKS] for side in (self.left, self.right))
        shorter = min(len(left), len(right))
        return float(LCSseq.similarity(left, right)) / shorter if shorter else 1.0

    def swapped(self, one: Span, other: Span) -> bool:
        """Whether the two stretches stand in the same place between the same words."""
        return any(swap.a.overlaps(one) and swap.b.overlaps(other) for swap in self.swaps)

    def fills(self, swap: Swap, one: Span, other: Span) -> bool:
        """Whether the two stretches are, but for titles and small words, all that differs in one place."""
        return (
            swap.a.overlaps(one)
            and swap.b.overlaps(other)
            and not _residue(self.left, swap.a, one)
            and not _residue(self.right, swap.b, other)
        )


def _residue(tokens: Sequence[Token], swap: Span, own: Span) -> bool:
    """Whether a stretch has words besides its own that say something themselves."""
    low = bisect_left(tokens, swap.start, key=lambda token: token.start)
    for token in tokens[low:]:
        if token.start >= swap.end:
            return False
        if not own.contains(token.start) and token.key not in _SMALL and not token.text[0].isupper():
            return True
    return False
