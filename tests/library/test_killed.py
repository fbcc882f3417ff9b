"""Indexing may be killed at any moment: what was stored stays, the rest follows, nothing is there twice."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.library import Indexing, Library
from reader.library.check import faults


def start(library: Library, shelf) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-m", "reader.library.indexing"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    job = {"catalogue": os.fspath(shelf.catalogue()), "roots": [os.fspath(shelf.folder)], "full": False}
    process.stdin.write(json.dumps(job).encode() + b"\n")
    process.stdin.flush()
    return process


def wait_for(condition, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.002)


def run(indexing: Indexing, seconds: float = 60.0):
    wait_for(lambda: (progress := indexing.poll()) is not None and progress.finished, seconds)
    return indexing.poll()


def check_whole(library: Library, count: int) -> None:
    assert library.count()[:1] + library.count()[2:] == (count, 0, count)
    keys = sorted(library.order().keys)
    assert keys == [key for (key,) in library.select("SELECT key FROM articles ORDER BY key")]
    assert keys == [key for (key,) in library.select("SELECT rowid FROM texts WHERE texts MATCH 'aldmere*'")]
    assert len({row.id for row in library.rows(keys[:900])}) == min(count, 900)
    assert library.select("PRAGMA integrity_check") == [("ok",)]
    library.select("INSERT INTO texts (texts) VALUES ('integrity-check')")
    connection = sqlite3.connect(library._catalogue.path)
    assert list(faults(connection)) == []
    connection.close()


@pytest.mark.parametrize("articles", [1, 120])
def test_killed_when_so_many_articles_are_stored(shelf, articles):
    shelf.container("feed.jsonl", range(130))
    for number in range(130, 150):
        shelf.article(f"{number}.md", number)
    library = shelf.open()
    process = start(library, shelf)
    wait_for(lambda: len(library.order().keys) >= articles)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    library.index()
    check_whole(library, 150)


def test_killed_again_and_again(shelf):
    shelf.container("feed.jsonl", range(150))
    library = shelf.open()
    for steps in (1, 40, 140, 160, 200, 250):
        process = start(library, shelf)
        wait_for(lambda steps=steps: library.count().articles + library.count().analysed >= steps)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    library.index()
    check_whole(library, 150)


def test_the_process_ends_when_its_parent_does(shelf):
    shelf.container("feed.jsonl", range(3000))
    library = shelf.open()
    process = start(library, shelf)
    wait_for(lambda: len(library.order().keys) > 0)
    process.stdin.close()
    assert process.wait(timeout=60) == 0
    process.stdout.close()


def test_rows_are_seen_while_the_process_works_and_stop_ends_it(shelf):
    shelf.container("feed.jsonl", range(3000))
    library = shelf.open()
    version = library.version()
    indexing = library.start_indexing()
    wait_for(lambda: library.version() != version and len(library.order().keys) > 0)
    assert not indexing.poll() or not indexing.poll().finished
    assert library.article(library.order().keys[0]).text
    indexing.stop()
    assert indexing.poll().finished
    assert indexing.poll().phase == "stopped"
    indexing.stop()


def test_two_readers_of_one_library(shelf):
    shelf.container("feed.jsonl", range(300))
    first, second = shelf.open(), shelf.open()
    runs = [first.start_indexing(), second.start_indexing(), first.start_indexing()]
    assert {run(one).phase for one in runs} == {"done"}
    check_whole(first, 300)
    check_whole(second, 300)


def test_a_process_that_cannot_start_says_so(shelf, monkeypatch):
    library = shelf.open()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    progress = run(library.start_indexing())
    assert progress.phase == "failed"
    assert "could not be started" in progress.problem.message


def test_an_article_that_breaks_the_analysis_is_marked_and_passed_over(shelf, monkeypatch):
    import reader.analysis

    shelf.container("feed.jsonl", range(5))
    library = shelf.open()
    analyse = reader.analysis.analyse

    def breaks(article, upto=None):
        if article.id == "a2":
            raise RuntimeError("a fault")
        return analyse(article, upto)

    monkeypatch.setattr(reader.analysis, "analyse", breaks)
    with pytest.raises(RuntimeError, match="a fault"):
        library.index()
    library.index()
    assert library.count().analysed == 5


def test_a_file_that_breaks_the_reading_is_marked_and_passed_over(shelf, monkeypatch):
    from reader import formats

    shelf.article("one.md", 1)
    shelf.article("bad.md", 2)
    library = shelf.open()
    read = formats.read

    def breaks(path: Path, *rest):
        if path.name == "bad.md":
            raise RuntimeError("a fault")
        return read(path, *rest)

    monkeypatch.setattr(formats, "read", breaks)
    with pytest.raises(RuntimeError, match="a fault"):
        library.index()
    library.index()
    assert library.count().articles == 1
    assert [Path(problem.path).name for problem in library.problems()] == ["bad.md"]
