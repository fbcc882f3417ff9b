"""Analysing on several cores: processes that are given articles and give back what is to be stored.

`python -m reader.library.analyst` reads pieces of work on standard input and writes what it found on standard output.
It never sees the catalogue, which has one writer, and ends when its input closes, so with the process that started it,
however that one ended.
"""

import gc
import marshal
import os
import queue
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import IO

from reader.library import packing
from reader.library.catalogue import Damaged
from reader.library.found import Rows, rows
from reader.library.values import ANALYSED
from reader.model import Article

MOST = 8
"""Processes at most: more of them cannot be kept fed by one writer."""
PIECE = 12
"""Articles handed over at once: a tenth of a second."""
COLLECTED = 200_000
"""Objects made before the collector looks for cycles; an analysis makes thousands that live long and has none."""
_WARM = "“It is open,” Mayor Ann Lee said in Oslo on 3 May 2020, when 12 people came."
"""Has everything that an analysis loads modules for."""
_DAMAGED = ""
"""In place of rows: what was stored cannot be read back."""
_SIZE = struct.Struct("<I")

Job = tuple[int, str, bytes]
"""Key, id and stored body of an article."""


class Fault(Exception):  # noqa: N818  (of the program, in one article)
    """What another process could not cope with."""


def cores(spare: int = 1) -> int:
    """How many processes may analyse: all cores but those to `spare`, of which the user's own process needs one."""
    return max(1, min(MOST, len(os.sched_getaffinity(0)) - spare if hasattr(os, "sched_getaffinity") else 1))


def analysed(job: Job) -> tuple[int, Rows]:
    """What is to be stored about an article."""
    from reader.analysis import analyse

    key, id, body = job
    article = packing.unpack(body, id, "")
    return key, rows(article, analyse(article, ANALYSED))


def found(jobs: Iterable[Job], team: "Team | None", blame: Callable[[int], None]) -> Iterator[tuple[int, Rows]]:
    """What is to be stored about each article, in the order in which it is done; found here where there is no team.

    `blame` is given the key of an article that the program cannot cope with, before the error is raised: `Fault` where
    another process met it. Raises ChildProcessError where such a process broke off.
    """
    if team is not None:
        yield from team.answers(jobs, blame)
        return
    for job in jobs:
        try:
            yield analysed(job)
        except (OSError, ImportError, SyntaxError, MemoryError, Damaged):
            raise
        except Exception:
            blame(job[0])
            raise


class Team:
    """Processes, and for each a thread that hands over a piece of work and waits for the answer.

    The processes load what they need as soon as the team is there, which takes them half a second.
    """

    def __init__(self, processes: int) -> None:
        self._jobs: Iterator[Job] = iter(())
        self._blame: Callable[[int], None] = lambda _: None
        self._waiting: queue.Queue[Sequence[Job]] = queue.Queue()
        self._answers: queue.Queue[bytes | None] = queue.Queue()
        self._outstanding = 0
        self._processes = [self._started() for _ in range(processes)]
        self._threads = [threading.Thread(target=self._serve, args=(one,), daemon=True) for one in self._processes]

    @staticmethod
    def _started() -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "reader.library.analyst"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> "Team":
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def answers(self, jobs: Iterable[Job], blame: Callable[[int], None]) -> Iterator[tuple[int, Rows]]:
        """The answers as they come."""
        self._jobs, self._blame = iter(jobs), blame
        for thread in self._threads:
            thread.start()
        for _ in range(2 * len(self._threads)):  # one at work and one waiting for each: the newest stay first
            self._hand_out()
        while self._outstanding:
            answer = self._answers.get()
            if answer is None:
                raise ChildProcessError("a process that analyses has ended")
            self._outstanding -= 1
            self._hand_out()
            for key, one in marshal.loads(answer):
                if one == _DAMAGED:
                    raise Damaged(f"the text of article {key}")
                if isinstance(one, str):
                    self._blame(key)
                    raise Fault(one)
                yield key, Rows(*one)

    def _hand_out(self) -> None:
        """Queries are made in the thread that has the catalogue."""
        piece = list(islice(self._jobs, PIECE))
        if piece:
            self._outstanding += 1
            self._waiting.put(piece)

    def _serve(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        while piece := self._waiting.get():
            try:
                _send(process.stdin, marshal.dumps([tuple(job) for job in piece]))
                answer = _received(process.stdout)
            except OSError:
                answer = None
            self._answers.put(answer)
            if answer is None:
                return

    def end(self) -> None:
        """End the processes and the threads."""
        for _ in self._threads:
            self._waiting.put(())
        for process in self._processes:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    if pipe is not None:
                        pipe.close()


def _send(stream: IO[bytes], data: bytes) -> None:
    stream.write(_SIZE.pack(len(data)) + data)
    stream.flush()


def _received(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_SIZE.size)
    if len(head) < _SIZE.size:
        return None
    (size,) = _SIZE.unpack(head)
    data = stream.read(size)
    return data if len(data) == size else None


def settle_collector() -> None:
    """Let the collector look at what is new only, and seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECTED, 20, 50)


def main() -> None:
    """The process."""
    from reader.analysis import analyse

    analyse(Article("", "", _WARM))  # before the first piece of work, and before the collector's settings
    settle_collector()
    given, taken = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing else may write into the answers
    with suppress(BrokenPipeError):
        while (piece := _received(given)) is not None:
            answers: list[tuple[int, object]] = []
            for job in marshal.loads(piece):
                try:
                    key, made = analysed(job)
                except Damaged:
                    _send(taken, marshal.dumps([*answers, (job[0], _DAMAGED)]))
                    raise
                except Exception as error:
                    _send(taken, marshal.dumps([*answers, (job[0], _said(error))]))
                    raise
                answers.append((key, tuple(made)))
            _send(taken, marshal.dumps(answers))


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    main()
    sys.stderr.flush()
    os._exit(0)
