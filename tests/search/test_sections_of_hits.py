"""The sections of a search: headlines, texts, quotes and names, each with what the words are in."""

import pytest

from reader.library import Library
from reader.search import Personal, find, quoted, sections, snippet
from reader.search.lexicon import Lexicon

REPORTS = {
    "one.md": (
        "2024-05-01",
        "Harbour light repaired",
        'The lamp of Sele burns again. "We waited two winters for this lamp," said Mayor Agnete Lund.\n\n'
        '"Nobody thanked us," Lund said.',
    ),
    "two.md": (
        "2024-05-02",
        "Ferry late",
        'The ferry of Sele was late. "The harbour was full of ice," said Captain Tomas Reyer, who had waited.',
    ),
    "three.md": (
        "2024-05-03",
        "Winter over",
        'Spring has come to Sele. "We waited for two long winters for that lamp," said Mayor Agnete Lund on Friday.',
    ),
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    home = tmp_path_factory.mktemp("shelf")
    (home / "articles").mkdir()
    for name, (day, title, text) in REPORTS.items():
        (home / "articles" / name).write_text(
            f'---\ntitle: "{title}"\ndate: "{day}"\n---\n\n{text}\n', encoding="utf-8"
        )
    library = Library.open([home / "articles"], home / "cache")
    library.index()
    yield library
    library.close()


def titles(library, results):
    return [row.title for row in library.rows([hit.key for hit in results.hits])]


def said(library, query):
    results = find(library, query, typing=False)
    found = sections.quotes(Lexicon(library), results.node, Personal(), 100)
    quotes = [(library.article(hit.key), library.analysis(hit.key, indexed=True).quotes[hit.place]) for hit in found]
    return [quoted.words(article, quote) for article, quote in quotes]


def test_headline_and_text_are_told_apart(shelf):
    assert titles(shelf, find(shelf, "harbour", typing=False)) == ["Ferry late", "Harbour light repaired"]
    assert titles(shelf, find(shelf, "harbour", typing=False, section="titles")) == ["Harbour light repaired"]
    assert titles(shelf, find(shelf, "harbour", typing=False, section="texts")) == ["Ferry late"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("lamp", 2),
        ("ferry", 0),
        ("lund", 3),  # by its speaker
        ("lund lamp", 2),
        ("speaker:lund", 3),
        ("speaker:lund lamp", 2),
        ("speaker:lund -lamp", 1),
        ("waited lamp date:2024-05-01", 1),
        ("ice OR thanked", 2),
        ("/win[t]ers/", 0),  # the index of quotes knows no expressions by themselves
        ("speaker:lund /long w/", 1),
        ("date:2024-05-01", 0),  # asks about no words at all
    ],
)
def test_quotes_are_those_in_which_the_words_were_said(shelf, query, expected):
    assert len(said(shelf, query)) == expected


def test_quotes_come_newest_article_first_and_in_the_order_of_the_text(shelf):
    found = said(shelf, "speaker:lund")
    assert "long winters" in found[0]
    assert "this lamp" in found[1]
    assert "Nobody" in found[2]


def test_names_have_the_words_and_count_their_articles(shelf):
    node = find(shelf, "lund", typing=False).node
    (lund,) = sections.names(Lexicon(shelf), node, 10)
    assert (lund.form, lund.type, lund.articles) == ("Agnete Lund", "person", 2)
    assert shelf.article(lund.key).title == "Winter over"


def test_a_hit_of_a_speaker_shows_the_quotation(shelf):
    results = find(shelf, "speaker:reyer", typing=False)
    hit = snippet(shelf, results, results.hits[0])
    assert hit.field == "quote"
    assert hit.snippet.startswith("Tomas Reyer: ")
    assert "full of ice" in hit.snippet
    assert [span.of(hit.snippet) for span in hit.spans] == ["Reyer"]


def test_a_loose_quotation_finds_its_wordings_the_likest_first(shelf):
    exact = find(shelf, 'quote:"we waited two winters for this lamp"~', typing=False)
    assert titles(shelf, exact) == ["Harbour light repaired", "Winter over"]
    other = find(shelf, 'quote:"we waited for two long winters for that lamp"~', typing=False)
    assert titles(shelf, other) == ["Winter over", "Harbour light repaired"]


def test_the_groups_of_a_loose_quotation_miss_no_wording_and_stay_few():
    from reader.search import loose
    from reader.search.query import Term

    words = tuple(f"word{number:02}" for number in range(40))
    groups = loose.telling_words(Term(words, is_loose=True))
    assert 0 < len(groups) <= loose.GROUPS
    enough = set(words[-24:])
    assert any(set(group) <= enough for group in groups)
    assert loose.telling_words(Term(("a", "of"), is_loose=True)) == []
