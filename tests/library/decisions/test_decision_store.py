"""The file of decisions: made to be read and edited by hand, and never harmed."""

import errno
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import disk
from reader.library.decisions import (
    Apart,
    Decisions,
    DecisionStore,
    Different,
    Renamed,
    Same,
    SpokenBy,
    Together,
    store,
)
from reader.library.decisions.document import parse
from reader.library.decisions.writing import added, removed
from reader.text.clean import printable

ALL = (
    SpokenBy(("a1", "b2"), '"We did — “not” want: that"', 'before "', "\nafter", "Orla Venn", "person"),
    SpokenBy(("a1",), "nobody said that", speaker=None),
    Same(("a1", "b2"), ("Venn", "Ven"), "Orla Venn"),
    Different(("a1",), "Orla Venn", "Venn"),
    Renamed(("a1",), "No", "yes: [no]"),
    Together(("a1", "c3")),
    Apart("a1", ("b2", "c3")),
)
BY_HAND = """\
# kept in git; ask Tove before changing
version: 1
colours: {Harbour Gazette: blue}   # not ours

names:   # the mayor
# she signs with both
- same: [Venn, 'Ven']
  name: Orla Venn
  because: she said so
  articles: [a1]

events: []
"""


@pytest.fixture
def kept(tmp_path: Path) -> DecisionStore:
    return DecisionStore(tmp_path / "notes")


def test_without_a_file_nothing_is_decided_and_nothing_is_made(kept: DecisionStore) -> None:
    assert not kept.current()
    assert not kept.problems()
    assert not kept.file.parent.exists()


def test_every_kind_of_decision_survives_and_is_taken_back_byte_for_byte(kept: DecisionStore) -> None:
    states, numbers = [], []
    for decision in ALL:
        states.append(kept.file.read_bytes() if kept.file.exists() else None)
        outcome = kept.add(decision, {"a1": "Gazette: Bridge # closed\nagain"})
        assert outcome.problem is None
        numbers.append(outcome.number)
    assert tuple(kept.current()) == ALL
    assert tuple(DecisionStore(kept.file.parent).current()) == ALL
    assert yaml.safe_load(kept.file.read_text("utf-8"))["version"] == 1
    for number, before in zip(reversed(numbers), reversed(states), strict=True):
        assert kept.undo(number).problem is None
        assert (kept.file.read_bytes() if kept.file.exists() else None) == before
    assert not kept.current()


def test_comments_and_unknown_keys_survive_and_only_the_new_lines_are_new(kept: DecisionStore) -> None:
    kept.file.parent.mkdir()
    kept.file.write_text(BY_HAND, "utf-8")
    for decision in ALL:
        assert kept.add(decision).problem is None
    text = kept.file.read_text("utf-8")
    lines = iter(text.splitlines())
    assert all(line in lines for line in BY_HAND.replace("events: []", "events:").splitlines())
    assert len(kept.current()) == len(ALL) + 1


def test_a_decision_is_taken_back_though_somebody_has_added_to_the_file(kept: DecisionStore) -> None:
    number = kept.add(ALL[2]).number
    edited = kept.file.read_text("utf-8") + "# a word by hand\n"
    kept.file.write_text(edited, "utf-8")
    assert kept.undo(number).problem is None
    assert not kept.current()
    assert kept.file.read_text("utf-8") == "version: 1\nnames: []\n# a word by hand\n"


def test_edits_from_outside_are_picked_up(kept: DecisionStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LOOKED_SECONDS", 0)
    kept.add(ALL[3])
    kept.file.write_text(BY_HAND, "utf-8")
    assert kept.current().names == (Same(("a1",), ("Venn", "Ven"), "Orla Venn"),)
    kept.file.unlink()
    assert not kept.current()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("version: 1\nnames:\n- same: [a\nevents: []\n", 4, "not valid YAML"),
        ("version: 7\nnames: []\n", 1, "version 7"),
        ("names: yes\n", 1, "names is not a list"),
        ("names: []\nevents: []\nnames: []\n", 3, "given twice"),
        ("- just a list\n", 1, "not a list of decisions"),
        ("{names: []}\n", 1, "not a list of decisions"),
        ("\ufeffnames: []\n", 1, "byte order mark"),
    ],
)
def test_a_broken_file_is_never_overwritten(kept: DecisionStore, text: str, line: int, words: str) -> None:
    kept.file.parent.mkdir()
    kept.file.write_text(text, "utf-8")
    outcome = kept.add(ALL[0])
    assert outcome.number is None
    assert words in outcome.problem.message
    assert outcome.problem.line == line
    assert kept.file.read_text("utf-8") == text
    assert words in kept.problems()[0].message


