"""The brief of one event, chosen by id, number or words, on standard output or in a file."""

import json

import pytest

from reader.export.formats import FORMATS

OTHER = (
    "# Ferry company names new head\n\nOdra Post\nMay 9, 2029\n\nThe ferry company of Odra has a new head, Jan Mol.\n"
)


@pytest.fixture
def two(talks):
    """The folder with a second event, older than the first."""
    (talks / "c-other.txt").write_text(OTHER, "utf-8")
    return talks


def test_an_event_is_chosen_by_number_id_or_words(run, two) -> None:
    events = run("events", two, "--json").data
    assert [event["number"] for event in events] == [1, 2]
    first = run("export", "1", two)
    assert first.code == 0
    assert first.text.startswith(f"# {events[0]['title']}\n")
    assert run("export", events[0]["id"], two).out == first.out
    assert run("export", "new HEAD", two).text.startswith("# Ferry company names new head")
    assert f"{events[1]['id']}: #2 " in run("events", two).text


def test_several_events_are_listed_and_none_is_taken(run, two) -> None:
    done = run("export", "ferry", two)
    assert done.code == 2
    assert not done.out
    assert "1: " in done.err
    assert "2: Ferry company names new head" in done.err


def test_no_event_is_nothing_found(run, two, here) -> None:
    assert run("export", "bakery", two).code == 1
    assert run("export", "9", two).code == 1
    assert run("export", "1", "nosuch").code == 3
    assert run("export", "1").code == 3
    assert run("export", " ", two).code == 2


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_the_same_twice(run, two, form) -> None:
    done = run("export", "1", two, "--format", form)
    assert done.code == 0
    assert done.out
    assert done.out == run("export", "1", two, "--format", form).out


def test_a_file_is_written_but_not_over_another(run, two, here) -> None:
    brief = here / "brief.md"
    done = run("export", "1", two, "--output", brief)
    assert done.code == 0
    assert not done.out
    assert brief.read_bytes() == run("export", "1", two).out
    brief.write_text("mine")
    refused = run("export", "1", two, "--output", brief)
    assert refused.code == 2
    assert "--force" in refused.err
    assert brief.read_text() == "mine"
    assert run("export", "1", two, "--output", brief, "--force").code == 0
    assert brief.read_text("utf-8").startswith("# ")
    assert run("export", "1", two, "--output", here / "none" / "brief.md").code == 2


def test_notes_go_with_it(run, two, here) -> None:
    from reader.formats import read
    from reader.model import Span
    from reader.notes import NoteStore, target_for

    article = read(two / "a-gazette.txt").articles[0]
    start = article.text.index("120 people")
    NoteStore(here / "notes").add(article, target_for(article, Span(start, start + 10)), "Or 140?")
    text = run("export", "1", two, "--notes", here / "notes").text
    assert "Your note, open, on “120 people” [S1 ¶1]\n\n> Or 140?" in text
    found = json.loads(run("export", "1", two, "--notes", here / "notes", "--format", "annotations").out)
    assert found["items"][0]["target"][0]["selector"][0]["exact"] == "120 people"


def test_a_file_that_cannot_be_read_is_said(run, two) -> None:
    (two / "d.txt").symlink_to(two / "nowhere.txt")
    done = run("export", "1", two)
    assert done.code in (0, 4)
    assert done.out
