"""What the reading pane shows, as a value: made by the application, never changed by the pane."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import field

from reader.model import Span
from reader.model.frozen import dataclass
from reader.ui.widgets.line import Line


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage that stands for something: a quote, a name, a figure."""

    start: int
    end: int
    role: str
    """Role of the theme; several with spaces between."""
    id: str = ""
    """What a click on it is reported as."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article, or the raw text of its file. Offsets are into `text`."""

    text: str = ""
    paragraphs: tuple[Span, ...] = ()
    header: tuple[Line, ...] = ()
    """Lines above the text: title, source and date. Each is wrapped where it is too long; an empty row follows them."""
    footer: tuple[Line, ...] = ()
    """Lines below the text."""
    sentences: tuple[Span, ...] = ()
    """In order, not overlapping."""
    marks: tuple[Mark, ...] = ()
    """In order of `start`; where two overlap their styles are combined, the later (inner) one last."""
    gutter: Mapping[int, Line] = field(default_factory=dict)
    """Signs beside the first row of a paragraph, by its index: one per other source."""
    gutter_width: int = 2
    """Cells left of the text: one for each other source, one for a note, one for the cursor's bar."""
    notes: frozenset[int] = frozenset()
    """Indices of the paragraphs that have a note."""
    raw: bool = False
    """Without measure, gutter and space between paragraphs."""

    def nearest(self, offset: int) -> int:
        """`offset`, or the nearest one that is inside the text."""
        return max(0, min(offset, len(self.text) - 1))

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that an offset is in."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[index] if index >= 0 and offset < self.sentences[index].end else None

    def sentence_from(self, span: Span) -> Span | None:
        """The first sentence that begins inside `span`."""
        index = bisect_left(self.sentences, span.start, key=lambda sentence: sentence.start)
        found = self.sentences[index] if index < len(self.sentences) else None
        return found if found and found.start < span.end else None

    def same_shape(self, other: "Document") -> bool:
        """Whether the two break into the same rows, so that only what is drawn on them differs."""
        return (
            self.text == other.text
            and self.paragraphs == other.paragraphs
            and self.header == other.header
            and self.footer == other.footer
            and self.gutter_width == other.gutter_width
            and self.raw == other.raw
        )


def raw_document(text: str, header: tuple[Line, ...] = ()) -> Document:
    """The text as it stands, line by line."""
    lines: list[Span] = []
    start = 0
    for line in text.split("\n"):
        lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    return Document(text=text, paragraphs=tuple(lines), header=header, raw=True)


@dataclass(frozen=True, slots=True)
class View:
    """Where a reader was: enough to come back to exactly that."""

    offset: int
    """The cursor."""
    row: int | None
    """The row of the view that it was on; where it was not on the screen yet, the one it is to have (None: any)."""
    scroll_y: int = 0
    """Rows above the view, in the width of that time."""
