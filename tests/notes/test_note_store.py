"""What happens to notes when more than one hand is on the files, or the disk refuses."""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from timing import is_within

from reader import disk
from reader.model import Article, Note, Span, Target
from reader.notes import NoteStore, anchor, identity, target_for, targets_in

MakeStore = Callable[[], NoteStore]


def the_file(store: NoteStore) -> Path:
    return store.all()[0].file


def bodies(store: NoteStore) -> list[str]:
    return [stored.note.body for stored in store.all()]


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A disk on which nothing can be written, until the function is called."""

    def refuse(file: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(file))

    monkeypatch.setattr(disk, "write", refuse)
    return monkeypatch.undo


def test_fifty_notes_are_the_same_after_a_restart(make_store: MakeStore, article: Article) -> None:
    store = make_store()
    words = article.text.split()
    for number in range(50):
        store.add(article, Target("a-17", words[number % len(words)]), f"Note {number}\n\nwith prose", tags=["t"])
    again = make_store()
    assert again.all() == store.all()
    assert len(again.all()) == 50
    assert again.problems() == ()


def test_nothing_is_made_before_the_first_note(store: NoteStore) -> None:
    assert store.all() == ()
    assert store.problems() == ()
    assert not store.reload_if_changed()
    assert not store.folder.exists()


def test_a_note_on_a_pair_belongs_to_both_articles(store: NoteStore, article: Article) -> None:
    note = store.add(article, [Target("a-17", "140"), Target("b-2", "162")], "they differ", motivation="linking")
    alone = store.add(article, Target("a-17", "ferry"), "one")
    assert [stored.note for stored in store.for_article("b-2")] == [note]
    assert [stored.note for stored in store.for_article("a-17")] == [note, alone]
    assert store.for_article("c-3") == ()
    assert store.all()[0].article.title == "Ferry aground off Sele"


def test_notes_stay_with_an_article_whose_text_was_edited(store: NoteStore, article: Article) -> None:
    start = article.text.index("140 people")
    note = store.add(article, target_for(article, Span(start, start + 10)), "how many?")
    edited = replace(article, id="a-18", text="Updated.\n\n" + article.text.replace("Monday", "Tuesday"))
    stranger = replace(article, id="b-2", file="articles/other.txt")
    (stored,) = store.of(edited)
    (target,) = targets_in(stored, edited)
    found = anchor(target, edited)
    assert stored.note == note
    assert found.span is not None
    assert found.span.of(edited.text) == "140 people"
    assert store.of(article)[0].note == note
    assert store.of(stranger) == ()
    assert store.of(edited, known=lambda article_id: article_id == "a-17") == ()
    contained = replace(article, id="c-3", title="Another", file="all.jsonl")
    store.add(replace(contained, id="c-4", title=None), Target("c-4"), "another of the container's")
    assert store.of(contained) == ()
    moved = replace(edited, file="/elsewhere/ferry.txt")
    assert store.of(moved)[0].note == note


def test_each_article_has_a_file_and_keeps_it_when_renamed_by_hand(make_store: MakeStore, article: Article) -> None:
    store = make_store()
    store.add(article, Target("a-17"), "one")
    other = replace(article, id="b-2", title="Ferry aground off Sele")
    store.add(other, Target("b-2"), "other")
    assert len({stored.file for stored in store.all()}) == 2
    the_file(store).rename(store.folder / "mine.yaml")
    again = make_store()
    again.add(replace(article, title="A new headline"), Target("a-17"), "two")
    assert yaml.safe_load((store.folder / "mine.yaml").read_text())["notes"][1]["body"] == "two"


def test_ids_are_never_used_twice(tmp_path: Path, article: Article) -> None:
    made = iter(["x", "x", "x", "y"])
    store = NoteStore(tmp_path, new_id=lambda: next(made))
    first = store.add(article, Target("a-17"), "one")
    store.delete(first.id)
    assert store.add(article, Target("a-17"), "two").id == "y"


def test_ids_are_short_unlike_and_sort_by_time() -> None:
    ids = [identity.new_id() for _ in range(2000)]
    assert ids == sorted(set(ids))
    assert {len(made) for made in ids} == {13}


def test_an_edit_made_outside_is_picked_up(store: NoteStore, article: Article) -> None:
    store.add(article, Target("a-17"), "before")
    assert not store.reload_if_changed()
    file = the_file(store)
    file.write_text(file.read_text().replace("before", "after"))
    assert store.reload_if_changed()
    assert bodies(store) == ["after"]


def test_two_readers_add_to_one_file(make_store: MakeStore, article: Article) -> None:
    one, other = make_store(), make_store()
    one.add(article, Target("a-17"), "first of one")
    other.add(article, Target("a-17"), "first of other")
    one.add(article, Target("a-17"), "second of one")
    assert bodies(make_store()) == ["first of one", "first of other", "second of one"]


def test_two_readers_change_different_notes(make_store: MakeStore, article: Article) -> None:
    one, other = make_store(), make_store()
    first = one.add(article, Target("a-17"), "first")
    second = one.add(article, Target("a-17"), "second")
    other.all()
    one.update(replace(first, body="first, changed"))
    other.update(replace(second, body="second, changed"))
    assert bodies(make_store()) == ["first, changed", "second, changed"]


def test_where_both_changed_one_note_both_versions_are_kept(make_store: MakeStore, article: Article) -> None:
    one, other = make_store(), make_store()
    note = one.add(article, Target("a-17"), "as it was")
    other.all()
    one.update(replace(note, body="one's words"))
    kept = other.update(replace(note, body="other's words", tags=("mine",)))
    stored = {item.note.id: item.note for item in make_store().all()}
    assert stored[note.id].body == "one's words"
    assert stored[kept.id].body == "other's words"
    assert kept.tags == ("mine", "conflict")
    (problem,) = other.problems()
    assert problem.severity == "notice"
    assert kept.id in problem.message
    assert note.id in problem.hint


def test_a_file_changed_while_a_draft_is_open_keeps_both(store: NoteStore, article: Article) -> None:
    note = store.add(article, Target("a-17"), "as it was")
    file = the_file(store)
    file.write_text(file.read_text().replace("as it was", "changed in an editor"))
    assert store.reload_if_changed()  # the screen has seen the change, the draft was begun before it
    store.update(replace(note, body="the draft"), base=note)
    assert bodies(store) == ["changed in an editor", "the draft"]


def test_the_same_change_on_both_sides_is_one_change(make_store: MakeStore, article: Article) -> None:
    one, other = make_store(), make_store()
    note = one.add(article, Target("a-17"), "as it was")
    other.all()
    one.update(replace(note, body="new"))
    other.update(replace(note, body="new"))
    assert bodies(make_store()) == ["new"]


def test_a_note_deleted_outside_while_it_was_changed_here_comes_back(make_store: MakeStore, article: Article) -> None:
    one, other = make_store(), make_store()
    note = one.add(article, Target("a-17"), "as it was")
    other.all()
    one.delete(note.id)
    other.update(replace(note, body="still wanted"))
    assert bodies(make_store()) == ["still wanted"]


def test_a_note_changed_outside_is_not_deleted_unseen(make_store: MakeStore, article: Article) -> None:
    one, other = make_store(), make_store()
    note = one.add(article, Target("a-17"), "as it was")
    other.all()
    one.update(replace(note, body="more in it now"))
    assert not other.delete(note.id)
    assert bodies(other) == ["more in it now"]
    assert other.delete(note.id)
    assert bodies(make_store()) == []


def test_deleting_what_is_not_there_does_nothing(store: NoteStore) -> None:
    assert not store.delete("n99")
    assert store.restore("n99") is None


@pytest.mark.parametrize("break_it", ["notes: [", "a: b: c", "\t- x", "- just\n- a list", "x\x01y", "version: 2\n"])
def test_a_file_that_is_not_understood_is_left_alone(make_store: MakeStore, article: Article, break_it: str) -> None:
    store = make_store()
    note = store.add(article, Target("a-17"), "before")
    file = the_file(store)
    broken = break_it + file.read_text().removeprefix("version: 1\n" if break_it.startswith("version") else "")
    file.write_text(broken)
    store.add(article, Target("a-17"), "while it is broken")
    store.update(replace(note, body="changed while it is broken"))
    assert file.read_text() == broken
    (problem, *_) = [
        problem for problem in store.problems() if problem.path == str(file) and problem.severity == "error"
    ]
    assert problem.line is not None
    assert "while it is broken" in bodies(store)
    assert "changed while it is broken" in bodies(store)
    again = make_store()
    assert "while it is broken" in bodies(again)
    assert "changed while it is broken" in bodies(again)


def test_other_files_of_the_folder_are_left_alone(make_store: MakeStore, article: Article) -> None:
    store = make_store()
    store.folder.mkdir()
    for name, text in {"decisions.yaml": "[", "other.yaml": "a: 1\n", "notes.md": "[", ".hidden.yaml": "["}.items():
        (store.folder / name).write_text(text)
    os.mkfifo(store.folder / "pipe.yaml")
    (store.folder / "folder.yaml").mkdir()
    store.add(article, Target("a-17"), "mine")
    assert bodies(make_store()) == ["mine"]
    assert store.problems() == ()


def test_a_note_that_cannot_be_saved_is_kept_and_tried_again(
    make_store: MakeStore, article: Article, full_disk: Callable[[], None]
) -> None:
    store = make_store()
    note = store.add(article, Target("a-17"), "not lost")
    changed = store.update(replace(note, body="not lost either"))
    (stored,) = store.for_article("a-17")
    assert (stored.note, stored.saved) == (changed, False)
    (problem,) = store.problems()
    assert "No space left on device" in problem.message
    assert bodies(make_store()) == []
    full_disk()
    assert store.reload_if_changed()
    assert store.problems() == ()
    assert [(stored.note.body, stored.saved) for stored in store.all()] == [("not lost either", True)]
    assert bodies(make_store()) == ["not lost either"]


def test_a_change_that_cannot_be_saved_is_kept_and_tried_again(make_store: MakeStore, article: Article) -> None:
    store = make_store()
    note = store.add(article, Target("a-17"), "as it was")
    file = the_file(store)
    before = file.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(OSError(errno.EIO, "Input/output error")))
        store.update(replace(note, body="once"))
        store.update(replace(store.all()[0].note, body="twice"))
        assert not store.delete("n99")
    assert bodies(store) == ["twice"]
    assert file.read_bytes() == before
    assert sorted(path.name for path in store.folder.iterdir() if path.suffix == ".tmp") == []
    store.reload_if_changed()
    assert bodies(make_store()) == ["twice"]


def test_a_deletion_that_cannot_be_written_leaves_the_note_and_its_unsaved_words(
    make_store: MakeStore, article: Article
) -> None:
    store = make_store()
    note = store.add(article, Target("a-17"), "as it was")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "write", lambda file, data: (_ for _ in ()).throw(OSError(errno.EROFS, "Read-only")))
        store.update(replace(note, body="unsaved words"))
        assert not store.delete(note.id)
    assert bodies(store) == ["unsaved words"]
    assert store.delete(note.id)
    assert bodies(make_store()) == []


def test_a_folder_that_cannot_be_used_is_a_problem(tmp_path: Path, article: Article) -> None:
    (tmp_path / "file").write_text("in the way")
    store = NoteStore(tmp_path / "file" / "notes")
    store.add(article, Target("a-17"), "not lost")
    assert bodies(store) == ["not lost"]
    assert "not saved yet" in str(store.problems()[-1])


def test_one_backup_is_kept(store: NoteStore, article: Article) -> None:
    note = store.add(article, Target("a-17"), "one")
    before = the_file(store).read_bytes()
    store.update(replace(note, body="two"))
    backup = the_file(store).with_name(the_file(store).name + ".bak")
    assert backup.read_bytes() == before
    assert bodies(store) == ["two"]


def test_a_link_stays_a_link_and_the_mode_stays(store: NoteStore, article: Article, tmp_path: Path) -> None:
    note = store.add(article, Target("a-17"), "one")
    file = the_file(store)
    elsewhere = file.rename(tmp_path / "elsewhere.yaml")
    elsewhere.chmod(0o600)
    file.symlink_to(elsewhere)
    store.update(replace(note, body="two"))
    assert file.is_symlink()
    assert "two" in elsewhere.read_text()
    assert elsewhere.stat().st_mode & 0o777 == 0o600


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from reader.model import Article, Target
from reader.notes import NoteStore
store, name = NoteStore(Path(sys.argv[1])), sys.argv[2]
article = Article("a-17", "f", "")
for number in range(int(sys.argv[3])):
    note = store.add(article, Target("a-17"), f"{name} {number}" + " prose" * 2000)
    print(note.id, flush=True)
"""


