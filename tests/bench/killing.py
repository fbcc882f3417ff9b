"""Kill the program again and again, at random moments, over a library that changes at the same time.

    python tests/bench/killing.py [--kills 200] [--articles 300] [--seed 0]

Each round changes some files (edits, new ones, renamings, deletions, a container rewritten), starts indexing (in every
third round inside another process, which is killed instead of its child), kills it, and looks at what is left: the
catalogue opens and agrees with itself. Every tenth round indexing is let through to its end, and the library compared
with one that is indexed from nothing.
"""

import argparse
import json
import os
import random
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
print("started", flush=True)
while not ((progress := indexing.poll()) and progress.finished):
    library.order(); library.count()
    time.sleep(0.01)
print("done", flush=True)
time.sleep(60)
"""
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
    return [rows, events, names, figures, found, said]


def killed(chance: random.Random, folder: Path, cache: Path, whole: bool, changes: bool, articles: int) -> bool:
    """Start, wait, kill; whether it was still at work."""
    process = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(folder), str(cache)], stdout=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    end = time.monotonic() + chance.uniform(0.0, 1.6)
    if changes:
        time.sleep(max(0.0, end - time.monotonic()) / 2)
        change(chance, folder, articles)
    time.sleep(max(0.0, end - time.monotonic()))
    os.set_blocking(process.stdout.fileno(), False)
    finished = b"done" in (process.stdout.read() or b"")
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for child in [] if whole or not children.exists() else children.read_text().split():
        os.kill(int(child), signal.SIGKILL)
    process.kill()
    process.communicate()
    return not finished


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
        whole = rounds % 3 == 0
        working = killed(chance, folder, cache, whole, rounds % 2 == 0, articles)
        counts["killed at work" if working else "killed at rest"] += 1
        counts["of these the whole reader" if whole else "of these the child alone"] += working
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
