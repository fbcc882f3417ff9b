"""Messages between the program and a child process."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.extractors import wire

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_packed_comes_out_again(value):
    message = wire.packed(value)
    assert wire.body_length(message) == len(message) - wire.HEAD
    assert wire.unpacked(message[wire.HEAD :]) == value


@given(st.binary(max_size=64))
def test_any_bytes_are_a_value_or_said_to_be_none(data):
    try:
        wire.body_length(data)
        wire.unpacked(data)
    except wire.GarbledError:
        pass


def test_a_length_that_would_fill_the_memory_is_refused():
    with pytest.raises(wire.GarbledError):
        wire.body_length(b"\xff\xff\xff\xff")
    with pytest.raises(wire.GarbledError):
        wire.unpacked(b"[" * 100_000)
