"""Word diffs: they give back both texts, and marks, dashes, capitals and spelling are no difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.events.wording import diff, tokens, word_keys
from reader.model import Op

SAME = [
    ("“We will not yield,” she said.", '"We will not yield", she said'),
    ("the harbour was closed", "The harbor was closed."),
    ("they organised a march", "they organized a march"),
    ("security — that is all", "security-that is all"),
    ("it’s over", "it's over"),
    ("1,200 people", "1200 people"),
    ("the U.S. envoy", "the US envoy"),
    ("a café in Orsk", "a cafe in Orsk"),
]


def without_marks(text: str) -> tuple[str, ...]:
    return word_keys(text)


@pytest.mark.parametrize(("a", "b"), SAME)
def test_what_is_no_difference(a: str, b: str) -> None:
    assert without_marks(a) == without_marks(b)
    assert all(sign == "=" or not any(c.isalnum() for c in text) for sign, text in diff(a, b))


def test_a_changed_word_is_told() -> None:
    assert diff("the bridge fell today", "the tower fell today") == (
        ("=", "the "),
        ("-", "bridge "),
        ("+", "tower "),
        ("=", "fell today "),
    )


def test_a_comma_is_a_step_of_its_own() -> None:
    assert ("+", ", ") in diff("For us it is clear", "For us, it is clear")


def test_a_diff_of_a_text_with_itself_changes_nothing() -> None:
    assert {sign for sign, _ in diff("All is well, they said.", "All is well, they said.")} == {"="}
    assert diff("", "") == ()


def rejoined(ops: tuple[Op, ...], sign: str) -> tuple[str, ...]:
    return word_keys("".join(text for kind, text in ops if kind in ("=", sign)))


WORDS = st.lists(
    st.sampled_from(["the", "sea,", "“rose", "by”", "2,000", "metres", "—", "it's", "U.S.", "no-one", "ü", "?"]),
    max_size=30,
)


@given(WORDS, WORDS)
def test_the_pieces_give_back_both_texts(a: list[str], b: list[str]) -> None:
    one, other = " ".join(a), " ".join(b)
    ops = diff(one, other)
    assert rejoined(ops, "-") == word_keys(one)
    assert rejoined(ops, "+") == word_keys(other)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_compared(a: str, b: str) -> None:
    ops = diff(a, b)
    assert rejoined(ops, "-") == word_keys(a)
    assert rejoined(ops, "+") == word_keys(b)


@given(st.text(max_size=200))
def test_tokens_cover_the_text_from_the_first_word_on(text: str) -> None:
    found = tokens(text)
    if found:
        assert "".join(token.text for token in found) == text[found[0].start :]
