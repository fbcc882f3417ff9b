"""Compares the open article with the event's other sources, one at a time, while the user is not typing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

REST = 0.12
"""Seconds without a change of the article after which comparing begins."""
BREATH = 0.01
"""Seconds between two comparisons, for keys to come in."""


class Comparer:
    """What it finds goes into the state as the reading's tellings: gutter, the panel's numbers, what differs."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._compared: tuple[int, set[int]] = (0, set())
        """The article, and the others that it has been compared with."""

    def soon(self) -> None:
        """The article on the screen is another one, or was moved in."""
        self._app.timers.later("compare", REST, self._step)

    def _step(self) -> None:
        reading, library = self._app.state.reading, self._app.world.library
        if reading is None or not reading.analysed or len(reading.strip) < 2:
            return
        if self._compared[0] != reading.key:
            self._compared = (reading.key, set())
        for key in reading.strip:
            if key != reading.key and key not in self._compared[1]:
                library.comparison(reading.key, key)
                self._compared[1].add(key)
                self._app.timers.later("compare", BREATH, self._step)
                return
        tellings = self._app.world.tellings(reading)
        if tellings != reading.tellings:
            self._app.change(replace(self._app.state, reading=replace(reading, tellings=tellings)))
            self._app.timers.stop("compare")
