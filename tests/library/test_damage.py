"""Whatever happens to the catalogue, the library opens and is whole again after indexing."""

import os
import resource
import sqlite3
import time

import pytest

from reader.library import Library

MADE = 25
"""Articles of the library that is damaged: so many that every table has a page."""


def run(library: Library) -> None:
    indexing = library.start_indexing()
    end = time.monotonic() + 90
    while not ((progress := indexing.poll()) and progress.finished):
        assert time.monotonic() < end
        time.sleep(0.01)
    assert progress.phase == "done", progress


def spoil(shelf, data: bytes) -> None:
    path = shelf.catalogue()
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.write_bytes(data)


@pytest.fixture
def made(shelf):
    """A library that was indexed and closed; gives its catalogue's bytes."""
    shelf.container("feed.jsonl", range(MADE))
    shelf.indexed().close()
    shelf._opened.clear()
    return shelf.catalogue().read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: b"something else altogether " * 50, id="another file"),
        pytest.param(lambda data: data[: len(data) // 2], id="half of it"),
        pytest.param(lambda data: data[:100], id="its header"),
        pytest.param(lambda data: data[:4096], id="its first page"),
        pytest.param(lambda data: os.urandom(50) + data[50:], id="a broken header"),
        pytest.param(lambda data: data[:100] + bytes(len(data) - 100), id="zeros"),
        pytest.param(lambda data: data[:4096] + b"\x55" * (len(data) - 4096), id="garbage behind the first page"),
    ],
)
def test_a_spoilt_catalogue_is_made_anew(shelf, made, change):
    spoil(shelf, change(made))
    library = shelf.open()
    library.order()
    library.count()
    library.problems()
    run(library)
    assert library.count().articles == MADE
    assert len(library.order().keys) == MADE
    assert library.article(library.order().keys[0]).text


@pytest.mark.parametrize("page", [2, 5, 9, 14, 20, 30, 45, 60])
def test_damage_anywhere_inside_never_raises(shelf, made, page):
    at = min(page * 4096, len(made) - 4096)
    spoil(shelf, made[:at] + os.urandom(4096) + made[at + 4096 :])
    library = shelf.open()
    for key in list(library.order().keys):
        library.article(key)
        library.event_of(key)
        library.members(key)
    library.rows(library.order().keys)
    library.events(library.order().events)
    library.count()
    library.problems()


def test_a_damaged_text_leads_to_a_new_catalogue_and_a_word_about_it(shelf, made):
    with sqlite3.connect(shelf.catalogue()) as connection:
        connection.execute("UPDATE bodies SET body = x'00112233'")
    connection.close()
    library = shelf.open()
    version = library.version()
    key = library.order().keys[0]
    assert library.article(key).text == ""
    assert library.version() != version
    assert "being made anew" in library.problems()[0].hint
    run(library)
    assert library.article(library.order().keys[0]).text


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 999",
        "PRAGMA application_id = 5",
        "UPDATE meta SET value = 'another' WHERE name = 'maker'",
        "DROP TABLE meta",
    ],
)
def test_a_catalogue_of_another_version_is_replaced(shelf, made, statement):
    with sqlite3.connect(shelf.catalogue()) as connection:
        connection.execute(statement)
    connection.close()
    library = shelf.indexed()
    assert library.count().articles == MADE


def test_a_deleted_cache_costs_time_only(shelf, made):
    shelf.catalogue().unlink()
    shelf.cache.joinpath(shelf.folder.name).unlink(missing_ok=True)
    assert shelf.indexed().count().articles == MADE


def test_no_place_for_a_catalogue(shelf, tmp_path):
    shelf.container("feed.jsonl", range(5))
    (tmp_path / "cache").write_text("a file where a folder should be")
    library = shelf.open()
    [problem] = library.problems()
    assert "cannot be written" in problem.message
    assert "temporary" in problem.hint
    run(library)
    assert library.count().articles == 5
    place = library._catalogue.path
    assert place.exists()
    library.close()
    assert not place.parent.exists()


