"""The YAML that notes are kept in: its form, and that a change changes nothing else."""

import difflib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.model import Article, Note, Span, Target
from reader.notes import NoteStore, dump, target_for
from reader.notes.document import parse
from reader.text.clean import clean, printable
from reader.text.yaml_nodes import quoted, word

Find = Callable[[str], Span]


def the_file(store: NoteStore) -> Path:
    return store.all()[0].file


def changed_lines(before: str, after: str) -> list[str]:
    diff = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return [line for line in diff if line[0] in "+-"]


def test_a_note_is_written_as_documented(store: NoteStore, article: Article, span: Find) -> None:
    store.add(
        article, target_for(article, span("140 people")), "140 here,\n162 there.", tags=["passenger-numbers", "no"]
    )
    assert the_file(store).read_text(encoding="utf-8") == (
        "version: 1\n"
        'article: {id: "a-17", title: "Ferry aground off Sele", source: "Harbour Gazette", url: null, '
        'file: "articles/ferry.txt"}\n'
        "notes:\n"
        '- id: "n01"\n'
        '  created: "2026-11-22T10:00:00+01:00"\n'
        '  modified: "2026-11-22T10:00:00+01:00"\n'
        "  motivation: commenting\n"
        "  status: open\n"
        '  tags: [passenger-numbers, "no"]\n'
        "  targets:\n"
        '  - article: "a-17"\n'
        "    selector:\n"
        '    - {type: TextQuoteSelector, exact: "140 people", prefix: "s went out.”\\n\\nThe operator said ", '
        'suffix: " were on board. The coastguard c"}\n'
        "    - {type: TextPositionSelector, start: 174, end: 184}\n"
        "  body: |-\n"
        "    140 here,\n"
        "    162 there.\n"
    )


def test_every_value_stays_what_it_was_for_any_yaml_reader(store: NoteStore, article: Article) -> None:
    store.add(article, Target("a-17"), "false", tags=["on", "2026-11-22", "1e3", "null", "a, b"], status="false")
    note = yaml.safe_load(the_file(store).read_text())["notes"][0]
    assert note["tags"] == ["on", "2026-11-22", "1e3", "null", "a, b"]
    assert (note["status"], note["body"], note["created"]) == ("false", "false", "2026-11-22T10:00:00+01:00")


def test_a_file_name_made_of_hostile_data_stays_in_the_folder(store: NoteStore) -> None:
    hostile = Article("../../id\0", "x", "", title="../../etc/passwd\n\x1b]0;x\x07", source="/" * 300)
    store.add(hostile, Target(hostile.id), "kept")
    file = the_file(store)
    assert file.parent == store.folder
    assert file.name.startswith("etc-passwd")
    assert len(file.name) < 90


def test_a_changed_note_is_all_that_changes(store: NoteStore, article: Article, span: Find) -> None:
    notes = [store.add(article, target_for(article, span(words)), words) for words in ("ferry", "lights", "inquiry")]
    before = the_file(store).read_text()
    store.update(replace(notes[1], body="Two lines\nof prose", status="disputed"))
    assert changed_lines(before, the_file(store).read_text()) == [
        '-   modified: "2026-11-22T10:01:00+01:00"',
        '+   modified: "2026-11-22T10:03:00+01:00"',
        "-   status: open",
        "+   status: disputed",
        "-     lights",
        "+     Two lines",
        "+     of prose",
    ]


def test_a_save_that_changes_nothing_writes_nothing(store: NoteStore, article: Article) -> None:
    note = store.add(article, Target("a-17"), "as it is")
    signature = the_file(store).stat()
    assert store.update(note) == note
    assert the_file(store).stat() == signature


