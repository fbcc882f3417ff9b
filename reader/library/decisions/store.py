"""The decisions on the disk: read when first asked for, noticed when changed outside, written one at a time.

The file is the truth. A decision is spliced into what the file holds at that moment, and checked before it is written.
A file that is not understood is left alone, and what was known before it broke goes on holding.
"""

import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from reader import disk
from reader.library.decisions.values import NONE, Decision, Decisions
from reader.model import Problem

NAME = "decisions.yaml"
LOOKED_SECONDS = 1.0
"""The file is looked at (not read) at most this often."""


class Outcome(NamedTuple):
    """What came of a change."""

    number: int | None = None
    """By which it can be taken back while the program runs."""
    problem: Problem | None = None
    """Why nothing was changed."""


class _Change(NamedTuple):
    decision: Decision
    before: bytes | None
    """The file as it was; None where there was none."""
    after: bytes


class DecisionStore:
    """The decisions of one notes folder; safe to use from several threads. Without a folder there are none."""

    def __init__(self, folder: Path | None = None) -> None:
        self.file = folder / NAME if folder is not None else None
        self._decisions = NONE
        self._problems: tuple[Problem, ...] = ()
        self._signature: disk.Signature | None = None
        self._looked: float | None = None
        self._changes: dict[int, _Change] = {}
        self._guard = threading.RLock()

    def current(self) -> Decisions:
        """The decisions that hold now. The same object as long as the file has not changed."""
        if self.file is None:
            return NONE
        if self._looked is None or time.monotonic() - self._looked > LOOKED_SECONDS:
            self.refresh()
        return self._decisions

    def refresh(self) -> bool:
        """Read the file if it has changed; whether other decisions hold now."""
        if self.file is None:
            return False
        with self._guard:
            self._looked = time.monotonic()
            signature = disk.signature(self.file)
            if signature == self._signature:
                return False
            before = self._decisions
            self._read(signature)
            return self._decisions != before

    def _read(self, signature: disk.Signature | None) -> None:
        self._signature = signature
        if signature is None or self.file is None:
            self._decisions, self._problems = NONE, ()
            return
        from reader.library.decisions.document import decode

        try:
            document = decode(self.file.read_bytes(), self.file)
        except OSError as error:
            self._problems = (Problem(str(self.file), None, f"cannot be read: {error.strerror or error}"),)
            return
        self._problems = document.problems
        if document.writable and document.decisions != self._decisions:
            self._decisions = document.decisions

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the file."""
        self.current()
        return self._problems

    def lines(self) -> list[tuple[Decision, int]]:
        """The decisions of the file, each with its one-based line."""
        from reader.library.decisions.document import decode

        try:
            data = self.file.read_bytes() if self.file is not None else b""
        except OSError:
            return []
        return [(item.decision, item.line) for item in decode(data, self.file or Path()).items()]

    def add(self, decision: Decision, comments: Mapping[str, str] | None = None) -> Outcome:
        """Write a decision behind the others. `comments`: by article's id, a word for whoever reads the file."""
        if self.file is None:
            return Outcome(
                problem=Problem("", None, "there is no folder to keep decisions in", "give one with --notes")
            )
        with self._guard:
            try:
                with disk.locked(self.file.parent):
                    return self._add(self.file, decision, comments or {})
            except OSError as error:
                return Outcome(problem=_unwritten(self.file, error))

    def _add(self, file: Path, decision: Decision, comments: Mapping[str, str]) -> Outcome:
        from reader.library.decisions import writing
        from reader.library.decisions.document import decode, parse

        before = _bytes(file)
        document = decode(before or b"", file)
        if not document.writable:
            self.refresh()
            return Outcome(problem=document.problems[0])
        try:
            after = writing.added(document, decision, comments)
        except ValueError as error:
            return Outcome(problem=_unchangeable(file, str(error)))
        if sorted(map(repr, parse(after, file).decisions)) != sorted(map(repr, (*document.decisions, decision))):
            return Outcome(problem=_unchangeable(file, "it is written in a way that cannot be added to"))
        disk.write(file, after.encode())
        number = len(self._changes) + 1
        self._changes[number] = _Change(decision, before, after.encode())
        self.refresh()
        return Outcome(number)

    def undo(self, number: int) -> Outcome:
        """Take a change of this run back: where nothing else has changed, the file has the same bytes as before."""
        with self._guard:
            change = self._changes.pop(number, None)
            if change is None or self.file is None:
                return Outcome(problem=Problem("", None, "this decision has been taken back already"))
            try:
                with disk.locked(self.file.parent):
                    problem = _take_back(self.file, change)
            except OSError as error:
                problem = _unwritten(self.file, error)
            self.refresh()
            return Outcome(number, problem)


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _take_back(file: Path, change: _Change) -> Problem | None:
    now = _bytes(file)
    if now == change.after:
        if change.before is None:
            file.unlink()
        else:
            disk.write(file, change.before)
        return None
    from reader.library.decisions import writing
    from reader.library.decisions.document import decode

    document = decode(now or b"", file)
    found = [item for item in document.items() if item.decision == change.decision]
    if not document.writable:
        return document.problems[0]
    if not found:
        return None  # it was taken out by hand
    try:
        disk.write(file, writing.removed(document, found[-1]).encode())
    except ValueError as error:
        return _unchangeable(file, str(error))
    return None


def _unwritten(file: Path, error: OSError) -> Problem:
    return Problem(str(file), None, f"cannot be written: {error.strerror or error}", "nothing was changed")


def _unchangeable(file: Path, why: str) -> Problem:
    return Problem(str(file), None, f"cannot be changed: {why}", "change it by hand")