def test_no_place_anywhere(shelf, tmp_path, monkeypatch):
    import tempfile

    shelf.container("feed.jsonl", range(5))
    (tmp_path / "cache").write_text("a file where a folder should be")

    def nowhere(*_, **__):
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr(tempfile, "mkdtemp", nowhere)
    library = shelf.open()
    assert library.problems()
    run(library)
    assert library.count().articles == 5
    assert library.article(library.order().keys[0]).text


def test_a_disk_that_fills_while_indexing(shelf):
    shelf.container("feed.jsonl", range(150))
    library = shelf.open()
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))  # no file can grow beyond that
    try:
        run(library)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert library.count().articles == 150
    assert "cannot be written" in library.problems()[0].message


def test_indexing_in_memory_can_be_stopped(shelf, tmp_path, monkeypatch):
    shelf.container("feed.jsonl", range(250))
    (tmp_path / "cache").write_text("a file where a folder should be")
    monkeypatch.setattr("tempfile.mkdtemp", lambda **_: "/proc/nowhere")
    library = shelf.open()
    version = library.version()
    indexing = library.start_indexing()
    end = time.monotonic() + 60
    while library.version() == version and time.monotonic() < end:
        time.sleep(0.01)
    indexing.stop()
    assert indexing.poll().phase == "stopped"
    library.index()
    assert library.count().articles == 250


def test_a_text_that_is_no_text_counts_as_damage(shelf, made):
    with sqlite3.connect(shelf.catalogue()) as connection:
        connection.execute("UPDATE articles SET title = CAST(x'ff41fe' AS TEXT)")
        connection.execute("DELETE FROM lists")
    connection.close()
    library = shelf.open()
    assert library.rows(library.order().keys) == []
    assert "being made anew" in library.problems()[0].hint
    run(library)
    assert library.rows(library.order().keys)[0].title


def test_a_folder_that_disappears_keeps_its_articles_until_it_is_back(shelf):
    shelf.article("one.md", 1)
    library = shelf.indexed()
    elsewhere = shelf.folder.rename(shelf.folder.with_name("elsewhere"))
    library.index()
    assert library.count().articles == 1
    assert library.article(library.order().keys[0]).text
    assert "No such file" in library.problems()[0].message
    elsewhere.rename(shelf.folder)
    library.index()
    assert library.problems() == ()


def test_links_are_followed_inside_the_library_only(shelf, tmp_path):
    shelf.article("real/one.md", 1)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "two.md").write_text(shelf.article("two.md", 2).read_text())
    (shelf.folder / "two.md").unlink()
    (shelf.folder / "out").symlink_to(outside)
    (shelf.folder / "three.md").symlink_to(outside / "two.md")
    (shelf.folder / "loop").symlink_to(shelf.folder)
    (shelf.folder / "same.md").symlink_to(shelf.folder / "real" / "one.md")
    library = shelf.indexed()
    assert sorted(row.file.rpartition("/")[2] for row in library.rows(library.order().keys)) == ["one.md", "same.md"]
    said = [problem for problem in library.problems() if "leads out" in problem.message]
    assert [problem.path.rpartition("/")[2] for problem in said] == ["out", "three.md"]
    assert {problem.severity for problem in said} == {"notice"}
    (tmp_path / "root").symlink_to(outside)
    assert shelf.indexed(tmp_path / "root").count().articles == 1


def test_a_container_that_grows_while_it_is_read(shelf, monkeypatch):
    path = shelf.container("feed.jsonl", range(40))
    more = shelf.container("more.jsonl", range(40, 50)).read_text()
    (shelf.folder / "more.jsonl").unlink()
    from reader import formats

    read = formats.read_container

    def growing(where):
        for number, entry in enumerate(read(where)):
            if number == 20 and path.stat().st_size < 20_000:
                with path.open("a") as stream:
                    stream.write(more)
            yield entry

    monkeypatch.setattr(formats, "read_container", growing)
    library = shelf.indexed()
    monkeypatch.undo()
    library.index()
    assert library.count().articles == 50


def test_a_catalogue_that_another_program_has_locked(shelf, made):
    other = sqlite3.connect(shelf.catalogue(), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    library = shelf.open()
    assert len(library.order().keys) == MADE
    assert library.article(library.order().keys[0]).text
    other.execute("ROLLBACK")
    other.close()
