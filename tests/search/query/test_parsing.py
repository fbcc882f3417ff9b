"""The query language: everything written has one meaning, and an error says where and what would be right."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from query_strategies import queries

from reader.search.query import Query, QueryError, parse, show, values
from reader.search.query.nodes import And, Compare, Field, Near, Not, Or, Range, Term


def attempted(text: str, typing: bool) -> tuple[Query, QueryError | None]:
    try:
        return parse(text, typing), None
    except QueryError as error:
        return Query(), error


@given(queries)
def test_what_is_printed_is_read_back_as_the_same_query(query):
    assert parse(show(query)) == query


@given(st.text(max_size=60), st.booleans())
def test_anything_is_a_query_or_an_error_with_a_column(text, typing):
    query, error = attempted(text, typing)
    if error is not None:
        assert 1 <= error.column <= len(text) + 1
        assert error.message
    elif not typing:
        assert parse(show(query)) == query


def test_words_are_joined_by_and_before_or():
    a, b, c = (Term((word,)) for word in "abc")
    assert parse("a b OR c").node == Or((And((a, b)), c))
    assert parse("a (b OR c)").node == And((a, Or((b, c))))
    assert parse("a AND b").node == And((a, b))
    assert parse("NOT a -b").node == And((Not(a), Not(b)))


def test_fields_phrases_and_nearness():
    assert parse('speaker:"vera brun"').node == Field("speaker", Term(("vera", "brun")))
    assert parse("title:(a OR b)").node == Field("title", Or((Term(("a",)), Term(("b",)))))
    assert parse("-source:post").node == Not(Field("source", Term(("post",))))
    assert parse("source:-post").node == Not(Field("source", Term(("post",))))
    assert parse('mayor near/5 "ferry line"').node == Near(Term(("mayor",)), Term(("ferry", "line")), 5)
    assert parse('quote:"all hands"~').node == Field("quote", Term(("all", "hands"), is_loose=True))
    assert parse("=Zelensky").node == Term(("Zelensky",), is_exact=True)


def test_dates_and_numbers():
    assert parse("date:2022-02-10..15").node == Range("date", "2022-02-10", "2022-02-15")
    assert parse("date:2022-02").node == Range("date", "2022-02", "2022-02")
    assert parse("date:>7d").node == Compare("date", ">", "7d")
    assert parse("num:>=100,000").node == Compare("num", ">=", "100,000")
    assert parse('num:"100 000"').node == Range("num", "100 000", "100 000")
    assert parse("num:..5").node == Range("num", "", "5")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("today", "2026-03-31"),
        ("yesterday", "2026-03-30"),
        ("7d", "2026-03-24"),
        ("2w", "2026-03-17"),
        ("1m", "2026-02-28"),
        ("13m", "2025-02-28"),
        ("2y", "2024-03-31"),
        ("2022-02", "2022-02"),
        ("99999y", "0001-01-01"),
    ],
)
def test_days_before_today(written, value):
    assert values.is_date(written)
    assert values.day(written, date(2026, 3, 31)) == value


def test_what_comes_after_and_before_a_month_or_a_day():
    assert (values.after("2022-12"), values.before("2022-01"), values.after("2022")) == ("2023-01", "2021-12", "2023")
    assert (values.after("2024-02-28"), values.before("2024-03-01")) == ("2024-02-29", "2024-02-29")


@pytest.mark.parametrize(
    "text", ["a OR ", '"unfinished', "speaker:", "(a b", "-", "a near/3", "is:unr", "date:20", "sort:"]
)
def test_what_is_not_finished_is_no_error_while_typing(text):
    assert parse(text, typing=True) is not None


def test_a_colon_in_prose_is_no_field():
    assert parse("He said: no").node == And((Term(("He",)), Term(("said",)), Term(("no",))))
    assert parse("http://a.example/x").node == Term(("http", "a", "example", "x"))
    assert parse("at 10:30").node == And((Term(("at",)), Term(("10", "30"))))


BAD = """
(a|((a)|a)|a (b|"a|"|=" |a OR|OR|OR a|a OR OR b|AND|a AND|AND a|a AND OR b|NOT|a NOT|(a OR) b|speker:putin|titel:x
soure:"x"|dat:2022|speaker:|source:|speaker: OR a|date:|date:yesteryear|date:2022-13|date:2022-02-30
date:22-1-1|date:>|date:..|date:2022..x|date:"x"|num:|num:many|num:>|num:>x|num:..|num:5..x|num:--5|is:|is:red
is:|has:|has:quotes|has:everything|sort:|sort:size|sort:-size|near/3|near/3 a|a near/3|a near/3 (b)|a near/3 (b c)
a near/3 OR|same-sentence|a same-sentence|same-paragraph a|a same-paragraph title:b|title:(a near/3 b)|who:(is:read)
speaker:(date:today)|title:(speaker:x)|/[/|/(/|/a**/|/(?=(a+)+)b/|/(?=(?:ab+)*)c/|/(?P<n>a)(?P<n>b)/|((((a)|)))|is:(read)
date:(2022)|num:(5)|has:"x y"|sort:"date oldest"|foo:bar
"""
MALFORMED = [one for line in BAD.split("\n") for one in line.split("|") if one.strip()]


@pytest.mark.parametrize("text", MALFORMED)
def test_a_malformed_query_says_where(text):
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert 1 <= caught.value.column <= len(text) + 1
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("ferry is:unred", "is: does not know “unred”", "did you mean is:unread?"),
        ("has:figures", "has: does not know “figures”", "did you mean has:figure?"),
        ("sort: ", "sort: has no value", "relevance, date, oldest"),
        ("is:(read OR noted)", "is: takes a plain value", "(is:… OR is:…)"),
        ("date:12.3.2025", "“12.3.2025” is no date", "did you mean date:2025-03-12?"),
        ("date:2025/1/2", "“2025/1/2” is no date", "did you mean date:2025-01-02?"),
        ("date:2025/13/2", "“2025/13/2” is no date", "2022-02-10..15"),
        ("num:..", "“..” is no number", ">=100k"),
        ("ferry NOT", "Nothing stands after NOT", "-word"),
        ("/[z-a]/", "Not a regular expression: bad character range", "the lesser first"),
        ("/a**/", "Not a regular expression: multiple repeat", r"\* finds a star"),
        ("/(a/", "Not a regular expression: missing )", r"\( finds a bracket"),
    ],
)
def test_what_is_wrong_is_said_with_what_would_be_right(text, message, hint):
    _, error = attempted(text, typing=False)
    assert error is not None
    assert error.message.startswith(message)
    assert hint in error.hint
