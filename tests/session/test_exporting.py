"""Exporting from the screen: the form, the file, and what happens where there is one already."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.model import Event
from reader.session.actions import exporting
from reader.session.choice import Choice, Chosen
from reader.session.effects import Export
from reader.session.state import Prompt, Reading, State

EVENT = Event("e", "Ferry aground", "2031-03-03", ("a",))


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    """An open article, and a field that asks where to."""
    from reader.model import Analysis, Article

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(exporting, "event_of", lambda world, key: EVENT)
    reading = Reading(7, Article("a", "a.txt", "Text."), Analysis())
    return State(reading=reading, prompt=Prompt("export", about="markdown"))


def test_a_new_file_is_written_at_once(state: State, tmp_path: Path) -> None:
    step = exporting.entered(state, None, " brief.md ")
    assert isinstance(step, tuple)
    assert step[1] == Export("markdown", tmp_path / "brief.md", 7)
    assert step[0].prompt is None


def test_a_file_that_is_there_is_asked_about(state: State, tmp_path: Path) -> None:
    (tmp_path / "brief.md").write_text("mine")
    asked = exporting.entered(state, None, "brief.md")
    assert isinstance(asked, State)
    assert asked.sheet
    choice = asked.sheet.choice
    assert isinstance(choice, Choice)
    step = exporting.chosen(replace(asked, sheet=None), None, Chosen(choice, choice.options[1].value))
    assert isinstance(step, tuple)
    assert step[1] == Export("markdown", tmp_path / "brief.md", 7, replace=True)
    other = exporting.chosen(replace(asked, sheet=None), None, Chosen(choice, choice.options[0].value))
    assert isinstance(other, State)
    assert other.prompt
    assert other.prompt.text == str(tmp_path / "brief-2.md")


def test_a_folder_gets_a_file_with_a_name_of_its_own(state: State, tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    step = exporting.entered(state, None, "briefs")
    assert isinstance(step, tuple)
    assert step[1] == Export("markdown", tmp_path / "briefs" / "2031-03-03-ferry-aground.md", 7)


@pytest.mark.parametrize("text", ["", "  "])
def test_without_a_name_nothing_is_exported(state: State, text: str) -> None:
    step = exporting.entered(state, None, text)
    assert isinstance(step, State)
    assert step.message
    assert step.message.text == "nothing is exported"


def test_a_name_that_is_none_is_said(state: State) -> None:
    step = exporting.entered(state, None, "a\x00b")
    assert isinstance(step, State)
    assert step.message
    assert step.message.sign == "error"
