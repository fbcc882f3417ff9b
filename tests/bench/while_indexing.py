"""How long a key takes while the library is being indexed, beside what it takes when nothing else is done.

    python tests/bench/while_indexing.py LIBRARY [--keys 200] [--turn 25]

LIBRARY is a folder with so many articles that indexing them takes longer than this. One run of the program in a
pseudo-terminal, with an empty catalogue: elapsed milliseconds from `j` or `k` to its frame, for some keys while the
indexing processes work, then for as many while they are stopped, turn by turn. Linux only (/proc).
"""

import argparse
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from screen import Run, environment

PROJECT = Path(__file__).parents[2]
BEGUN = 8.0
"""Seconds until the list has rows and indexing is well on its way."""


def descendants(root: int) -> Iterator[int]:
    """The processes that a process has begun, and those that they have."""
    for task in Path(f"/proc/{root}/task").iterdir():
        with suppress(FileNotFoundError):
            for child in map(int, (task / "children").read_text().split()):
                yield child
                yield from descendants(child)


def signalled(root: int, number: signal.Signals) -> int:
    """Sends a signal to all of them; how many there were."""
    children = list(descendants(root))
    for child in children:
        with suppress(ProcessLookupError):
            os.kill(child, number)
    return len(children)


def frames(run: Run, first: int, many: int) -> list[float]:
    """Milliseconds until each key's frame has begun to arrive."""
    took = []
    for number in range(first, first + many):
        took.append(run.frame("j" if number % 50 < 25 else "k"))
        run.drain(0.08)  # the rest of the frame
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--turn", type=int, default=25, help="keys of a turn")
    given = parser.parse_args()
    took: dict[str, list[float]] = {"while indexing": [], "at rest": []}
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as folder:
        home = Path(folder)
        command = [sys.executable, "-m", "reader", str(given.library.resolve()), "--notes", str(home / "notes")]
        run = Run(command, environment(home, home / "cache", PROJECT))
        run.first_frame()
        end = time.monotonic() + BEGUN
        while time.monotonic() < end:
            run.drain(0.2)
        for first in range(0, given.keys, given.turn):
            for name, number in (("while indexing", signal.SIGCONT), ("at rest", signal.SIGSTOP)):
                if not signalled(run.pid, number):
                    sys.exit("indexing is done already: take a larger library")
                run.drain(0.5)
                took[name] += frames(run, first, given.turn)
        signalled(run.pid, signal.SIGKILL)
        run.end()
    for name, each in took.items():
        p95 = statistics.quantiles(each, n=20)[18]
        print(f"{name:16} {len(each):4} keys  p50 {statistics.median(each):6.1f}  p95 {p95:6.1f} ms")


if __name__ == "__main__":
    main()
