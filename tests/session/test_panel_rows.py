"""The panel's rows without a screen: how speakers are told, what the filter lets pass, errands to other sources."""

from dataclasses import replace

import pytest

from reader.model import Quote, Span, Speaker
from reader.session.actions import panelling
from reader.session.panel import ELSEWHERE, counted, row_here, rows
from reader.session.tellings import compare_each
from reader.session.voices import TERMS, UNATTRIBUTED, guess, level, short, voice

TEXT = "He said they were tired."


def quote(confidence: float = 1.0, **speaker: object) -> Quote:
    """A quote of the text above."""
    return Quote("q1", "indirect", (Span(8, 23),), Span(3, 7), Speaker(**speaker), confidence=confidence)


@pytest.mark.parametrize(
    ("confidence", "shown"), [(0.95, "sure"), (0.9, "sure"), (0.75, "likely"), (0.59, "doubtful"), (0.0, "doubtful")]
)
def test_a_speaker_is_told_at_three_levels(confidence: float, shown: str) -> None:
    assert level(quote(confidence)) == shown


def test_a_doubtful_pronoun_shows_the_guess_and_the_runner_up() -> None:
    found = quote(0.4, name="Orla Venn", type="person", mention=Span(0, 2), via="pronoun", rival="Dario Feld")
    assert guess(found, TEXT) == "He (Venn?) or Feld"
    assert guess(replace(found, speaker=replace(found.speaker, rival=None)), TEXT) == "He (Venn?)"


def test_a_doubtful_name_is_not_repeated_in_brackets() -> None:
    text = "Venn said they were tired."
    found = Quote("q1", "indirect", (Span(10, 25),), Span(5, 9), Speaker("Orla Venn", "person", Span(0, 4), "name"))
    assert guess(found, text) == "Venn?"


def test_who_is_not_named_is_called_by_the_words_of_the_text() -> None:
    text = "The coastguard said the ferry was late."
    found = Quote("q1", "indirect", (Span(20, 38),), Span(15, 19), Speaker(None, "group", Span(0, 14)))
    assert voice(found, text) == "the coastguard"


def test_what_nobody_says_is_told_by_its_length() -> None:
    text = 'A "pony" and "a light that nobody had lit for years".'
    assert voice(Quote("q1", "mixed", (Span(2, 8),)), text) == TERMS
    assert voice(Quote("q2", "direct", (Span(13, 53),)), text) == UNATTRIBUTED


def test_surnames() -> None:
    assert short("Orla Venn", "person") == "Venn"
    assert short("Bram Okker Jr.", "person") == "Okker Jr."
    assert short("Harbour Office", "organisation") == "Harbour Office"


def with_tellings(session):
    """The session once the comparison with the other sources is there."""
    reading = session.state.reading
    *_, found = compare_each(session.world.library, reading)
    session.state = replace(session.state, reading=replace(reading, tellings=found))
    return session


def test_unattributed_stretches_stand_behind_all_that_was_said(session) -> None:
    reading = session.state.reading
    loose = Quote("q99", "mixed", (Span(0, 3),))
    quotes = (loose, *reading.analysis.quotes)
    session.state = replace(session.state, reading=replace(reading, analysis=replace(reading.analysis, quotes=quotes)))
    for by_speaker in (True, False):
        panel = rows(replace(session.state, by_speaker=by_speaker))
        assert [row.text for row in panel][-2:] == [TERMS, TERMS]
        assert panel[-1].index == 0


@pytest.mark.parametrize(
    ("words", "kinds"),
    [("direct", {"direct"}), ("partial", {"mixed"}), ("indirect", {"indirect"}), ("INDIRECT fer", {"indirect"})],
)
def test_the_filter_knows_speakers_words_and_kinds(session, words: str, kinds: set[str]) -> None:
    session.state = replace(session.state, panel_filter=words)
    quotes = session.state.reading.analysis.quotes
    found = [row for row in rows(session.state) if row.kind == "quote"]
    assert {quotes[row.index].kind for row in found} == kinds


def test_the_filter_wants_every_word_at_the_beginning_of_one(session) -> None:
    state = replace(session.state, panel_filter="venn said")
    assert {row.text for row in rows(state)} == {"Orla Venn"}
    assert rows(replace(state, panel_filter="enn")) == ()
    assert rows(replace(state, panel_filter="venn nosuchword")) == ()
    heading = rows(state)[0]
    assert (heading.kind, heading.index) == ("heading", counted(rows(state)))


