"""The line above the field says what is wrong with a search, at the place, in as many words as there is room for."""

import pytest

from reader.model import Problem, Span
from reader.ui.present.hits import marked
from reader.ui.present.searching import error

WRONG = Problem("", None, "Unknown field “speker”", "did you mean speaker:?", column=1)


def line(problem, at, room):
    return "".join(text for text, _ in error(problem, at, room))


@pytest.mark.parametrize(("at", "room"), [(20, 80), (30, 80), (45, 80), (60, 80), (75, 80), (20, 200), (150, 200)])
def test_the_hint_is_read_whole_and_the_sign_is_at_the_column(at, room):
    shown = line(WRONG, at, room)
    assert "did you mean speaker:?" in shown
    assert shown.index("▾") == at
    assert len(shown) <= room


def test_where_there_is_room_the_column_is_said_too():
    assert "at column 1" in line(WRONG, 20, 120)
    assert "at column" not in line(WRONG, 28, 80)


@pytest.mark.parametrize("at", [0, 5, 39, 400])
def test_the_smallest_screen_breaks_nothing(at):
    assert len(line(WRONG, at, 40)) <= 40


def test_the_words_found_are_shown_together_where_they_fit():
    text = "… the talks between Vladimir Horn and Chancellor Olga Brandt in Ostrel went on for hours and hours"
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in ("Horn", "Brandt", "hours and hours")]
    assert [part for part, role in marked(text, spans, 44, "") if role == "hit"] == ["Horn", "Brandt"]
    assert [part for part, role in marked(text, spans, 200, "") if role == "hit"] == [
        "Horn",
        "Brandt",
        "hours and hours",
    ]
