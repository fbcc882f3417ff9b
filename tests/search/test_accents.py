"""Words are found as one can type them, and marked as they are written."""

from collections.abc import Iterator

import pytest

from reader.library import Library
from reader.search import find, snippet
from reader.search.in_text import find_in_text

TEXT = (
    "Kemal Kılıçdaroğlu met Đana Ægir in Łódź. “We took the tram to Tromsø’s Straße,” Ægir said. "
    "Later both went to Αθήνα, where हिन्दी and العَرَبِيَّة are spoken 🚢too."
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    home = tmp_path_factory.mktemp("accents")
    (home / "tram.md").write_text(f"---\ntitle: Trams in Łódź\n---\n\n{TEXT}\n", "utf-8")
    made = Library.open([home / "tram.md"], home / "cache")
    made.index()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("kilicdaroglu", "Kılıçdaroğlu"),
        ("KILIÇDAROĞLU", "Kılıçdaroğlu"),
        ("dana", "Đana"),
        ("aegir", "Ægir"),
        ("tromso*", "Tromsø"),
        ("tromsø", "Tromsø"),
        ("strasse", "Straße"),
        ("αθηνα", "Αθήνα"),
        ("العربية", "العَرَبِيَّة"),
        ("हिन्दी", "हिन्दी"),
        ("too", "too"),
        ('"met dana aegir"', "met Đana Ægir"),
        ("/Łó\\w+/", "Łódź"),
    ],
)
def test_it_is_found_and_marked(library: Library, typed: str, written: str) -> None:
    results = find(library, f"text:({typed})" if "/" not in typed else typed, typing=False)
    assert len(results.keys) == 1, typed
    shown = snippet(library, results, results.hits[0])
    if "/" not in typed:
        assert written in [shown.snippet[span.start : span.end] for span in shown.spans]


@pytest.mark.parametrize(
    "query", ["title:lodz", "speaker:aegir", 'quote:"tram to tromso"', "lod", "kil*", "who:kilicdaroglu"]
)
def test_fields_and_beginnings(library: Library, query: str) -> None:
    assert len(find(library, query).keys) == 1


def test_in_the_open_article_too() -> None:
    assert [TEXT[span.start : span.end] for span in find_in_text(TEXT, "lodz")] == ["Łódź"]


def test_an_edited_article_is_forgotten_whole(tmp_path) -> None:
    file = tmp_path / "tram.md"
    file.write_text(TEXT, "utf-8")
    library = Library.open([file], tmp_path / "cache")
    library.index()
    file.write_text("Nothing of that is left here, said the mayor of Sele, who had come by boat.", "utf-8")
    library.index()
    for word in ("lodz", "tromso", "aegir", "dana"):
        assert not find(library, word, typing=False).keys
    assert not library.select("SELECT 1 FROM words WHERE term IN ('lodz', 'tromso', 'aegir')")
    library.close()