HAND_WRITTEN = """\
# My notes on the ferry.
version: 1
reviewed-by: Ada   # not ours
article: {id: a-17, title: Ferry, colour: blue}

notes:   # newest last
# about the first
- id: "n90"   # keep
  created: 2026-01-02
  # a comment within
  mood: {calm: yes, seen: 2026-01-02}
  body: >
    folded prose
    over lines
  targets:
  - article: a-17
    why: because
    selector: {type: TextQuoteSelector, exact: "140 people"}   # by hand
  tags:
    - one   # first
    - two

# about the second
-
  body: no id, 'plain'   # said Ada
  status: open
- {id: n92, body: "flow", tags: [x]}
# the end
"""


def written_by_hand(store: NoteStore, text: str = HAND_WRITTEN) -> Path:
    store.folder.mkdir(exist_ok=True)
    file = store.folder / "ferry.yaml"
    file.write_bytes(text.encode())
    return file


def test_hand_written_notes_are_read(store: NoteStore) -> None:
    written_by_hand(store)
    first, second, third = (stored.note for stored in store.all())
    assert (first.id, first.body, first.tags) == ("n90", "folded prose over lines\n", ("one", "two"))
    assert first.targets == (Target("a-17", "140 people"),)
    assert first.extra == {"mood": {"calm": True, "seen": "2026-01-02"}}
    assert second.body == "no id, 'plain'"
    assert third.body == "flow"
    assert [(problem.line, problem.severity) for problem in store.problems()] == [(25, "notice")]


def test_comments_and_unknown_keys_survive_every_change(store: NoteStore, article: Article) -> None:
    file = written_by_hand(store)
    first, second, third = (stored.note for stored in store.all())
    store.update(replace(first, body="new prose\nof mine", tags=("three",), status="confirmed"))
    store.update(replace(second, body="two\nlines", tags=("four",)))
    store.update(replace(third, body='also "new"\n\nprose', status="false"))
    store.add(article, Target("a-17"), "one more")
    after = file.read_text()
    kept = [line.strip() for line in HAND_WRITTEN.splitlines() if "#" in line and "first" not in line]
    for comment in (line[line.index("#") :] for line in kept):
        assert comment in after, comment
    for unknown in ("reviewed-by: Ada", "colour: blue", "mood: {calm: yes, seen: 2026-01-02}", "why: because"):
        assert unknown in after
    again = NoteStore(store.folder).all()
    assert [stored.note.body for stored in again] == [
        "new prose\nof mine",
        "two\nlines",
        'also "new"\n\nprose',
        "one more",
    ]
    assert [stored.note.tags for stored in again] == [("three",), ("four",), ("x",), ()]
    assert [stored.note.status for stored in again] == ["confirmed", "open", "false", "open"]
    assert not [problem for problem in store.problems() if problem.severity == "error"]


def test_a_note_moved_to_another_place_keeps_what_else_its_target_says(store: NoteStore) -> None:
    file = written_by_hand(store)
    first = store.all()[0].note
    store.update(replace(first, targets=(replace(first.targets[0], exact="162 “people”"),)))
    assert 'exact: "162 “people”"}   # by hand' in file.read_text()
    assert "why: because" in file.read_text()


@pytest.mark.parametrize("which", [0, 1, 2])
def test_undoing_a_deletion_gives_the_same_bytes(store: NoteStore, which: int) -> None:
    file = written_by_hand(store)
    before = file.read_bytes()
    note = store.all()[which].note
    assert store.delete(note.id)
    assert note.id not in {stored.note.id for stored in store.all()}
    assert "# about the first" in file.read_text()
    assert "# about the second" in file.read_text()
    assert "# the end" in file.read_text()
    assert store.restore(note.id) == note
    assert file.read_bytes() == before


def test_undoing_after_other_changes_puts_the_note_back_in_its_place(store: NoteStore, article: Article) -> None:
    ids = [store.add(article, Target("a-17"), f"number {number}").id for number in range(4)]
    store.delete(ids[1])
    store.delete(ids[2])
    store.add(article, Target("a-17"), "another")
    assert store.restore(ids[1]) is not None
    assert store.restore(ids[2]) is not None
    assert [stored.note.body for stored in store.all()] == [*(f"number {number}" for number in range(4)), "another"]
    assert store.problems() == ()