def writer(folder: Path, name: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_lose_none_of_each_others_notes(tmp_path: Path) -> None:
    processes = [writer(tmp_path, name, 12) for name in ("one", "other")]
    ids = [line for process in processes for line in process.communicate(timeout=60)[0].split()]
    store = NoteStore(tmp_path)
    assert sorted(stored.note.id for stored in store.all()) == sorted(ids)
    assert len(set(ids)) == 24
    assert store.problems() == ()


def test_a_reader_killed_while_it_writes_leaves_a_whole_file(tmp_path: Path) -> None:
    for _ in range(3):
        process = writer(tmp_path, "killed", 100_000)
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(4)]
        time.sleep(0.003)
        process.send_signal(signal.SIGKILL)
        told += process.stdout.read().split()
        process.wait()
        store = NoteStore(tmp_path)
        assert {line for line in told if line} <= {stored.note.id for stored in store.all()}
        assert store.problems() == ()
    store.add(Article("a-17", "f", ""), Target("a-17"), "and on it goes")
    assert not list(tmp_path.glob(".*.tmp"))


def test_threads_take_turns(store: NoteStore, article: Article) -> None:
    threads = [
        threading.Thread(target=lambda name=name: [store.add(article, Target("a-17"), f"{name}") for _ in range(5)])
        for name in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(NoteStore(store.folder).all()) == 20


def test_a_lock_that_is_held_for_too_long_is_a_problem(tmp_path: Path, article: Article) -> None:
    store = NoteStore(tmp_path)
    with disk.locked(tmp_path), pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "LOCK_SECONDS", 0.05)
        store.add(article, Target("a-17"), "not lost")
        assert "another reader" in store.problems()[0].message
    store.reload_if_changed()
    assert bodies(NoteStore(tmp_path)) == ["not lost"]


