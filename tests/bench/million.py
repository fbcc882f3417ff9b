"""A container of a million lines: is it read line by line, in little memory, with progress, and left when told to?

    python tests/bench/million.py [--lines 1000000] [--read 1000000] [--index] [--stop 10]

A file of small invented reports is made in a temporary folder. First it is read as the formats read it: articles a
CPU-second, and the process's memory after a tenth of the `--read` lines and after all of them. With `--index` the first
phase of indexing follows (readable and searchable) in the process that the screen starts: what it tells, its memory,
and, after `--stop` seconds, how long it takes to end and what is stored by then.
"""

import argparse
import json
import resource
import tempfile
import time
from itertools import islice
from pathlib import Path

from reader import formats
from reader.library import Library

OUTLETS = ("The Aldmere Post", "Tarn Valley Call", "Harbour Gazette", "Northern Wire")


def make(path: Path, lines: int) -> None:
    """Write the container."""
    with path.open("w", encoding="utf-8") as stream:
        for number in range(lines):
            record = {
                "id": f"r{number}",
                "title": f"Ferry {number} comes in late",
                "text": f"Ferry {number} was {number % 90} minutes late.\n\n“It was the fog,” Captain Brun said.",
                "source": OUTLETS[number % len(OUTLETS)],
                "date": f"20{number % 20:02}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            }
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def resident(process: str = "self") -> float:
    """Megabytes that a process holds now."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def read(path: Path, lines: int) -> None:
    """Read it once, and say how."""
    begun, before = time.process_time(), resident()
    for number, _ in enumerate(islice(formats.read_container(path), lines), 1):
        if number == 1:
            print(f"first article after {1000 * (time.process_time() - begun):.1f} ms")
        if number in (lines // 10, lines):
            print(f"{number:,} read: {resident() - before:.1f} MB more than at the start")
    print(f"{lines / (time.process_time() - begun):,.0f} articles a CPU-second")


def index(folder: Path, cache: Path, seconds: float) -> None:
    """Begin to index it as the screen does, look at it, and stop it."""
    library = Library.open([folder], cache)
    indexing, begun, told = library.start_indexing(), time.monotonic(), 0.0
    while time.monotonic() - begun < seconds and not ((now := indexing.poll()) and now.finished):
        if now and time.monotonic() - told > 1:
            told = time.monotonic()
            left = "" if now.seconds is None else f", about {now.seconds} s left"
            worker = getattr(getattr(indexing, "_worker", None), "_process", None)
            size = f", {resident(str(worker.pid)):.0f} MB" if worker else ""
            print(f"{now.phase}: {now.done:,} of {now.total:,}{left}{size}; {library.count().articles:,} in the list")
        time.sleep(0.02)
    asked = time.monotonic()
    indexing.stop()
    print(f"stopped in {1000 * (time.monotonic() - asked):.0f} ms; {library.count().articles:,} stay in the list")
    library.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--read", type=int)
    parser.add_argument("--index", action="store_true")
    parser.add_argument("--stop", type=float, default=10.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "articles")
        folder.mkdir()
        make(folder / "feed.jsonl", options.lines)
        read(folder / "feed.jsonl", min(options.lines, options.read or options.lines))
        if options.index:
            index(folder, Path(home, "cache"), options.stop)


if __name__ == "__main__":
    main()
