"""Which words are marked where one report stands beside all the others: in the others those that the pivot does not
have, in the pivot those that none of them has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from reader.model import Span
from reader.model.frozen import dataclass
from reader.session.comparing.differences import FACTS
from reader.session.comparing.pivot import PIVOT, Pivot, PivotDifference
from reader.session.comparing.wording import alone, only_words
from reader.ui.present import marked

_ROLES = {"only": "only bold", "quote": "similar bold"}
"""How the difference that was gone to is drawn, where it is a whole passage; a figure, date or name is reversed."""
Words = tuple[tuple[Span, ...], tuple[Span, ...]]


@dataclass
class Marks:
    """Looks at words only where a row comes into view, once for each source."""

    view: Pivot
    brackets: bool = False
    _words: dict[tuple[int, int], Words] = field(default_factory=dict)

    def of(self, view: Pivot) -> Marks:
        """The same for another cursor in the same rows."""
        return Marks(view, self.brackets, self._words)

    def inks(self, row: int, source: int) -> list[marked.Ink]:
        """The marks of one report in a row; -1 is the pivot."""
        words = self._of_pivot(row) if source == PIVOT else self._of_other(row, source)
        found = list(words) if self.view.words else []
        view = self.view
        for number, one in enumerate(view.differences):
            current = number == view.difference
            if one.row == row and (one.kind in FACTS or current):
                role = _ROLES.get(one.kind, "differs reverse" if current else "differs")
                found += [(*span, role) for span in _spans(one, source)]
        return found

    def _of_other(self, row: int, source: int) -> Iterator[marked.Ink]:
        table, block = self.view.tables[source], self.view.block(row, source)
        if table is None or block is None or not block.a or not block.b:
            return
        yield from ((*span, marked.COME) for span in self._only_words(row, source)[1])
        role = f"{marked.COME} only" if self.brackets else "only"
        yield from ((*span, role) for span in alone(table, block, "b"))

    def _of_pivot(self, row: int) -> Iterator[marked.Ink]:
        words: list[set[int]] = []
        sentences: list[set[int]] = []
        for source, table in enumerate(self.view.tables):
            block = self.view.block(row, source)
            if table is not None and block is not None and block.b:
                apart = _offsets(alone(table, block, "a"))
                sentences.append(apart)
                words.append(apart | _offsets(self._only_words(row, source)[0]))
        if not words:
            return
        whole = set.intersection(*sentences)
        text = self.view.side.article.text
        yield from ((*span, marked.GONE) for span in _runs(set.intersection(*words) - whole, text))
        role = f"{marked.GONE} only" if self.brackets else "only"
        yield from ((*span, role) for span in _runs(whole, text))

    def _only_words(self, row: int, source: int) -> Words:
        table, block = self.view.tables[source], self.view.rows[row].blocks[source]
        if table is None or block is None:
            return (), ()
        key = (source, block)
        if key not in self._words:
            self._words[key] = only_words(table, table.blocks[block])
        return self._words[key]


def _spans(one: PivotDifference, source: int) -> tuple[Span, ...]:
    if source == PIVOT:
        return one.here
    return tuple(span for place, spans in one.there if place == source for span in spans)


def _offsets(spans: Iterable[Span]) -> set[int]:
    return {offset for span in spans for offset in range(span.start, span.end)}


def _runs(offsets: set[int], text: str) -> Iterator[Span]:
    """Neighbouring offsets together, without the spaces at their ends."""
    ordered = sorted(offsets)
    start = 0
    for at, offset in enumerate(ordered):
        if at + 1 == len(ordered) or ordered[at + 1] != offset + 1:
            first, last = ordered[start], offset + 1
            start = at + 1
            words = text[first:last]
            first += len(words) - len(words.lstrip())
            last -= len(words) - len(words.rstrip())
            if any(sign.isalnum() for sign in words):
                yield Span(first, last)
