"""Searches kept under a name: a YAML file of the user's, never overwritten where it cannot be understood."""

import pytest

from reader.notes import NoteStore, SavedQueries, SavedQuery

KEPT = (SavedQuery("Harbour: all", 'speaker:"Agnete Lund" OR harbour'), SavedQuery("yes", "# no: comment"))


def test_what_is_saved_is_read_again(tmp_path):
    store = SavedQueries(tmp_path / "notes")
    assert store.load() == ((), None)
    assert store.save(KEPT) is None
    assert store.load() == (KEPT, None)
    assert store.save(()) is None
    assert store.load() == ((), None)


def test_the_file_is_no_file_of_notes(tmp_path):
    SavedQueries(tmp_path).save(KEPT)
    notes = NoteStore(tmp_path)
    assert notes.all() == ()
    assert notes.problems() == ()


@pytest.mark.parametrize("text", ["queries: [", "queries: yes please", "\x00\x01", "queries: {a: b}"])
def test_a_file_that_cannot_be_understood_is_left_alone(tmp_path, text):
    store = SavedQueries(tmp_path)
    store.file.write_text(text, encoding="utf-8")
    found, problem = store.load()
    assert found == ()
    assert problem is not None
    assert store.save(KEPT) == problem
    assert store.file.read_text(encoding="utf-8") == text


def test_entries_that_are_none_are_passed_over(tmp_path):
    store = SavedQueries(tmp_path)
    store.file.write_text("queries:\n- query: ferry\n- name: nothing\n- 3\n- {name: n, query: ' '}\n", encoding="utf-8")
    assert store.load() == ((SavedQuery("ferry", "ferry"),), None)
