"""What a page is made of: headings, paragraphs, lists and tables, whose words are not yet in any markup.

Everything that comes from an article, a note or a file stays a plain string up to the renderer, which escapes it.
"""

from typing import NamedTuple

from reader.model.frozen import dataclass


class Ref(NamedTuple):
    """Where a line comes from: `[MT ¶4]`."""

    label: str
    paragraph: int | None = None
    """Counted from one; None for an article as a whole."""

    @property
    def text(self) -> str:
        """As it is printed, without brackets."""
        return self.label if self.paragraph is None else f"{self.label} ¶{self.paragraph}"


class Strong(NamedTuple):
    """Words that stand out."""

    text: str


class Link(NamedTuple):
    """Words that lead to an address; only `http` and `https` are made to act."""

    text: str
    url: str

    @property
    def acts(self) -> bool:
        """Whether following it opens a page of the web."""
        return self.url.lower().startswith(("http://", "https://"))


class Code(NamedTuple):
    """The name of a file, to be shown letter by letter."""

    text: str


class Target(NamedTuple):
    """The place in the list of sources to which references lead."""

    label: str


Inline = str | Ref | Strong | Link | Target | Code
Run = tuple[Inline, ...]
"""A line of words."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the page."""

    level: int
    run: Run


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    run: Run


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the header."""

    header: tuple[Run, ...]
    rows: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Own:
    """The user's own words, line by line."""

    lines: tuple[str, ...]


Block = Heading | Paragraph | Items | Table | Own

_DOUBLE = ('"', "“", "„", "«")
_MARKS = ('"', "“", "„", "«", "‘", "'", "‚")


def quoted(words: str) -> str:
    """Words of an article in quotation marks; those that hold such marks themselves stand as they are."""
    bare = words.startswith(_MARKS) or any(mark in words for mark in _DOUBLE)
    return words if bare else f"“{words}”"


def listed(*parts: Inline) -> Run:
    """Parts with a space between."""
    run: list[Inline] = []
    for part in parts:
        if part != "":
            run.extend((" ", part) if run else (part,))
    return tuple(run)
