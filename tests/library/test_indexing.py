"""What is in the folder is in the list, and stays so while files come, change, move and go."""

import os
import shutil
import socket
from pathlib import Path

from reader.library import Library
from reader.search import find


def titles(library: Library) -> list[str]:
    return [row.label for row in library.rows(library.order().keys)]


def check(library: Library) -> None:
    """The tables agree with each other and the full-text index knows each readable article exactly once."""
    keys = [key for (key,) in library.select("SELECT key FROM articles ORDER BY key")]
    assert keys == [key for (key,) in library.select("SELECT key FROM bodies ORDER BY key")]
    assert keys == sorted(library.order().keys)
    readable = [key for (key,) in library.select("SELECT key FROM articles WHERE problem IS NULL ORDER BY key")]
    assert readable == [key for (key,) in library.select("SELECT rowid FROM texts WHERE texts MATCH 'aldmere*'")]
    assert readable == [key for (key,) in library.select("SELECT rowid FROM titles WHERE titles MATCH 're*'")]
    for event, members in zip(library.order().events, library.order().members, strict=True):
        assert event == max(members)
        assert all(library.event_of(key) == event for key in members)


def test_a_folder_with_a_container_and_single_files(shelf, seen):
    shelf.container("feed.jsonl", range(3))
    shelf.article("2021/one.md", 7)
    library = shelf.indexed()
    assert library.count()[0] == 4
    assert library.count().analysed == 4
    assert sorted(file for _, file in seen(library)) == ["feed.jsonl"] * 3 + ["one.md"]
    check(library)


def test_an_article_comes_back_as_it_was_read(shelf):
    from reader import formats

    path = shelf.article("one.md", 1)
    [read] = formats.read(path).articles
    library = shelf.indexed()
    [key] = library.order().keys
    article = library.article(key)
    assert article == read
    assert article.text == read.text
    assert library.key_of(article.id) == key
    assert "number 1." in library.raw(key)


def test_an_article_in_a_container_comes_back_and_its_raw_form_is_its_line_alone(shelf):
    shelf.container("feed.jsonl", range(5))
    library = shelf.indexed()
    key = library.key_of("a3")
    assert "number 3." in library.article(key).text
    assert "number 3." in library.raw(key)
    assert "number 2." not in library.raw(key)


def test_nothing_changed_means_nothing_written(shelf):
    shelf.container("feed.jsonl", range(5))
    library = shelf.indexed()
    version = library.version()
    shelf.indexed()
    assert library.version() == version


def test_an_added_file_is_taken_in(shelf):
    shelf.article("one.md", 1)
    library = shelf.indexed()
    shelf.article("two.md", 2)
    version = library.version()
    shelf.indexed()
    assert library.version() != version
    assert len(library.order().keys) == 2
    check(library)


def test_a_changed_file_has_its_new_text_only(shelf):
    path = shelf.article("one.md", 1)
    library = shelf.indexed()
    shelf.article("one.md", 22)
    os.utime(path, ns=(1, 1))
    library.index()
    [key] = library.order().keys
    assert "number 22." in library.article(key).text
    assert not find(library, "aldmere1", typing=False).hits
    assert find(library, "aldmere22", typing=False).hits
    check(library)


def test_a_deleted_file_leaves(shelf):
    path = shelf.article("one.md", 1)
    shelf.article("two.md", 2)
    library = shelf.indexed()
    path.unlink()
    library.index()
    assert titles(library) == ["Report 2 from Aldmere"]
    assert not find(library, "aldmere1", typing=False).hits
    check(library)


def test_a_moved_file_keeps_its_row(shelf):
    path = shelf.article("one.md", 1)
    library = shelf.indexed()
    [key] = library.order().keys
    (shelf.folder / "archive").mkdir()
    path.rename(shelf.folder / "archive" / "uno.md")
    library.index()
    assert list(library.order().keys) == [key]
    assert library.rows([key])[0].file.endswith("archive/uno.md")
    assert library.article(key).file.endswith("archive/uno.md")
    assert library.rows([key])[0].quotes is not None
    check(library)


