"""Nothing that dates or quantities look for themselves may be passed over where both look once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.beginnings import beginnings
from reader.analysis.dates.patterns import TRIGGER
from reader.analysis.figures.reading import TRIGGER as QUANTITY

_WORDS = """
    1 12 3rd 1950 2031 9/11 $5 €3 US$ USD A$ AU$ CA$ HK$ NZ$ R$ S$ EUR GBP CHF Rs Q3 Apr APRIL Aug AUGUST autumn a A an
    An hundred thousand million billion trillion dozen third quarter fifth sixth tenth few couple of day week month year
    decade Boxing Christmas coming Coming Dec DEC Days earlier Earlier this in eight Eleven Feb FEB Fri first fourth
    fall four Forty five Fifty Halloween half Half Jan JUN Jul last Last later Later Mar MAY Mon many Nov NOV New Year
    next Next nine Nine Oct OCT one One past Past second spring summer six Seven several some Sep SEP Sat Sun Tue Thu
    ten Twelve thirty twenty This Today tomorrow tonight two Three the The previous following same preceding final 4th
    Valentine Wed Weeks winter Years yesterday Yesterday zero Zero people river and said Monday walked
    """.split()  # noqa: SIM905 - a list would take a line for each word


def _asked(pattern: re.Pattern[str], text: str) -> set[int]:
    return {match.start() for match in pattern.finditer("\n" + text)}


@given(
    st.lists(st.sampled_from(_WORDS), max_size=8), st.sampled_from([" ", "\n", "-", "—", "/", " (", ", ", " “", " '"])
)
def test_every_place_that_either_asks_for_is_given(words: list[str], joint: str) -> None:
    text = joint.join(words)
    assert _asked(TRIGGER, text) | _asked(QUANTITY, text) <= set(beginnings(text))


@pytest.mark.parametrize("first", _WORDS)
def test_every_word_before_every_other(first: str) -> None:
    text = ". ".join(f"{first} {second}" for second in _WORDS)
    assert _asked(TRIGGER, text) | _asked(QUANTITY, text) <= set(beginnings(text))


def test_offsets_are_those_of_the_text_in_order() -> None:
    text = "Six boats left on Monday (5 of them late)."
    assert [text[at:].split()[0] for at in beginnings(text)] == ["Six", "Monday", "5"]
