"""The real program in a pseudo-terminal, as a user's terminal would have it: what it wrote, and how that looks."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

ROWS, COLUMNS = 40, 120
ANSWERS = (
    (b"\x1b]11;?", b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
)
"""What a terminal answers to the questions that are asked at the start."""
BEYOND_PYTE = re.compile(rb"\x1b\[[<>=][0-?]*[ -/]*[@-~]|\x1b\[\?[0-9;]*(?:\$p|u)|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""Questions and keyboard modes that the emulator would show as text."""
MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
PATIENCE = 60.0
"""Seconds after which a condition counts as not met, on a machine busy with other things."""


def environment(home: Path) -> dict[str, str]:
    """Nothing of the user's own settings."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG", "LC_ALL") if name in os.environ}
    return {
        "LANG": "C.UTF-8", **kept, **folders, "HOME": str(home), "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"
    }  # fmt: skip


class PseudoTerminal:
    """One run of a program. Use it in a `with` block: at its end the program is gone."""

    def __init__(self, arguments: Sequence[str], env: Mapping[str, str], cwd: Path) -> None:
        self.output = b""
        self._cwd = cwd
        self.code: int | None = None
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._seen = 0
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            for name in ("SIGINT", "SIGQUIT", "SIGHUP", "SIGTERM"):  # who runs the tests in the background ignores some
                signal.signal(getattr(signal, name), signal.SIG_DFL)
            os.chdir(cwd)
            os.execve(sys.executable, [sys.executable, *arguments], dict(env))
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def __enter__(self) -> "PseudoTerminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:  # pytest shows it with the test that has failed
            print(self.output[-2000:])
            for log in Path(self._cwd).rglob("reader.log"):
                print(log.read_text("utf-8")[-4000:])
        if self.code is None:
            os.kill(self.pid, signal.SIGKILL)
            self.end()
        self.close()

    def read(self, seconds: float) -> bool:
        """Take in what the program writes within so many seconds; False where that was nothing."""
        if self._master < 0 or not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the program has ended
            return False
        for question, answer in ANSWERS:
            if question in data:
                os.write(self._master, answer)
        self.output += data
        return bool(data)

    @property
    def lines(self) -> list[str]:
        """What the terminal shows."""
        new = self.output[self._seen :]
        cut = new.rfind(b"\x1b") if b"\x1b" in new[-32:] else len(new)  # what may be half a sequence waits
        self._stream.feed(BEYOND_PYTE.sub(b"", new[:cut]))
        self._seen += cut
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self._master, keys.encode("utf-8", "surrogatepass"))

    def wait(self, wanted: str | Callable[[str], bool]) -> str:
        """Read until the screen shows some words, or is as wanted; the screen's text."""
        is_there = (lambda text: wanted in text) if isinstance(wanted, str) else wanted
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if not self.read(0.03) and is_there(self.text):
                return self.text
        raise AssertionError(f"not on the screen: {wanted}\n{self.text}")

    def press(self, keys: str, wanted: str | Callable[[str], bool]) -> str:
        """Type and wait for what comes of it."""
        self.send(keys)
        return self.wait(wanted)

    def end(self) -> int:
        """Read until the program has ended; its exit code, negative where a signal ended it."""
        end = time.monotonic() + PATIENCE
        while self.code is None and time.monotonic() < end:
            self.read(0.02)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.code = os.waitstatus_to_exitcode(status)
                while self.read(0.05):
                    pass
        assert self.code is not None, f"still running\n{self.text}"
        return self.code

    def close(self) -> None:
        """Close the terminal's window."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def modes_left(self) -> set[int]:
        """Private modes not set back to what they are before a program runs (cursor and wrapping are on then)."""
        normal = {7: True, 25: True}
        now: dict[int, bool] = {}
        for found in MODE.finditer(self.output):
            for mode in found[1].split(b";"):
                now[int(mode)] = found[2] == b"h"
        return {mode for mode, on in now.items() if on != normal.get(mode, False)}
