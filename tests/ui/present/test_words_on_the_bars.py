"""Which event a page is about, what help says, days in the list, and where a file went: all of it can be read whole."""

from datetime import date
from pathlib import Path

import pytest

from reader.export.labels import initials
from reader.export.page import quoted
from reader.session.actions import ACTIONS
from reader.session.event_pages.model import Matrix, Reports
from reader.session.keys import Keys
from reader.session.state import Progress, State
from reader.text.cells import cell_width
from reader.ui.exporting import shown
from reader.ui.present.header import header, source_labels
from reader.ui.present.sheets import help as help_page
from reader.ui.present.signs import day

TITLE = "A ferry with a very long name runs aground off a small island in the north of the sound"


def top(state: State, width: int) -> str:
    left, right = header(state, "news", 21, 8, width=width)
    return "".join(text for text, _ in (*left, *right))


def help_rows(state: State, width: int):
    """The rows of the help; it asks nothing of the world."""
    return help_page.page(state, None, Keys(), width).rows  # type: ignore[arg-type]


def test_the_bar_above_a_page_names_its_event() -> None:
    page = Matrix(event=Reports((1, 2, 3), ("A", "B", "C"), (), title=TITLE))
    assert "3 reports · A ferry" in top(State(view=page), 200)
    assert top(State(view=page), 200).endswith("sound")
    for width in (60, 80):
        line = top(State(view=page), width)
        assert line.endswith("…")
        assert cell_width(line) <= width
    assert "news · 21 articles in 8 events" in top(State(), 80)


def test_an_event_does_not_run_into_what_is_being_done() -> None:
    page = Matrix(event=Reports((1, 2), ("A", "B"), (), title=TITLE))
    line = top(State(view=page, progress=Progress(3, 9, "grouping", finished=False)), 80)
    assert "… grouping 3 of 9" in line
    assert cell_width(line) <= 80


@pytest.mark.parametrize("width", [60, 70, 100])
def test_help_is_never_cut(width: int) -> None:
    lines = help_rows(State(), width)
    text = " ".join("".join(piece for piece, _ in row.line).strip() for row in lines)
    assert all(sum(cell_width(piece) for piece, _ in row.line) <= width for row in lines)
    for name in ("read_on", "page_source", "back"):
        assert all(word in text for word in ACTIONS[name].help.split())


def test_help_begins_with_the_page_that_is_open() -> None:
    first = help_rows(State(), 70)[0]
    assert first.line[0][0] == "Moving"
    page = Matrix(event=Reports((), (), ()))
    assert help_rows(State(view=page), 70)[0].line[0][0] == "The event"


def test_a_day_of_another_year_keeps_its_day_where_there_is_room() -> None:
    today = date(2026, 11, 22)
    assert day("2022-02-15", today) == "Feb’22"
    assert day("2022-02-15", today, yearly=True) == "15 Feb’22"
    assert day("2026-02-05", today, yearly=True) == " 5 Feb"
    assert day("2022-02", today, yearly=True) == "Feb 2022"


def test_a_file_is_said_from_where_the_user_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "brief.md") == "brief.md"
    monkeypatch.setenv("HOME", str(tmp_path.parent))
    assert shown(tmp_path.parent / "other" / "brief.md") == "~/other/brief.md"
    assert shown(Path("/elsewhere/brief.md")) == "/elsewhere/brief.md"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("The ferry left.", "“The ferry left.”"),
        ("It’s late.", "“It’s late.”"),
        ("He called it “late.”", "He called it “late.”"),
        ('He said "no" twice.', 'He said "no" twice.'),
        ("“No,” he said.", "“No,” he said."),
    ],
)
def test_quotation_marks_are_not_put_around_quotation_marks(words: str, text: str) -> None:
    assert quoted(words) == text


def test_a_name_of_two_words_in_one_has_both_initials() -> None:
    assert initials("HarbourPost") == "HP"
    assert initials("Harbour Gazette") == "HG"
    assert initials("BBC") == "BBC"
    assert initials("Reuters") == "Reu"


NAMES = ("Harbour Gazette", "Northern Wire", "Capital Row", "Meridian Post", "Sele Courier", "The Lantern", "Almanac")


@pytest.mark.parametrize("current", range(len(NAMES)))
@pytest.mark.parametrize("width", [50, 58, 70, 78, 130])
def test_with_many_sources_the_one_on_the_screen_and_those_beside_it_can_be_told(width: int, current: int) -> None:
    labels = source_labels(NAMES, width, (current,))
    assert sum(map(len, labels)) <= width
    assert labels[current].startswith(f" {current + 1} {NAMES[current][:7]}")
    for place, label in enumerate(labels):
        assert label.split()[0] == f"{place + 1}"
        assert len(label) == 3 or len(label) >= min(12, 4 + len(NAMES[place]))
