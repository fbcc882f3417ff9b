"""How long a search takes, by kind of query: until the first hits, and until all that the list shows.

    python tests/bench/search.py LIBRARY [--cache FOLDER] [--queries 12] [--seed 1] [--typing] [--cpu] [--kind NAME]

LIBRARY must have been indexed into the cache folder already. Each kind is asked with queries made of the library's own
words, outlets, names, quotes, figures and dates. With `--typing` each is typed letter by letter, and what
is counted is each letter's answer. Elapsed milliseconds, or with `--cpu`
those of the processor, which a busy machine changes less. `--slow N` prints every query that took
longer.
"""

import argparse
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from search_kinds import MARKED, NOTED, TAG, Words, kinds

from reader.library import Library
from reader.search.jumping import jumps
from reader.search.lexicon import Lexicon
from reader.search.matching import counted, found
from reader.search.personal import Personal

LIMIT = 1000
"""Hits that the list shows."""
CLOCK = [time.perf_counter]
"""What the times are taken with."""


def asked(lexicon: Lexicon, text: str, personal: Personal) -> tuple[float, float, float, int]:
    """Milliseconds until the first answer, until the last, until all are counted; and how many the list shows."""
    start = CLOCK[0]()
    first, hits, results = 0.0, 0, None
    for results in found(lexicon, text, LIMIT, personal=personal):
        first = first or (CLOCK[0]() - start) * 1e3 if results.keys else first
        hits = len(results.keys)
    whole = (CLOCK[0]() - start) * 1e3
    if results is not None and results.more and results.node is not None:
        counted(lexicon, results, personal)
    return first or whole, whole, (CLOCK[0]() - start) * 1e3, hits


def typed(text: str) -> Iterator[str]:
    """What is in the field after each letter."""
    return (text[:end] for end in range(1, len(text) + 1))


def percentile(values: list[float], part: float) -> float:
    """Of the values in order, the one at this part."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--queries", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--typing", action="store_true")
    parser.add_argument("--cpu", action="store_true")
    parser.add_argument("--kind", action="append")
    parser.add_argument("--slow", type=float, default=float("inf"))
    options = parser.parse_args()
    CLOCK[0] = time.process_time if options.cpu else time.perf_counter
    library = Library.open([options.library], options.cache)
    words = Words(library, random.Random(options.seed))
    personal = _marked(words)
    lexicon = Lexicon(library.beside().begin())
    asked(lexicon, "warm", personal)
    print(f"{library.count().articles:,} articles; milliseconds, p50 / p95")
    print(f"{'':22}{'first hits':>16}{'the list':>18}{'counted':>18}{'hits':>8}")
    everything: list[tuple[float, float, float, int]] = []
    for name, make in kinds(words).items():
        if options.kind and name not in options.kind:
            continue
        rows = []
        for _ in range(options.queries):
            text = make()
            for part in typed(text) if options.typing else (text,):
                rows.append(asked(lexicon, part, personal))
                if rows[-1][1] > options.slow:
                    print(f"    {rows[-1][1]:8.1f} {part}")
        everything += rows
        print(_line(name, rows), flush=True)
    print(_line("all", everything))
    if not options.kind or "g/" in options.kind:
        print(_line("g/", [_jumped(library, part) for _ in range(options.queries) for part in typed(words.jump())]))


def _marked(words: Words) -> Personal:
    """Half of the articles that are looked at have been read, some starred, tagged and noted."""
    some = words.ids[:MARKED]
    tags, notes = dict.fromkeys(some, (TAG,)), dict.fromkeys(some, (NOTED,))
    return Personal(frozenset(words.ids), frozenset(some), tags, notes)


def _jumped(library: Library, text: str) -> tuple[float, float, float, int]:
    start = CLOCK[0]()
    found_there = jumps(library, text)
    took = (CLOCK[0]() - start) * 1e3
    return took, took, took, len(found_there)


def _line(name: str, rows: list[tuple[float, float, float, int]]) -> str:
    columns = [[row[at] for row in rows] for at in range(3)]
    shown = "".join(f"{statistics.median(c):9.1f} /{percentile(c, 0.95):7.1f}" for c in columns)
    return f"{name:22}{shown}{statistics.median(row[3] for row in rows):8.0f}"


if __name__ == "__main__":
    main()
