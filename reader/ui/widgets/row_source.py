"""What a list asks of whoever gives it rows."""

from typing import Protocol, runtime_checkable

from reader.ui.widgets.line import Line


@runtime_checkable
class RowSource(Protocol):
    """Where a list's rows come from: one row per item, any number of items."""

    def __len__(self) -> int: ...

    def draw(self, index: int, width: int) -> Line:
        """The item as a row for `width` cells; asked only for what is in view, so a placeholder will do at first."""
        ...


@runtime_checkable
class CardSource(Protocol):
    """Items of several rows each; for lists of up to some 20,000."""

    def __len__(self) -> int: ...

    def height(self, index: int, width: int) -> int:
        """Rows of the item, at least 1; asked for every item whenever source or width change."""
        ...

    def draw_row(self, index: int, row: int, width: int) -> Line:
        """Row `row` (from 0) of the item."""
        ...


@runtime_checkable
class EvenSource(CardSource, Protocol):
    """The same, where all items have as many rows: not every one is asked."""

    def each(self, width: int) -> int:
        """Rows of any item."""
        ...


@runtime_checkable
class Prepares(Protocol):
    """A source that wants to fetch what is about to be drawn in one go."""

    def prepare(self, items: range) -> None:
        """Called with all items in view before those that were not in view yet are drawn."""
        ...


class NoRows:
    """An empty source."""

    def __len__(self) -> int:
        return 0

    def draw(self, index: int, width: int) -> Line:
        """Never called."""
        return ()
