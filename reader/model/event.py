"""Several articles about one event, and what comparing two of them shows."""

from typing import Literal

from reader.model.frozen import dataclass
from reader.model.span import Span

Relation = Literal["same", "similar", "differs"]
QuoteClass = Literal["identical", "punctuation", "trimmed", "reworded", "split", "merged", "paraphrased", "only"]
FactKind = Literal["number", "date", "name", "place"]
Verdict = Literal["differs", "spelling", "form", "precision", "same"]
Op = tuple[Literal["=", "-", "+"], str]
"""A step of a word diff: joining the `=` and `-` pieces gives A's words, `=` and `+` gives B's."""


@dataclass(frozen=True, slots=True)
class Copies:
    """Articles of one event that carry one text, such as an agency's: several outlets, but one source."""

    articles: tuple[str, ...]
    """Ids, two or more, in order of publication."""
    share: float
    """Part of the sentences of the shorter text that stand in the other one; of the least alike two, 0 to 1."""
    agency: str | None = None
    """The wire service credited with the text, if any of the articles credits one."""


@dataclass(frozen=True, slots=True)
class Event:
    """A group of articles that cover the same thing; a lone article is an event of its own."""

    id: str
    title: str
    """After its people, place and date, or the headline of its best-placed article."""
    date: str | None
    """ISO day of the event, or of the earliest report."""
    articles: tuple[str, ...]
    """Ids, in order of publication."""
    score: float = 1.0
    """Mean similarity of its members, 0 to 1; 1 for a lone article."""
    why: tuple[str, ...] = ()
    """What they share: names, figures, dates, distance in days; how alike they are, and which one is least so."""
    people: tuple[str, ...] = ()
    """The persons that most of its reports name, at most three."""
    place: str | None = None
    """The place that its datelines name."""
    copies: tuple[Copies, ...] = ()
    """Articles that carry one text; each article is in at most one of them."""

    @property
    def texts(self) -> int:
        """Number of different texts: copies of one text count once."""
        return len(self.articles) - sum(len(one.articles) - 1 for one in self.copies)


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of A and of B that report the same thing."""

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    relation: Relation
    score: float
    """0 to 1."""
    sure: bool
    """False for a weaker, merely related link."""
    moved: bool = False
    """Whether the two tell it in a different order."""
    ops: tuple[Op, ...] = ()


@dataclass(frozen=True, slots=True)
class Only:
    """A passage told on one side only."""

    spans: tuple[Span, ...]
    weight: float
    """How much it would matter to a reader, 0 to 1: quotes, names and figures in it, and its place."""
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedQuote:
    """A quote of A beside the same utterance in B; one of the two is None where only one side has it."""

    a: str | None
    b: str | None
    kind: QuoteClass
    """Called `class` on the command line."""
    ops: tuple[Op, ...]
    score: float


@dataclass(frozen=True, slots=True)
class FactSide:
    """One side's statement of a fact."""

    value: str | float | None
    span: Span | None
    attributed: str | None = None
    """Who is said to have said so: a name, or the words that stand for somebody without one ("officials")."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure, date, name or place that both sides state, alike or not."""

    kind: FactKind
    verdict: Verdict
    subject: str
    a: FactSide
    b: FactSide
    why: str


@dataclass(frozen=True, slots=True)
class SharedCopy:
    """How much of each article is in the other, word for word."""

    share_a: float = 0.0
    share_b: float = 0.0
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles side by side."""

    passages: tuple[Passage, ...] = ()
    quotes: tuple[ComparedQuote, ...] = ()
    facts: tuple[Fact, ...] = ()
    only_a: tuple[Only, ...] = ()
    only_b: tuple[Only, ...] = ()
    shared_copy: SharedCopy = SharedCopy()


@dataclass(frozen=True, slots=True)
class Landing:
    """Where to go in B from a sentence of A."""

    span: Span
    """The sentence of B to put under the cursor."""
    found: bool
    """False where B does not report it: then `span` is the nearest place."""
    label: str
    """"same quote", "same words", "differs"; by its score "same passage", "similar", "related", "weakly related"; "same
    paragraph" where B tells another sentence of it; "not reported" where not found."""
    score: float
    between: tuple[int, int] | None = None
    """Where not found: the zero-based paragraphs of B between which it would stand, if the neighbours align."""
