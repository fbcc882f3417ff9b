"""How fast a library is indexed, opened and searched, and how large its catalogue is.

    python tests/bench/library.py LIBRARY [--cache FOLDER] [--phase reading] [--json]

LIBRARY is any folder of articles. With an empty cache folder it is indexed first (`--phase reading`: only as far as
readable and searchable); with one that is filled the catalogue is used as it is. Times are CPU time of this process for
indexing, and elapsed time for everything a user waits for. Run it on a quiet machine.
"""

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

OPENING = """
import sys, time
from pathlib import Path
from reader.library import Library
start = time.perf_counter()
library = Library.open([Path(sys.argv[1])], Path(sys.argv[2]))
opened = time.perf_counter()
order = library.order()
ordered = time.perf_counter()
library.events(order.events[:40]); library.rows(order.keys[:100]); library.article(order.keys[0])
shown = time.perf_counter()
print(opened - start, ordered - opened, shown - ordered)
"""


def index(library_path: Path, cache: Path, only_reading: bool) -> dict[str, float]:
    """Articles a CPU-second: readable and searchable; grouped; analysed; and the peak of memory."""
    from reader.library import Library, Progress, catalogue
    from reader.library.indexing import keep_list
    from reader.library.reading import read_changes

    library = Library.open([library_path], cache)
    begun: dict[str, float] = {}

    def tell(progress: Progress) -> None:
        begun.setdefault(progress.phase, time.process_time())

    if only_reading:
        roots = catalogue.roots_of([library_path])
        connection = catalogue.connect(catalogue.place(roots, cache))
        connection.execute("PRAGMA wal_autocheckpoint = 4000")
        connection.execute("PRAGMA cache_size = -32000")
        read_changes(connection, roots, tell)
        keep_list(connection)
        connection.close()
        begun["done"] = time.process_time()
    else:
        library.index(tell)
    articles = library.count().articles
    phases = [(phase, begun[phase]) for phase in ("reading", "grouping", "analysing", "done") if phase in begun]
    result = {f"{phase}, articles/s": articles / (until - since) for (phase, since), (_, until) in pairwise(phases)}
    result["all phases, articles/s"] = articles / (phases[-1][1] - phases[0][1])
    result["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    library.close()
    return result


def opening(library_path: Path, cache: Path) -> dict[str, float]:
    """Milliseconds in a fresh process: the catalogue, the order of all rows, the first page with its article."""
    runs = []
    for _ in range(7):
        command = [sys.executable, "-c", OPENING, str(library_path), str(cache)]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        runs.append([1000 * float(seconds) for seconds in output.split()])
    return dict(
        zip(("open, ms", "order, ms", "first page, ms"), map(statistics.median, zip(*runs, strict=True)), strict=True)
    )


def searching(library_path: Path, cache: Path) -> dict[str, float]:
    """Milliseconds a letter, over words of the library typed letter by letter; then with the snippets in view."""
    from reader.library import Library
    from reader.search import find, snippet

    library = Library.open([library_path], cache)
    chance = random.Random(0)
    keys = list(library.order().keys)
    times: dict[str, list[float]] = {"first letters": [], "later letters": [], "with 20 snippets": []}
    for _ in range(60):
        words = library.article(chance.choice(keys)).text.split()
        typed = " ".join(chance.sample(words, min(len(words), chance.choice((1, 1, 2, 3)))))[:24]
        for end in range(1, len(typed) + 1):
            start = time.perf_counter()
            results = find(library, typed[:end])
            found = time.perf_counter()
            for hit in results.hits[:20]:
                snippet(library, results, hit)
            times["first letters" if end < 3 else "later letters"].append(1000 * (found - start))
            times["with 20 snippets"].append(1000 * (time.perf_counter() - start))
    library.close()
    result = {}
    for name, values in times.items():
        steps = statistics.quantiles(values, n=100)
        result[f"search {name}, p50 ms"], result[f"search {name}, p95 ms"] = steps[49], steps[94]
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--phase", choices=["reading", "all"], default="all")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    cache = given.cache or Path(tempfile.mkdtemp(prefix="reader-bench-"))
    figures: dict[str, float] = {}
    if not list(cache.glob("*.sqlite")):
        figures |= index(given.library, cache, given.phase == "reading")
    figures |= opening(given.library, cache) | searching(given.library, cache)
    figures["catalogue, MB"] = sum(path.stat().st_size for path in cache.glob("*.sqlite*")) / 1e6
    if given.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, value in figures.items():
            print(f"{name:32} {value:10.2f}")


if __name__ == "__main__":
    main()
