"""Searching the library: what is typed finds what a reader would expect, and nothing typed breaks it."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.search import Hit, find, snippet


def ids(library, query, typing=False, **more):
    keys = [hit.key for hit in find(library, query, typing=typing, **more).hits]
    return [row.id for row in library.rows(keys)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("harbour", "a1 a0 a4"),
        ("HARBOUR", "a1 a0 a4"),
        ("harbour ferry", "a1"),
        ("harb*", "a1 a0 a4"),
        ("harb", ""),
        ("cafe", "a2"),
        ("CAFÉS", "a2"),
        ("don't", "a2"),
        ('"the harbour"', "a1 a0"),
        ('"harbour the"', ""),
        ("“the harbour”", "a1 a0"),
        ("harbour -ferry", "a0 a4"),
        ('harbour -"ran aground"', "a0 a4"),
        ("ferry OR budget", "a3 a1"),
        ("ferry OR budget tax", "a1"),
        ("eu", "a2"),
        ("160,000", "a5"),
        ("3.5", "a5"),
        ("東京", "a5"),
        ("straße", "a3"),
        ("nobody mayor", "a3"),
        ("delayed agreed", "a0"),
        ("-ferry", "a5 a3 a2 a0 a4"),
        ("", ""),
        ("*", ""),
        ("- : ^", ""),
    ],
)
def test_whole_queries(library, query, expected):
    assert ids(library, query) == expected.split()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("h", "a0"),  # headlines only, for a letter or two …
        ("fe", "a1"),
        ("eu", "a2"),  # … or the whole word anywhere
        ("har", "a1 a0 a4"),
        ("harbour f", "a1 a0 a4"),  # beside another word a short one waits
        ("harbour fo", "a1 a0 a4"),
        ("harbour fog", "a1"),
        ("harbour fe ", ""),  # a space ends it
        ('"the har', "a1 a0"),
        ('"the h', "a3 a2 a1 a0"),
        ("harbour -f", "a1 a0 a4"),
        ("harbour -fer", "a0 a4"),
        ("ferry OR", "a1"),
        ("ferry OR b", "a1"),
        ("don", "a2"),
        ("don'", "a2"),
        ("don't", "a2"),
        ("東", "a5"),
        ("日", "a5"),
    ],
)
def test_while_typing(library, query, expected):
    assert ids(library, query, typing=True) == expected.split()


def test_newest_first_and_undated_last(library):
    assert ids(library, "a", typing=False) == ["a1", "a4"]


def test_limit_total_and_scope(library):
    results = find(library, "harbour", limit=2)
    assert len(results.hits) == 2
    assert results.total == 3
    assert results.shown_total == "3"
    scope = {library.key_of("a0"), library.key_of("a4")}
    assert ids(library, "harbour", scope=scope) == ["a0", "a4"]
    assert ids(library, "harbour", scope=[]) == []


def test_the_snippet_marks_the_words(library):
    results = find(library, "mayor nobody", typing=False)
    hit = snippet(library, results, results.hits[0])
    assert hit.field == "text"
    assert [span.of(hit.snippet) for span in hit.spans] == ["mayor", "nobody"]
    assert "\n" not in hit.snippet


def test_the_snippet_of_a_headline(library):
    results = find(library, "ferry grounded", typing=False)
    hit = snippet(library, results, results.hits[0])
    assert (hit.field, hit.snippet) == ("title", "Ferry grounded off Sele")
    assert [span.of(hit.snippet) for span in hit.spans] == ["Ferry", "grounded"]


def test_the_snippet_of_an_article_that_has_gone(library):
    results = find(library, "harbour")
    hit = snippet(library, results, Hit(12345, "", "", ()))
    assert hit.snippet == ""


def test_a_catalogue_that_is_busy_is_a_problem(library, monkeypatch):
    def busy(*_):
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(library, "select", busy)
    results = find(library, "harbour")
    assert results.hits == ()
    assert "locked" in results.problem.message


QUERIES = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            [
                "harbour",
                "fer",
                "a",
                '"',
                "'",
                "(",
                ")",
                "*",
                "-",
                "NEAR",
                "AND",
                "OR",
                "NOT",
                ":",
                "^",
                "title:",
                " ",
                "“",
            ]
        ),
        max_size=12,
    ).map("".join),
    st.lists(
        st.sampled_from(["harbour", "-fer*", "OR", '"the har', "NOT", "+", "{a b}", "\x00", "\ud800"]), max_size=8
    ).map(" ".join),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUERIES, st.booleans())
def test_any_query_has_hits_or_a_problem_with_its_place(library, query, typing):
    results = find(library, query, typing=typing)
    if results.problem is not None:
        assert results.hits == ()
        assert 1 <= results.problem.column <= len(query) + 1
    assert [hit.key for hit in results.hits] == sorted((hit.key for hit in results.hits), reverse=True)
    for hit in results.hits:
        made = snippet(library, results, hit)
        assert all(0 <= span.start < span.end <= len(made.snippet) for span in made.spans)


def test_a_pasted_book_is_a_query(library):
    assert find(library, "harbour " * 100_000, typing=False).total == 3