def test_what_was_known_holds_on_while_the_file_is_broken(kept: DecisionStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LOOKED_SECONDS", 0)
    kept.add(ALL[2])
    kept.file.write_text("names: [", "utf-8")
    assert tuple(kept.current()) == (ALL[2],)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("names:\n- same: [Venn]\n  articles: [a1]\n", "two names"),
        ("names:\n- split: Venn\n  articles: [a1]\n", "`from`"),
        ("names:\n- rename: Venn\n  to: Ven\n", "`articles`"),
        ("names:\n- nothing: here\n", "`same`, `split` or `rename`"),
        ("names:\n- Venn\n", "no keys"),
        ("speakers:\n- quote: so\n  articles: [a1]\n", "`speaker`"),
        ("speakers:\n- speaker: Venn\n  articles: [a1]\n", "`quote`"),
        ("events:\n- together: [a1]\n", "two articles"),
        ("events:\n- apart: a1\n", "`from`"),
    ],
)
def test_an_item_that_is_no_decision_is_passed_over_with_its_line(kept: DecisionStore, item: str, words: str) -> None:
    kept.file.parent.mkdir()
    kept.file.write_text(item, "utf-8")
    assert not kept.current()
    [problem] = kept.problems()
    assert words in problem.message
    assert problem.line == 2
    assert kept.add(ALL[-1]).problem is None
    assert kept.file.read_text("utf-8").startswith(item.rstrip("\n"))


def test_a_list_in_one_line_is_left_to_the_hand_that_wrote_it(kept: DecisionStore) -> None:
    kept.file.parent.mkdir()
    text = "names: [{same: [Venn, Ven], articles: [a1]}]\n"
    kept.file.write_text(text, "utf-8")
    assert len(kept.current()) == 1
    assert "by hand" in kept.add(ALL[3]).problem.hint
    assert kept.file.read_text("utf-8") == text


def test_what_cannot_be_written_is_said_and_not_done(kept: DecisionStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(disk, "write", refuse)
    assert "No space" in kept.add(ALL[0]).problem.message
    assert not kept.current()


def test_without_a_folder_nothing_can_be_decided() -> None:
    assert DecisionStore().add(ALL[0]).problem is not None
    assert not DecisionStore().current()


words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12).filter(
    lambda text: printable(text) == text
)
ids = st.lists(words, min_size=1, max_size=3, unique=True).map(tuple)
decision = st.one_of(
    st.builds(SpokenBy, ids, words, st.just(""), st.just(""), st.none() | words, st.sampled_from([None, "person"])),
    st.builds(lambda a, b, c, d: Same(a, (b, b + c), d), ids, words, words, words),
    st.builds(Different, ids, words, words),
    st.builds(Renamed, ids, words, words),
    st.builds(lambda a, b: Together((a, a + b)), words, words),
    st.builds(Apart, words, ids),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(decision, max_size=6), st.data())
def test_any_decisions_in_any_words_are_read_back_and_taken_out(decisions: list, data: st.DataObject) -> None:
    file = Path("decisions.yaml")
    text = "# mine\n"
    for one in decisions:
        text = added(parse(text, file), one, {"a": "#: comment"})
    document = parse(text, file)
    assert not document.problems
    assert sorted(map(repr, document.decisions)) == sorted(map(repr, decisions))
    while items := list(document.items()):
        item = data.draw(st.sampled_from(items))
        left = [one.decision for one in items if one is not item]
        document = parse(removed(document, item), file)
        assert list(document.decisions) == left
    assert document.text.startswith("# mine\n")


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_the_parser(text: str) -> None:
    assert isinstance(parse(text, Path("decisions.yaml")).decisions, Decisions)
