"""What a query may ask that is not in the library: what the user has read, starred, tagged and noted."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Personal:
    """By the articles' ids."""

    read: frozenset[str] = frozenset()
    starred: frozenset[str] = frozenset()
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The article's own tags and those of its notes."""
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The words of the notes on each article."""
    today: date | None = None
    """The day that `today` and `7d` are counted from; None for the clock's."""
