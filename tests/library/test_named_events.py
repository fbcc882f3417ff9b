"""Events are named once all their articles have been analysed, and anew when other articles belong to them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library import EventRow, Library
from reader.library.check import faults

TEXTS = (
    "MARRICK – Mayor Orla Venn opened the rebuilt ferry harbour of Kessum on Monday before a crowd of two thousand. "
    "Orla Venn cut the ribbon at noon.",
    "MARRICK – The rebuilt ferry harbour of Kessum was opened on Monday by Mayor Orla Venn before two thousand people. "
    "Venn called the ferry harbour a promise kept.",
    "MARRICK – A crowd of two thousand saw Mayor Orla Venn open the rebuilt ferry harbour of Kessum at noon on Monday. "
    "Venn thanked the builders of the harbour.",
)


def write(folder: Path, number: int) -> Path:
    path = folder / f"{number}.md"
    title = "Venn opens rebuilt ferry harbour of Kessum"
    head = f"---\ntitle: {title}\nsource: Paper {number}\ndate: '2024-03-1{2 + number // 3}'\n---\n\n"
    path.write_text(f"{head}{TEXTS[number]}\n")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    return made


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Iterator[Library]:
    opened = Library.open([folder], tmp_path / "cache")
    yield opened
    opened.close()


def only_event(library: Library) -> EventRow:
    (row,) = library.events(library.order().events)
    return row


def test_an_event_is_named_after_people_place_and_day(folder: Path, library: Library) -> None:
    for number in (0, 1):
        write(folder, number)
    library.index()
    row = only_event(library)
    assert (row.people, row.place) == (("Venn",), "Marrick")
    assert row.date == "2024-03-11"  # the Monday before the day of publication
    assert row.title == "Venn opens rebuilt ferry harbour of Kessum"


def test_it_is_named_anew_when_articles_come_and_go(folder: Path, library: Library) -> None:
    for number in (0, 1):
        write(folder, number)
    library.index()
    third = write(folder, 2)
    library.index()
    assert only_event(library).articles == 3
    assert only_event(library).people == ("Venn",)
    third.unlink()
    library.index()
    assert (only_event(library).articles, only_event(library).people) == (2, ("Venn",))
    (folder / "1.md").unlink()
    library.index()
    assert only_event(library).people == ()
    assert list(faults(library._catalogue.connection)) == []
    assert library.select("SELECT count(*) FROM principals") == [(0,)]


def test_an_edited_article_may_change_the_name(folder: Path, library: Library) -> None:
    for number in (0, 1):
        write(folder, number)
    library.index()
    for path in folder.iterdir():
        path.write_text(path.read_text().replace("Orla Venn", "Dario Holt").replace("Venn", "Holt"))
    library.index()
    assert only_event(library).people == ("Holt",)


def test_everything_analysed_anew_names_everything_anew(folder: Path, library: Library) -> None:
    for number in (0, 1, 2):
        write(folder, number)
    library.index()
    before = only_event(library)
    library.index(full=True)
    assert only_event(library) == before


def test_before_its_articles_are_analysed_it_has_its_headline_alone(folder: Path, library: Library) -> None:
    for number in (0, 1):
        write(folder, number)
    library.index()
    library._catalogue.connection.execute("DELETE FROM principals")
    row = only_event(library)
    assert (row.people, row.place, row.date) == ((), None, "2024-03-12")
