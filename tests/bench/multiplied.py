"""A library of a million articles out of an indexed one of a hundred thousand, in half an hour instead of three.

    python tests/bench/multiplied.py LIBRARY --cache FOLDER OUT [--copies 10] [--check]

LIBRARY is a folder of containers that state an id in every line; its catalogue in FOLDER is indexed to the end. OUT
gets `library` and `cache`. What it is: every article is there so many times, on the same days, under another id and
with other names (their letters are exchanged one for one, in the files as well), so texts, index, names, leads, events
and the list are that much larger; files and catalogue agree, and indexing finds nothing to do. What it is not: nothing
was analysed or grouped anew. An article's copies have the same sentences and figures, the outlets are the same, and
what was found in the first was carried over to the others, where an analysis would take a name here and there for
something else. With `--check` some of the copies are read and analysed again, and the catalogue is asked whether it
agrees with itself.
"""

import argparse
import marshal
import os
import random
import sqlite3
import time
import zlib
from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from multiprocessing import get_context
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any, NamedTuple

from exchanging import Names, id_of, key_of, names_of, write_files

from reader import formats
from reader.analysis import analyse
from reader.analysis.names.spelling import skeleton
from reader.events.weighing import Table
from reader.library import catalogue, found, indexing, merging, packing
from reader.library.check import faults
from reader.library.keys import SLOT_BITS
from reader.library.values import ANALYSED

BATCH, PIECES, WORKERS = 500, 24, 2
COPIED = ("analyser", "links", "ungrouped")
FIELDS = "key, id, file, start, length, title, source, author, published, event, quotes, words, label"


class Job(NamedTuple):
    """An article as the first catalogue has it."""

    fields: tuple[Any, ...]
    body: bytes
    analysis: bytes
    lead: bytes


NAMES: list[Names] = []
"""Of a worker process."""


def prepare(jobs: Sequence[Job]) -> list[list[tuple[Any, ...]]]:
    """In a worker: for each article the rows of its copies."""
    return [_prepared(job, NAMES[0]) for job in jobs]


def _prepared(job: Job, names: Names) -> list[tuple[Any, ...]]:
    key, id, file, start, length, title, source, author, published, event, quotes, words, label = job.fields
    many = len(names.copies)
    bodies = names.renamed(marshal.loads(zlib.decompress(job.body)))
    analyses = names.renamed(marshal.loads(zlib.decompress(job.analysis)))
    heads = names.renamed([title, label, author])
    leads = _leads(marshal.loads(zlib.decompress(job.lead)), names)
    rows: list[tuple[Any, ...]] = []
    for copy in range(many):
        packed = marshal.dumps(bodies[copy], 2)
        analysis = zlib.compress(marshal.dumps(analyses[copy], 2), 1)
        body = packing.squeeze(packed)
        article = packing.unpack(body, "", "")
        own = key_of(key, copy, many)
        place = (copy, file, start, length, packing.digest(article))
        head = (own, id_of(id, copy), *place, *heads[copy], source, published, key_of(event, copy, many), quotes, words)
        said = list(_sayings(own, article.text, *analyses[copy][1:3]))
        rows.append((head, body, analysis, leads[copy], article.title or "", article.text, said))
    return rows


def _sayings(key: int, text: str, quotes: Sequence[Any], entities: Sequence[Any]) -> Iterator[tuple[int, str, str]]:
    """What `found.sayings` gives, of an analysis as it is stored."""
    forms = {entity[0]: entity[4] for entity in entities}
    for place, quote in enumerate(quotes):
        bounds, (name, _, mention, *_) = quote[2], quote[4]
        words = found.APART.join(text[bounds[at] : bounds[at + 1]] for at in range(0, len(bounds), 2))
        called = (text[mention[0] : mention[1]],) if mention else ()
        names = (name, *forms.get(name, ())) if name else ()
        yield key << found.PLACE_BITS | place, words, found.APART.join(dict.fromkeys((*names, *called)))


def _leads(lead: tuple[Any, ...], names: Names) -> list[bytes]:
    id, date, title, source, host, terms, counts, called, figures, place, agency, prints = lead
    made = []
    for copy, (head, name, where) in enumerate(names.renamed([title, called, place])):
        table = names.stems[copy]
        pairs = sorted(dict(zip((table.get(term, term) for term in terms), counts, strict=True)).items())
        marks = array("I", (mark ^ copy * 0x01010101 for mark in array("I", prints))).tobytes()
        fields = (
            *(id_of(id, copy), date, head, source, host, tuple(term for term, _ in pairs)),
            *(bytes(count for _, count in pairs), name, figures, where, agency, marks),
        )
        made.append(packing.squeeze(marshal.dumps(fields, 2)))
    return made


