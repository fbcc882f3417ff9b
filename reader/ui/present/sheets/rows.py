"""The rows that a sheet is made of."""

from reader.model import Span
from reader.model.frozen import dataclass
from reader.text.wrap import wrap
from reader.ui.present.articles import Line


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A line of a sheet, and what Enter on it leads to."""

    line: Line
    search: str = ""
    """The words by which the sheet's search field finds it; a row without any belongs to the one above."""
    target: object = None
    """A note, a place on the strip, an action's name, a theme's name; None where Enter only closes."""


def heading(text: str) -> SheetRow:
    """A heading between rows."""
    return SheetRow(((text, "heading"),))


def prose(text: str, width: int, role: str = "", indent: int = 0, target: object = None) -> list[SheetRow]:
    """A text in as many rows as it takes; all of them lead to the target and are found by any of its words."""
    rows = []
    for paragraph in text.split("\n"):
        spans = wrap(paragraph, Span(0, len(paragraph)), max(8, width - indent)) or [Span(0, 0)]
        for span in spans:
            rows.append(SheetRow(((" " * indent, ""), (span.of(paragraph), role)), text, target))
    return rows
