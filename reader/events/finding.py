"""What was found in one article, by its place, and what is compared of two aligned passages."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from rapidfuzz.distance import LCSseq

from reader.analysis.vocabulary import word_set
from reader.events.attribution import stated_by
from reader.events.kept import Kept
from reader.events.places import Places
from reader.events.reading import Reading
from reader.events.swaps import Swap, swaps
from reader.events.terms import fold
from reader.events.wording import MARKS, Token
from reader.model import Analysis, Article, DateMention, Entity, FactSide, Figure, Passage, Quote, Span
from reader.model.frozen import dataclass

Side = tuple[Article, Analysis, Reading]
"""An article with what was found in it and its words."""

_SMALL = MARKS | word_set("a an the on in at by of to from and as for last this next late early since until during")
"""Words that may come and go with a name or a date."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in an article, by its place."""

    text: str
    figures: Places[Figure]
    dates: Places[DateMention]
    names: Places[Entity]
    said: Places[Quote]
    sentences: tuple[Span, ...]

    def side(self, value: str | float | None, span: Span) -> FactSide:
        """A statement in this article, with who is said to have made it."""
        return FactSide(value, span, stated_by(self.text, self.said.touching((span,)), span))

    def sentence(self, span: Span) -> Span:
        """The sentence in which something stands."""
        place = bisect_right(self.sentences, span.start, key=lambda own: own.start) - 1
        return self.sentences[place] if place >= 0 else span

    def words(self, span: Span) -> str:
        """A stretch of the text on one line."""
        return " ".join(span.of(self.text).split())


def _find(article: Article, analysis: Analysis) -> Found:
    return Found(
        article.text,
        Places((figure.span, figure) for figure in analysis.figures),
        Places((d.span, d) for d in analysis.dates if d.span and _is_one_day(article.text, d)),
        Places((mention, entity) for entity in analysis.entities for mention in entity.mentions),
        Places((span, quote) for quote in analysis.quotes for span in quote.spans),
        analysis.sentences,
    )


find = Kept(_find)
"""The figures, dates of events, names and quotations of an article by their places."""


def _is_one_day(text: str, date: DateMention) -> bool:
    """Whether a date is one that something happens on: no "every Sunday", and no day of publication."""
    if date.span is None or not date.value or date.role not in ("event", "mentioned"):
        return False
    return not text[max(0, date.span.start - 8) : date.span.start].casefold().endswith(("every ", "each ", "any "))


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

    @cached_property
    def names(self) -> set[str]:
        """The terms that stand with a capital in both."""
        left, right = (
            {fold(token.key) for token in side if token.text[0].isupper()} for side in (self.left, self.right)
        )
        return left & right

    def swapped(self, one: Span, other: Span) -> bool:
        """Whether the two stretches stand in the same place between the same words."""
        return any(swap.a.overlaps(one) and swap.b.overlaps(other) for swap in self.swaps)

    def near(self, one: Span, other: Span, reach: int) -> set[str]:
        """The terms that stand within so many words of both."""
        return _around(one, self.left, reach) & _around(other, self.right, reach)

    def fills(self, swap: Swap, one: Span, other: Span) -> bool:
        """Whether the two stretches are, but for titles and small words, all that differs in one place."""
        return (
            swap.a.overlaps(one)
            and swap.b.overlaps(other)
            and not _residue(self.left, swap.a, one)
            and not _residue(self.right, swap.b, other)
        )


def _around(span: Span, tokens: Sequence[Token], reach: int) -> set[str]:
    """The terms next to a place."""
    inside = [n for n, token in enumerate(tokens) if span.start <= token.start < span.end]
    if not inside:
        return set()
    near = (*tokens[max(0, inside[0] - reach) : inside[0]], *tokens[inside[-1] + 1 : inside[-1] + 1 + reach])
    return {term for token in near if token.key.isalnum() and (term := fold(token.key))}


def _residue(tokens: Sequence[Token], swap: Span, own: Span) -> bool:
    """Whether a stretch has words besides its own that say something themselves."""
    low = bisect_left(tokens, swap.start, key=lambda token: token.start)
    for token in tokens[low:]:
        if token.start >= swap.end:
            return False
        if not own.contains(token.start) and token.key not in _SMALL and not token.text[0].isupper():
            return True
    return False
