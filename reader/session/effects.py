"""What an action wants done outside the state, as data.

The screen carries it out, off its event loop where it may wait.
"""

from dataclasses import dataclass

from reader.model import Article, Note, Span
from reader.model.note import NoteStatus


@dataclass(frozen=True, slots=True)
class SaveNote:
    """Add a note on a passage of an article (the whole article where `span` is None), or change one that exists."""

    article: Article
    span: Span | None
    body: str
    note: Note | None = None
    status: NoteStatus | None = None


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
class Copy:
    """Put text on the clipboard."""

    text: str
    what: str


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
    | Copy
    | OpenUrl
    | EditNote
    | Rescan
    | Suspend
    | Quit
    | OpenPalette
    | Scroll
    | Select
)
