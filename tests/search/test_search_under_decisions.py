"""A search finds speakers and names as the user has decided, wherever the query asks for them."""

import pytest

from reader.library import Library
from reader.library.decisions import DecisionStore, Same, SpokenBy
from reader.search import Personal, find, sections
from reader.search.completion import complete
from reader.search.documents import Documents
from reader.search.lexicon import Lexicon
from reader.search.plain import matches
from reader.search.query import parse
from reader.search.rewriting import gathered

REPORTS = {
    "one.md": (
        "2024-05-01",
        "Lock gates opened",
        'The gates of Ostrel opened again. "We waited two winters for these gates," said Mayor Agnete Lund.\n\n'
        '"Nobody thanked the divers," Captain Tomas Reyer said. Engineer Mirja Falk was there.',
    ),
    "two.md": ("2023-02-02", "Bridge painted", 'The bridge is blue now. "It was grey," said Mayor Agnete Lund.'),
}


@pytest.fixture
def shelf(tmp_path):
    (tmp_path / "articles").mkdir()
    for name, (day, title, text) in REPORTS.items():
        (tmp_path / "articles" / name).write_text(
            f'---\ntitle: "{title}"\ndate: "{day}"\n---\n\n{text}\n', encoding="utf-8"
        )
    library = Library.open([tmp_path / "articles"], tmp_path / "cache", decisions=DecisionStore(tmp_path / "notes"))
    library.index()
    yield library
    library.close()


def titles(library, query):
    return [row.title for row in library.rows([hit.key for hit in find(library, query, typing=False).hits])]


@pytest.fixture
def decided(shelf):
    (first,) = [row.id for row in shelf.rows(shelf.order().keys) if row.title == "Lock gates opened"]
    words = "We waited two winters for these gates,"
    assert shelf.decisions.add(SpokenBy((first,), words, speaker="Mirja Falk", type="person")).problem is None
    assert shelf.decisions.add(Same((first,), ("Tomas Reyer", "Old Tom"), "Old Tom")).problem is None
    return shelf


def test_a_corrected_speaker_is_found_and_the_former_is_not(shelf, decided):
    assert titles(shelf, "speaker:falk") == ["Lock gates opened"]
    assert titles(shelf, "speaker:falk quote:winters") == ["Lock gates opened"]
    assert titles(shelf, "speaker:lund") == ["Bridge painted"]
    assert titles(shelf, "-speaker:lund") == ["Lock gates opened"]
    assert titles(shelf, "speaker:falk OR speaker:lund") == ["Lock gates opened", "Bridge painted"]
    assert titles(shelf, "speaker:lund quote:winters") == []


def test_a_name_that_was_given_is_found_beside_the_former(shelf, decided):
    assert titles(shelf, 'person:"old tom"') == ["Lock gates opened"]
    assert titles(shelf, 'who:"tomas reyer"') == ["Lock gates opened"]
    assert titles(shelf, 'speaker:"old tom"') == ["Lock gates opened"]


def test_quotes_and_suggestions_follow_too(shelf, decided):
    lexicon = Lexicon(shelf)
    node = find(shelf, "speaker:falk", typing=False).node
    (hit,) = sections.quotes(lexicon, node, Personal(), 10)
    assert shelf.analysis(hit.key).quotes[hit.place].speaker.name == "Mirja Falk"
    assert '"Old Tom" ' in complete(shelf, "speaker:old", 11).options


@pytest.mark.parametrize(
    "query",
    ["speaker:falk", "speaker:lund", "-speaker:falk", 'who:"old tom"', "quote:winters -speaker:lund", "person:lund"],
)
def test_the_index_agrees_with_the_plain_meaning(shelf, decided, query):
    node = gathered(parse(query).node)
    documents = Documents(shelf, Personal()).of(sorted(shelf.order().keys, reverse=True))
    assert [hit.key for hit in find(shelf, query, typing=False).hits] == [k for k, d in documents if matches(node, d)]


def test_what_is_undone_is_found_as_before(shelf, decided):
    assert titles(shelf, "speaker:falk") == ["Lock gates opened"]
    shelf.decisions.undo(2)
    shelf.decisions.undo(1)
    assert titles(shelf, "speaker:falk") == []
    assert titles(shelf, "speaker:lund") == ["Lock gates opened", "Bridge painted"]


def test_the_counts_of_names_follow_too(shelf, decided):
    lexicon = Lexicon(shelf)

    def counted(query):
        node = find(shelf, query, typing=False).node
        return {hit.form: hit.articles for hit in sections.names(lexicon, node, 10)}

    assert counted("old tom") == {"Old Tom": 1}
    assert "Tomas Reyer" not in counted("reyer")
    assert counted("lund")["Agnete Lund"] == 2
    shelf.decisions.undo(2)
    assert counted("reyer")["Tomas Reyer"] == 1
