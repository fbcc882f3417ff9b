"""Where sentences end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.sentences import split
from reader.model import Span


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split(text, (Span(0, len(text)),))]


@pytest.mark.parametrize(
    "expected",
    [
        ["It rained.", "It stopped."],
        ["Mr. Oram met Gen. Pellin.", "They spoke."],
        ["She left the U.S. Army in May.", "He stayed."],
        ["They flew to the U.S.", "The others waited."],
        ["He owns Tarn Inc.", "His sister owns the rest."],
        ["Tarn Inc. Chairman Ada Holt resigned."],
        ["It opens on Jan. 5 at noon.", "Tickets are free."],
        ["See No. 7 for details.", "Thanks."],
        ["The answer was no.", "They left."],
        ["He came at 5 p.m. Tuesday.", "She came later."],
        ["He came at 5 p.m.", "They ate."],
        ["Prices rose 3.5 percent.", "Wages fell."],
        ["J. R. Oram wrote it.", "Ada F. Holt did not."],
        ["Read www.example.org/a.b for more.", "Or ask."],
        ["“We will go.”", "Nobody moved."],
        ['"We will go." he said.'],
        ["“Will you go?” Oram asked.", "Nobody spoke."],
        ["“Will you go?” she asked.", "Nobody spoke."],
        ["“Who knows?”", "The room was silent."],
        ["He waited... then left.", "She stayed."],
        ["He waited…", "She stayed."],
        ["What?", "Never!", "Well, perhaps."],
        ["(He had left by then.)", "She had not."],
        ["Dr. Holt, Ph.D., spoke.", "We listened."],
        ["Oram vs. Holt was decided.", "It took years."],
        ["The firm, founded approx. 1900, is gone.", "So it goes."],
        ["Plan B. failed."],
        ["The village of St. Oram is small.", "It has a well."],
    ],
    ids=lambda expected: expected[0][:30],
)
def test_sentences_end_where_a_reader_would_end_them(expected):
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["The road was closed.", "Drivers turned back, some said."],
        ["“The road is closed.”", "Drivers turned back, some said."],
        ["Is the road closed?", "“Yes it is.”", "So they turned back."],
    ],
    ids=lambda expected: expected[0],
)
def test_a_missing_space_between_two_sentences_is_noticed(expected):
    first, second, *others = expected
    assert sentences(" ".join([first + second, *others])) == expected


@pytest.mark.parametrize("text", ["Ask at www.tarn.Valley now.", "They met.Twice ", "They met.Twi"])
def test_a_mark_without_a_space_inside_an_address_or_before_the_last_word_ends_nothing(text):
    assert sentences(text) == [text.strip()]


def test_no_sentence_crosses_a_paragraph():
    text = "a heading without a stop\n\nThe first sentence. The second"
    found = split(text, (Span(0, 24), Span(26, len(text))))
    assert [span.of(text) for span in found] == ["a heading without a stop", "The first sentence.", "The second"]


def test_nothing_gives_no_sentence():
    assert split("", ()) == ()
    assert split("  \n ", (Span(0, 4),)) == ()


@given(st.text(alphabet='aB. !?"”’…\n1(U.S)', max_size=200))
def test_sentences_cover_every_letter_in_order(text):
    found = split(text, (Span(0, len(text)),))
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
