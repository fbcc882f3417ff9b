"""Words that mean one thing become one term; what tells two things apart stays apart."""

import pytest

from reader.events.terms import fold, stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ferries", "ferry"),
        ("harbours", "harbor"),
        ("withdrew", "withdrawal"),
        ("elections", "elect"),
        ("mobilisation", "mobilizing"),
        ("stopped", "stop"),
    ],
)
def test_inflections_and_spellings_are_one_term(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("bus", "bun"), ("glass", "glad"), ("news", "new")])
def test_short_words_keep_what_is_no_ending(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("token", "term"),
    [
        ("the", ""),
        ("It’s", ""),
        ("a", ""),
        ("1,200", "1200"),
        ("U.N.", "un"),
        ("NATO", "nato"),
        ("twelve", "12"),
        ("Café's", fold("cafe")),
    ],
)
def test_tokens_fold_as_they_are_written(token, term):
    assert fold(token) == term


def test_function_words_leave_no_term():
    assert stems("It is what the ferry was for") == [stem("ferry")]
