"""Kill the program again and again, at random moments, over a library that changes at the same time.

    python tests/bench/killing.py [--kills 200] [--articles 300] [--seed 0]

Each round changes some files (edits, new ones, renamings, deletions, a container rewritten), starts indexing (in every
third round the whole reader is killed instead of its child; in every fifth two readers index at once and both are
killed), kills it a moment after a phase that is chosen by chance has begun, and looks at what is left: the catalogue
opens and agrees with itself. Every tenth round indexing is let through to its end, and the library compared with one
that is indexed from nothing.
"""

import argparse
import json
import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from reader.library import Library, catalogue
from reader.library.check import faults

PARENT = """
import sys, time
from pathlib import Path
from reader.library import Library
library = Library.open([Path(sys.argv[1])], Path(sys.argv[2]))
indexing = library.start_indexing()
phase = "started"
print(phase, flush=True)
while not ((progress := indexing.poll()) and progress.finished):
    library.order(); library.count()
    if progress and progress.phase != phase:
        phase = progress.phase
        print(phase, flush=True)
    time.sleep(0.005)
print("done", flush=True)
time.sleep(60)
"""
PHASES = ("started", "looking", "reading", "grouping", "analysing")
LONGEST = 0.5
"""Seconds from a phase's first word to the kill, at most."""
PATIENCE = 60.0
WORDS = ["harbour", "council", "ferry", "reservoir", "vote", "mayor", "budget", "storm", "bridge", "school", "tram"]


def text(chance: random.Random, number: int) -> str:
    """An invented report."""
    said = " ".join(chance.choices(WORDS, k=9))
    more = " ".join(chance.choices(WORDS, k=20))
    return (
        f"The town of Aldmere{number} heard on Monday about the {said}, for {chance.randint(2, 900)},000 crowns.\n\n"
        f"“We will look at the {chance.choice(WORDS)} again,” Mayor Tessaly Brun{number % 40} said.\n\nThe {more}."
    )


def article(chance: random.Random, folder: Path, number: int) -> None:
    """Write one file."""
    head = f"---\ntitle: Report {number} from Aldmere\nsource: Paper {number % 5}\ndate: '2021-03-{number % 28 + 1:02}'"
    (folder / f"{number}.md").write_text(f"{head}\n---\n\n{text(chance, number)}\n")


def container(chance: random.Random, folder: Path, many: int) -> None:
    """Write one container; half of its articles state an id."""
    with (folder / "feed.jsonl").open("w") as stream:
        for number in range(many):
            record = {"title": f"Feed {number}", "text": text(chance, 1000 + number), "date": "2021-04-01"}
            stream.write(json.dumps(record | ({"id": f"f{number}"} if number % 2 else {})) + "\n")


