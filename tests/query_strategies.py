"""Queries made at random, as trees of values."""

from hypothesis import strategies as st

from reader.search.query.fields import FIELDS, SORTS
from reader.search.query.nodes import And, Compare, Field, Flag, Near, Not, Or, Query, Range, Regex, Same, Term

WORDS = [
    "ferry",
    "harbour",
    "council",
    "the",
    "said",
    "mayor",
    "Sele",
    "fog",
    "minister",
    "water",
    "talks",
    "Putin",
    "Scholz",
    "dam",
    "people",
    "strike",
    "union",
    "nurses",
    "pay",
    "Kovac",
    "war",
    "troops",
    "a",
    "of",
    "in",
    "on",
    "Wire",
    "Gazette",
    "212",
    "eleven",
    "officials",
    "river",
    "flood",
    "OR",
    "not",
    "zzz",
    "caf",
]

words = st.sampled_from(WORDS)
terms = st.one_of(
    st.builds(Term, st.tuples(words)),
    st.builds(Term, st.tuples(words), st.booleans()),
    st.builds(Term, st.tuples(words, words), st.booleans(), st.just(False), st.booleans()),
)
loose = st.builds(lambda some: Term(tuple(some), is_loose=True), st.lists(words, min_size=2, max_size=5))
regexes = st.builds(Regex, st.sampled_from([r"f\w+y", r"\d\d+", "^The", "Sele|fog", r"mayor,? "]), st.booleans())
plain_terms = st.builds(Term, st.tuples(words))


def combined(leaves):
    """Leaves joined by and, or and not, in the flat form that the parser gives."""

    def flat(kind, nodes):
        return kind(tuple(part for node in nodes for part in (node.nodes if isinstance(node, kind) else (node,))))

    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(lambda nodes: flat(And, nodes)),
            st.lists(inner, min_size=2, max_size=3).map(lambda nodes: flat(Or, nodes)),
            inner.filter(lambda node: not isinstance(node, Not)).map(Not),
        ),
        max_leaves=4,
    )


_worded = [name for name, spec in FIELDS.items() if spec.kind == "words"]
fields = st.one_of(
    st.builds(Field, st.sampled_from(_worded), st.one_of(terms, regexes, combined(terms))),
    st.builds(Field, st.just("quote"), loose),
)
_dates = st.sampled_from(["2024", "2024-03", "2025-06-14", "2022-02-15", "today", "30d", "2y"])
_numbers = st.sampled_from(["5", "11", "100", "1.5k", "100,000", "2m"])
_operators = st.sampled_from([">", ">=", "<", "<="])
bounds = st.one_of(
    st.builds(Compare, st.just("date"), _operators, _dates),
    st.builds(Compare, st.just("num"), _operators, _numbers),
    st.builds(Range, st.just("date"), _dates, _dates | st.just("")),
    st.builds(Range, st.just("num"), _numbers | st.just(""), _numbers),
)
flags = st.sampled_from(
    [Flag(name, choice) for name, spec in FIELDS.items() if spec.kind == "choice" for choice in spec.choices]
)
nearness = st.one_of(
    st.builds(Near, plain_terms, plain_terms, st.integers(0, 30)),
    st.builds(Same, terms, terms, st.sampled_from(["sentence", "paragraph"])),
)
nodes = combined(st.one_of(terms, terms, fields, bounds, flags, nearness, regexes))
queries = st.builds(Query, nodes, st.sampled_from(["", *SORTS]))
