"""When nothing is found: the library's own word that was meant, or the part of the query that finds nothing."""

import pytest

from reader.search import find
from reader.search.advice import advise


def advice(library, query):
    results = find(library, query, typing=True)
    assert not results.hits
    return advise(library, query, results.query, lambda text: bool(find(library, text, 1).hits))


@pytest.mark.parametrize(
    ("query", "word", "instead"),
    [
        ("habour", "harbour (3)", "harbour"),
        ("ferry habour", "harbour (3)", "ferry harbour"),
        ("title:buget", "budget (1)", "title:budget"),
        ('"ran agruond"', "aground (1)", '"ran aground"'),
        ("Aldemre", "aldmere (2)", "aldmere"),
    ],
)
def test_a_word_that_no_article_has(library, query, word, instead):
    found = advice(library, query)
    assert word in found.message
    assert found.message.endswith("Enter takes it.")
    assert found.instead == instead
    assert find(library, instead).hits


def test_the_part_of_a_query_that_finds_nothing(library):
    found = advice(library, "harbour date:>2030")
    assert "date:>2030 finds nothing by itself" in found.message
    assert found.instead == "harbour"


def test_parts_that_are_each_found_but_nowhere_together(library):
    found = advice(library, "budget aground")
    assert "none has all of them" in found.message
    assert found.instead == ""


def test_nothing_alike_is_said_as_it_is(library):
    found = advice(library, "zzzyqx")
    assert found.message == "No article has zzzyqx."
    assert found.instead == ""


def test_a_quotation_that_nobody_said_is_looked_for_as_words(library):
    found = advice(library, 'quote:"ferry ran aground quickly in fog"~')
    assert found.message.startswith("Nobody is quoted so.")
    assert find(library, found.instead).hits
