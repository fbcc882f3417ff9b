"""Correcting speakers, names and events: what is asked, what is decided, and what is said."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from newsstand import TODAY, Newsstand

from reader.library.decisions import Apart, DecisionStore, Different, Renamed, Same, Together, store
from reader.notes import NoteStore
from reader.session.actions import deciding
from reader.session.choice import Chosen
from reader.session.effects import Decide, Undecide
from reader.session.listing import Item
from reader.session.opening import at_cursor
from reader.session.ordering import relist
from reader.session.panel import row_here, rows
from reader.session.world import World
from reader.settings.config import Config


@pytest.fixture
def world(newsstand: Newsstand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The outside of a session, with a file of decisions."""
    monkeypatch.setattr(store, "LOOKED_SECONDS", 0)
    library = newsstand.open(tmp_path)
    library.decisions = DecisionStore(tmp_path / "notes")
    library.decided._store = library.decisions
    yield World(library, NoteStore(tmp_path / "notes"), Config(), today=TODAY)
    library.close()


def on(session, words: str, pane: str = "text"):
    """Put the cursor of the text on some words."""
    text = session.state.reading.article.text
    session.state = replace(at_cursor(session.state, text.index(words)), pane=pane)
    return session


def in_panel(session, tab: str, text: str):
    """Put the cursor of the panel on a row."""
    session.state = replace(session.state, pane="panel", tab=tab, panel_cursor=0)
    found = [index for index, row in enumerate(rows(session.state)) if row.text == text and row.kind != "heading"]
    session.state = replace(session.state, panel_cursor=found[0])
    return session


def carry_out(session, step: object) -> None:
    """What the screen does with a decision."""
    session.state, effect = step
    assert isinstance(effect, Decide)
    numbers = tuple(session.world.library.decisions.add(one, effect.comments).number for one in effect.decisions)
    session.state = deciding.decided(session.state, session.world, effect, numbers)


def take_back(session) -> None:
    session.do("undo")
    assert isinstance(session.effect, Undecide)
    for number in reversed(session.effect.numbers):
        session.world.library.decisions.undo(number)
    session.state = deciding.taken_back(session.state, session.world)


def choose(session, value: str | None) -> None:
    """Choose from the sheet that is open."""
    choice = session.state.sheet.choice
    session.state = replace(session.state, sheet=None)
    carry_out(session, deciding.chosen(session.state, session.world, Chosen(choice, value)))


def speaker(session, words: str) -> str | None:
    reading = session.state.reading
    at = reading.article.text.index(words)
    return next(q.speaker.name for q in reading.analysis.quotes if any(span.contains(at) for span in q.spans))


def test_e_on_a_quote_asks_who_has_said_it_people_nearby_first(session) -> None:
    on(session, "laid it aside").do("edit")
    choice = session.state.sheet.choice
    assert choice.title == "Who said this? Now: Dario Feld"
    assert "laid it aside" in choice.lead
    labels = [option.label for option in choice.options]
    assert labels.index("Petra Halvorsen") < labels.index("Ilmar Joost") < labels.index("Lena Quist")
    assert labels.index("nobody who is named") < labels.index("Lena Quist")
    assert "Dario Feld" not in labels


def test_a_corrected_speaker_holds_here_and_in_the_other_sources_until_it_is_taken_back(session) -> None:
    on(session, "laid it aside").do("edit")
    choose(session, "Petra Halvorsen")
    assert speaker(session, "laid it aside") == "Petra Halvorsen"
    assert session.said == "speaker: Petra Halvorsen · 1 more quote of this event with it · U takes it back"
    file = session.world.library.decisions.file
    assert "Meridian Post: The bridge that everybody knew about" in file.read_text("utf-8")
    take_back(session)
    assert speaker(session, "laid it aside") == "Dario Feld"
    assert not file.exists()


def test_the_same_speaker_again_changes_nothing(session) -> None:
    on(session, "laid it aside").do("edit")
    chosen = Chosen(session.state.sheet.choice, "Dario Feld")
    state = deciding.chosen(session.state, session.world, chosen)
    assert state.message.text == "that is the speaker already"


def test_in_the_panel_the_cursor_follows_the_quote_to_its_new_speaker(session) -> None:
    in_panel(session, "quotes", "Dario Feld").do("edit")
    choose(session, "Somebody Else")
    assert row_here(session.state).text == "Somebody Else"


def test_e_on_a_note_changes_the_note(session) -> None:
    from reader.notes import target_for
    from reader.session.actions.noting import with_notes

    on(session, "laid it aside")
    reading = session.state.reading
    session.world.notes.add(reading.article, target_for(reading.article, reading.sentence), "who?")
    session.state = with_notes(session.state, session.world)
    assert session.do("edit").state.prompt.text == "who?"