def test_windows_line_ends_stay(store: NoteStore, article: Article) -> None:
    file = written_by_hand(store, HAND_WRITTEN.replace("\n", "\r\n"))
    store.update(replace(store.all()[0].note, body="two\nlines"))
    store.add(article, Target("a-17"), "three\nmore\nlines")
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")
    assert [stored.note.body for stored in NoteStore(store.folder).all()][::3] == ["two\nlines", "three\nmore\nlines"]


@pytest.mark.parametrize(
    "text",
    [
        "article: {id: a-17}\n",
        "article: {id: a-17}\nnotes:\n",
        "article: {id: a-17}\nnotes:",
        "article: {id: a-17}\nnotes: []   # none yet\n# the end\n",
        "notes: []\narticle: {id: a-17}",
        "article:\n  id: a-17\nnotes:\n  - id: x1\n    body: indented\n",
        "article: a-17\nnotes: [{id: x1, body: flow}]\n",
        "article: a-17\nnotes:\n- id: x1\n  body: |+\n    kept\n\n\n",
        "article: a-17\nnotes:\n- id: x1\n  body: last, and no newline",
        "article: a-17\nnotes:\n- id: x1\n  body:\n  status:\n",
        "---\narticle: a-17\nnotes:\n- {}\n",
        "{article: {id: a-17}, notes: [{body: a}, {body: b}]}",
    ],
)
def test_whatever_form_a_file_has_notes_are_added_changed_and_deleted(
    store: NoteStore, article: Article, text: str
) -> None:
    written_by_hand(store, text)
    before = [stored.note for stored in store.all()]
    added = store.add(article, Target("a-17"), "added\nprose")
    assert [stored.note.body for stored in store.all()] == [*(note.body for note in before), "added\nprose"]
    for note in before:
        store.update(replace(note, body=f"{note.body}changed\n\nprose", tags=("t",), status="false"))
    assert [note.body for note in (stored.note for stored in store.all())][:-1] == [
        f"{note.body}changed\n\nprose" for note in before
    ]
    for note in (*before, added):
        assert store.delete(note.id)
    assert store.all() == ()
    assert not [problem for problem in store.problems() if problem.severity == "error"]


anything = st.text(st.characters(codec=None), max_size=60) | st.text(
    "ab: -#'\"|>[]{}&*!%@`\\\n\t \x85\u2028é😀", max_size=40
)


@given(anything)
@settings(max_examples=300, deadline=None)
def test_every_scalar_is_read_back_as_it_was_written(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    assert yaml.safe_load(f"a: {quoted(text)}\n") == {"a": text}
    assert yaml.safe_load(f"[{word(text)}]\n") == [text]
    assert yaml.safe_load(f"a:\n- b: {dump.prose(text, 4)}\n  c: d\n") == {"a": [{"b": text, "c": "d"}]}


@given(body=anything, tags=st.lists(anything, max_size=3), exact=anything, other=anything)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_note_is_read_back_as_it_was_stored(
    tmp_path_factory: pytest.TempPathFactory, body: str, tags: list[str], exact: str, other: str
) -> None:
    store = NoteStore(tmp_path_factory.mktemp("notes"))
    article = Article("a-17", "f", "")
    first = store.add(article, Target("a-17", exact, "p", "s", 1, 2), body, tags=tags)
    second = store.update(replace(store.add(article, Target("a-17"), other), body=body + other))
    third = store.update(replace(first, body=other, tags=()))
    again = [stored.note for stored in NoteStore(store.folder).all()]
    assert again == [third, second]
    assert again[1].body == clean(body + other)
    assert first.tags == tuple(dict.fromkeys(word for tag in tags if (word := printable(tag).strip())))


def test_unknown_keys_of_a_note_written_anew_are_written_too() -> None:
    note = Note("x", "c", "m", "b", (), extra={"mood": {"calm": True, "list": [1, "two\nlines"]}, "note": "a: b"})
    text = "article: a\nnotes:\n" + dump.note_lines(note)
    assert parse(text, Path("f")).notes == (note,)
