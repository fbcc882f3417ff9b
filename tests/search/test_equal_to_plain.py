"""Every answer of the index is held against the plain meaning of the query, article by article."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from query_strategies import nodes

from reader.library import Library
from reader.search import Personal, find, plain
from reader.search.documents import Documents
from reader.search.plain import matches
from reader.search.query import Query, parse, show
from reader.search.query.nodes import Compare

SAMPLES = Path(__file__).parents[2] / "articles"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    library = Library.open([SAMPLES], tmp_path_factory.mktemp("cache"))
    library.index()
    ids = [row.id for row in library.rows(library.order().keys)]
    personal = Personal(
        read=frozenset(ids[::2]),
        starred=frozenset(ids[::5]),
        tags={ids[1]: ("war", "harbour fog"), ids[2]: ("pay",)},
        notes={ids[3]: ("the minister said 212",), ids[4]: ("fog",)},
        today=date(2025, 6, 20),
    )
    forgetful, plain.tokens = plain.tokens, cache(plain.tokens.__wrapped__)  # the same twenty texts a thousand times
    yield library, personal, dict(Documents(library, personal).of(library.order().keys))
    plain.tokens = forgetful
    library.close()


def plain_hits(query, documents):
    return sorted((key for key, document in documents.items() if matches(query.node, document)), reverse=True)


@settings(max_examples=250, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(st.tuples(nodes, nodes, nodes, nodes))  # four at a time: a thousand queries, a quarter of the bookkeeping
def test_the_index_finds_what_the_query_means(shelf, four):
    for node in four:
        holds_for(shelf, node)


@pytest.mark.parametrize("operator", [">", ">=", "<", "<="])
def test_a_figure_that_is_the_bound_itself(shelf, operator):
    library, *_ = shelf
    values = [value for (value,) in library.select("SELECT DISTINCT value FROM figures ORDER BY value")]
    for value in values[:: max(1, len(values) // 12)]:
        if value == int(value):
            holds_for(shelf, Compare("num", operator, str(int(value))))


def holds_for(shelf, node):
    from reader.search.rewriting import gathered, settled
    from reader.search.spellings import widened

    library, personal, documents = shelf
    text = show(Query(node, "date"))  # loose quotations would come in the order of their likeness
    found = find(library, text, typing=False, personal=personal)
    wide, _ = widened(gathered(settled(parse(text).node)), library)
    assert found.problem is None
    assert [hit.key for hit in found.hits] == plain_hits(Query(wide), documents)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(nodes, st.sampled_from(["date", "oldest", "source", "title", "quotes", "relevance"]))
def test_another_order_has_the_same_hits(shelf, node, sort):
    library, personal, _ = shelf
    newest = find(library, show(Query(node)), typing=False, personal=personal)
    sorted_ = find(library, show(Query(node, sort)), typing=False, personal=personal)
    assert sorted(hit.key for hit in sorted_.hits) == sorted(hit.key for hit in newest.hits)


def test_the_samples_answer_what_a_journalist_would_ask(shelf):
    library, personal, _ = shelf

    def titles(query):
        hits = find(library, query, typing=False, personal=personal).hits
        return {library.article(hit.key).source for hit in hits}

    assert titles("ferry") == titles("ferries OR ferry") != set()
    assert titles("speaker:solberg quote:answers") <= titles("speaker:solberg")
    assert titles("person:putin place:moscow") != set()
    assert titles("-has:sources") == titles("only:(a* OR -a*)") - titles("has:sources") or titles("-has:sources")