def _jobs(old: sqlite3.Connection) -> Iterator[list[Job]]:
    rows = old.execute(
        f"SELECT {FIELDS}, bodies.body, analyses.body, lead FROM articles JOIN bodies USING (key) "
        "JOIN analyses USING (key) JOIN leads USING (key) ORDER BY key"
    )
    while batch := list(islice(rows, BATCH)):
        yield [Job(row[:-3], *row[-3:]) for row in batch]


def fill(new: sqlite3.Connection, old: sqlite3.Connection, names: Names, files: int) -> None:
    """Articles, texts, findings and leads."""
    NAMES[:] = [names]
    begun, done = time.monotonic(), 0
    with get_context("fork").Pool(WORKERS) as pool:
        for number, batch in enumerate(_ahead(pool, _jobs(old)), 1):
            rows = [row for article in batch for row in article]
            new.execute("BEGIN")
            _store(new, rows, files)
            new.execute("COMMIT")
            done += len(rows)
            if number % PIECES == 0:
                merging.merge(new, "texts", "titles", "sayings")
                print(f"{done:,} articles after {time.monotonic() - begun:.0f} s", flush=True)
    merging.merge(new, *merging.INDEXES)


def _ahead(pool: Pool, batches: Iterator[list[Job]]) -> Iterator[list[list[tuple[Any, ...]]]]:
    """What the workers make, a few batches before it is needed."""
    waiting = deque(pool.apply_async(prepare, (batch,)) for batch in islice(batches, 2 * WORKERS))
    while waiting:
        made = waiting.popleft().get()
        waiting.extend(pool.apply_async(prepare, (batch,)) for batch in islice(batches, 1))
        yield made


def _store(new: sqlite3.Connection, rows: Sequence[tuple[Any, ...]], files: int) -> None:
    run = new.executemany
    run(
        "INSERT INTO articles (key, id, file, start, length, digest, title, label, author, source, published, event, "
        "quotes, words) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        [(key, id, copy * files + file, *rest) for (key, id, copy, file, *rest), *_ in rows],
    )
    for table, at in (("bodies (key, body)", 1), ("analyses (key, body)", 2)):
        run(f"INSERT INTO {table} VALUES (?, ?)", [(row[0][0], row[at]) for row in rows])
    run("INSERT INTO leads (key, lead, grouped) VALUES (?, ?, 1)", [(row[0][0], row[3]) for row in rows])
    run("INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)", [(row[0][0], row[4], row[5]) for row in rows])
    run("INSERT INTO titles (rowid, title) VALUES (?, ?)", [(row[0][0], row[4]) for row in rows])
    run("INSERT INTO sayings (rowid, words, speaker) VALUES (?, ?, ?)", (one for row in rows for one in row[6]))


def fill_events(new: sqlite3.Connection, old: sqlite3.Connection, names: Names) -> None:
    """Events, groups and what they are named after."""
    from hashlib import sha1

    many = len(names.copies)
    held = {}
    for event, packed in old.execute("SELECT event, members FROM events ORDER BY event"):
        for copy in range(many):
            keys = array("q", (key_of(key, copy, many) for key in array("q", packed)))
            held[event, copy] = keys.tobytes()
    first = dict(old.execute("SELECT key, id FROM articles"))
    new.executemany(
        "INSERT INTO events VALUES (?, ?)",
        ((key_of(event, copy, many), packed) for (event, copy), packed in held.items()),
    )
    for event, _, title, date, sources, score, why, texts, agency in old.execute("SELECT * FROM groups").fetchall():
        (packed,) = old.execute("SELECT members FROM events WHERE event = ?", (event,)).fetchone()
        own = first[array("q", packed)[0]]
        for copy, (head, reasons) in enumerate(names.renamed([title, why])):
            id = "e" + sha1(id_of(own, copy).encode(), usedforsecurity=False).hexdigest()[:12]
            row = (key_of(event, copy, many), id, head, date, sources, score, reasons, texts, agency)
            new.execute("INSERT INTO groups VALUES (?,?,?,?,?,?,?,?,?)", row)
    for event, _, *rest in old.execute("SELECT * FROM principals").fetchall():
        for copy, fields in enumerate(names.renamed(rest)):
            row = (key_of(event, copy, many), held[event, copy], *fields)
            new.execute("INSERT INTO principals VALUES (?,?,?,?,?,?)", row)


