"""The outermost frame: whatever happens inside ends in an exit code and at most one line.

A context manager and not an `except`, because the frame must stand for every kind of error without hiding one: what is
not foreseen goes to the log with its traceback."""

import os
import sys
from collections.abc import Callable, Sequence
from types import TracebackType

from reader.cli.exits import Exit
from reader.cli.output import complain, point_out
from reader.cli.usage import UsageError

Work = Callable[[Sequence[str]], int]


def guarded(work: Work, arguments: Sequence[str]) -> int:
    """Call `work` and turn whatever it raises into an exit code."""
    if sys.stdout is None:  # started with standard output closed: there is nobody to write to
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    frame = _Frame()
    with frame:
        frame.code = work(arguments)
        sys.stdout.flush()
    return int(frame.code)


class _Frame:
    """Holds the exit code, and decides it where something was raised."""

    def __init__(self) -> None:
        self.code: int = Exit.DONE

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if error is not None:
            self.code = _outcome(error)
        return True


def _outcome(error: BaseException) -> int:
    """The exit code for what was raised, after saying in one line what the user should know."""
    if isinstance(error, SystemExit):  # argparse after --help
        return error.code if isinstance(error.code, int) else Exit.DONE
    if isinstance(error, BrokenPipeError):
        _forget_output()
        return Exit.DONE
    if isinstance(error, KeyboardInterrupt):
        return Exit.INTERRUPTED
    if isinstance(error, UsageError):
        complain(str(error))
        point_out(error.below)
        return error.code
    from reader.cli.log import record

    # Neither the message nor the traceback is printed: both may quote an article.
    complain(f"internal error ({type(error).__name__}); the details are in {record(error)}")
    return Exit.INTERNAL


def _forget_output() -> None:
    """Point standard output at nothing, so that the interpreter's own last flush fails in silence too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
