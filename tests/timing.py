"""How much work something is, in seconds of the processor: never by the clock on the wall, never by one measurement.

Other processes share the processor and its caches, so a measurement only says what something takes at most. A limit
is broken where none of several measurements keeps it.
"""

import time
from collections.abc import Callable

TRIES = 5


def spent(work: Callable[[], object]) -> float:
    """Seconds of the processor that a call takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def is_within(seconds: float, work: Callable[[], object]) -> bool:
    """Whether it can be done in so many seconds of the processor."""
    return any(spent(work) < seconds for _ in range(TRIES))


def is_linear(work: Callable[[int], object], size: int) -> bool:
    """Whether four times as much costs less than ten times the time; a quadratic rule would cost sixteen times.

    What takes less than 20 ms counts as 20: so little says nothing.
    """
    return any(10 * max(spent(lambda: work(size)), 0.02) > spent(lambda: work(4 * size)) for _ in range(TRIES))
