"""How the cells of a screen are shared out where one report stands beside all the others of its event."""

from __future__ import annotations

from reader.model.frozen import dataclass
from reader.session.comparing.pivot import EDGES, PIVOT, shown
from reader.ui.present.compare_cells import NUMBER

SIGNS = 8
"""Cells of the sign and the number before another source's text: an empty one, the sign, the number, an empty one."""
LABEL = 18
"""Cells of a source's name before its text, where one stands below the other."""


@dataclass(frozen=True, slots=True)
class PivotColumns:
    """How the cells of a row are shared out."""

    margin: int
    own: int
    """Cells of the pivot's text."""
    text: int
    """Cells of each other source's text."""
    label: int
    """Cells before each text; 0 where the columns stand side by side."""

    @staticmethod
    def of(width: int, measure: int, others: int) -> PivotColumns:
        """For a card of `width` cells."""
        beside = shown(width + EDGES, others)
        if not beside:
            label = max(8, min(LABEL, width // 4))
            text = max(8, min(measure, width - label - 2))
            return PivotColumns(0, text, text, label)
        column = min(width // (beside + 1), measure + SIGNS)
        return PivotColumns((width - column * (beside + 1)) // 2, column - NUMBER, column - SIGNS, 0)

    def at(self, cell: int, first: int) -> int:
        """The source whose column holds a cell, -1 for the pivot's; `first` is the first that has a column."""
        column = (cell - self.margin) // (self.text + SIGNS)
        return max(0, column) + first - 1 if column > 0 else PIVOT
