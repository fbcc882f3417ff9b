"""What the user is looking at: one frozen value, from which the whole screen can be drawn."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reader.model import Analysis, Anchor, Article, Note, Span
from reader.session.listing import Listing
from reader.session.memory import Memory

Pane = Literal["list", "text", "panel"]
Tab = Literal["quotes", "entities", "notes"]
TABS: tuple[Tab, ...] = ("quotes", "entities", "notes")
LAYERS: tuple[str, ...] = ("none", "quotes", "quotes and names", "everything")


@dataclass(frozen=True, slots=True)
class Message:
    """The left half of the status line."""

    text: str
    sign: Literal["info", "same", "similar", "differs", "only", "error"] = "info"


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note and where its passage stands in the article as it is now."""

    note: Note
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Tellings:
    """What the other sources of the event say of the article on the screen."""

    told: tuple[tuple[bool, ...], ...] = ()
    """For each other source in the order of the strip: which paragraphs of this article it reports."""
    quoted: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """For each quote's id: positions on the strip of the sources that have it too, this one included."""
    differing: tuple[Span, ...] = ()
    """Figures, dates and names of this article that another source states otherwise."""


@dataclass(frozen=True, slots=True)
class Round:
    """A walk from source to source that began at one passage and in which the cursor has not been moved since.

    Every landing is looked up from the passage where the walk began, so that nothing is lost on the way, and a source
    that was visited is returned to at exactly the place it was left at.
    """

    start: int
    """Key of the article where it began."""
    offset: int
    places: Mapping[int, int] = field(default_factory=dict)
    """For each article visited: the cursor's offset in it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The article in the reading pane."""

    key: int
    article: Article
    analysis: Analysis
    cursor: int = 0
    """Offset into the text; the sentence that holds it is the current one."""
    strip: tuple[int, ...] = ()
    """Keys of the event's articles, this one included, in the order of the source strip."""
    sources: tuple[str, ...] = ()
    """Their names, in the same order."""
    notes: tuple[PlacedNote, ...] = ()
    tellings: Tellings = Tellings()
    selection: Span | None = None
    landed: Span | None = None
    """The passage that the last change of source landed on."""
    analysed: bool = True
    """False for a moment after the start, when only the text is there."""

    @property
    def place(self) -> int:
        """Position of this article on the strip, from 0."""
        return self.strip.index(self.key) if self.key in self.strip else 0

    @property
    def sentence(self) -> Span:
        """The sentence under the cursor; where the cursor is between two, the one before it."""
        sentences = self.analysis.sentences
        index = bisect_right(sentences, self.cursor, key=lambda span: span.start) - 1
        return sentences[max(0, index)] if sentences else Span(0, 0)

    @property
    def passage(self) -> Span:
        """What a note or a copy is about: the selection, else the quote at the cursor, else its sentence."""
        if self.selection:
            return self.selection
        for quote in self.analysis.quotes:
            for span in quote.spans:
                if span.contains(self.cursor):
                    return Span(quote.spans[0].start, quote.spans[-1].end)
        return self.sentence


@dataclass(frozen=True, slots=True)
class Find:
    """What is looked for in the article, or left over from a query to the library."""

    term: str
    spans: tuple[Span, ...] = ()
    current: int = -1
    """Index into `spans`; -1 before the first jump."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for in the library; the list shows its hits."""

    text: str
    total: int = 0
    more: bool = False
    """Whether counting stopped at `total`."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A field that waits for the user's words."""

    kind: Literal["find", "query", "note", "command", "tags"]
    text: str = ""
    note: Note | None = None
    """The note being changed, if it is one that exists."""
    span: Span | None = None
    """The passage a note is on; None for the whole article."""
    cursor: int = 0
    """Where the cursor was when the field was opened; Esc goes back there."""
    before: "State | None" = field(default=None, repr=False, compare=False)
    """All that was on the screen, where what is typed may change it: a search of the library."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page laid over the screen: help, evidence, all notes, the versions of a sentence."""

    kind: Literal["help", "why", "versions", "notes", "themes", "problems", "raw"]
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere the user has been."""

    key: int
    cursor: int


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take back the last change of state."""

    label: str
    memory: Memory | None = None
    """The memory as it was, where the change was to read marks, stars or tags."""
    restore: str = ""
    """Id of a deleted note."""
    remove: str = ""
    """Id of a note that was added."""
    note: Note | None = None
    """A note as it was before it was changed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far indexing has come; `total` is 0 while it is not known."""

    done: int = 0
    total: int = 0
    phase: str = ""
    finished: bool = True


@dataclass(frozen=True, slots=True)
class State:
    """Everything the screen shows, but for scroll positions and focus rings."""

    listing: Listing = field(default_factory=Listing)
    cursor: int = 0
    """Index into the listing's rows."""
    unfolded: frozenset[int] = frozenset()
    """An article of each event that is unfolded: an event's own key changes when a newer report joins it."""
    grouped: bool = True
    sort: str = "date"
    selected: frozenset[int] = frozenset()
    """Keys of the articles picked with `V`."""
    pane: Pane = "list"
    zoomed: bool = False
    panel_shown: bool = True
    tab: Tab = "quotes"
    panel_cursor: int = 0
    by_speaker: bool = True
    layers: int = 3
    reading: Reading | None = None
    round: Round | None = None
    find: Find | None = None
    query: Query | None = None
    prompt: Prompt | None = None
    sheet: Sheet | None = None
    been: tuple[Place, ...] = ()
    """The jump list, oldest first."""
    undo: tuple[Undo, ...] = ()
    memory: Memory = field(default_factory=Memory)
    message: Message | None = None
    progress: Progress = Progress()
    overlay: bool = False
    """Whether there is room for the panel only on top of the text: then it shows while it is focused."""
    list_height: int = 20
    """Rows of the list that are in view, as the screen last said."""
