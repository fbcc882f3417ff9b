"""Beside each paragraph: which other sources tell it; in the text, what none of them tells."""

from dataclasses import replace

from reader.model import Analysis, Article, Span
from reader.session.comparing.model import Tellings
from reader.session.state import Reading, State
from reader.ui.present.reading import GAPS, document

TEXT = "One is told by all.\n\nTwo is told only here. Three too."
ARTICLE = Article("a", "", TEXT, (Span(0, 19), Span(21, 54)))
ONLY = Span(21, 43)


def state(told: list[tuple[bool, bool]], layers: int = 3) -> State:
    tellings = Tellings(told=tuple(told), only=(ONLY,))
    reading = Reading(1, ARTICLE, Analysis(), strip=tuple(range(1, len(told) + 2)), tellings=tellings)
    return State(reading=reading, layers=layers)


def test_one_sign_for_each_other_source_in_their_order() -> None:
    found = document(state([(True, False), (False, False)]))
    assert found.gutter[0] == (("●○", "gutter"),)
    assert found.gutter[1] == (("○○", "only"),)
    assert found.gutter_width == 4


def test_of_many_sources_it_is_counted_how_many_tell_it() -> None:
    found = document(state([(True, False)] * 3 + [(False, False)] * 8))
    assert found.gutter[0] == ((" 3/11", "gutter"),)
    assert found.gutter[1] == ((" 0/11", "only"),)
    assert found.gutter_width == 7


def test_what_is_told_only_here_is_a_layer_of_its_own() -> None:
    shown = state([(True, False)])
    assert [mark for mark in document(shown).marks if mark.role == "only"] == []
    (mark,) = [mark for mark in document(replace(shown, layers=GAPS)).marks if mark.role == "only"]
    assert TEXT[mark.start : mark.end] == "Two is told only here."
