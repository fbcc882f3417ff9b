"""How long a key takes while the library is being indexed, beside what it takes when nothing else is done.

    python tests/bench/while_indexing.py LIBRARY CACHE [--keys 300]

LIBRARY is any folder of articles, CACHE an empty folder, or one with an unfinished catalogue. The screen is the
real one, without a terminal; milliseconds from a key to the end of the frame it causes. First with indexing, for as
many keys as are asked for, then at rest.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from reader.settings import config as configuration
from reader.settings.paths import Paths
from reader.ui.app import ReaderApp
from reader.ui.start import prepare


class _Nothing:
    """Stands for an indexing that has nothing to do."""

    def poll(self) -> object:
        from reader.library import Progress

        return Progress(0, 0, "done", True)

    def stop(self) -> None: ...


async def keys(library: Path, cache: Path, home: Path, many: int, indexing: bool) -> tuple[list[float], str]:
    """Milliseconds of each key, and the phases that indexing was in meanwhile."""
    config = replace(configuration.Config(), notes=home / "notes", theme="newsprint", coach=False, watch=indexing)
    folders = Paths(home / "config", home / "state", cache, home / "data")
    parts = prepare((library,), config, folders, folders.config_file, [])
    if not indexing:
        parts["world"].library.start_indexing = lambda full=False: _Nothing()
    app = ReaderApp(**parts)
    took, phases = [], set()
    async with app.run_test(size=(140, 40)) as pilot:
        end = time.monotonic() + 60
        while (len(app.state.listing) < 500 or (indexing and not app.indexer.runs)) and time.monotonic() < end:
            await pilot.pause(0.1)
        for number in range(many):
            if indexing and not app.indexer.runs:
                break
            phases.add(app.state.progress.phase)
            start = time.perf_counter()
            await pilot.press("j" if number % 50 < 25 else "k")
            took.append(1000 * (time.perf_counter() - start))
            await asyncio.sleep(0.05)
        app.indexer.stop()
    parts["world"].library.close()
    return took, ", ".join(sorted(filter(None, phases)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--keys", type=int, default=300)
    given = parser.parse_args()
    for indexing in (True, False):
        with tempfile.TemporaryDirectory(prefix="reader-bench-") as home:
            took, phases = asyncio.run(keys(given.library, given.cache, Path(home), given.keys, indexing))
        if len(took) < 20:
            print("too few keys: the catalogue was finished")
            continue
        steps = statistics.quantiles(took, n=20)
        name = f"while {phases}" if indexing else "at rest"
        print(f"{name:40} {len(took):4} keys  p50 {statistics.median(took):6.1f}  p95 {steps[18]:6.1f} ms")


if __name__ == "__main__":
    main()
