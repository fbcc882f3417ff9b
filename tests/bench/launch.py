"""What a launch costs, from the fork to the list and to the first answered key, beside a bare Textual application.

    python tests/bench/launch.py LIBRARY --cache FOLDER [--before FOLDER] [--times 15] [--marker WORDS]

LIBRARY is a folder of articles whose catalogue lies in FOLDER (`XDG_CACHE_HOME=FOLDER reader index LIBRARY`). Each turn
starts every program once in a pseudo-terminal of 140 by 40 cells, so that all of them meet the same conditions; a ratio
is the median of each turn's, which says something on a busy machine too:
 list      until the list's frame has been written (or WORDS, anywhere in the output), elapsed milliseconds, and CPU
           milliseconds of all threads and children.
 answer    until a key that is sent at the very start has had its effect on the screen: `?` opens the help.
 memory    megabytes of the whole process tree when all is quiet.
`--before` takes a second copy of the program: the folder that holds `reader/`. Linux only (/proc).
"""

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from screen import ANSWERS, BARE, COLUMNS, PATIENCE, ROWS, environment

QUIET = 1.5
"""Seconds without output after which a program has come to rest."""
SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
PAGE = os.sysconf("SC_PAGE_SIZE")
BARE_MARKER, LIST_MARKER, HELP_MARKER = "bare first frame", "─ Events ─", "type to find"


class Spent(NamedTuple):
    """One launch."""

    elapsed: float
    cpu: float
    answer: float
    memory: float


def family(root: int) -> list[int]:
    """A process and all that descend from it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [root]
    for pid in found:
        found += parents.get(pid, [])
    return found


def cpu(root: int) -> float:
    """Milliseconds of CPU time used by all threads of a family."""
    used = 0
    for pid in family(root):
        with suppress(OSError):
            used += sum(
                int((task / "schedstat").read_text().split()[0]) for task in Path(f"/proc/{pid}/task").iterdir()
            )
    return used / 1e6


def memory(root: int) -> float:
    """Resident megabytes of a family; pages that its processes share count once for each."""
    pages = 0
    for pid in family(root):
        with suppress(OSError):
            pages += int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * PAGE / 2**20


def launch(command: list[str], env: Mapping[str, str], marker: str, rest: bool) -> Spent:
    """Start a program; `rest`: also send a key, wait for its effect, and until all is quiet."""
    start = time.monotonic()
    pid, master = pty.fork()
    if pid == 0:
        os.chdir(env["HOME"])
        os.execvpe(command[0], command, dict(env))
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    if rest:
        os.write(master, b"?")
    shown, elapsed, used, answer = "", 0.0, 0.0, 0.0
    last = time.monotonic()
    while time.monotonic() - start < PATIENCE:
        if not select.select([master], [], [], 0.05)[0]:
            if elapsed and (not rest or time.monotonic() - last > QUIET):
                break
            continue
        data = os.read(master, 65536)
        last = time.monotonic()
        for question, reply in ANSWERS:
            if question in data:
                os.write(master, reply)
        shown += data.decode("utf-8", "replace")
        plain = SEQUENCE.sub("", shown)
        if not elapsed and marker in plain:
            elapsed, used = (last - start) * 1e3, cpu(pid)
            if not rest:
                break
        if not answer and HELP_MARKER in plain:
            answer = (last - start) * 1e3
    spent = Spent(elapsed, used, answer, memory(pid))
    for one in reversed(family(pid)):
        with suppress(OSError):
            os.kill(one, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(master)
    return spent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--cache", type=Path, required=True, help="the folder with its catalogue")
    parser.add_argument("--before", type=Path, help="a folder with another copy of reader/")
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--marker", default=LIST_MARKER, help="words that stand on the screen with the list")
    options = parser.parse_args()
    here = Path(__file__).resolve().parents[2]
    sources = {"reader": here} | ({"reader, before": options.before.resolve()} if options.before else {})
    with tempfile.TemporaryDirectory() as home:
        programs = {"bare Textual": ([sys.executable, "-c", BARE], BARE_MARKER, here)}
        for name, source in sources.items():
            command = [sys.executable, "-m", "reader", os.fspath(options.library.resolve())]
            programs[name] = (command, options.marker, source)
        rows: dict[str, list[Spent]] = {name: [] for name in programs}
        for turn in range(options.times + 1):  # the first only fills the caches
            for name, (command, marker, source) in programs.items():
                env = environment(Path(home), options.cache.resolve(), source)
                spent = launch(command, env, marker, rest=name in sources and turn % 5 == 0)
                if turn:
                    rows[name].append(spent)
    bare = rows["bare Textual"]
    print(f"{'':18}{'list, ms':>10}{'CPU':>8}{'/ bare':>8}{'CPU':>8}{'answer, ms':>12}{'memory, MB':>12}")
    for name, found in rows.items():
        columns = [[one.elapsed for one in found], [one.cpu for one in found]]
        turns = list(zip(found, bare, strict=True))
        columns += [[a.elapsed / b.elapsed for a, b in turns], [a.cpu / b.cpu for a, b in turns]]
        elapsed, used, ratio, cpu_ratio = map(statistics.median, columns)
        line = f"{name:18}{elapsed:10.0f}{used:8.0f}{ratio:8.2f}{cpu_ratio:8.2f}"
        if rested := [one for one in found if one.answer]:
            line += f"{statistics.median(one.answer for one in rested):12.0f}"
            line += f"{statistics.median(one.memory for one in rested):12.0f}"
        print(line)


if __name__ == "__main__":
    main()
