"""New articles of a large library are grouped with the articles of their days; the rest is not looked at."""

import pytest

import reader.library.grouping as grouping
from reader.library import Library

STRIKE = (
    "Dockers in the port of Velmora walked out on Monday after talks on a new shift system broke down, harbour master "
    "Ilka Brandvold said. Fourteen container ships were waiting outside the breakwater, union leader Teodor Vasko said."
)


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "REGROUPED", 0)


def write(shelf, name: str, date: str | None) -> None:
    stated = f"date: '{date}'\n" if date else ""
    (shelf.folder / name).write_text(f"---\ntitle: Strike in Velmora\n{stated}---\n\n{STRIKE} Edition {name}.\n")


def event(library: Library, name: str) -> set[str]:
    rows = {row.file.rsplit("/", 1)[-1]: row.key for row in library.rows(library.order().keys)}
    return {row.file.rsplit("/", 1)[-1] for row in library.rows(library.members(library.event_of(rows[name])))}


def many(shelf) -> None:
    for month in range(1, 13):
        for day in range(1, 6):
            shelf.article(f"{month}-{day}.md", month * 31 + day, f"2021-{month:02}-{day * 4:02}")


def read_leads(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen = []
    unpack = grouping.packing.unpack_lead

    def noted(packed: bytes):
        found = unpack(packed)
        seen.append(found.id)
        return found

    monkeypatch.setattr(grouping.packing, "unpack_lead", noted)
    library.index()
    monkeypatch.setattr(grouping.packing, "unpack_lead", unpack)
    return seen


def test_a_new_article_joins_its_event_and_only_its_days_are_read(shelf, monkeypatch) -> None:
    many(shelf)
    write(shelf, "one.md", "2021-06-10")
    library = shelf.indexed()
    write(shelf, "two.md", "2021-06-11")
    seen = read_leads(library, monkeypatch)
    assert event(library, "two.md") == {"one.md", "two.md"}
    assert 0 < len(seen) < 40
    assert library.select("SELECT count(*) FROM leads WHERE NOT grouped") == [(0,)]
    assert sum(len(members) for members in library.order().members) == len(library.order().keys) == 62


def test_the_same_words_in_another_month_are_another_event(shelf) -> None:
    many(shelf)
    write(shelf, "one.md", "2021-06-10")
    library = shelf.indexed()
    write(shelf, "two.md", "2021-09-11")
    library.index()
    assert event(library, "two.md") == {"two.md"}


def test_an_article_without_a_date_can_join_any_event(shelf) -> None:
    many(shelf)
    write(shelf, "one.md", "2021-02-10")
    library = shelf.indexed()
    write(shelf, "two.md", None)
    library.index()
    assert event(library, "two.md") == {"one.md", "two.md"}


def test_a_library_that_has_grown_is_weighed_anew(shelf, monkeypatch) -> None:
    many(shelf)
    library = shelf.indexed()
    before = library.select("SELECT value FROM meta WHERE name = 'weights'")
    write(shelf, "one.md", "2021-06-10")
    library.index()
    assert library.select("SELECT value FROM meta WHERE name = 'weights'") == before
    for number in range(30):
        shelf.article(f"more{number}.md", 500 + number, f"2021-{number % 12 + 1:02}-25")
        if number % 6 == 5:
            library.index()
    assert library.select("SELECT value FROM meta WHERE name = 'weights'") != before
