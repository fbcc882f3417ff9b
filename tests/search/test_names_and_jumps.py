"""The index of names, a page at a time, and the fuzzy jump to a headline or name."""

from reader.search import find, names
from reader.search.jumping import jumps


def test_names_are_listed_by_how_many_articles_have_them(library):
    listed = names.listed(library, 0, 100)
    assert len(listed) == names.count(library) > 1
    assert [one.articles for one in listed] == sorted((one.articles for one in listed), reverse=True)
    assert names.listed(library, 1, 1) == [listed[1]]
    assert {one.type for one in names.listed(library, 0, 100, "person")} == {"person"}


def test_a_names_query_finds_as_many_articles_as_the_index_says(library):
    for one in names.listed(library, 0, 100):
        assert len(find(library, one.query, typing=False).hits) >= one.articles


def test_names_are_found_by_the_beginnings_of_their_words(library):
    assert [one.form for one in names.beginning(library, "tes br")] == ["Tessaly Brun"]
    assert names.beginning(library, "tes br", "place") == []
    assert names.beginning(library, '"*') == []


def test_a_jump_forgives_spelling(library):
    assert jumps(library, "fery grouded")[0].label == "Ferry grounded off Sele"
    assert jumps(library, "bugdet")[0].label == "Budget"
    brun = jumps(library, "tesaly")[0]
    assert (brun.label, brun.key) == ("Tessaly Brun", None)
    assert find(library, brun.query).hits
    assert jumps(library, "") == []
    assert jumps(library, "qqqqqq") == []
