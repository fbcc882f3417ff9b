"""Compares the open article with the event's other sources, one at a time, while the user is not typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.recent import Recent
from reader.session.state import Reading, Tellings
from reader.session.tellings import compare_each

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

REST = 0.35
"""Seconds without a change of the article after which comparing begins: who leafs through the list is not held up."""
BREATH = 0.02
"""Seconds between two comparisons, for keys to come in."""
KEPT = 64
"""Articles whose tellings are kept, so that one who comes back sees them at once."""


class Comparer:
    """What it finds goes into the state as the reading's tellings: gutter, the panel's numbers, what differs."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._known: Recent[int, tuple[Reading, Tellings]] = Recent(KEPT)
        self._about: Reading | None = None
        self._steps: Iterator[Tellings | None] = iter(())

    def known(self, reading: Reading) -> Reading:
        """The reading with what the other sources say, where that has been found out before."""
        found = self._known.get(reading.key)
        if found is None or not _alike(found[0], reading) or reading.tellings is found[1]:
            return reading
        return replace(reading, tellings=found[1])

    def soon(self, reading: Reading) -> None:
        """The article on the screen is another one, or was moved in: what is not known about it yet will be."""
        if reading.analysed and len(reading.strip) > 1 and not reading.tellings.told:
            self._app.timers.later("compare", REST, self._step)
        else:
            self._app.timers.stop("compare")

    def _step(self) -> None:
        reading = self._app.state.reading
        if reading is None or not reading.analysed:
            return
        if self._about is None or not _alike(self._about, reading):
            self._about, self._steps = reading, compare_each(self._app.world.library, reading)
        found = next(self._steps, None)
        if found is None:
            self._app.timers.later("compare", BREATH, self._step)
            return
        self._about = None
        self._known.put(reading.key, (reading, found))
        self._app.change(replace(self._app.state, reading=self.known(reading)))


def _alike(one: Reading, other: Reading) -> bool:
    """Whether what was found for one holds for the other."""
    return one.article is other.article and one.analysis is other.analysis and one.strip == other.strip
