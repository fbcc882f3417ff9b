"""The lines of one article while it is being read: what has been recognised is taken out, the rest is the body."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from reader.text.markup import is_plain, resolve

_DRESS = " \t*_#>~`|"


@dataclass(slots=True)
class Page:
    """Lines without space around them; a line taken out is empty, like a blank one."""

    lines: list[str]
    indents: list[int]
    first: int = 1
    """The number of the first line in its file."""
    fixed_line: int | None = None
    """The number to give for every line, where all of them stand on one line of a container."""
    plain: bool = False
    """Whether no line has any markup inside it."""
    prose: frozenset[int] = frozenset()
    """Lines of running text, as far as a glance tells."""

    @classmethod
    def of(cls, text: str, first: int = 1, fixed_line: int | None = None) -> "Page":
        """The page that a cleaned text makes."""
        rows = text.split("\n")
        lines = list(map(str.strip, rows))
        if "\n " in text or text[:1] == " ":
            indents = [len(row) - len(row.lstrip()) if row[:1] == " " else 0 for row in rows]
        else:
            indents = [0] * len(rows)
        return cls(lines, indents, first, fixed_line, is_plain(text))

    def number(self, index: int) -> int:
        """The one-based number in the file of the line at `index`."""
        return self.fixed_line if self.fixed_line is not None else self.first + index

    def filled(self) -> list[int]:
        """Indexes of the lines that are not empty."""
        return list(compress(range(len(self.lines)), self.lines))

    def after(self, index: int) -> Iterator[int]:
        """Indexes of the filled lines below `index`, nearest first."""
        return (below for below in range(index + 1, len(self.lines)) if self.lines[below])

    def bare(self, index: int) -> str:
        """The words of the line at `index`, as `bare` gives them."""
        line = self.lines[index]
        return line.strip(_DRESS) if self.plain else bare(line)

    def take(self, index: int) -> str:
        """Take a line out and return it."""
        line, self.lines[index] = self.lines[index], ""
        return line


def bare(line: str) -> str:
    """The words of a line without markup around or inside them."""
    return resolve(line).strip(_DRESS) if line else line
