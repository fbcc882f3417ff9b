"""The user's decisions as plain values, each with the articles that it is about.

A decision about words or names holds for an event: it names the articles that the event had when it was made, and
applies to every article whose event has any of them today. So it follows an event that grows, and touches no other.
"""

from collections.abc import Collection, Iterator
from dataclasses import field

from reader.model.analysis import SpeakerType
from reader.model.frozen import dataclass

CORRECTED = "corrected by you"
"""How the reasons of a quote begin whose speaker the user has put right."""


@dataclass(frozen=True, slots=True)
class SpokenBy:
    """Somebody else, or nobody who is named, has said it."""

    articles: tuple[str, ...]
    """Ids of the event's articles; first the one in which it was decided."""
    quote: str
    """The words of the quote, its parts with ` … ` between them."""
    prefix: str = ""
    suffix: str = ""
    """Up to 32 code points before and after, which tell two places of the same words apart."""
    speaker: str | None = None
    """None where nobody is named."""
    type: SpeakerType | None = None


@dataclass(frozen=True, slots=True)
class Same:
    """Several names are one."""

    articles: tuple[str, ...]
    names: tuple[str, ...]
    name: str
    """What it is called from now on."""


@dataclass(frozen=True, slots=True)
class Different:
    """A form is not a form of that name, but the name of somebody else."""

    articles: tuple[str, ...]
    name: str
    form: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name is shown in another form."""

    articles: tuple[str, ...]
    name: str
    to: str


@dataclass(frozen=True, slots=True)
class Together:
    """Articles cover one event."""

    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """An article is about another event than each of some others."""

    article: str
    others: tuple[str, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """All that it is about."""
        return (self.article, *self.others)


NameDecision = Same | Different | Renamed
EventDecision = Together | Apart
Decision = SpokenBy | NameDecision | EventDecision


@dataclass(frozen=True, slots=True)
class Decisions:
    """All of them, each kind in the order in which they were made: where two contradict each other, the later wins."""

    speakers: tuple[SpokenBy, ...] = ()
    names: tuple[NameDecision, ...] = ()
    events: tuple[EventDecision, ...] = ()
    _about: frozenset[str] = field(default=frozenset(), init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        ids = frozenset(id for one in (*self.speakers, *self.names) for id in one.articles)
        object.__setattr__(self, "_about", ids)

    def __len__(self) -> int:
        return len(self.speakers) + len(self.names) + len(self.events)

    def __iter__(self) -> Iterator[Decision]:
        yield from (*self.speakers, *self.names, *self.events)

    @property
    def about_words(self) -> bool:
        """Whether anything is decided about speakers or names."""
        return bool(self._about)

    def within(self, event: Collection[str]) -> "Decisions":
        """Those about the words and names of an event that has these articles."""
        here = set(event)
        if self._about.isdisjoint(here):
            return NONE
        return Decisions(
            tuple(one for one in self.speakers if not here.isdisjoint(one.articles)),
            tuple(one for one in self.names if not here.isdisjoint(one.articles)),
        )


NONE = Decisions()
"""Nothing has been decided."""