def test_e_where_nothing_can_be_corrected_says_what_can_be(session) -> None:
    on(session, "Repairs are expected")
    session.state = replace(
        session.state, reading=replace(session.state.reading, analysis=type(session.state.reading.analysis)())
    )
    assert "nothing to correct here" in session.do("edit").said


def test_names_are_merged_renamed_and_split_and_each_is_taken_back(session) -> None:
    in_panel(session, "entities", "Orla Venn").do("merge_names")
    assert "Orla Venn" not in [option.label for option in session.state.sheet.choice.options]
    choose(session, "Dario Feld")
    assert session.said == "“Orla Venn” and “Dario Feld” are one name now · U takes it back"
    assert row_here(session.state).text == "Dario Feld"
    assert speaker(session, "for as long as the engineers") == "Dario Feld"
    session.do("split_name")
    choose(session, "Orla Venn")
    assert speaker(session, "for as long as the engineers") == "Orla Venn"
    in_panel(session, "entities", "Orla Venn").do("edit")
    assert session.state.prompt.text == "Orla Venn"
    carry_out(session, deciding.renamed(session.state, session.world, "  Mayor   Venn "))
    assert speaker(session, "for as long as the engineers") == "Mayor Venn"
    assert session.said == "“Orla Venn” is called “Mayor Venn” now · U takes it back"
    kinds = [type(one) for one in session.world.library.decisions.current()]
    assert kinds == [Same, Different, Renamed]
    for _ in kinds:
        take_back(session)
    assert speaker(session, "for as long as the engineers") == "Orla Venn"
    assert not session.world.library.decisions.file.exists()


def test_a_name_with_one_form_cannot_be_split(session) -> None:
    in_panel(session, "entities", "Petra Halvorsen").do("split_name")
    assert session.said == "Petra Halvorsen has only this one form here: there is nothing to split off"


def test_without_a_name_the_keys_say_where_names_are(session) -> None:
    session.state = replace(session.state, pane="panel", tab="quotes")
    assert session.do("merge_names").said == "no name is chosen: p goes to the panel’s names"
    assert session.do("split_name").said == "no name is chosen: p goes to the panel’s names"


def test_a_name_that_stays_is_no_decision(session) -> None:
    in_panel(session, "entities", "Orla Venn").do("edit")
    assert deciding.renamed(session.state, session.world, " ").message.text == "the name stays as it is"


def event_keys(session, name: str) -> tuple[int, ...]:
    """Keys of the articles of the event that has a file of this name."""
    library = session.world.library
    row = next(row for row in library.rows(library.order().keys) if row.file.endswith(name))
    return library.members(row.event)


def test_articles_picked_join_the_largest_event_among_theirs(session) -> None:
    bridge, ferry = event_keys(session, "bridge-wire.md"), event_keys(session, "ferry-post.md")
    session.state = replace(session.state, pane="list", selected=frozenset({bridge[0], ferry[0]}))
    session.do("merge_events")
    [decision] = session.effect.decisions
    ids = {row.id for row in session.world.library.rows([*bridge, ferry[0]])}
    assert isinstance(decision, Together)
    assert set(decision.articles) == ids
    assert session.effect.label == "4 articles put together"
    assert session.effect.regroups
    assert not session.state.selected


def test_merging_needs_two_events(session) -> None:
    session.state = replace(session.state, pane="list")
    assert session.do("merge_events").said == "V picks the articles or events to put together; then M"
    session.state = replace(session.state, selected=frozenset(event_keys(session, "bridge-wire.md")))
    assert session.do("merge_events").said == "these articles are in one event already"


def test_an_article_is_taken_out_of_its_event(session) -> None:
    bridge = event_keys(session, "bridge-wire.md")
    state = relist(replace(session.state, pane="list", unfolded=frozenset({bridge[0]})), session.world)
    session.state = replace(state, cursor=state.listing.find(Item(bridge[1], False)))
    session.do("take_out")
    [decision] = session.effect.decisions
    rest = [row.id for row in session.world.library.rows([bridge[0], bridge[2]])]
    assert decision == Apart(session.world.row(bridge[1]).id, tuple(rest))
    assert session.effect.label == "1 article taken out of the event"


def test_a_lone_article_and_a_header_cannot_be_taken_out(session) -> None:
    [lone] = event_keys(session, "lanterns.md")
    state = relist(replace(session.state, pane="list"), session.world)
    session.state = replace(state, cursor=state.listing.find(Item(lone, False)))
    assert "no other article" in session.do("take_out").said
    session.state = replace(session.state, cursor=0)
    assert "pick some with V" in session.do("take_out").said