def fill_names(new: sqlite3.Connection, old: sqlite3.Connection, names: Names) -> None:
    """Names, which articles use them, their spellings; figures."""
    many = len(names.copies)
    key = f"((key >> {SLOT_BITS} << {SLOT_BITS}) + (key & {(1 << SLOT_BITS) - 1}) * {many} + copy)"
    new.create_function("skeleton", 1, skeleton)
    new.execute("CREATE TEMP TABLE named (old INTEGER, copy INTEGER, new INTEGER, PRIMARY KEY (old, copy))")
    numbers: dict[tuple[str, str], int] = {}
    counts: dict[int, int] = {}
    for name, form, type, articles in old.execute("SELECT name, form, type, articles FROM names ORDER BY name"):
        for copy, other in enumerate(names.renamed(form)):
            number = numbers.setdefault((other, type), len(numbers) + 1)
            counts[number] = counts.get(number, 0) + articles
            new.execute("INSERT INTO named VALUES (?, ?, ?)", (name, copy, number))
    rows = [(number, form, type, counts[number]) for (form, type), number in numbers.items()]
    new.executemany("INSERT INTO names (name, form, type, articles) VALUES (?, ?, ?, ?)", rows)
    new.executemany("INSERT INTO name_words (rowid, form) VALUES (?, ?)", ((row[0], row[1]) for row in rows))
    for (word,) in old.execute("SELECT word FROM spellings").fetchall():
        for other in names.renamed(word):
            new.execute("INSERT OR IGNORE INTO spellings VALUES (skeleton(?1), ?1)", (other,))
    indexes = "naming_key", "figures_key"
    made = [new.execute("SELECT sql FROM sqlite_master WHERE name = ?", (index,)).fetchone()[0] for index in indexes]
    for index in indexes:
        new.execute(f"DROP INDEX {index}")
    new.execute(
        f"INSERT OR IGNORE INTO naming SELECT named.new, {key}, entity FROM old.naming JOIN named ON named.old = name "
        "ORDER BY 1, 2"
    )
    each = "WITH RECURSIVE each (copy) AS (SELECT 0 UNION ALL SELECT copy + 1 FROM each WHERE copy + 1 < ?)"
    new.execute(f"{each} INSERT INTO figures SELECT value, {key} FROM old.figures, each ORDER BY 1, 2", (many,))
    for statement in made:
        new.execute(statement)


def fill_meta(new: sqlite3.Connection, old: sqlite3.Connection, names: Names) -> None:
    """The catalogue's own values, and the weights of terms."""
    for name in COPIED:
        catalogue.put(new, name, catalogue.get(old, name) or 0)
    weights, many = Table.unpacked(str(catalogue.get(old, "weights"))), len(names.copies)
    spread: dict[str, int] = {}
    for stem, count in weights.spread.items():
        for table in names.stems:
            spread[table.get(stem, stem)] = spread.get(table.get(stem, stem), 0) + count
    catalogue.put(new, "weights", Table(spread, many * weights.size).packed)
    catalogue.next_state(new)


def check(new: sqlite3.Connection, out: Path, sample: int = 200) -> None:
    """Whether the copies are what reading and analysing them gives, and the catalogue agrees with itself."""
    same = alike = 0
    keys = [key for (key,) in new.execute("SELECT key FROM articles")]
    for key in random.Random(1).sample(keys, sample):
        path, start, digest, body = new.execute(
            "SELECT path, start, digest, analyses.body FROM articles JOIN files USING (file) JOIN analyses USING (key) "
            "WHERE key = ?",
            (key,),
        ).fetchone()
        with (out / os.fsdecode(path)).open("rb") as stream:
            stream.seek(start)
            one = out / "one.jsonl"
            one.write_bytes(stream.readline())
        article = next(entry.article for entry in formats.read_container(one) if entry.article)
        one.unlink()
        same += packing.digest(article) == digest
        alike += analyse(article, ANALYSED) == found.findings.unpack(body)
    print(f"of {sample} articles, read again: {same} are the same, of {alike} the same is found")
    for fault in islice(faults(new), 20):
        print(fault)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    place = catalogue.place(catalogue.roots_of([given.library]), given.cache)
    library = given.out / "library"
    old = sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro", uri=True)
    target = catalogue.place(catalogue.roots_of([library]), given.out / "cache" / "reader")
    catalogue.connect(target).close()
    new = sqlite3.connect(target.absolute().as_uri(), uri=True, isolation_level=None)
    for pragma in ("synchronous = OFF", "journal_mode = OFF", "cache_size = -400000"):
        new.execute(f"PRAGMA {pragma}")
    new.execute("ATTACH ? AS old", (f"{place.absolute().as_uri()}?mode=ro",))
    names = Names(names_of(old), given.copies)
    print(f"{len(names.copies[0]) // 2:,} words of names", flush=True)
    rows = write_files(old, given.library, library, names)
    new.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)", rows)
    fill(new, old, names, len(rows) // given.copies)
    for part in (fill_events, fill_names, fill_meta):
        new.execute("BEGIN")
        part(new, old, names)
        new.execute("COMMIT")
    merging.merge(new, *merging.INDEXES)
    indexing.keep_list(new)
    new.execute("DETACH old")
    new.execute("PRAGMA journal_mode = WAL")
    if given.check:
        check(new, library)


if __name__ == "__main__":
    main()