def test_an_empty_filter_shows_everything(session) -> None:
    assert rows(replace(session.state, panel_filter="  ")) == rows(session.state)


def test_the_filter_stays_when_the_source_changes(session) -> None:
    session.state = panelling.filter_changed(replace(session.state, pane="panel"), "venn")
    before = rows(session.state)
    session.do("next_source")
    assert session.state.panel_filter == "venn"
    assert rows(session.state) != before
    assert {row.text for row in rows(session.state) if row.kind == "heading"} == {"Orla Venn"}
    assert session.state.panel_cursor < len(rows(session.state))
    session.do("clear")
    assert session.state.panel_filter == ""


def test_dropping_the_filter_keeps_the_row(session) -> None:
    state = panelling.filter_changed(replace(session.state, pane="panel"), "feld")
    chosen = row_here(state)
    assert chosen is not None
    assert chosen.kind == "quote"
    assert row_here(panelling.filter_dropped(state)) == chosen


def test_a_filter_without_hits_says_so(session) -> None:
    state = panelling.filter_changed(replace(session.state, pane="panel"), "zzz")
    assert rows(state) == ()
    assert "nothing in the panel" in panelling.filter_accepted(state).message.text


def test_enter_on_a_name_goes_round_its_mentions(session) -> None:
    session.state = replace(session.state, pane="panel", tab="entities")
    panel = rows(session.state)
    at = next(i for i, row in enumerate(panel) if row.kind == "entity" and len(row.spans) > 1)
    session.state = replace(session.state, panel_cursor=at)
    spans, seen = panel[at].spans, []
    for _ in spans:
        session.do("into")
        seen.append(session.state.reading.cursor)
        assert f"/{len(spans)}" in session.said
    assert sorted(seen) == sorted(span.start for span in spans)
    assert session.state.pane == "panel"


@pytest.mark.parametrize("way", ["back", "jump_back"])
def test_a_name_of_other_sources_leads_there_and_back(session, way: str) -> None:
    with_tellings(session)
    session.state = replace(session.state, pane="panel", tab="entities")
    panel = rows(session.state)
    assert ELSEWHERE in [row.text for row in panel]
    at = next(i for i, row in enumerate(panel) if row.kind == "elsewhere")
    session.state = replace(session.state, panel_cursor=at)
    home = session.state.reading
    session.do("into")
    there = session.state.reading
    assert there.key != home.key
    assert panel[at].text.split()[-1] in there.article.text[there.cursor : there.cursor + 60]
    session.do(way, which=3 if way == "back" else 0)
    assert session.state.reading.key == home.key
    assert session.state.reading.cursor == home.cursor
    if way == "back":
        assert (session.state.pane, session.state.panel_cursor) == ("panel", at)


def test_an_errand_ends_with_another_article(session) -> None:
    with_tellings(session)
    session.state = replace(session.state, pane="panel", tab="entities")
    at = next(i for i, row in enumerate(rows(session.state)) if row.kind == "elsewhere")
    session.state = replace(session.state, panel_cursor=at)
    session.do("into", "next_source")
    key = session.state.reading.key
    session.do("back", which=3)
    assert session.state.reading.key == key


def test_every_name_of_the_event_is_here_or_elsewhere(session) -> None:
    with_tellings(session)
    session.state = replace(session.state, tab="entities")
    reading, panel = session.state.reading, rows(session.state)
    here = [row.index for row in panel if row.kind == "entity"]
    assert sorted(here) == list(range(len(reading.analysis.entities)))
    elsewhere = [row for row in panel if row.kind == "elsewhere"]
    named_here = [name for name in reading.tellings.names if name.sources[reading.place]]
    assert len(elsewhere) + len(named_here) == len(reading.tellings.names)
    assert all(not row.spans for row in elsewhere)


def test_wordings_are_known_for_each_source_that_has_a_quote(session) -> None:
    with_tellings(session)
    tellings, place = session.state.reading.tellings, session.state.reading.place
    for name, places in tellings.quoted.items():
        assert set(tellings.wordings[name]) == set(places) - {place}
