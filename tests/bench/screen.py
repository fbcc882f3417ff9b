"""What a launch and a keystroke cost, through a pseudo-terminal of 140 by 40 cells, beside what Textual alone costs.

    python tests/bench/screen.py LIBRARY [--cache FOLDER] [--before FOLDER] [--launches 7] [--keys 30]

LIBRARY is any folder of articles; it is indexed first, unless FOLDER holds its catalogue already. Measured turn by turn
in one run, so that a ratio means something on a machine that is busy with other things:
 launch    CPU milliseconds and elapsed ones from the fork to the end of the first frame, of the program and of a bare
           Textual application. `--before` takes a second copy of the program (the folder that holds `reader/`).
 keys      CPU milliseconds (user and system, all threads) that a key has used when its last byte has arrived, and the
           elapsed ones until then; `floor` is a Textual application with three panes of the same sizes on the line API
           that draws all of them anew at each key, as Textual does it.
Linux only (/proc). Elapsed times are worth something on a quiet machine only.
"""

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

ROWS, COLUMNS = 40, 140
QUIET = 0.08
"""Seconds without a byte after which a key has done everything."""
PATIENCE = 15.0
FRAME = 2_000
"""Bytes that are no mere questions to the terminal any more."""
ANSWERS = (
    (b"\x1b]11;?", b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
)
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    ENABLE_COMMAND_PALETTE = False
    def compose(self):
        yield Static("bare first frame", markup=False)
Bare().run()
"""
FLOOR = """
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.containers import Horizontal
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
ONE, TWO = Style.parse("#202020 on #f0f0f0"), Style.parse("bold #900000 on #f0f0f0")
class Pane(ScrollView):
    turn = 0
    def render_line(self, y):
        width = self.size.width
        text = f"line {y} of turn {self.turn} " * 6
        last = Segment(text[40:width].ljust(width - 40), ONE)
        return Strip([Segment(text[:20], ONE), Segment(text[20:40], TWO), last])
class Floor(App):
    ENABLE_COMMAND_PALETTE = False
    CSS = "Pane { border: round gray; width: 38; overflow-y: scroll; } #text { width: 1fr; border: none; }"
    def compose(self):
        with Horizontal():
            yield Pane()
            yield Pane(id="text")
            yield Pane()
    def on_mount(self):
        for pane in self.query(Pane):
            pane.virtual_size = Size(30, 100)
    def on_key(self, event):
        for pane in self.query(Pane):
            pane.turn += 1
            pane.refresh()
Floor().run()
"""
Step = tuple[str, Sequence[str], int]
"""Label, keys, and whether they are repeated."""
STEPS: tuple[Step, ...] = (
    ("down", ("j",), 1),
    ("up", ("k",), 1),
    ("into the text", ("\x1b", "\r"), 0),
    ("down in the text", ("j",), 1),
    ("next source", ("]",), 1),
    ("find: letter", tuple("/said"), 0),
    ("find: leave", ("\x1b", "\x1b"), 0),
    ("query: letter", tuple("Fsaid"), 0),
)


class Run:
    """One run of a program in a pseudo-terminal; `end` it."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self.start = self.last = time.monotonic()
        self.bytes = 0
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.chdir(env["HOME"])  # `python -m` would find a package in this folder first
            os.execvpe(command[0], command, dict(env))
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def cpu(self) -> float:
        """Milliseconds of CPU time used so far by all threads of the program."""
        used = 0
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            with suppress(FileNotFoundError):  # a thread that has just ended
                used += int((task / "schedstat").read_text().split()[0])
        return used / 1e6

    def settle(self, least: int = 0) -> float:
        """Take in what it writes until it is quiet, and more than `least` bytes; the CPU time at the last byte."""
        begun, before, cpu = time.monotonic(), self.bytes, self.cpu()
        self.last = begun
        while time.monotonic() - begun < PATIENCE:
            if not select.select([self._master], [], [], QUIET)[0]:
                if self.bytes - before > least:
                    break
                if least == 0 and time.monotonic() - begun > 4 * QUIET:
                    break
                continue
            self._take()
            cpu = self.cpu()
        return cpu

    def first_frame(self) -> tuple[float, float]:
        """CPU and elapsed milliseconds until there is one."""
        while self.bytes < FRAME:
            if not select.select([self._master], [], [], PATIENCE)[0]:
                raise TimeoutError
            self._take()
        return self.cpu(), (time.monotonic() - self.start) * 1e3

    def press(self, key: str) -> tuple[float, float]:
        """CPU and elapsed milliseconds until the key's last byte."""
        begun, cpu = time.monotonic(), self.cpu()
        os.write(self._master, key.encode())
        used = self.settle() - cpu
        return used, max(0.0, self.last - begun) * 1e3

    def frame(self, key: str) -> float:
        """Elapsed milliseconds until the key's frame has begun to arrive; for a screen that is never quiet."""
        begun, before = time.monotonic(), self.bytes
        os.write(self._master, key.encode())
        while self.bytes - before < FRAME and time.monotonic() - begun < PATIENCE:
            self.drain(0)
        return (time.monotonic() - begun) * 1e3

    def drain(self, seconds: float) -> None:
        """Take in what it writes for so long; at least what is there, and the next to come."""
        end = time.monotonic() + seconds
        while select.select([self._master], [], [], max(0.01, end - time.monotonic()))[0]:
            self._take()
            if time.monotonic() >= end:
                return

    def _take(self) -> None:
        data = os.read(self._master, 65536)
        self.last = time.monotonic()
        self.bytes += len(data)
        for question, answer in ANSWERS:
            if question in data:
                os.write(self._master, answer)

    def end(self) -> None:
        """No questions asked."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)


def environment(home: Path, cache: Path, source: Path) -> dict[str, str]:
    """Nothing of the user's own settings."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "DATA")}
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(home), "PYTHONPATH": str(source)}
    return {"LANG": "C.UTF-8", **kept, **folders, **terminal, "XDG_CACHE_HOME": str(cache)}