def test_a_container_that_grows_keeps_its_rows(shelf):
    shelf.container("feed.jsonl", range(5))
    library = shelf.indexed()
    before = {id: key for key, id in library.select("SELECT key, id FROM articles")}
    shelf.container("feed.jsonl", range(8))
    library.index()
    after = {id: key for key, id in library.select("SELECT key, id FROM articles")}
    assert before.items() <= after.items()
    assert len(after) == 8
    check(library)


def test_an_article_edited_in_a_container_keeps_its_id(shelf):
    shelf.container("feed.jsonl", range(3))
    library = shelf.indexed()
    shelf.container("feed.jsonl", range(3), title="Corrected report")
    library.index()
    assert sorted(row.id for row in library.rows(library.order().keys)) == ["a0", "a1", "a2"]
    assert set(titles(library)) == {"Corrected report"}


def test_copies_have_ids_of_their_own_in_the_order_of_paths(shelf, seen):
    shelf.container("b.jsonl", range(1))
    library = shelf.indexed()
    assert seen(library) == [("a0", "b.jsonl")]
    shelf.container("c.jsonl", range(1))
    shelf.container("a.jsonl", range(1))
    library.index()
    assert sorted(seen(library)) == [("a0", "a.jsonl"), ("a0~2", "b.jsonl"), ("a0~3", "c.jsonl")]
    check(library)
    (shelf.folder / "a.jsonl").unlink()
    library.index()
    assert sorted(seen(library)) == [("a0", "b.jsonl"), ("a0~2", "c.jsonl")]
    check(library)


def test_a_container_that_gives_every_line_the_same_id(shelf):
    shelf.container("feed.jsonl", range(12), id="x")
    library = shelf.indexed()
    ids = [id for (id,) in library.select("SELECT id FROM articles ORDER BY start")]
    assert ids == ["x", *(f"x~{number}" for number in range(2, 13))]
    check(library)


def test_what_is_no_article_is_left_alone(shelf):
    shelf.article("one.md", 1)
    shelf.article(".hidden.md", 2)
    shelf.article(".git/three.md", 3)
    shelf.article("notes/four.md", 4)
    os.mkfifo(shelf.folder / "pipe.md")
    (shelf.folder / "loop").symlink_to(shelf.folder, target_is_directory=True)
    with socket.socket(socket.AF_UNIX) as plug:
        here = Path.cwd()
        os.chdir(shelf.folder)  # a socket's path must be short
        try:
            plug.bind("plug.md")
        finally:
            os.chdir(here)
        library = shelf.indexed()
    assert titles(library) == ["Report 1 from Aldmere"]
    assert library.problems() == ()


def test_a_link_into_nothing_is_a_problem_and_no_more(shelf):
    shelf.article("one.md", 1)
    (shelf.folder / "gone.md").symlink_to(shelf.folder / "nowhere.md")
    (shelf.folder / "round.md").symlink_to(shelf.folder / "round.md")
    library = shelf.indexed()
    assert titles(library) == ["Report 1 from Aldmere"]
    assert sorted(Path(problem.path).name for problem in library.problems()) == ["gone.md", "round.md"]


