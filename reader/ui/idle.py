"""Work that nobody waits for, done in slices on the event loop while no key is being served.

A thread would not help: the interpreter runs one at a time, and who has a key to draw would wait for its turn again and
again. Between two slices everything else gets its turn, and after a key nothing is begun until its frame is out.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.timers import Timers

SLICE = 0.003
"""Seconds after which a slice ends; the step that is under way then is finished, which takes a few milliseconds."""
BREATH = 0.003
"""Seconds between two slices."""
HOLD = 0.05
"""Seconds after a key in which nothing is begun: the time until its last byte has been written."""
TYPING = 0.5
"""Seconds after a letter of a search: others are likely to follow, and the article that it has shown soon gives way."""
COLLECTED = 0.1
"""Seconds after a key until the garbage collector looks for cycles, so that it does so in the middle of no frame …"""
NEW, YOUNG = 4_000, 4
"""… where there are so many new objects, two milliseconds' work; after so many times it looks at the older ones too."""


class Idle:
    """Runs steps, each kind of work under a name; another one under that name takes its place."""

    def __init__(self, timers: Timers) -> None:
        self._timers = timers
        self._not_before = 0.0

    def run(self, name: str, steps: Iterator[object], after: float) -> None:
        """Do the steps when `after` seconds have passed without another call under this name."""
        self._timers.later(name, after, partial(self._slice, name, steps))

    def stop(self, name: str) -> None:
        """Leave it where it is."""
        self._timers.stop(name)

    def hold(self, typing: bool = False) -> None:
        """A key has come. `typing`: it was a letter of a search."""
        self._not_before = time.monotonic() + (TYPING if typing else HOLD)
        self._timers.later("collect", COLLECTED, _collect)

    def _slice(self, name: str, steps: Iterator[object]) -> None:
        now = time.monotonic()
        if now < self._not_before:
            self.run(name, steps, self._not_before - now)
            return
        for _ in steps:
            if self._timers.is_set(name):  # what has been found has led to other work
                return
            if time.monotonic() >= now + SLICE:
                self.run(name, steps, BREATH)
                return


def _collect() -> None:
    new, young, _ = gc.get_count()
    if new > NEW:
        gc.collect(1 if young > YOUNG else 0)
