"""Indexing as a whole, and as a process of its own: `python -m reader.library.indexing`, its job on standard input.

The process is made to be killed: it commits in small transactions, so that the next one goes on where this one ended.
It ends by itself when the one that started it does (its standard input closes), and steps back where another process
already indexes the same library.
"""

import fcntl
import json
import os
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.library import catalogue, copies, findings, linking, lookup, merging
from reader.library.decisions.links import NO_LINKS, Links
from reader.library.intake import transaction
from reader.library.pace import Pace
from reader.library.reading import Tell, read_changes
from reader.library.values import Changes, Progress
from reader.model import Problem

NICENESS = 10
CHECKPOINT_PAGES = 2000
"""Pages of the write-ahead log before it is folded back: 16 MB."""
CACHE_KIBIBYTES = 32_000
TOLD_SECONDS = 0.05
"""Progress is told at most this often."""
WAITING_SECONDS = 0.5

UNWRITABLE = 3
DAMAGED = 4
LOCKED = 5
"""Exit codes of the process; 0 when done, anything else is a fault of the program."""


def index(
    connection: sqlite3.Connection,
    roots: Sequence[Path],
    tell: Tell,
    full: bool = False,
    links: Links = NO_LINKS,
    spare: int = 1,
) -> Changes:
    """All three phases: readable and searchable, grouped, analysed. The caller holds the lock.

    `spare`: cores to be left to others; none where somebody waits for the end and does nothing else.
    """
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
    before = connection.total_changes
    changes = read_changes(connection, roots, tell, full)
    if any(changes) or catalogue.get(connection, "ungrouped"):
        copies.settle(connection)
        merging.merge(connection, "texts", "titles")
    if full or _is_unanalysed(connection):
        from reader.library.analysing import analyse_articles, analysts

        with analysts(connection, full, spare) as team:  # they load while articles are grouped
            _group(connection, tell, full, links)
            analyse_articles(connection, tell, full, team)
    else:
        _group(connection, tell, full, links)
    if connection.total_changes != before:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return changes


def _group(connection: sqlite3.Connection, tell: Tell, full: bool, links: Links) -> None:
    # Imported when there is work for it: a check that finds nothing changed should be over at once.
    if full or catalogue.get(connection, "ungrouped") or linking.has_changed(connection, links):
        from reader.library.grouping import group_articles

        group_articles(connection, tell, full, links)
    if not connection.execute(lookup.KEPT_LIST).fetchone():
        keep_list(connection)


def keep_list(connection: sqlite3.Connection) -> None:
    """Store the list in one piece: opening 100,000 articles is then as fast as opening ten."""
    with transaction(connection):
        order = lookup.made_order(connection.execute(lookup.SORTS["date"]).fetchall())
        connection.execute("DELETE FROM lists")
        connection.execute(
            "INSERT INTO lists (state, events, keys, starts) VALUES (?, ?, ?, ?)",
            (
                catalogue.get(connection, "state"),
                *(part.tobytes() for part in (order.events, order.keys, order.starts)),
            ),
        )


def _is_unanalysed(connection: sqlite3.Connection) -> bool:
    find = "SELECT 1 FROM articles WHERE quotes IS NULL AND problem IS NULL LIMIT 1"
    if connection.execute(find).fetchone() is not None:
        return True
    return catalogue.get(connection, "analyser") != findings.maker()


@contextmanager
def indexing_alone(path: Path, tell: Tell) -> Iterator[None]:
    """Wait until no other process indexes this library. The lock goes with the process, however it ends."""
    with path.with_name(path.name + ".lock").open("ab") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                tell(Progress(0, 0, "waiting"))
                time.sleep(WAITING_SECONDS)
        yield


def index_at(
    path: Path, roots: Sequence[Path], tell: Tell, full: bool = False, links: Links = NO_LINKS, spare: int = 1
) -> Changes:
    """Index the catalogue in the file `path`; what was different. `spare`: as of `index`.

    Raises sqlite3.Error, `catalogue.Damaged` or OSError where it cannot.
    """
    with indexing_alone(path, tell):
        connection = catalogue.connect(path)
        try:
            return index(connection, roots, tell, full, links, spare)
        finally:
            connection.close()


class _Teller:
    """Progress as lines of JSON, not more of them than anybody wants to see."""

    def __init__(self) -> None:
        self._next = 0.0
        self._phase = ""

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now < self._next and progress.phase == self._phase and not progress.finished:
            return
        self._next, self._phase = now + TOLD_SECONDS, progress.phase
        problem = progress.problem
        fields = progress._asdict() | {
            "problem": problem and [problem.path, problem.line, problem.message, problem.hint]
        }
        with suppress(BrokenPipeError):
            sys.stdout.write(json.dumps(fields) + "\n")
            sys.stdout.flush()


def _end_with_parent() -> None:
    """Nobody reads what we would say: end, as abruptly as a kill, which does no harm."""
    while os.read(0, 4096):  # not sys.stdin, whose lock would make an interpreter that shuts down abort
        pass
    os._exit(0)


def _failure(message: str, path: Path = Path()) -> Progress:
    return Progress(0, 0, "failed", True, Problem("" if path == Path() else os.fspath(path), None, message))


def main() -> int:
    """The process: its job, a mapping as `reader.library.child` makes it, is one line of standard input; it prints its
    progress."""
    with suppress(OSError):
        os.nice(NICENESS)
    job = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    tell = Pace(_Teller())
    sys.excepthook = lambda kind, error, _: tell(_failure(f"Indexing broke off: {kind.__name__}: {error}"))
    path = Path(job["catalogue"])
    try:
        roots = [Path(root) for root in job["roots"]]
        changes = index_at(path, roots, tell, job["full"], linking.read(job.get("decisions")))
    except (sqlite3.OperationalError, OSError) as error:
        if catalogue.is_locked(error):
            tell(_failure("Another program keeps the catalogue locked: what is in it can be read", path))
            return LOCKED
        tell(_failure(f"The catalogue cannot be written: {error}", path))
        return UNWRITABLE
    except (sqlite3.DatabaseError, catalogue.Damaged) as error:
        tell(_failure(f"The catalogue is damaged: {error}", path))
        return DAMAGED
    tell(Progress(0, 0, "done", True, changes=changes))
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # the thread that watches standard input would hold the interpreter's end up