def launches(commands: Mapping[str, tuple[Sequence[str], Mapping[str, str]]], count: int) -> None:
    """Turn by turn; the first turn only fills the caches."""
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for turn in range(count + 1):
        for name, (command, env) in commands.items():
            run = Run(command, env)
            frame = run.first_frame()
            if turn:
                spent[name].append(frame)
            run.end()
    print(f"{'launch':24}{'CPU ms':>10}{'elapsed':>10}{'CPU / bare':>12}")
    bare = statistics.median(cpu for cpu, _ in spent["bare Textual"])
    for name, found in spent.items():
        cpu, elapsed = (statistics.median(column) for column in zip(*found, strict=True))
        print(f"{name:24}{cpu:10.0f}{elapsed:10.0f}{cpu / bare:12.2f}")


def keys(name: str, command: Sequence[str], env: Mapping[str, str], repeat: int, steps: Sequence[Step]) -> None:
    """A table of what each kind of key costs."""
    run = Run(command, env)
    run.settle(least=FRAME)
    time.sleep(1.0)
    run.settle()
    print(f"\n{name:24}{'CPU p50':>10}{'p95':>8}{'elapsed p50':>14}{'p95':>8}")
    for label, pressed, repeated in steps:
        found = [run.press(key) for key in (list(pressed) * repeat if repeated else pressed)]
        cpu, elapsed = (sorted(column) for column in zip(*found, strict=True))
        middle, high = len(found) // 2, min(len(found) - 1, round(0.95 * (len(found) - 1)))
        print(f"  {label:22}{cpu[middle]:10.1f}{cpu[high]:8.1f}{elapsed[middle]:14.1f}{elapsed[high]:8.1f}")
    run.end()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--cache", type=Path, help="a cache folder that is kept between runs")
    parser.add_argument("--before", type=Path, help="a folder with another copy of reader/, to be compared with")
    parser.add_argument("--launches", type=int, default=7)
    parser.add_argument("--keys", type=int, default=30, help="how often a key is repeated")
    options = parser.parse_args()
    here = Path(__file__).resolve().parents[2]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        sources = {"reader": here} | ({"reader, before": options.before.resolve()} if options.before else {})
        programs = {}
        for name, source in sources.items():
            cache = (options.cache or home / "cache") / name.replace(", ", "-")
            env = environment(home, cache, source)
            command = [sys.executable, "-m", "reader"]
            library = str(options.library.resolve())
            subprocess.run([*command, "index", library], env=env, cwd=home, check=True, capture_output=True)
            programs[name] = ([*command, library], env)
        bare = environment(home, home, here)
        launches({**programs, "bare Textual": ([sys.executable, "-c", BARE], bare)}, options.launches)
        for name, (command, env) in programs.items():
            keys(name, command, env, options.keys, STEPS)
        keys("floor", [sys.executable, "-c", FLOOR], bare, options.keys, [("all panes", ("j",), 1)])


if __name__ == "__main__":
    main()
