"""Standard output as data: JSON, JSON Lines or plain text, always UTF-8 and never with a control character.

Articles are cleaned when they are read; whatever else is printed (file names, messages, queries) is cleaned here, line
by line. JSON keeps every character, but writes those as escapes that would act if somebody showed it on a terminal."""

import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from reader.export.json_text import as_json

if TYPE_CHECKING:
    from reader.model import Problem

Record = Mapping[str, Any]
Mode = Literal["text", "json", "jsonl", "markdown", "csv"]


def warning(problem: "Problem") -> Record:
    """A problem as it stands in the `warnings` of a JSON answer."""
    return {
        "path": problem.path,
        "line": problem.line,
        "message": problem.message,
        "hint": problem.hint or None,
        "severity": problem.severity,
    }


class Output:
    """One answer, written record by record."""

    def __init__(self, verb: str, mode: Mode, stream: BinaryIO | None = None) -> None:
        self.mode = mode
        self.count = 0
        """Records written so far."""
        self._schema = f"reader/{verb}/1"
        self._stream = stream or sys.stdout.buffer

    def record(self, record: Record, lines: Callable[[Record], Iterable[str]]) -> None:
        """Write one record; `lines` makes its plain text form, and is asked only where that is wanted."""
        if self.mode == "text":
            for line in lines(record):
                self.line(line)
        elif self.mode == "jsonl":
            self._write(as_json(record) + "\n")
            self._stream.flush()
        else:
            self._write((",\n" if self.count else self._head()) + as_json(record))
        self.count += 1

    def text(self, text: str) -> None:
        """Write what is finished: a page of Markdown, lines of CSV."""
        self._write(text)

    def line(self, line: str) -> None:
        """Write one line of plain text."""
        from reader.text.clean import printable

        self._write(printable(line).rstrip() + "\n")

    def close(self, problems: Iterable["Problem"]) -> None:
        """End the answer: the warnings go into the JSON object, in the other forms the errors to standard error."""
        if self.mode == "json":
            warnings = ",\n".join(as_json(warning(problem)) for problem in problems)
            start = "" if self.count else self._head()
            self._write(f'{start}\n], "warnings": [{warnings}]}}\n')
        self._stream.flush()
        if self.mode != "json":
            for problem in problems:
                if problem.severity == "error":
                    complain(str(problem))

    def _head(self) -> str:
        return f'{{"schema": {as_json(self._schema)}, "data": [\n'

    def _write(self, text: str) -> None:
        self._stream.write(text.encode("utf-8"))


def point_out(lines: Iterable[str]) -> None:
    """Write lines below a complaint to standard error. Never fails."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.buffer.write("".join(f"{line}\n" for line in lines).encode())
            sys.stderr.buffer.flush()


def complain(message: str) -> None:
    """Write one line to standard error. Never fails: there is nowhere left to report it."""
    from reader.text.clean import printable

    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.buffer.write(f"reader: {printable(message)}\n".encode())
            sys.stderr.buffer.flush()
