"""What was found in one article: sentences, quotes with their speakers, names, dates and figures."""

from typing import Literal

from reader.model.frozen import dataclass
from reader.model.span import Span

QuoteKind = Literal["direct", "mixed", "indirect"]
SpeakerType = Literal["person", "organisation", "place", "group"]
Via = Literal["name", "title", "pronoun", "carried", "none"]
EntityType = Literal["person", "organisation", "place", "other"]
DateRole = Literal["published", "dateline", "event", "mentioned"]
Hedge = Literal["about", "over", "under"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said it."""

    name: str | None = None
    """Canonical: the fullest form in the article. None where nobody is named."""
    type: SpeakerType | None = None
    mention: Span | None = None
    """The words that stand for the speaker at this quote: "Putin", "he", "the German chancellor"."""
    via: Via = "none"
    """How the mention leads to the name."""
    rival: str | None = None
    """Who else the mention may stand for: the next likeliest name, where the choice was close."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Something said, in or without quotation marks."""

    id: str
    """Unique in the article and stable for the same text: `q1`, `q2`, …"""
    kind: QuoteKind
    spans: tuple[Span, ...]
    """What was said, in order; a split quote ("…," he said, "…") has several. Quotation marks are included."""
    cue: Span | None = None
    """The verb or phrase of speech: "said", "according to"."""
    speaker: Speaker = Speaker()
    addressee: str | None = None
    nested_in: str | None = None
    """Id of the quote that this one stands inside."""
    confidence: float = 0.0
    """Estimated probability that span and speaker are both right, 0 to 1."""
    reasons: tuple[str, ...] = ()
    """Short evidence for each decision, shown to the user."""

    @property
    def attributed(self) -> bool:
        """Whether the article says that anybody said it; else it only stands in quotation marks."""
        return bool(self.speaker.name or self.speaker.mention or self.cue)


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with a name, under all the forms that the article uses."""

    name: str
    """Canonical: the fullest form in the article."""
    type: EntityType
    mentions: tuple[Span, ...]
    """In order of the text, without title or role: "Olaf Scholz", "Scholz"."""
    titles: tuple[str, ...] = ()
    """Titles and roles given to it: "German Chancellor"."""
    aliases: tuple[str, ...] = ()
    """The other forms of the name that occur."""
    governing: tuple[Span, ...] = ()
    """Mentions of a place that stand for its government: "Moscow denied …"."""
    unlike: tuple[str, ...] = ()
    """Names of which the user has said that they are somebody else's, however alike they look."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day, month or year that the article names, resolved."""

    span: Span | None
    """None where it is metadata and not in the text."""
    value: str | None
    """`2022-02-15`, `2022-02`, `2022`, or None where it cannot be resolved."""
    role: DateRole
    certain: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity."""

    span: Span
    value: float
    unit: str | None = None
    """"%", "km", "US$", "hours"."""
    of: str | None = None
    """What is counted: "troops"."""
    hedge: Hedge | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one article. Offsets are into that article's text."""

    sentences: tuple[Span, ...] = ()
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