def change(chance: random.Random, folder: Path, articles: int) -> None:
    """What a user, or a program that fetches articles, may do."""
    for _ in range(chance.randint(1, 8)):
        files = sorted(folder.glob("*.md"))
        what = chance.choice(("edit", "edit", "new", "delete", "rename", "feed"))
        if what == "edit" and files:
            article(chance, folder, int(chance.choice(files).stem.split("-")[0]))
        elif what == "new":
            article(chance, folder, chance.randrange(articles, 2 * articles))
        elif what == "delete" and len(files) > articles // 2:
            chance.choice(files).unlink()
        elif what == "rename" and files:
            old = chance.choice(files)
            old.replace(folder / f"{old.stem.split('-')[0]}-{chance.randrange(99)}.md")
        elif what == "feed":
            container(chance, folder, chance.randint(1, articles // 4))


def content(library: Library) -> list[object]:
    """What a library says, but for the keys that say when something came."""
    ids = dict(library.select("SELECT key, id FROM articles"))
    rows = library.select(
        "SELECT id, title, source, published, quotes, words, problem, path FROM articles JOIN files USING (file) "
        "ORDER BY id"
    )
    events = sorted(tuple(sorted(ids[key] for key in members)) for members in library.order().members)
    names = library.select("SELECT form, type, articles FROM names WHERE articles ORDER BY form, type")
    figures = sorted((value, ids[key]) for value, key in library.select("SELECT value, key FROM figures"))
    found = {
        word: sorted(ids[key] for (key,) in library.select("SELECT rowid FROM texts WHERE texts MATCH ?", (word,)))
        for word in WORDS
    }
    said = sorted(ids[row >> 12] for (row,) in library.select("SELECT rowid FROM sayings WHERE sayings MATCH 'look'"))
    groups = library.select("SELECT id, title, date, sources, why, texts FROM groups ORDER BY id")
    about = library.select(
        "SELECT id, people, place, principals.date FROM groups JOIN principals USING (event) ORDER BY id"
    )
    return [rows, events, names, figures, found, said, groups, about]


class Reader:
    """A process that indexes, and tells its phases."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", PARENT, str(folder), str(cache)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self._process.stdout is not None
        self._output = self._process.stdout.fileno()
        self.phases: list[str] = []

    def wait(self, phase: str, seconds: float) -> None:
        """Until it is in that phase or at its end, or so long."""
        end = time.monotonic() + seconds
        while not {phase, "done"} & set(self.phases) and (left := end - time.monotonic()) > 0:
            if select.select([self._output], [], [], left)[0]:
                told = os.read(self._output, 4096)
                self.phases += told.decode().split()
                if not told:
                    raise RuntimeError("the reader has ended by itself")

    def kill(self, whole: bool) -> str:
        """Kill it, or its child first; the phase that it was in."""
        self.wait("", 0.0001)
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        for child in [] if whole or not children.exists() else children.read_text().split():
            os.kill(int(child), signal.SIGKILL)
        self._process.kill()
        self._process.communicate()
        return self.phases[-1]


def killed(chance: random.Random, folder: Path, cache: Path, number: int, articles: int) -> str:
    """Start, wait, kill; in which phase it was, "done" where it was at rest."""
    readers = [Reader(folder, cache) for _ in range(1 + (number % 5 == 0))]
    readers[-1].wait("started", PATIENCE)
    readers[0].wait(chance.choice(PHASES), PATIENCE)
    if number % 2 == 0:
        change(chance, folder, articles)
    readers[0].wait("", chance.uniform(0.0, LONGEST))
    phase, *_ = [reader.kill(number % 3 == 0) for reader in readers]
    return phase


def run(kills: int, articles: int, seed: int, home: Path) -> Counter[str]:
    """The rounds; how many of what kind. Raises AssertionError at the first thing that is wrong."""
    chance = random.Random(seed)
    folder, cache = home / "articles", home / "cache"
    folder.mkdir()
    for number in range(articles):
        article(chance, folder, number)
    container(chance, folder, articles // 4)
    counts: Counter[str] = Counter()
    at = catalogue.place(catalogue.roots_of([folder]), cache)
    rounds = 0
    while counts["killed at work"] < kills:
        rounds += 1
        if rounds % 25 == 0:  # from nothing again, so that the long phases are met as well
            for path in cache.glob("*.sqlite*"):
                path.unlink()
        phase = killed(chance, folder, cache, rounds, articles)
        working = phase != "done"
        counts["killed at work" if working else "killed at rest"] += 1
        counts["of these the whole reader" if rounds % 3 == 0 else "of these the child alone"] += working
        counts["of these beside another reader"] += working and rounds % 5 == 0
        counts[f"while {phase}"] += 1
        if at.exists():
            connection = catalogue.connect(at)
            found = list(faults(connection, settled=False))
            connection.close()
            assert not found, (rounds, found)
            counts["checked"] += 1
        if not working or rounds % 10 == 0:
            compare(folder, cache, home / f"fresh{rounds}")
            counts["compared with a fresh index"] += 1
        change(chance, folder, articles)
    return counts


def compare(folder: Path, cache: Path, fresh: Path) -> None:
    """Index to the end; it must be what indexing from nothing gives."""
    library, other = Library.open([folder], cache), Library.open([folder], fresh)
    library.index()
    assert not [one for one in library.problems() if "catalogue" in one.message.lower()], library.problems()
    other.index()
    connection = catalogue.connect(catalogue.place(catalogue.roots_of([folder]), cache))
    found = list(faults(connection))
    connection.close()
    assert not found, found
    for ours, wanted in zip(content(library), content(other), strict=True):
        assert ours == wanted, (ours, wanted)
    library.close()
    other.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reader-kills-") as home:
        start = time.monotonic()
        for name, many in run(given.kills, given.articles, given.seed, Path(home)).items():
            print(f"{name:32} {many:6}")
        print(f"{'seconds':32} {time.monotonic() - start:6.0f}")


if __name__ == "__main__":
    main()
