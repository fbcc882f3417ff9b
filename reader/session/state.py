"""What the user is looking at: one frozen value, from which the whole screen can be drawn."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Literal

from reader.model import Analysis, Anchor, Article, Note, Problem, Span
from reader.model.frozen import dataclass
from reader.session.choice import Choice
from reader.session.comparing.model import Comparing, Tellings, Versions
from reader.session.comparing.pivot import Pivot
from reader.session.event_pages.model import EventPage, Reports
from reader.session.listing import Listing
from reader.session.memory import Memory

if TYPE_CHECKING:
    from reader.notes import SavedQuery
    from reader.search import Results, Section, Term
    from reader.search.advice import Advice
    from reader.session.asking import Asking
    from reader.session.hits import Found

Pane = Literal["list", "text", "panel"]
Scope = Literal["list", "text", "panel", "compare", "quote", "matrix", "cell", "facts", "gaps", "timeline", "headlines"]
"""Where keys act: a pane, or a view that takes the place of the panes."""
Tab = Literal["quotes", "entities", "notes"]
TABS: tuple[Tab, ...] = ("quotes", "entities", "notes")
LAYERS: tuple[str, ...] = ("none", "quotes", "quotes and names", "everything", "everything, and what is told only here")


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
    changed: str = ""
    """What the last edit of its file has changed: `+2 ¶ −1 ¶`; empty where there was none."""

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
    spans: Sequence[Span] = ()
    current: int = -1
    """Index into `spans`; -1 before the first jump."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for in the library; the list shows its hits."""

    text: str
    total: int = 0
    more: bool = False
    """Whether counting stopped at `total`."""
    terms: "tuple[Term, ...]" = ()
    """What the hits may show."""
    results: "Results | None" = None
    """Everything that was found; the list shows one section of it."""
    section: "Section" = "all"
    found: "tuple[Found, ...]" = ()
    """In the sections of quotes, names and notes: what each row of the list is."""
    counts: "Mapping[Section, str]" = field(default_factory=dict)
    """How much each section has; empty until it has been counted."""
    advice: "Advice | None" = None
    """What to do where nothing is found; None until it has been looked up."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A field that waits for the user's words."""

    kind: Literal["find", "query", "note", "command", "tags", "filter", "rename", "save", "export"]
    text: str = ""
    note: Note | None = None
    """The note being changed, if it is one that exists."""
    span: Span | None = None
    """The passage a note is on; None for the whole article."""
    pair: tuple[tuple[Article, Span], ...] = ()
    """The passages of several articles that a new note is on; empty where `span` says it."""
    about: str = ""
    """The name that is to be called otherwise."""
    cursor: int = 0
    """Where the cursor was when the field was opened; Esc goes back there."""
    problem: Problem | None = None
    """What is wrong with the query in the field."""
    before: "State | None" = field(default=None, repr=False, compare=False)
    """All that was on the screen, where what is typed may change it: a search of the library."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page laid over the screen: help, evidence, all notes, the versions of a sentence."""

    kind: Literal[
        "help", "why", "versions", "notes", "themes", "problems", "raw", "choose", "sources", "queries", "names",
        "jump", "changes",
    ]  # fmt: skip
    argument: str = ""
    choice: Choice | None = None
    """What is to be chosen from."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere the user has been."""

    key: int
    cursor: int


@dataclass(frozen=True, slots=True)
class Errand:
    """A look at another source from a row of the panel: going back leads to that row."""

    key: int
    """Of the article that was gone to; going anywhere else ends the errand."""
    home: Place
    tab: Tab
    panel_cursor: int


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
    decisions: tuple[int, ...] = ()
    """Numbers of decisions, as their store has given them."""
    regroups: bool = False
    """Whether they changed which articles are one event."""
    saved: "tuple[SavedQuery, ...] | None" = None
    """The saved searches as they were."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far indexing has come; `total` is 0, and the `seconds` left are None, while they are not known."""

    done: int = 0
    total: int = 0
    phase: str = ""
    finished: bool = True
    seconds: int | None = None


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
    panel_filter: str = ""
    """Words that the panel's rows must have; it stays when another article comes on the screen."""
    errand: Errand | None = None
    layers: int = 3
    reading: Reading | None = None
    round: Round | None = None
    find: Find | None = None
    query: Query | None = None
    asking: "Asking | None" = None
    """What is being looked for in the library and has not been found yet."""
    prompt: Prompt | None = None
    sheet: Sheet | None = None
    view: Comparing | Pivot | Versions | EventPage | None = None
    """What takes the place of the panes: reports side by side, a quotation's wordings, a page of the event."""
    event: Reports | None = None
    """The reports of the event whose pages were opened last, as far as they have been compared."""
    pages: tuple[EventPage, ...] = ()
    """Its pages as they were left, at most one of a kind."""
    been: tuple[Place, ...] = ()
    """The jump list, oldest first."""
    saved: "tuple[SavedQuery, ...]" = ()
    """Searches that the user has kept under a name; the list begins with them."""
    undo: tuple[Undo, ...] = ()
    memory: Memory = field(default_factory=Memory)
    message: Message | None = None
    progress: Progress = Progress()
    overlay: bool = False
    """Whether there is room for the panel only on top of the text: then it shows while it is focused."""
    width: int = 200
    """Cells of the screen: how many reports have room side by side."""
    list_height: int = 20
    """Rows of the list that are in view, as the screen last said."""

    @property
    def scope(self) -> Scope:
        """Which keys act."""
        return self.pane if self.view is None else self.view.scope