def test_hostile_yaml_is_a_problem_and_no_more(store: NoteStore) -> None:
    store.folder.mkdir()
    bomb = "a: &a [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1 or ''}, *a{n - 1 or ''}]\n" for n in range(1, 40))
    (store.folder / "bomb.yaml").write_text(f"article: {{id: b}}\nnotes:\n- body: x\n  {bomb}".replace("\n", "\n  "))
    (store.folder / "loop.yaml").write_text("article: {id: l}\nnotes:\n- body: x\n  me: &m [*m]\n")
    (store.folder / "deep.yaml").write_text("article: {id: d}\nnotes: " + "[" * 500_000)
    (store.folder / "tag.yaml").write_text('article: {id: t}\nnotes:\n- body: !!python/object/apply:os.system ["x"]\n')
    (store.folder / "binary.yaml").write_bytes(b"article: \xff\xfe")
    (store.folder / "keys.yaml").write_text("article: {id: k}\nnotes:\n- {? [a, b] : c, body: y}\n- text\n- [list]\n")
    assert is_within(10, lambda: bodies(store))
    assert "y" in bodies(store)
    assert all(isinstance(stored.note, Note) for stored in store.all())
    assert {Path(problem.path).name for problem in store.problems()} >= {"deep.yaml", "binary.yaml", "keys.yaml"}
