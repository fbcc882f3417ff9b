"""One report as it was read from a file."""

from bisect import bisect_right

from reader.model.frozen import dataclass
from reader.model.problem import Problem
from reader.model.span import Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a field of the metadata was found."""

    field: str
    """The name of the field of `Article`: "title", "published", …"""
    line: int | None
    """One-based line of the file; None where the value was derived (a source from the URL's host)."""
    text: str
    """The words it was read from, or how it was derived."""


@dataclass(frozen=True, slots=True)
class Article:
    """A report: its metadata as far as the file states them, and its cleaned body."""

    id: str
    """The container's own, else made from the content, so that it outlives renaming the file."""
    file: str
    """Path of the file as it was given or found."""
    text: str
    """The body and nothing else, cleaned: `\\n\\n` between paragraphs, no control characters."""
    paragraphs: tuple[Span, ...] = ()
    """The paragraphs of `text`, in order, without the space between them."""
    title: str | None = None
    source: str | None = None
    """The outlet's name."""
    published: str | None = None
    """ISO date, `2022-02-15`, `2022-02` or `2022`; with a time only where the file states one."""
    dateline: str | None = None
    """As written: `MOSCOW`, `PARIS, Feb 3 (Reuters)`."""
    place: str | None = None
    """The place that the dateline names: `Moscow`."""
    author: str | None = None
    agency: str | None = None
    """A wire service credited with the text: `AFP`."""
    url: str | None = None
    captions: tuple[str, ...] = ()
    """Picture captions and credits: no part of the body, but not lost."""
    leftovers: tuple[str, ...] = ()
    """Other lines taken out of the body: footers, credits, "read more"."""
    tags: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    notices: tuple[Problem, ...] = ()
    """What the user should know about how the file was read."""

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds `offset`, or of the last one before it; 0 in an empty article."""
        return max(0, bisect_right(self.paragraphs, offset, key=lambda span: span.start) - 1)

    @property
    def label(self) -> str:
        """The title, or the first words in parentheses where the article states none."""
        if self.title:
            return self.title
        words = self.text.split(maxsplit=8)[:8]
        return f"({' '.join(words)} …)" if words else "(empty)"
