"""CSV as RFC 4180 has it, in which no cell is a formula to a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence

from reader.export.records import number
from reader.text.clean import clean

Cell = str | int | float | None

_ACTING = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula; the wide forms count as well in some."""


def render(rows: Iterable[Sequence[Cell]]) -> str:
    """The rows, each ended by CR LF; every field in quotation marks that needs them."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue()


def neutral(cell: Cell) -> str:
    """A cell's text; one that a spreadsheet would calculate begins with an apostrophe."""
    if cell is None:
        return ""
    text = cell if isinstance(cell, str) else str(number(cell))
    acting = text.startswith(_ACTING) or text.lstrip().startswith(_ACTING)
    text = clean(text)
    return f"'{text}" if acting or text.startswith(_ACTING) else text
