"""Files that come, go or change are noticed while the reader runs."""

import os
import threading
import time

import pytest

from reader.library.watching import Watch


@pytest.fixture
def watched(shelf):
    watches = []

    def watch(library):
        made = library.watch()
        made._shortest = made.pause = 0.02
        made.start()
        watches.append(made)
        return made

    yield watch
    for one in watches:
        one.stop()


def noticed(watch, seconds=60.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if watch.take():
            return True
        time.sleep(0.01)
    return False


def test_nothing_is_noticed_where_nothing_changes(shelf, watched):
    shelf.article("one.md", 1)
    assert not noticed(watched(shelf.indexed()), 0.4)


def test_what_changed_before_the_watch_began_is_noticed(shelf, watched):
    shelf.article("one.md", 1)
    library = shelf.indexed()
    shelf.article("two.md", 2)
    assert noticed(watched(library))


@pytest.mark.parametrize("what", ["new", "edited", "renamed", "deleted", "in a new folder", "the folder is gone"])
def test_changes_are_noticed_once(shelf, watched, what):
    path = shelf.article("sub/one.md", 1)
    aside = shelf.folder.with_name("aside")  # everything happens at once, however slow the machine is
    aside.mkdir()
    watch = watched(shelf.indexed())
    assert not noticed(watch, 0.2)
    match what:
        case "new":
            shelf.article("../aside/two.md", 2).rename(path.with_name("two.md"))
        case "edited":
            (aside / "one.md").write_text(path.read_text() + "\nMore came later.\n")
            (aside / "one.md").replace(path)
        case "renamed":
            path.rename(path.with_name("other.md"))
        case "deleted":
            path.unlink()
        case "in a new folder":
            shelf.article("../aside/two.md", 2)
            aside.rename(shelf.folder / "more")
        case _:
            shelf.folder.rename(shelf.folder.with_name("elsewhere"))
    assert noticed(watch)
    assert not noticed(watch, 0.2)


def test_other_files_are_of_no_interest(shelf, watched):
    shelf.article("one.md", 1)
    watch = watched(shelf.indexed())
    assert not noticed(watch, 0.1)
    (shelf.folder / "picture.png").write_bytes(b"x")
    assert not noticed(watch, 0.3)


def test_a_file_that_is_being_written_is_told_of_when_it_rests(shelf, watched):
    path = shelf.article("one.md", 1)
    watch = watched(shelf.indexed())
    time.sleep(0.1)
    for number in range(20):
        os.utime(path, ns=(number, number))
        time.sleep(0.01)
    assert noticed(watch)


def test_a_disk_that_does_not_answer_keeps_nobody_waiting(tmp_path, monkeypatch):
    waits_long_enough, answered = threading.Event(), threading.Event()

    def hangs(*_):
        waits_long_enough.wait(20)
        answered.set()
        return iter(())

    monkeypatch.setattr("reader.library.watching.scan", hangs)
    watch = Watch([tmp_path], lambda: iter(()))
    watch.start()
    watch.take()
    watch.stop()
    assert not answered.is_set()
    waits_long_enough.set()
