"""What the index is asked for an expression lets every text through that the expression matches."""

import re
import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search.expressions import needed

PIECES = [
    "fer",
    "ry",
    "ISLE",
    "fishing",
    " ",
    r"\s",
    r"\w",
    "-",
    "é",
    "[iı]",
    "_",
    ".",
    "7",
    r"\d",
    "[0-9]",
    r"\b",
    "(?:og|isle)",
    "(?i:K)",
]
patterns = st.recursive(
    st.sampled_from(PIECES),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: f"({'|'.join(some)})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{1,3}"])).map(lambda two: f"(?:{two[0]}){two[1]}"),
    ),
    max_leaves=9,
)
texts = st.lists(
    st.sampled_from(
        [
            "fer",
            "ry",
            "isle",
            "ISLE",
            "fıshing",
            "fishing",
            "Kog",
            "og",
            " ",
            " ",
            "-",
            "é",
            "_",
            "7",
            "7",
            "٣",
            ".",
            "\n",
        ]
    ),
    max_size=14,
).map("".join)


@pytest.fixture(scope="module")
def index():
    connection = sqlite3.connect(":memory:")
    tokenize = "unicode61 remove_diacritics 2"
    connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5(title, text, tokenize='{tokenize}')")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5vocab(texts, row)")
    return connection


def asked(index, pattern, ignores_case):
    words = [term for (term,) in index.execute("SELECT term FROM words")]
    return needed(pattern, ignores_case, lambda part: [one for one in words if part.search(one)])


@settings(max_examples=400, deadline=None)
@given(pattern=patterns, ignores_case=st.booleans(), some=st.lists(texts, min_size=1, max_size=4))
def test_no_text_that_matches_is_left_out(index, pattern, ignores_case, some):
    index.execute("DELETE FROM texts")
    index.executemany("INSERT INTO texts (rowid, title, text) VALUES (?, '', ?)", enumerate(some))
    words = asked(index, pattern, ignores_case)
    if words is None:
        return
    let_through = {row for (row,) in index.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (words,))}
    compiled = re.compile(pattern, re.IGNORECASE if ignores_case else 0)
    assert {at for at, text in enumerate(some) if any(map(compiled.search, text.split("\n")))} <= let_through


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("ran (aground|ashore)", ["the ferry ran aground", "boats ran ashore"]),
        (r"\bferr(y|ies)\b", ["the ferry ran aground", "two ferries"]),
        ("err[^x]", ["the ferry ran aground", "two ferries"]),
        ("nowhere to be read", []),
        (r"fer+y \w+ agr", ["the ferry ran aground"]),
        (r"ground (into|flo)", ["a ground floor"]),
        (r"ferry\s+ran\b", ["the ferry ran aground"]),
        (r"in\s*the (harbour|fog)", ["fog in the harbour"]),
        (r"\bin, the", ["fog in the harbour"]),
        ("ferry aground", []),
        (r"[0-9]{3,}\w", ["berth 1024"]),
        (r"\b\d{3}\b", []),
    ],
)
def test_few_others_are_let_through(index, pattern, found):
    index.execute("DELETE FROM texts")
    texts = [
        "the ferry ran aground",
        "two ferries",
        "boats ran ashore",
        "fog in the harbour",
        "a ground floor",
        "berth 1024",
    ]
    index.executemany("INSERT INTO texts (rowid, title, text) VALUES (?, '', ?)", enumerate(texts))
    rows = index.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (asked(index, pattern, False),))
    assert [texts[row] for (row,) in rows] == found


@pytest.mark.parametrize("pattern", [r"\d\d", ".*", "a|b", "(?:ferry)?", "[a-z]+ing"])
def test_where_no_word_is_needed_nothing_is_asked(index, pattern):
    assert asked(index, pattern, False) is None or pattern == "[a-z]+ing"
