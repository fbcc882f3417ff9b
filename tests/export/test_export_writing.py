"""Files are written whole, and never over another one unasked; labels and names are short and different."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.bylines import Author, authors
from reader.export.formats import FORMATS
from reader.export.labels import initials, labels
from reader.export.writing import default_name, write
from reader.model import Article, Event


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    write(file, "Grüße\n")
    assert file.read_bytes() == "Grüße\n".encode()
    assert [one.name for one in tmp_path.iterdir()] == ["brief.md"]


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    file.write_text("mine")
    with pytest.raises(FileExistsError):
        write(file, "other")
    assert file.read_text() == "mine"
    write(file, "other", replace=True)
    assert file.read_text() == "other"
    assert [one.name for one in tmp_path.iterdir()] == ["brief.md"]


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "brief.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(FileExistsError):
        write(tmp_path / "brief.md", "text")
    assert not (tmp_path / "elsewhere.md").exists()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "none" / "brief.md", "text")


def test_a_title_never_becomes_a_path() -> None:
    name = default_name(Event("e", "../../etc/passwd \x00 “Größe”", "2031-03-03", ()), FORMATS["markdown"])
    assert name == "2031-03-03-etc-passwd-groe.md"
    assert default_name(Event("e", "—", None, ()), FORMATS["ris"]) == "event.ris"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("The Moscow Times", "MT"),
        ("China Daily", "CD"),
        ("AFP", "AFP"),
        ("Guardian", "Gua"),
        ("sele-courier.example", "SC"),
        ("BBC News", "BBCN"),
        ("The Linn and Tarn Voice", "LTV"),
        ("新华社", "新华社"),
        ("…", "S"),
    ],
)
def test_labels_are_initials(name: str, label: str) -> None:
    assert initials(name) == label


@given(st.lists(st.one_of(st.none(), st.sampled_from(["Moscow Times", "Miami Times", "MT1", "S1", "S2"]), st.text())))
def test_labels_are_all_different(names: list[str | None]) -> None:
    found = labels([Article(str(n), f"{n}.txt", "", source=name) for n, name in enumerate(names)])
    assert len(set(found)) == len(names)
    assert all(found)


def test_authors_are_taken_apart() -> None:
    assert authors("By Mira Holt and Jan van Dorp") == (Author("Holt", "Mira"), Author("van Dorp", "Jan"))
    assert authors("AFP") == (Author("AFP"),)
    assert authors(None) == ()
