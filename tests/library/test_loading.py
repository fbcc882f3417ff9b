"""Articles straight from files: what the command line reads, without leaving a trace."""

from io import BytesIO
from pathlib import Path

from reader.library import load


def test_paths_in_the_order_given_and_folders_by_name(shelf):
    shelf.article("b.md", 2)
    shelf.article("a.md", 1)
    last = shelf.container("feed.jsonl", range(5, 7))
    loaded = load([last, shelf.folder / "b.md", shelf.folder])
    titles = [article.title for article in loaded.articles]
    numbers = [title.split()[1] for title in titles]
    assert numbers == ["5", "6", "2", "1", "2", "5", "6"]
    assert loaded.problems == []


def test_ids_are_unique(shelf):
    shelf.container("a.jsonl", range(1))
    shelf.container("b.jsonl", range(1))
    shelf.container("c.jsonl", range(1))
    assert [article.id for article in load([shelf.folder]).articles] == ["a0", "a0~2", "a0~3"]


def test_ids_are_those_of_the_library(shelf):
    shelf.container("b.jsonl", range(4))
    shelf.container("a.jsonl", range(2, 6))
    shelf.article("x/copy.md", 1)
    shelf.article("original.md", 1)
    library = shelf.indexed()
    ids = {article.id for article in load([shelf.folder]).articles}
    assert ids == {row.id for row in library.rows(library.order().keys)}


def test_containers_are_streamed(shelf):
    shelf.container("feed.jsonl", range(500))
    articles = load([shelf.folder]).articles
    assert next(articles).id == "a0"
    articles.close()


def test_what_cannot_be_read_is_a_problem(shelf):
    (shelf.folder / "empty.md").write_bytes(b"")
    shelf.article("one.md", 1)
    loaded = load([Path("/nowhere/at/all.md"), shelf.folder])
    assert len(list(loaded.articles)) == 1
    assert [Path(problem.path).name for problem in loaded.problems] == ["all.md", "empty.md"]


def test_a_named_file_is_read_whatever_it_is_called(shelf):
    path = shelf.article("one.md", 1)
    other = path.rename(path.with_name("one.story"))
    assert len(list(load([other]).articles)) == 1


def test_standard_input(shelf):
    data = shelf.article("one.md", 1).read_bytes()
    loaded = load([Path("-")], BytesIO(data))
    [article] = loaded.articles
    assert "report number 1" in article.text
    assert article.file == "-"


def test_nothing_is_written(shelf):
    shelf.article("one.md", 1)
    list(load([shelf.folder]).articles)
    assert [path.name for path in shelf.folder.parent.iterdir()] == ["articles"]
