"""Work that is done a piece at a time, so that what is more urgent can come between: a generator of nothing but pauses.

The pieces take a few milliseconds each for articles of a usual length; what has been found is what it returns.
"""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Gives None between two pieces of the work, and returns what came of it."""


def finished(steps: Steps[T]) -> T:
    """Do all of it at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found
