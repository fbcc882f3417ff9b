"""An article whose file is edited: it keeps its key where it can, and the catalogue keeps what it was."""

import json
import sqlite3

from reader.library.check import faults
from reader.library.editions import followed, former_ids, renamed, versions


def texts(library):
    return [[one.article.text for one in versions(library, key)] for key in library.order().keys]


def edit(path, old, new):
    path.write_text(path.read_text().replace(old, new))


def sound(shelf):
    connection = sqlite3.connect(shelf.catalogue())
    found = list(faults(connection))
    connection.close()
    return found


def test_an_edited_file_keeps_its_key_and_its_earlier_text(shelf):
    path = shelf.article("one.md", 1)
    shelf.article("two.md", 2)
    library = shelf.indexed()
    [key] = [row.key for row in library.rows(library.order().keys) if row.file.endswith("one.md")]
    was = library.article(key)
    assert library.rows([key])[0].edited is None
    edit(path, "Nobody else spoke", "Everybody spoke")
    library.index()
    assert library.article(key).id != was.id
    [version] = versions(library, key)
    assert (version.article.text, version.article.id) == (was.text, was.id)
    assert library.rows([key])[0].edited == version.noticed > 1_600_000_000
    assert former_ids(library, key) == (was.id,)
    assert list(renamed(library)) == [(was.id, library.article(key).id)]
    assert sound(shelf) == []


def test_an_edit_of_the_date_gives_another_key_that_is_found_from_the_old_one(shelf):
    path = shelf.article("one.md", 1, date="2021-03-04")
    library = shelf.indexed()
    [key] = library.order().keys
    edit(path, "2021-03-04", "2021-05-06")
    library.index()
    [new] = library.order().keys
    assert new != key
    assert followed(library, key) == new
    assert followed(library, 12345) == 12345


def test_edits_follow_each_other_and_the_oldest_are_forgotten(shelf):
    path = shelf.article("one.md", 1)
    library = shelf.indexed()
    for number in range(7):
        with path.open("a") as stream:
            stream.write(f"\nAddition number {number} came in the evening.\n")
        library.index()
    [found] = texts(library)
    assert len(found) == 5
    assert "number 5 came" in found[0]
    assert "number 6 came" not in found[0]
    assert "number 1 came" in found[-1]


def lines(shelf, *records):
    path = shelf.folder / "feed.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def record(number, text="The ferry sails at nine. The council knows.", **more):
    return {"title": f"Report {number}", "text": f"{text} It is report {number}.", "date": "2021-03-04"} | more


def test_articles_of_a_container_are_known_by_their_ids(shelf):
    lines(shelf, record(1, id="a"), record(2, id="b"))
    library = shelf.indexed()
    lines(shelf, record(2, id="b"), record(1, "The ferry sails at ten.", id="a"), record(3, id="c"))
    library.index()
    found = {row.id: row for row in library.rows(library.order().keys)}
    assert [bool(found[id].edited) for id in "abc"] == [True, False, False]
    assert "at nine" in versions(library, found["a"].key)[0].article.text


def test_articles_of_a_container_without_ids_are_known_by_their_place(shelf):
    lines(shelf, record(1), record(2), record(3))
    library = shelf.indexed()
    lines(shelf, record(1), record(2, "The ferry is late."), record(3), record(4))
    library.index()
    changed = [row.title for row in library.rows(library.order().keys) if row.edited]
    assert changed == ["Report 2"]
    assert sound(shelf) == []


def test_an_article_that_goes_takes_its_versions_with_it(shelf):
    path = shelf.article("one.md", 1)
    shelf.article("two.md", 2)
    library = shelf.indexed()
    edit(path, "Nobody else spoke", "Everybody spoke")
    library.index()
    path.unlink()
    library.index()
    assert library.select("SELECT count(*) FROM versions") == [(0,)]


def test_what_was_different_is_told(shelf, told):
    for number in range(4):
        shelf.article(f"{number}.md", number)
    library = shelf.open()
    library.index(told.append)
    assert told[-1].changes == (4, 0, 0, 0)
    edit(shelf.folder / "0.md", "Nobody else spoke", "Everybody spoke")
    (shelf.folder / "1.md").unlink()
    (shelf.folder / "2.md").rename(shelf.folder / "other.md")
    shelf.article("5.md", 5)
    library.index(told.append)
    assert told[-1].changes == (1, 1, 1, 1)
    library.index(told.append)
    assert not any(told[-1].changes)
