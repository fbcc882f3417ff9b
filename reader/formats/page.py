"""The lines of one article while it is being read: what has been recognised is taken out, the rest is the body."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.text.markup import resolve

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

    @classmethod
    def of(cls, text: str, first: int = 1, fixed_line: int | None = None) -> "Page":
        """The page that a cleaned text makes."""
        rows = text.split("\n")
        lines = [row.strip() for row in rows]
        indents = [len(row) - len(row.lstrip()) if row[:1] == " " else 0 for row in rows]
        return cls(lines, indents, first, fixed_line)

    def number(self, index: int) -> int:
        """The one-based number in the file of the line at `index`."""
        return self.fixed_line if self.fixed_line is not None else self.first + index

    def filled(self) -> list[int]:
        """Indexes of the lines that are not empty."""
        return [index for index, line in enumerate(self.lines) if line]

    def after(self, index: int) -> Iterator[int]:
        """Indexes of the filled lines below `index`, nearest first."""
        return (below for below in range(index + 1, len(self.lines)) if self.lines[below])

    def take(self, index: int) -> str:
        """Take a line out and return it."""
        line, self.lines[index] = self.lines[index], ""
        return line


def bare(line: str) -> str:
    """The words of a line without markup around or inside them."""
    return resolve(line).strip(_DRESS) if line else line
