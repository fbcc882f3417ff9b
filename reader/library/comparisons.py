"""Articles compared two by two when it is asked for, and the last comparisons kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.decisions import Decisions
from reader.library.recent import Recent
from reader.model import Article, Comparison

if TYPE_CHECKING:
    from reader.events.steps import Steps
    from reader.library.library import Library

KEPT = 32

_Compared = tuple[Article, Article, tuple[Decisions, Decisions], Comparison]
"""With what a comparison was made of, and under which decisions."""


class Comparisons:
    """The comparisons of a library's articles."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: Recent[tuple[int, int], _Compared] = Recent(KEPT)

    def of(self, a: int, b: int) -> Comparison:
        """The two articles side by side; computed when first asked for (tens of milliseconds)."""
        from reader.events.steps import finished

        return finished(self.in_steps(a, b))

    def in_steps(self, a: int, b: int) -> Steps[Comparison]:
        """The same, a few milliseconds at a time; at once where it is known."""
        library = self._library
        one, other = library.article(a), library.article(b)
        found = self._kept.get((a, b))
        decided = library.decided.about(a), library.decided.about(b)
        if found is None or found[0] is not one or found[1] is not other or found[2] != decided:
            from reader.events.comparison import compare_in_steps

            analysis = library.analysis(a)
            yield
            other_analysis = library.analysis(b)
            yield
            made = yield from compare_in_steps(one, analysis, other, other_analysis)
            self._kept.put((a, b), found := (one, other, decided, made))
        return found[3]
