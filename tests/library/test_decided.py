"""A library under the user's decisions: at once, everywhere in the event, and after every start."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.library import Library
from reader.library.decisions import Apart, DecisionStore, Renamed, Together, store
from reader.library.decisions.speakers import spoken_by


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LOOKED_SECONDS", 0)


@pytest.fixture
def decided(shelf, tmp_path: Path):
    """A library of four reports, and the store of its decisions."""
    for number in range(4):
        shelf.article(f"{number}.md", number, f"2021-03-{number * 6 + 1:02d}", f"Paper {number}")
    kept = DecisionStore(tmp_path / "notes")
    library = Library.open([shelf.folder], shelf.cache, decisions=kept)
    library.index()
    yield library
    library.close()


def ids(library: Library) -> list[str]:
    """In the order of the files."""
    rows = library.rows(library.order().keys)
    return [row.id for row in sorted(rows, key=lambda row: row.file)]


def groups(library: Library) -> set[frozenset[str]]:
    """The events that have more than one article, as ids."""
    found = [frozenset(row.id for row in library.rows(members)) for members in library.order().members]
    return {group for group in found if len(group) > 1}


def speaker(library: Library, id: str) -> str | None:
    return library.analysis(library.key_of(id)).quotes[0].speaker.name


def correct(library: Library, id: str, name: str) -> int:
    key = library.key_of(id)
    event = [row.id for row in library.rows(library.members(library.event_of(key)))]
    decision = spoken_by(library.article(key), library.analysis(key).quotes[0], name, "person", event)
    return library.decisions.add(decision).number


def test_without_decisions_an_analysis_is_the_same_object_each_time(decided: Library) -> None:
    key = decided.key_of(ids(decided)[0])
    assert decided.analysis(key) is decided.analysis(key)
    assert not decided.decided.about(key)


def test_a_corrected_speaker_holds_at_once_and_after_a_start(decided: Library, shelf) -> None:
    one = ids(decided)[0]
    before = speaker(decided, one)
    number = correct(decided, one, "Ilmar Joost")
    assert speaker(decided, one) == "Ilmar Joost" != before
    key = decided.key_of(one)
    assert decided.analysis(key) is decided.analysis(key)
    again = Library.open([shelf.folder], shelf.cache, decisions=DecisionStore(decided.decisions.file.parent))
    assert speaker(again, one) == "Ilmar Joost"
    again.close()
    decided.decisions.undo(number)
    assert speaker(decided, one) == before


def test_a_decision_survives_renaming_and_moving_the_file(decided: Library, shelf) -> None:
    one = ids(decided)[0]
    correct(decided, one, "Ilmar Joost")
    (shelf.folder / "old").mkdir()
    (shelf.folder / "0.md").rename(shelf.folder / "old" / "renamed.md")
    decided.index()
    assert speaker(decided, one) == "Ilmar Joost"


def test_a_comparison_follows_the_decisions(decided: Library) -> None:
    a, b = (decided.key_of(id) for id in ids(decided)[:2])
    before = decided.comparison(a, b)
    assert decided.comparison(a, b) is before
    correct(decided, ids(decided)[0], "Ilmar Joost")
    assert decided.comparison(a, b) is not before


def test_an_analysis_stays_the_same_object_where_a_decision_elsewhere_changes_nothing(decided: Library) -> None:
    one = ids(decided)[0]
    correct(decided, one, "Ilmar Joost")
    before = decided.analysis(decided.key_of(one))
    decided.decisions.add(Renamed((one,), "Nobody Here", "Nobody There"))
    assert decided.analysis(decided.key_of(one)) is before


@pytest.mark.parametrize("few", [3000, 1])
def test_links_are_followed_survive_every_indexing_and_are_taken_back(
    decided: Library, shelf, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("reader.library.grouping.REGROUPED", few)
    one, two, _, four = ids(decided)
    alone = groups(decided)
    joined = decided.decisions.add(Together((one, two, four))).number
    decided.index()
    assert any({one, two, four} <= group for group in groups(decided))
    taken_out = decided.decisions.add(Apart(four, (one, two))).number
    decided.index()
    assert any({one, two} <= group and four not in group for group in groups(decided))
    shelf.article("5.md", 5, "2021-03-02", "Paper 5")
    decided.index()
    decided.index(full=True)
    assert any({one, two} <= group and four not in group for group in groups(decided))
    decided.decisions.undo(taken_out)
    decided.decisions.undo(joined)
    decided.index()
    assert not any({one, four} <= group for group in groups(decided)) or {one, four} <= set().union(*alone)


def test_an_event_that_is_one_by_the_users_word_says_so(decided: Library) -> None:
    one, two, *_ = ids(decided)
    decided.decisions.add(Together((one, two)))
    decided.index()
    [event] = decided.events([decided.event_of(decided.key_of(one))])
    assert event.why[0] == "you put these together"


def test_the_indexing_process_reads_the_decisions_by_itself(decided: Library) -> None:
    import time

    one, *_, four = ids(decided)
    decided.decisions.add(Together((one, four)))
    indexing = decided.start_indexing()
    end = time.monotonic() + 60
    while not ((progress := indexing.poll()) and progress.finished) and time.monotonic() < end:
        time.sleep(0.02)
    assert progress.problem is None
    assert any({one, four} <= group for group in groups(decided))


def test_a_decision_about_an_article_that_is_gone_harms_nothing(decided: Library) -> None:
    decided.decisions.add(Together(("gone", ids(decided)[0])))
    decided.decisions.add(replace(Apart("gone", ("lost",))))
    decided.index()
    assert decided.count().articles == 4
