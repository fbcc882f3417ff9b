"""What was found comes back from the catalogue as it was, and never from another state of the program."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import analyse
from reader.library import findings
from reader.library.catalogue import Damaged
from reader.model import Analysis, DateMention, Entity, Figure, Quote, Span, Speaker

SPANS = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6))
NAMES = st.text(max_size=12)
MAYBE = st.none() | NAMES
SPEAKERS = st.builds(
    Speaker, MAYBE, st.sampled_from(["person", None]), st.none() | SPANS, st.sampled_from(["name", "none"]), MAYBE
)
TUPLES = st.lists(NAMES, max_size=3).map(tuple)
PLACES = st.lists(SPANS, max_size=3).map(tuple)
TEXT = "“The harbour opens on Monday,” said Vera Zelensky, the mayor of Aldmere. Ms Zelensky has 12 boats.\n"
ANALYSES = st.builds(
    Analysis,
    PLACES,
    st.lists(
        st.builds(
            Quote,
            NAMES,
            st.sampled_from(["direct", "mixed", "indirect"]),
            PLACES,
            st.none() | SPANS,
            SPEAKERS,
            MAYBE,
            MAYBE,
            st.floats(0, 1),
            TUPLES,
        ),
        max_size=3,
    ).map(tuple),
    st.lists(st.builds(Entity, NAMES, st.just("place"), PLACES, TUPLES, TUPLES, PLACES), max_size=3).map(tuple),
    st.lists(st.builds(DateMention, st.none() | SPANS, MAYBE, st.just("event"), st.booleans()), max_size=3).map(tuple),
    st.lists(
        st.builds(Figure, SPANS, st.floats(allow_nan=False), MAYBE, MAYBE, st.none() | st.just("over")), max_size=3
    ).map(tuple),
)


@given(ANALYSES)
def test_what_is_stored_comes_back_as_it_was(found):
    assert findings.unpack(findings.pack(found)) == found


@given(st.binary(max_size=200))
def test_other_bytes_are_damage_and_nothing_else(packed):
    with pytest.raises(Damaged):
        findings.unpack(packed)


def test_an_indexed_article_is_not_analysed_again(shelf, monkeypatch):
    shelf.article("one.md", 1)
    library = shelf.open()
    library.index()
    key = library.order().keys[0]
    expected = analyse(library.article(key))
    monkeypatch.setattr("reader.analysis.analyse", lambda *_: pytest.fail("analysed again"))
    assert library.analysis(key) == expected


def test_what_another_state_of_the_program_found_is_found_again(shelf, monkeypatch):
    shelf.article("one.md", 1)
    monkeypatch.setattr(findings, "maker", lambda: "an earlier program")
    monkeypatch.setattr("reader.analysis.analyse", lambda article, upto: Analysis())
    shelf.open().index()
    monkeypatch.undo()
    library = shelf.open()
    key = library.order().keys[0]
    assert library.analysis(key) == Analysis()
    library.index()
    renewed = shelf.open()
    assert renewed.analysis(key) == analyse(renewed.article(key))


def test_the_mark_of_the_program_is_the_same_from_run_to_run():
    assert findings.maker() == findings.maker() != ""


def test_an_article_keeps_its_findings_only_while_it_is_there(shelf):
    path = shelf.article("one.md", 1)
    library = shelf.open()
    library.index()
    tables = ("analyses", "naming", "figures")
    assert library.select("SELECT count(*) FROM analyses")[0][0] == 1
    path.unlink()
    library.index()
    assert [library.select(f"SELECT count(*) FROM {table}")[0][0] for table in tables] == [0, 0, 0]


def test_sayings_and_names_are_found_and_forgotten(shelf):
    path = shelf.folder / "one.txt"
    path.write_text(TEXT)
    library = shelf.open()
    library.index()
    key = library.order().keys[0]
    said = "SELECT rowid >> 12 FROM sayings WHERE sayings MATCH ?"
    assert library.select(said, ("speaker: zelensky AND words: harbour",)) == [(key,)]
    assert library.select(said, ("speaker: harbour",)) == []
    assert library.select("SELECT word FROM spellings WHERE word = 'Zelensky'")
    path.unlink()
    library.index()
    assert library.select(said, ("speaker: zelensky",)) == []
    path.write_text(TEXT)
    library.index()
    assert library.select(said, ("speaker: zelensky",)) == [(library.order().keys[0],)]


def test_names_know_how_many_articles_call_somebody_so(shelf):
    path = shelf.folder / "one.txt"
    path.write_text(TEXT)
    library = shelf.open()
    library.index()
    named = library.select("SELECT form, articles FROM names WHERE articles > 0")
    assert named
    assert {count for _, count in named} == {1}
    (shelf.folder / "two.txt").write_text(TEXT + "\n\nNothing else.")
    library.index()
    assert {count for _, count in library.select("SELECT form, articles FROM names WHERE articles > 0")} == {2}
    path.unlink()
    library.index()
    assert library.select("SELECT form, articles FROM names WHERE articles > 0") == named
    library.index(full=True)
    assert library.select("SELECT form, articles FROM names WHERE articles > 0 ORDER BY form") == sorted(named)
