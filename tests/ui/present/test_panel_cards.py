"""The panel's cards as text: what fits into which width, and what is told by signs."""

from dataclasses import replace

import pytest

from reader.analysis import analyse
from reader.events.roster import roster
from reader.model import Analysis, Article, Quote, Span, Speaker
from reader.session.comparing.model import Tellings
from reader.session.state import Reading, State
from reader.text.cells import cell_width
from reader.ui.present.panel import PanelCards, empty, title
from reader.ui.present.signs import ASCII, UNICODE

TEXT = """\
"We did not want to wait," Mayor Orla Venn said. She said the bridge was "old".

Dario Feld, who opposes her, warned that the piers would sink. Nobody calls it a "lifeline" any more.
"""


def reading(text: str = TEXT, strip: tuple[int, ...] = (1, 2, 3), **found: object) -> Reading:
    """A report of an event that two others cover."""
    starts = [0, *(i + 2 for i in range(len(text)) if text.startswith("\n\n", i))]
    ends = [*(start - 2 for start in starts[1:]), len(text.rstrip())]
    article = Article("a", "a", text, tuple(map(Span, starts, ends)))
    analysis = replace(analyse(article), **found)  # type: ignore[arg-type]
    quoted = {quote.id: (0, 1) if n == 0 else (0,) for n, quote in enumerate(analysis.quotes)}
    tellings = Tellings(
        ((True, True), (False, False)),
        quoted,
        (),
        {quote.id: {1: "reworded"} if n == 0 else {} for n, quote in enumerate(analysis.quotes)},
        roster([(article, analysis), (article, analysis), (article, Analysis())]),
    )
    names = ("Harbour Gazette", "Northern Wire", "Meridian Post")[: len(strip)]
    return Reading(1, article, analysis, strip=strip, sources=names, tellings=tellings)


def drawn(state: State, width: int, signs=UNICODE) -> list[str]:
    """All rows of the panel, as text."""
    cards = PanelCards(state, signs)
    return [
        "".join(text for text, _ in cards.draw_row(index, row, width))
        for index in range(len(cards))
        for row in range(cards.height(index, width))
    ]


@pytest.mark.parametrize("tab", ["quotes", "entities", "notes"])
@pytest.mark.parametrize("by_speaker", [True, False])
def test_no_row_is_wider_than_the_panel(tab, by_speaker: bool) -> None:
    state = State(reading=reading(), tab=tab, by_speaker=by_speaker, panel_cursor=1)
    for width in (*range(12, 50, 3), 76, 118, 200):
        for line in drawn(state, width):
            assert cell_width(line) <= width, line


@pytest.mark.parametrize("words", ["", "venn", "a long filter that fits nowhere"])
def test_the_title_fits_and_names_the_shown_tab_first_of_all(words: str) -> None:
    state = State(reading=reading(), panel_filter=words)
    for width in range(8, 60):
        text = title(state, width, UNICODE)
        assert cell_width(text) <= width, width
        if width >= 12:
            assert "Quotes" in text, width
        if width >= 34 and words == "venn":
            assert " of " in text, width
            assert "“venn”" in text, width


def test_all_tabs_are_named_from_thirty_columns() -> None:
    for words in ("", "venn"):
        text = title(State(reading=reading(), panel_filter=words), 34, UNICODE)
        assert text.startswith("‹Quotes")
    assert title(State(reading=reading()), 30, UNICODE).count("·") == 2


def test_kinds_are_told_apart_by_signs_in_both_sets() -> None:
    for signs in (UNICODE, ASCII):
        at = TEXT.index('"lifeline"')
        loose = Quote("q99", "mixed", (Span(at, at + 10),))
        found = reading()
        quotes = (*found.analysis.quotes, loose)
        state = State(reading=replace(found, analysis=replace(found.analysis, quotes=quotes)), panel_cursor=-1)
        starts = {line[0] for line in drawn(state, 60, signs)}
        assert {signs.direct, signs.partial, signs.indirect, signs.unattributed} <= starts
        assert len({signs.direct, signs.partial, signs.indirect, signs.unattributed}) == 4
    assert all(sign.isascii() for sign in (ASCII.direct, ASCII.partial, ASCII.indirect, ASCII.unattributed, ASCII.none))


def test_sources_that_word_a_quote_differently_have_a_sign() -> None:
    text = "\n".join(drawn(State(reading=reading()), 60))
    assert "1 2≠" in text
    assert "only here" in text


def test_a_lone_report_has_no_numbers() -> None:
    text = "\n".join(drawn(State(reading=reading(strip=(1,))), 60))
    assert "only here" not in text
    assert not any(line.endswith("1 2") for line in text.splitlines())


def test_a_doubtful_speaker_is_shown_as_the_text_has_him() -> None:
    she = TEXT.index("She")
    speaker = Speaker("Orla Venn", "person", Span(she, she + 3), "pronoun", "Dario Feld")
    said = Quote("q1", "indirect", (Span(she + 9, she + 30),), Span(she + 4, she + 8), speaker, confidence=0.4)
    for by_speaker in (True, False):
        text = "\n".join(drawn(State(reading=reading(quotes=(said,)), by_speaker=by_speaker), 40))
        assert "She (Venn?) or Feld" in text
    likely = replace(said, confidence=0.7)
    assert "likely" in "\n".join(drawn(State(reading=reading(quotes=(likely,))), 40))
    sure = replace(said, confidence=0.95)
    assert "likely" not in "\n".join(drawn(State(reading=reading(quotes=(sure,))), 40))


def test_a_speaker_has_his_title_beside_him() -> None:
    lines = drawn(State(reading=reading()), 40)
    assert any(line.startswith("Orla Venn  Mayor") for line in lines)


def test_the_quote_under_the_cursor_shows_all_its_words() -> None:
    long = (
        '"'
        + "We will look at every single pier of this bridge before anybody drives over it again. " * 3
        + '" said Orla Venn.'
    )
    state = State(reading=reading(long), panel_cursor=-1)
    short = len(drawn(state, 34))
    assert len(drawn(replace(state, panel_cursor=1), 34)) > short


def test_names_have_a_column_for_each_source_and_what_it_calls_them() -> None:
    state = State(reading=reading(), tab="entities", panel_cursor=1)
    lines = drawn(state, 36)
    assert lines[0].split() == ["People", "2", "1", "2", "3"]
    venn = next(line for line in lines if "Orla Venn" in line)
    assert venn.split()[-3:] == ["1", "1", "–"]
    assert any("Mayor Orla Venn" in line for line in lines[2:])
    assert any("not named" in line for line in lines)


def test_with_many_sources_names_say_how_many_have_them() -> None:
    state = State(reading=reading(strip=tuple(range(1, 10))), tab="entities")
    assert any(line.rstrip().endswith("1 2/9") for line in drawn(state, 36))


def test_what_an_empty_panel_says() -> None:
    nothing = reading("Nothing happened here.")
    assert empty(State(reading=nothing, tab="notes"), lambda name: name).endswith("to write one.")
    filtered = empty(State(reading=reading(), panel_filter="zzz"), lambda name: f"<{name}>")
    assert "“zzz”" in filtered
    assert "<clear>" in filtered
    assert "Looking" in empty(State(reading=replace(nothing, analysed=False)), str)
    assert empty(State(), str) == ""
