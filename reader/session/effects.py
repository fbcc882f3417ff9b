"""What an action wants done outside the state, as data.

The screen carries it out, off its event loop where it may wait.
"""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.decisions import Apart, Decision, Together
from reader.model import Article, Note, Span
from reader.model.frozen import dataclass
from reader.model.note import NoteStatus

if TYPE_CHECKING:
    from reader.notes import SavedQuery


@dataclass(frozen=True, slots=True)
class SaveNote:
    """Add a note on a passage of an article (the whole article where `span` is None), or change one that exists."""

    article: Article
    span: Span | None
    body: str
    note: Note | None = None
    status: NoteStatus | None = None
    others: tuple[tuple[Article, Span], ...] = ()
    """Further passages, of other articles, that a new note is on too."""


@dataclass(frozen=True, slots=True)
class DeleteNote:
    """Take a note out of its file; it can be restored by its id while the program runs."""

    id: str


@dataclass(frozen=True, slots=True)
class RestoreNote:
    """Put a deleted note back."""

    id: str


@dataclass(frozen=True, slots=True)
class PutNote:
    """Set a note back to what it was."""

    note: Note


@dataclass(frozen=True, slots=True)
class Decide:
    """Write decisions into their file, after which everything follows them."""

    decisions: tuple[Decision, ...]
    label: str
    """What was decided, for the status line and for taking it back."""
    comments: Mapping[str, str] = field(default_factory=dict)
    """By article's id: source and title, for whoever reads the file."""
    before: Mapping[tuple[int, str], str | None] = field(default_factory=dict)
    """Speakers before it, by article's key and quote's id, where it is about speakers."""
    name: str = ""
    """The name to go to in the panel."""

    @property
    def regroups(self) -> bool:
        """Whether it changes which articles are one event."""
        return any(isinstance(one, Together | Apart) for one in self.decisions)


@dataclass(frozen=True, slots=True)
class Undecide:
    """Take decisions out of their file again, by their numbers."""

    numbers: tuple[int, ...]
    regroups: bool = False
    """Whether it changes which articles are one event."""


@dataclass(frozen=True, slots=True)
class SaveQueries:
    """Write the saved searches into their file."""

    queries: "tuple[SavedQuery, ...]"


@dataclass(frozen=True, slots=True)
class Copy:
    """Put text on the clipboard."""

    text: str
    what: str


@dataclass(frozen=True, slots=True)
class Export:
    """Write the event of an article into a file."""

    form: str
    """Name of the format, as `reader.export.formats` knows it."""
    file: Path
    key: int
    """Of one of the event's articles."""
    replace: bool = False
    """Whether a file that is there may be written over."""


@dataclass(frozen=True, slots=True)
class OpenUrl:
    """Open a web address in the user's browser, because the user asked for it."""

    url: str


@dataclass(frozen=True, slots=True)
class EditNote:
    """Edit a note in the user's own editor."""

    note: Note


@dataclass(frozen=True, slots=True)
class Rescan:
    """Look at the folder again."""


@dataclass(frozen=True, slots=True)
class Suspend:
    """Hand the terminal back to the shell until the user resumes."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave."""


@dataclass(frozen=True, slots=True)
class OpenPalette:
    """Show the command palette."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """Move the reading pane by display rows, which only the screen knows: by `rows`, or by a part of its height."""

    rows: int = 0
    pages: float = 0.0
    to: str = ""
    """"top" or "bottom"."""
    onwards: bool = False
    """Whether to go on to the next unread article when the end is in view already."""


@dataclass(frozen=True, slots=True)
class Select:
    """Begin to select text at the cursor, or stop."""

    on: bool


Effect = (
    SaveNote
    | DeleteNote
    | RestoreNote
    | PutNote
    | Decide
    | Undecide
    | SaveQueries
    | Copy
    | Export
    | OpenUrl
    | EditNote
    | Rescan
    | Suspend
    | Quit
    | OpenPalette
    | Scroll
    | Select
)
