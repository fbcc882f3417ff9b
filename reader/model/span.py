"""A stretch of an article's text, as offsets: the only way in which text travels through the program."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple, cast


class Span(NamedTuple):
    """Code points `start` (included) to `end` (excluded) of an article's cleaned text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span stands for."""
        return text[self.start : self.end]

    def contains(self, offset: int) -> bool:
        """Whether the code point at `offset` lies inside."""
        return self.start <= offset < self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


_made = partial(tuple.__new__, Span)


def spans(starts: Iterable[int], ends: Iterable[int]) -> tuple[Span, ...]:
    """Spans from their starts and their ends; in half the time that `Span` takes one by one."""
    return tuple(map(cast("type[Span]", _made), zip(starts, ends, strict=True)))