def test_a_file_that_cannot_be_read_is_a_row_with_the_reason(shelf):
    shelf.article("one.md", 1)
    (shelf.folder / "empty.md").write_bytes(b"")
    (shelf.folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    library = shelf.indexed()
    rows = library.rows(library.order().keys)
    assert rows[0].label == "Report 1 from Aldmere"
    bad = {row.label: row for row in rows if row.problem}
    assert "empty.md" in bad
    assert library.count().articles + len(bad) == len(rows)
    for row in bad.values():
        assert library.article(row.key).text == ""
        assert library.analysis(row.key).quotes == ()
    version = library.version()
    shelf.indexed()
    assert library.version() == version
    check(library)


def test_a_bad_file_that_is_mended_becomes_an_article(shelf):
    path = shelf.folder / "one.md"
    path.write_bytes(b"")
    library = shelf.indexed()
    shelf.article("one.md", 1)
    library.index()
    [row] = library.rows(library.order().keys)
    assert row.problem is None
    assert library.problems() == ()


def test_a_file_that_may_be_read_at_last_is_read_though_it_looks_as_before(shelf, monkeypatch):
    closed = shelf.article("one.md", 1)
    opened = os.open

    def refusing(path, flags, **more):
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, **more)

    monkeypatch.setattr(os, "open", refusing)
    library = shelf.indexed()
    assert [problem.message for problem in library.problems()] == ["no permission to read this file"]
    version = library.version()
    library.index()
    assert library.version() == version
    monkeypatch.undo()
    library.index()
    [row] = library.rows(library.order().keys)
    assert (row.problem, row.edited) == (None, None)
    assert library.problems() == ()


def test_file_names_that_are_no_text(shelf):
    path = shelf.article("one.md", 1)
    path.rename(os.fsdecode(os.fsencode(shelf.folder) + b"/caf\xe9.md"))
    (shelf.folder / os.fsdecode(b"\xff")).mkdir()
    shelf.article("two.md", 2).rename(os.fsdecode(os.fsencode(shelf.folder) + b"/\xff/\xfe.md"))
    (shelf.folder / os.fsdecode(b"\xe9.txt")).write_bytes(b"")
    library = shelf.indexed()
    files = {os.fsencode(row.file) for row in library.rows(library.order().keys)}
    assert os.fsencode(shelf.folder) + b"/caf\xe9.md" in files
    assert os.fsencode(shelf.folder) + b"/\xff/\xfe.md" in files
    assert len(files) == 3
    assert library.raw(library.order().keys[0])


def test_a_library_that_vanishes_keeps_what_is_known(shelf):
    shelf.article("one.md", 1)
    library = shelf.indexed()
    away = shelf.folder.with_name("away")
    shelf.folder.rename(away)
    library.index()
    assert len(library.order().keys) == 1
    assert library.problems()
    assert library.article(library.order().keys[0]).text
    away.rename(shelf.folder)
    library.index()
    assert library.problems() == ()


def test_several_paths_and_a_file_inside_one_of_them(shelf, tmp_path):
    inside = shelf.article("one.md", 1)
    shelf.article("two.md", 2)
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(shelf.article("three.md", 3), other)
    (shelf.folder / "three.md").unlink()
    library = shelf.indexed(other, shelf.folder, inside)
    assert sorted(titles(library)) == [f"Report {number} from Aldmere" for number in (1, 2, 3)]
    assert len(list(shelf.cache.glob("*.sqlite"))) == 1
    shelf.open(shelf.folder, inside, other)
    assert len(list(shelf.cache.glob("*.sqlite"))) == 1


def test_an_empty_library(shelf):
    library = shelf.indexed()
    assert library.count() == (0, 0, 0, 0)
    assert len(library.order().events) == 0
    assert library.rows([]) == []
    assert library.events([]) == []
    assert library.rows([5]) == []
    assert library.article(5).text == ""
    assert library.members(5) == ()
    assert library.event_of(5) == 5
    assert library.key_of("nothing") is None
    assert library.raw(5) == ""


def test_a_full_index_makes_everything_anew(shelf):
    shelf.container("feed.jsonl", range(5))
    library = shelf.indexed()
    library.index(full=True)
    assert library.count().articles == 5
    assert library.count().analysed == 5
    check(library)


def test_progress_tells_of_every_phase(shelf, told):
    shelf.container("feed.jsonl", range(60))
    shelf.open().index(told.append)
    assert [phase for at, phase in enumerate(p.phase for p in told) if not at or told[at - 1].phase != phase] == [
        "looking",
        "reading",
        "grouping",
        "analysing",
        "done",
    ]
    assert all(progress.done <= progress.total for progress in told)
    assert told[-1].finished
