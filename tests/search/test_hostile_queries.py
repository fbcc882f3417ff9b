"""Whatever is typed: no exception, no waiting, and no word of it is taken for the language of the catalogue."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from timing import is_within

from reader.search import complete, find
from reader.search.lexicon import Lexicon
from reader.search.personal import Personal
from reader.search.sections import names, quotes

HOSTILE = [
    "'; DROP TABLE articles; --",
    '" OR 1=1 --',
    '"""" * ^ NEAR( AND',
    "title:\"a\" MATCH 'b'",
    "NEAR(a b, 3)",
    "{title text} : ferry",
    "- title : ferry",
    "^ferry + harbour",
    "ferry\x00harbour",
    '"ferry\x00" AND',
    "\ud800ferry",
    "title:\ufffd\u202eferry",
    "\ue000 \ue000\ue001\ue000",
    'source:("\'" OR "%" OR "_")',
    'who:"*"* person:\'',
    "(" * 5_000,
    ")" * 5_000,
    "-" * 5_000 + "ferry",
    "NOT " * 3_000 + "ferry",
    "ferry OR " * 3_000 + "fog",
    "ferry " * 16_000,
    "word" * 25_000,
    " ".join(f"w{number}" for number in range(12_000)),
    " OR ".join(f"(w{number} w)" for number in range(3_000)),
    " ".join(f"source:s{number}" for number in range(3_000)),
    " ".join(f"-speaker:s{number}" for number in range(2_000)),
    'quote:"' + " ".join(f"word{number}" for number in range(3_000)) + '"~',
    "a near/99999999999999999999 b",
    "num:>1e999 num:1..2..3 num:" + "9" * 5_000,
    "date:99999-01 date:>99999999y",
    "/" + "(a|a)*" * 30 + "b/",
    "/(?:" + "a?" * 400 + ")b/",
    "/" * 10_000,
    "date:" + "1" * 10_000,
    "sort:" * 2_000,
    "é" * 50_000,
    "ferry*" * 2_000,
    "title:(" * 40 + "ferry" + ")" * 40,
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("typing", [True, False])
def test_nothing_that_is_typed_breaks_or_holds_up(library, query, typing):
    def everything():
        results = find(library, query, typing=typing)
        complete(library, query, len(query), asked=True)
        if results.node is not None:
            quotes(Lexicon(library), results.node, Personal(), 10)
            names(Lexicon(library), results.node, 10)

    assert is_within(10, everything)
    assert library.count().articles > 0
    assert len(find(library, "ferry", typing=False).hits) > 0


PIECES = (
    "\" ' ( ) * ~ = / : - OR NOT ferry a title: quote: near/5 same-sentence date: num: .. > is: \\ [ + { é speaker:"
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from([*PIECES.split(), " ", "\x00", "\ud800"]), max_size=14).map("".join), st.booleans())
def test_what_falls_on_the_keys_is_answered_or_explained(library, query, typing):
    results = find(library, query, typing=typing)
    assert results.problem is None or results.problem.column is not None
    complete(library, query, len(query))
