"""A second view of a library: what it is asked can be broken off, and it follows when the catalogue is replaced."""

import sqlite3
import threading
import time

import pytest

from reader.library import Library
from reader.library.beside import Overtaken

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def shelf(tmp_path):
    (tmp_path / "one.txt").write_text("Lamp lit\n\nThe lamp of Ostrel burns again.", "utf-8")
    library = Library.open([tmp_path / "one.txt"], tmp_path / "cache")
    library.index()
    yield library
    library.close()


def test_a_question_is_broken_off_from_another_thread_and_the_next_is_answered(shelf):
    beside = shelf.beside()
    view = beside.begin()
    outcome = []

    def ask():
        try:
            view.select(ENDLESS)
        except Overtaken:
            outcome.append("broken off")

    thread = threading.Thread(target=ask)
    thread.start()
    end = time.monotonic() + 60
    while thread.is_alive() and time.monotonic() < end:
        beside.stop()  # again, because it may just not have begun
        thread.join(0.005)
    assert outcome == ["broken off"]
    with pytest.raises(Overtaken):
        view.select("SELECT 1")
    assert beside.begin().select("SELECT count(*) FROM articles") == [(1,)]
    beside.close()


def test_rows_that_come_bit_by_bit_stop_too(shelf):
    beside = shelf.beside()
    rows = beside.begin().stream("SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3", (), 1)
    assert next(rows) == [(1,)]
    beside.stop()
    with pytest.raises(Overtaken):
        next(rows)
    beside.close()


def test_it_only_reads(shelf):
    beside = shelf.beside()
    with pytest.raises(sqlite3.OperationalError):
        beside.begin().select("DELETE FROM articles")
    beside.close()


def test_it_follows_a_catalogue_that_was_replaced(shelf):
    beside = shelf.beside()
    assert beside.begin().count().articles == 1
    shelf._catalogue.replace(sqlite3.DatabaseError("malformed"))
    assert beside.begin().count().articles == 0
    beside.close()


def test_a_catalogue_in_memory_is_shared(shelf, tmp_path, monkeypatch):
    from reader.library import catalogue

    monkeypatch.setattr(catalogue, "open_or_replace", lambda path: catalogue.passing(catalogue.MEMORY, OSError("full")))
    monkeypatch.setattr("tempfile.mkdtemp", lambda **_: (_ for _ in ()).throw(OSError("full")))
    library = Library.open([tmp_path / "one.txt"], tmp_path / "other")
    assert library.beside().begin().count().articles == library.count().articles
    library.close()
