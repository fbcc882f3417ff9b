"""What was made of one article's analysis, kept while the article is compared with one after the other of its event."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from reader.model import Analysis, Article

T = TypeVar("T")

MOST = 16
"""Articles of which the last use is remembered: as many as an event has in most cases. What is kept of one takes up to
a third of a megabyte."""


class Kept(Generic[T]):
    """Makes something of an article and its analysis once, as long as both are the same objects."""

    def __init__(self, make: Callable[[Article, Analysis], T]) -> None:
        self._make = make
        self._made: OrderedDict[tuple[int, int], tuple[Article, Analysis, T]] = OrderedDict()

    def __call__(self, article: Article, analysis: Analysis) -> T:
        key = id(article), id(analysis)
        found = self._made.get(key)
        if found is None:
            found = article, analysis, self._make(article, analysis)  # holding both: no other object gets their ids
            self._made[key] = found
            if len(self._made) > MOST:
                self._made.popitem(last=False)
        else:
            self._made.move_to_end(key)
        return found[2]
