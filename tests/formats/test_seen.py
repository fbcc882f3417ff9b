"""Ids are told apart in little room."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.seen import Seen


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=2), max_size=60))
def test_each_text_is_new_once(texts: list[str]) -> None:
    seen = Seen()
    assert [seen.add(text) for text in texts] == [text not in texts[:at] for at, text in enumerate(texts)]
    assert len(seen) == len(set(texts))


def test_many_texts_are_all_remembered() -> None:
    seen = Seen()
    assert all(seen.add(f"id {number}") for number in range(5000))
    assert not any(seen.add(f"id {number}") for number in range(5000))
    assert seen.add("another one")
