"""How long a phase of indexing still takes, judged by how fast it has gone lately."""

import time
from collections.abc import Callable

from reader.library.values import Progress

SETTLED = 1.0
"""Seconds of a phase before anything is said about its end."""
MEMORY = 20.0
"""Seconds after which an earlier speed has lost two thirds of its weight: early batches are small and slow."""


class Pace:
    """Passes progress on with the seconds left filled in."""

    def __init__(self, tell: Callable[[Progress], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._clock = clock
        self._phase = ""
        self._begun = 0.0
        self._at = (0.0, 0)
        self._rate = 0.0

    def __call__(self, progress: Progress) -> None:
        """Tell it."""
        now = self._clock()
        if progress.phase != self._phase:
            self._phase, self._begun, self._at, self._rate = progress.phase, now, (now, progress.done), 0.0
        self._measure(now, progress.done)
        left = None
        if self._rate > 0 and progress.total and now - self._begun >= SETTLED and not progress.finished:
            left = round((progress.total - progress.done) / self._rate)
        self._tell(progress._replace(seconds=left))

    def _measure(self, now: float, done: int) -> None:
        since, before = self._at
        if now - since < SETTLED / 2:
            return
        rate = max(0, done - before) / (now - since)
        weight = min(1.0, (now - since) / min(MEMORY, now - self._begun))
        self._rate += weight * (rate - self._rate)
        self._at = now, done
