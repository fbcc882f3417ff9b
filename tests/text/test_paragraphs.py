"""Wrapped lines are unwrapped, broken paragraphs rejoined, and nothing else is touched."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from reader.text.paragraphs import Row, blocks_of, layout, wrap_width

FIRST = (
    'The harbour authority said on Monday that "two ferries" had collided in thick fog and that nobody was hurt in it.'
)
SECOND = "Officials would not say whether the radar had been switched on. An inquiry into the accident opens next week."
THIRD = "The mayor called it a bad night for the town, and said that the self-governing port needed another pilot boat."


def paragraphs(text: str) -> list[str]:
    return [block.text for block in blocks_of([Row(line.strip()) for line in text.split("\n")])]


@given(st.integers(45, 100))
def test_any_width_of_wrapping_is_undone(width: int) -> None:
    text = "\n\n".join(textwrap.fill(part, width) for part in (FIRST, SECOND, THIRD))
    assert paragraphs(text) == [FIRST, SECOND, THIRD]


def test_one_paragraph_a_line_stays_so() -> None:
    assert paragraphs("\n".join((FIRST, SECOND, THIRD))) == [FIRST, SECOND, THIRD]


def test_short_lines_are_not_joined() -> None:
    lines = ["Miramar was there.", "They made it all up?", "Well, you say so.", "Let us call it off."]
    assert paragraphs("\n".join(lines)) == lines


def test_a_blank_line_in_mid_sentence_is_healed() -> None:
    second = SECOND.replace("whether the radar", "whether the\n\nRadar")
    broken = FIRST.replace("that nobody", "that\n\nnobody") + "\n\n" + second
    assert paragraphs(broken) == [FIRST, SECOND.replace("radar", "Radar")]


def test_a_subhead_without_a_full_stop_stays_alone() -> None:
    assert paragraphs(f"{FIRST}\n\nWhat happens next\n\n{SECOND}") == [FIRST, "What happens next", SECOND]


def test_hyphens_at_line_ends() -> None:
    wrapped = (
        "The harbour has spoken for the self-\ngoverning port and its old govern-\n"
        "ment since they met at the har-\nbour."
    )
    whole = "The harbour has spoken for the self-governing port and its old government since they met at the harbour."
    assert paragraphs(wrapped) == [whole]


def test_a_colon_does_not_part_a_quote_from_its_speaker() -> None:
    lines = [
        "The harbour authority said on Monday that two ferries had collided in",
        "thick fog and that nobody was hurt. The mayor, Jon Pell, had this:",
        '"We heard a long horn and then nothing at all, and then we heard them',
        'again, much nearer than before."',
    ]
    assert paragraphs("\n".join(lines)) == [" ".join(lines)]


def test_a_stray_blank_line_below_a_full_line() -> None:
    lines = [
        "The harbour authority said on Monday that two ferries had collided off",
        "the old wall in thick fog, and that the captain of the smaller one, Mr",
        "",
        "Tallis, had seen no light. The inquiry into the accident opens in Port",
        "Belmont next week.",
        "",
        "Nobody was hurt.",
    ]
    assert paragraphs("\n".join(lines)) == [" ".join(filter(None, lines[:5])), "Nobody was hurt."]


def test_a_stray_blank_line_below_the_first_line_of_a_paragraph() -> None:
    lines = textwrap.fill(f"The mayor, Jon Pell, held up the old report of the pilot Halla {FIRST} {SECOND}", 62).split(
        "\n"
    )
    assert paragraphs("\n".join([lines[0], "", *lines[1:]])) == [" ".join(lines)]


def test_width_of_text_that_is_not_wrapped() -> None:
    assert wrap_width([Row(FIRST), Row(SECOND), Row(THIRD)]) == 0


@given(st.lists(st.text(min_size=1)))
def test_spans_give_the_paragraphs_back(parts: list[str]) -> None:
    text, spans = layout(parts)
    assert [span.of(text) for span in spans] == parts
