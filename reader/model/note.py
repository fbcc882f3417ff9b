"""A note of the user's, and the passage it is anchored to."""

from dataclasses import field
from typing import Any, Literal

from reader.model.frozen import dataclass
from reader.model.span import Span

NoteStatus = Literal["open", "confirmed", "disputed", "false"]
AnchorState = Literal["exact", "moved", "orphan"]


@dataclass(frozen=True, slots=True)
class Target:
    """A passage by its words and its place (the W3C's TextQuoteSelector and TextPositionSelector)."""

    article: str
    """Id of the article."""
    exact: str = ""
    """The passage's words; empty where the note is on the whole article."""
    prefix: str = ""
    suffix: str = ""
    """Up to 32 code points before and after."""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The user's own words about a passage."""

    id: str
    created: str
    modified: str
    """ISO 8601 with offset."""
    body: str
    targets: tuple[Target, ...]
    """A second target makes it a note on a pair of passages."""
    motivation: str = "commenting"
    """A word of the W3C Web Annotation vocabulary."""
    status: NoteStatus = "open"
    tags: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict, hash=False)
    """Keys of the file that the program does not know: kept as they are."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a note's passage stands in the article as it is now."""

    state: AnchorState
    score: float
    """1 where found word for word in its place or context; lower where found by likeness; 0 for an orphan."""
    span: Span | None
