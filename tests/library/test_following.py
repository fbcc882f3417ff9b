"""A catalogue that is deleted, replaced, locked or unwritable while it is open, or before: nothing is lost but time."""

import shutil
import sqlite3

import pytest

from reader.library import Library, catalogue, indexing
from reader.library.attempts import ATTEMPTS, Indexing


def keys(library: Library) -> list[int]:
    return list(library.order().keys)


def test_a_catalogue_deleted_while_it_is_open_is_made_anew_in_its_place(shelf):
    shelf.container("feed.jsonl", range(20))
    library = shelf.indexed()
    version, openings = library.version(), library.openings()
    for path in shelf.cache.iterdir():
        path.unlink()
    assert library.version() != version
    assert library.openings() == openings + 1
    assert keys(library) == []
    assert "nothing is lost" in library.warnings()[-1].hint
    library.index()
    assert len(keys(library)) == 20
    shelf.article("one.md", 99)
    library.index()
    assert len(keys(library)) == 21


def test_a_deleted_cache_folder_is_made_anew(shelf):
    shelf.article("one.md", 1)
    library = shelf.indexed()
    shutil.rmtree(shelf.cache)
    library.version()
    library.index()
    assert len(keys(library)) == 1


def test_a_reader_follows_another_one_that_has_replaced_the_catalogue(shelf):
    shelf.container("feed.jsonl", range(20))
    first, second = shelf.indexed(), shelf.open()
    first._catalogue.replace(catalogue.Damaged("a fault"))
    first.index()
    second.version()
    assert len(keys(second)) == 20
    second._catalogue._identity = (0, 0)  # as if it had noticed the damage before it noticed the new file
    second._catalogue.replace(catalogue.Damaged("a fault"))
    assert len(keys(second)) == 20, "the sound one was set aside"


def test_a_disk_that_does_not_answer_is_no_reason_to_leave_the_catalogue(shelf, monkeypatch):
    shelf.article("one.md", 1)
    library = shelf.indexed()

    def silent(path):
        raise OSError("Stale file handle")

    monkeypatch.setattr(catalogue, "identity", silent)
    openings = library.openings()
    library.version()
    assert library.openings() == openings
    assert len(keys(library)) == 1


def test_a_locked_catalogue_is_not_waited_for_at_the_start(shelf, monkeypatch):
    shelf.container("feed.jsonl", range(20))
    shelf.indexed().close()
    shelf._opened.clear()
    monkeypatch.setattr(catalogue, "OPENING_SECONDS", 0.05)
    place, connect, patience = shelf.catalogue(), catalogue.connect, []

    def noted(path, *seconds):
        if path == place:
            patience.append(seconds)
        return connect(path, *seconds)

    monkeypatch.setattr(catalogue, "connect", noted)
    other = sqlite3.connect(shelf.catalogue(), isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    library = shelf.open()
    assert patience == [(0.05,)]
    assert "locked" in library.warnings()[0].message
    library.index()
    assert len(keys(library)) == 20
    other.execute("ROLLBACK")
    other.close()
    assert len(keys(shelf.open())) == 20


def test_a_lock_that_lasts_keeps_what_is_there(shelf):
    """The child is started again, without giving the catalogue up; what it says at last is the lock."""
    shelf.article("one.md", 1)
    library = shelf.indexed()
    openings, started = library.openings(), []

    class Locked:
        latest = None
        code = indexing.LOCKED

        def poll(self) -> None:
            """It has ended already."""

        def stop(self) -> None:
            """There is nothing to stop."""

    def start() -> Locked:
        started.append(1)
        return Locked()

    running = Indexing(start, library._mend)
    while not ((progress := running.poll()) and progress.finished):
        pass
    assert len(started) == ATTEMPTS
    assert progress.phase == "failed"
    assert library.openings() == openings
    assert len(keys(library)) == 1


def test_a_lock_is_told_from_a_disk_that_cannot_be_written(shelf):
    shelf.article("one.md", 1)
    library = shelf.indexed()
    other = sqlite3.connect(shelf.catalogue(), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    connection = sqlite3.connect(shelf.catalogue(), timeout=0.01, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError) as caught:
        connection.execute("BEGIN IMMEDIATE")
    assert catalogue.is_locked(caught.value)
    assert not catalogue.is_locked(OSError("No space left on device"))
    connection.close()
    other.close()
    assert len(keys(library)) == 1


def test_a_catalogue_that_cannot_be_written_is_gone_on_with_as_a_copy(shelf, monkeypatch):
    shelf.container("feed.jsonl", range(20))
    shelf.indexed().close()
    shelf._opened.clear()
    place, connect = shelf.catalogue(), catalogue.connect

    def read_only(path, *rest):
        if path == place:
            raise sqlite3.OperationalError("attempt to write a readonly database")
        return connect(path, *rest)

    monkeypatch.setattr(catalogue, "connect", read_only)
    library = shelf.open()
    assert len(keys(library)) == 20, "nothing is read anew"
    assert "temporary" in library.warnings()[0].hint
    shelf.article("one.md", 99)
    library.index()
    assert len(keys(library)) == 21


def test_a_damaged_one_that_cannot_be_written_is_not_gone_on_with(shelf, monkeypatch):
    shelf.article("one.md", 1)
    shelf.indexed().close()
    shelf._opened.clear()
    place, connect = shelf.catalogue(), catalogue.connect
    place.write_bytes(b"no catalogue at all" * 500)

    def read_only(path, *rest):
        if path == place:
            raise sqlite3.OperationalError("attempt to write a readonly database")
        return connect(path, *rest)

    monkeypatch.setattr(catalogue, "connect", read_only)
    library = shelf.open()
    library.index()
    assert len(keys(library)) == 1


def test_a_library_that_is_not_there_any_more_is_said(shelf):
    shelf.article("one.md", 1)
    library = shelf.indexed()
    assert library.warnings() == ()
    (shelf.folder / "loop.md").symlink_to("loop.md")
    library.index()
    assert library.warnings() == (), "one bad link is no reason to speak of the library"
    shelf.folder.rename(shelf.folder.with_name("elsewhere"))
    library.index()
    [warning] = library.warnings()
    assert "No such file" in warning.message
    assert len(keys(library)) == 1
