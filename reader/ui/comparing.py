"""Compares the open article with the event's other sources, one at a time, while the user is not typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.recent import Recent
from reader.session.comparing.model import Tellings
from reader.session.state import Reading
from reader.session.tellings import compare_each

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

REST = 0.35
"""Seconds without a change of the article after which comparing begins: who leafs through the list is not held up."""
KEPT = 32
"""Articles whose tellings are kept, so that one who comes back sees them at once."""


class Comparer:
    """What it finds goes into the state as the reading's tellings: gutter, the panel's numbers, what differs."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._known: Recent[int, tuple[Reading, Tellings]] = Recent(KEPT)
        self._about: Reading | None = None
        self._steps: Iterator[None] = iter(())

    def known(self, reading: Reading) -> Reading:
        """The reading with what the other sources say, where that has been found out before."""
        found = self._known.get(reading.key)
        if found is None or not _alike(found[0], reading) or reading.tellings is found[1]:
            return reading
        return replace(reading, tellings=found[1])

    def soon(self, reading: Reading) -> None:
        """The article on the screen is another one, or was moved in: what is not known about it yet will be."""
        if not reading.analysed or len(reading.strip) < 2 or reading.tellings.told:
            self._app.idle.stop("compare")
            return
        if self._about is None or not _alike(self._about, reading):
            self._about, self._steps = reading, self._compared(reading)
        self._app.idle.run("compare", self._steps, REST)

    def _compared(self, reading: Reading) -> Iterator[None]:
        for found in compare_each(self._app.world.library, reading):
            if found is None:
                yield
                continue
            self._about = None
            self._known.put(reading.key, (reading, found))
            if self._app.state.reading is not None:
                self._app.change(replace(self._app.state, reading=self.known(self._app.state.reading)))


def _alike(one: Reading, other: Reading) -> bool:
    """Whether what was found for one holds for the other."""
    return one.article is other.article and one.analysis is other.analysis and one.strip == other.strip
