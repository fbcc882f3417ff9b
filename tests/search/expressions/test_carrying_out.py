"""Regular expressions find what `re` finds, and none takes for ever."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import is_within

from reader.search.expressions import Expression, Refused
from reader.search.expressions.automaton import Automaton
from reader.search.expressions.parsed import tree

CHARS = ["a", "b", "I", "é", ".", r"\w", r"\s", r"\d", "[ab]", "[^a]", r"\b", r"\B", "^", "$", " "]
patterns = st.recursive(
    st.sampled_from(CHARS),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{1,3}", "*?", "{0,2}"])).map(
            lambda two: f"(?:{two[0]}){two[1]}"
        ),
    ),
    max_leaves=8,
)
lines = st.text(alphabet="abAB é1iıſs_", max_size=10)


@settings(max_examples=300, deadline=None)
@given(patterns, st.booleans(), st.lists(lines, min_size=1, max_size=8))
def test_both_ways_agree_with_re(pattern, ignores_case, texts):
    flags = re.IGNORECASE if ignores_case else 0
    automaton, chosen = Automaton(tree(pattern, flags)), Expression(pattern, ignores_case)
    for text in texts:
        expected = re.search(pattern, text, flags) is not None
        assert automaton.search(text) == expected
        assert chosen.search(text) == expected
    assert chosen.in_any_line("\n".join(texts)) == any(re.search(pattern, text, flags) for text in texts)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a|a)*b",
        r"(a+)+$",
        r"(\w+\s?)*x",
        r"(a|ab|b)*c",
        r"(?:a?){40}b",
        "a?" * 40 + "a" * 40 + "b",
        r"\w+\w+\w+\w+\w+1",
        r".*.*.*.*x",
        r"(.*a){9}[^ab!]",
        r"(\w+)\1+b",
        r"(?<=a)\w+x",
        r"(?>a+)b",
        r"(?i:A+)+x",
    ],
)
@pytest.mark.parametrize("line", ["a" * 40 + "!", "ab" * 4_000 + "!", "a" * 60_000])
def test_nothing_takes_for_ever(pattern, line):
    assert is_within(5, lambda: Expression(pattern, False).search(line))


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        "[a",
        "*a",
        r"(?=(a+)+)b",
        r"(?:(?=(a+))\1)+b",
        "(?:a{1,90}){1,90}x",
        "(?:" * 2_000,
        "a" * 1_001,
        "a{1,99999}" * 9,
    ],
)
def test_what_cannot_be_carried_out_is_refused(pattern):
    with pytest.raises(Refused):
        Expression(pattern, False)


def test_a_plain_expression_in_a_long_line_is_found_at_its_end():
    line = "harbour " * 20_000 + "ferry aground in fog"
    for pattern in (r"ferry.*fog", r"ferry \w+ in fog$", r"(fer+y|fog)\b.*\bf[aeo]g", r"(?<=ry )aground"):
        assert Expression(pattern, False).search(line)


def test_a_repeated_group_is_allowed_where_it_can_be_carried_out():
    assert Expression(r"(\w+ )+aground", False).search("the ferry ran aground")
    assert not Expression(r"(\w+ )+aground", False).search("the ferry, aground")
