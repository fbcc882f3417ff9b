"""Marking, undoing, finding, noting, panel and guide as steps from state to state."""

from dataclasses import replace

import pytest

from reader.session import coach
from reader.session.actions import ACTIONS, finding, marking, noting
from reader.session.effects import Copy, DeleteNote, OpenUrl, Quit, SaveNote
from reader.session.keys import Keys
from reader.session.opening import at_cursor
from reader.session.panel import rows
from reader.session.registry import action, perform
from reader.session.state import Prompt, State


@pytest.mark.parametrize("name", list(ACTIONS))
def test_every_action_can_be_done_with_nothing_open(world, name: str) -> None:
    for pane in ("list", "text", "panel"):
        for which in range(len(ACTIONS[name].keys)):
            perform(ACTIONS[name], State(pane=pane), world, which)


def test_two_actions_of_one_name_are_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="two actions"):

        @action("x", group="none")
        def down(state, world, which):
            """Never registered."""


def test_undo_takes_back_one_change_at_a_time(session) -> None:
    before = session.state.memory
    session.do("read", "star", "down", "star")
    session.do("undo", "undo", "undo")
    assert (session.state.memory.read, session.state.memory.starred) == (before.read, before.starred)
    assert session.do("undo").said == "nothing to take back"


def test_undo_does_not_forget_places(session) -> None:
    session.do("star", "into")
    session.state = at_cursor(session.state, 100)
    session.do("next_unread", "undo")
    assert 100 in session.state.memory.positions.values()


def test_marking_some_of_which_are_marked_marks_the_rest(session) -> None:
    session.do("star", "top", "star")
    assert len(session.state.memory.starred) == 3
    session.do("star")
    assert session.state.memory.starred == frozenset()


def test_tags_are_words_once_each(session) -> None:
    session.do("tag")
    session.state = marking.tagged(session.state, session.world, " #money  bridge, money ")
    assert session.state.memory.tags[session.state.reading.article.id] == ("money", "bridge")
    session.state = marking.tagged(session.state, session.world, "")
    assert session.state.memory.tags == {}


def test_find_goes_on_from_the_cursor_and_escape_goes_back(session) -> None:
    text = session.state.reading.article.text
    session.state = at_cursor(session.state, text.index("Ferry operator"))
    before = session.state.reading.cursor
    session.do("find")
    state = finding.find_changed(session.state, session.world, "bridge")
    assert state.reading.cursor == text.index("bridge", before)
    assert finding.cancel(state, session.world).reading.cursor == before


def test_a_search_given_up_restores_everything(session) -> None:
    session.do("down", "query")
    typed = session.state
    for text in ("t", "to", "tolm", "zeppelin", ""):
        typed = finding.query_changed(typed, session.world, text)
    back = finding.cancel(typed, session.world)
    assert list(back.listing.rows) == list(session.state.listing.rows)
    assert (back.cursor, back.reading, back.query) == (session.state.cursor, session.state.reading, None)


def test_a_note_is_on_the_selection_the_quote_or_the_sentence(session) -> None:
    text = session.state.reading.article.text
    session.state = at_cursor(session.state, text.index("laid it aside"))
    session.do("note")
    span = session.state.prompt.span
    assert span.of(text) == '"Somebody read that report and laid it aside,"'
    _, effect = noting.entered(session.state, session.world, "who?\n\n")
    assert effect == SaveNote(session.state.reading.article, span, "who?")


def test_an_emptied_note_is_deleted_and_can_be_brought_back(session) -> None:
    from reader.notes import target_for

    reading = session.state.reading
    stored = session.world.notes.add(reading.article, target_for(reading.article, reading.sentence), "why?")
    session.state = noting.with_notes(session.state, session.world)
    session.do("edit")
    assert session.state.prompt.note == stored
    state, effect = noting.entered(session.state, session.world, "  ")
    assert effect == DeleteNote(stored.id)
    assert state.undo[-1].restore == stored.id


def test_copying_names_speaker_source_day_paragraph_and_address(session) -> None:
    text = session.state.reading.article.text
    session.state = at_cursor(session.state, text.index("laid it aside"))
    session.do("copy_quotation")
    assert session.effect == Copy(
        '"Somebody read that report and laid it aside," — Dario Feld, Harbour Gazette, 2024-05-14, ¶8, '
        "https://gazette.example/kessum/bridge",
        "quotation",
    )


def test_only_web_addresses_are_opened(session) -> None:
    session.do("open_in_browser")
    assert isinstance(session.effect, OpenUrl)
    reading = session.state.reading
    for url in ("file:///etc/passwd", "javascript:alert(1)", "-flag"):
        session.state = replace(session.state, reading=replace(reading, article=replace(reading.article, url=url)))
        session.do("open_in_browser")
        assert session.effect is None


def test_the_panel_follows_the_text_and_the_text_the_panel(session) -> None:
    text = session.state.reading.article.text
    session.state = at_cursor(session.state, text.index('"Half of my customers'))
    row = rows(session.state)[session.state.panel_cursor]
    assert row.text == "Petra Halvorsen"
    session.do("go_to_panel", "down", "down")
    assert session.state.reading.cursor != text.index('"Half of my customers')
    session.do("into")
    assert session.state.pane == "text"


def test_who_is_not_named_stands_under_the_words_of_the_text(session) -> None:
    headings = [row.text for row in rows(session.state) if row.kind == "heading"]
    assert headings[:2] == ["Orla Venn", "the roads office"]


def test_leaving_is_q_in_the_list_and_nothing_else(session) -> None:
    session.do("back")
    assert session.effect == Quit()
    session.do("back", which=1)
    assert session.effect is None
    session.do("zoom", "back")
    assert session.effect is None
    assert not session.state.zoomed
    for _ in range(9):
        assert session.do("clear").effect is None


def test_the_guide_waits_for_its_own_step(session) -> None:
    keys, state = Keys({"next_source": ("x",)}), session.state
    assert coach.says(state, keys).startswith("1/4")
    assert coach.advanced(state, "note") == state
    state = coach.advanced(state, "down")
    assert "x shows how the next source" in coach.says(state, keys)
    for step in ("go_to_source", "compare", "note"):
        state = coach.advanced(state, step)
    assert coach.says(state, keys) == ""


def test_a_prompt_does_not_hold_on_to_the_one_before(session) -> None:
    session.do("query")
    assert isinstance(session.state.prompt, Prompt)
    assert session.state.prompt.before.prompt is None
