"""The terminal before Textual has it: taken over early, so that a first frame can be shown and no key is lost.

Keys that are pressed meanwhile are neither echoed nor taken for signals; they wait until the application asks for them.
Used in a `with` block, at whose end the terminal is as it was before, whatever happened in between.
"""

import os
import re
import select
import signal
import sys
import time
from types import TracebackType
from typing import Any, TextIO

ALTERNATE = "\x1b[?1049h"
"""Switch to the alternate screen, and remember the cursor's place on the other one (xterm)."""
_SHOW = ALTERNATE + "\x1b[?25l"
_LEAVE = "\x1b[?1049l\x1b[?25h"
_SIGNALS = ("SIGTERM", "SIGHUP")


class Terminal:
    """The terminal of this process; does nothing on a system that has no POSIX terminals."""

    def __init__(self) -> None:
        self._settings: list[Any] | None = None
        self._pressed = b""
        self._reply: bytes | None = None
        self._shows = False

    @property
    def is_taken(self) -> bool:
        """Whether it is ours now."""
        return self._settings is not None

    @property
    def output(self) -> int:
        """The descriptor that is written to."""
        return _stderr().fileno()

    def take(self) -> None:
        """No echo, no lines, no signals from keys; the same as Textual asks for."""
        try:
            import termios
        except ImportError:  # a system without POSIX terminals
            return
        try:
            before = termios.tcgetattr(_stdin())
            wanted = [*before[:6], [*before[6]]]
            wanted[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
            wanted[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            wanted[6][termios.VMIN], wanted[6][termios.VTIME] = 1, 0
            termios.tcsetattr(_stdin(), termios.TCSANOW, wanted)
        except (termios.error, OSError):
            return
        self._settings = before
        for name in _SIGNALS:
            signal.signal(getattr(signal, name), _end)

    def show(self, frame: str) -> None:
        """Put a frame on the alternate screen."""
        if self.is_taken:
            self._shows = True
            _write(_SHOW + frame)

    def ask(self, question: str) -> None:
        """Ask the terminal something, once."""
        _write(question)

    def answer(self, answers: re.Pattern[bytes], last: re.Pattern[bytes], patience: float) -> bytes:
        """What it answered, up to what the pattern `last` finds; keys that came between are kept.

        At most `patience` seconds are waited, and only the first time."""
        if self._reply is not None:
            return self._reply
        reply, end = b"", time.monotonic() + patience
        while not last.search(reply) and len(reply) < 4096:
            if not select.select([_stdin()], [], [], max(0.0, end - time.monotonic()))[0]:
                break
            reply += os.read(_stdin(), 256)
        self._pressed += answers.sub(b"", reply)
        self._reply = reply
        return reply

    def hand_over(self) -> tuple[list[Any], bytes, bool]:
        """The application takes it: its settings before we came, what was typed, and whether a frame is shown."""
        assert self._settings is not None
        given = self._settings, self._pressed, self._shows
        self._settings, self._pressed, self._shows = None, b"", False
        return given

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.is_taken:
            return
        import termios

        settings, _, shows = self.hand_over()
        if shows:
            _write(_LEAVE)
        termios.tcsetattr(_stdin(), termios.TCSAFLUSH, settings)
        for name in _SIGNALS:
            signal.signal(getattr(signal, name), signal.SIG_DFL)


def _stdin() -> int:
    assert sys.__stdin__ is not None
    return sys.__stdin__.fileno()


def _stderr() -> TextIO:
    """Where Textual writes."""
    assert sys.__stderr__ is not None
    return sys.__stderr__


def _write(text: str) -> None:
    _stderr().write(text)
    _stderr().flush()


def _end(number: int, _: object) -> None:
    """A signal to end while the application is not there yet to take it."""
    raise SystemExit(128 + number)
