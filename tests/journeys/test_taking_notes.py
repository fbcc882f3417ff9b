"""Notes: written on a passage, kept as YAML, changed, deleted, brought back, found again."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from reader_user import MIDDLE, SIZES, STANDARD, Place, User

from reader import disk

QUOTE = '"Somebody read that report and laid it aside,"'


async def write(user: User, words: str, *keys: str) -> None:
    """Open the note editor, write into it and save."""
    await user.press(*(keys or ("a",)))
    await user.shown("Esc keeps a draft")
    await user.type(words, "enter")
    await user.gone("Esc keeps a draft")
    await user.until(lambda: "saving" not in user.status, "the note on the disk")


async def test_a_note_on_a_quote_is_in_its_file_at_once(place: Place) -> None:
    for size in SIZES:
        async with place.opened(size) as user:
            await user.press("enter")
            await user.go_to("laid it aside")
            await write(user, f"who was it? {size[0]}")
            assert "note saved" in user.status
            assert f"who was it? {size[0]}" in place.note_files()
            assert "Somebody read that report and laid it aside," in place.note_files()
            assert "✎" in user.seen_in(user.page)


async def test_letters_typed_at_once_after_the_key_are_the_note(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.type("aDr Quist sent it", "enter")
        await user.until(lambda: "note saved" in user.status, "the note")
        assert [placed.note.body for placed in user.reading.notes] == ["Dr Quist sent it"]
        assert user.state.memory.starred == frozenset()


async def test_a_note_on_a_sentence_and_on_a_selection(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to("One of them is four metres")
        await write(user, "or six?")
        assert user.reading.notes[0].note.targets[0].exact == "One of them is four metres long."
        await user.go_to("Ferry operator")
        await user.press("v", "j")
        await user.until(lambda: user.reading.selection, "the selection")
        selected = user.reading.selection.of(user.reading.article.text)
        await write(user, "free of charge")
        assert [placed.note.targets[0].exact for placed in user.reading.notes][-1] == selected
        assert user.reading.selection is None


async def test_a_note_on_the_whole_article(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await write(user, "the best of the three", "A")
        await user.press("p", "p")
        await user.shown("whole article")
        assert "the best of the three" in user.seen_in(user.main.panel)


async def test_a_note_of_several_lines_with_markup_in_it(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "a")
        await user.shown("Esc keeps a draft")
        await user.type("[b]first[/b]", "alt+enter", *"- yes: no", "enter")
        await user.until(lambda: "note saved" in user.status, "the note")
        assert user.reading.notes[0].note.body == "[b]first[/b]\n- yes: no"
        await user.press("p", "p")
        await user.shown("[b]first[/b] - yes: no")


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Nothing can be written; calling it makes room."""
    write = disk.write
    room: list[bool] = []

    def fails(file: Path, data: bytes) -> None:
        if not room:
            raise OSError(errno.ENOSPC, "No space left on device", str(file))
        write(file, data)

    monkeypatch.setattr(disk, "write", fails)
    monkeypatch.setattr("reader.ui.effects.AGAIN", 0.05)
    return lambda: room.append(True)


async def test_a_note_that_no_disk_takes_is_saved_when_there_is_room(
    place: Place, full_disk: Callable[[], None]
) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "a")
        await user.shown("Esc keeps a draft")
        await user.type("ask the archive", "enter")
        await user.until(lambda: "a note is not saved yet: No space left on device" in user.status, "the reason")
        assert user.reading.notes[0].note.body == "ask the archive"
        assert place.note_files() == ""
        full_disk()
        await user.until(lambda: "saved now" in user.status, "the second try")
        assert "ask the archive" in place.note_files()


async def test_a_note_that_no_disk_takes_is_tried_once_more_at_the_end(
    place: Place, full_disk: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.effects.AGAIN", 1000.0)
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "a")
        await user.shown("Esc keeps a draft")
        await user.type("ask the archive", "enter")
        await user.until(lambda: "a note is not saved yet" in user.status, "the reason")
        full_disk()
        await user.press("Q")
    assert "ask the archive" in place.note_files()


async def test_notes_are_found_again_after_a_restart(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(QUOTE)
        await write(user, "ask the archive")
        await user.press("Q")
    async with place.opened(MIDDLE) as user:
        await user.press("g", "n")
        await user.shown("ask the archive", "Esc closes")
        await user.type("archive", "enter")
        await user.gone("type to search")
        assert user.source == "Harbour Gazette"
        assert user.reading.article.text[user.page.cursor :].startswith(QUOTE)
        assert user.state.pane == "text"
        row = next(line for line in user.list.splitlines() if "Harb" in line)
        assert "1✎" in row


async def test_a_note_is_changed_deleted_and_brought_back(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(QUOTE)
        await write(user, "ask the archive")
        await user.press("e")
        await user.shown("Esc keeps a draft", "ask the archive")
        await user.type(" tomorrow", "enter")
        await user.until(lambda: "ask the archive tomorrow" in place.note_files(), "the change")
        await user.until(lambda: user.reading.notes[0].note.body == "ask the archive tomorrow", "the change")
        await user.press("U")
        await user.until(lambda: "tomorrow" not in place.note_files(), "the change taken back")
        await user.until(lambda: user.reading.notes[0].note.body == "ask the archive", "the change taken back")
        await user.press("D")
        assert "U brings it back" in user.status
        await user.until(lambda: not user.reading.notes, "the note to go")
        assert "ask the archive" not in place.note_files()
        await user.press("U")
        await user.until(lambda: user.reading.notes, "the note to come back")
        assert "ask the archive" in place.note_files()
        await user.press("U")
        await user.until(lambda: not user.reading.notes, "the new note taken back")
        assert "ask the archive" not in place.note_files()


async def test_a_draft_survives_escape(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "a")
        await user.shown("Esc keeps a draft")
        await user.type("half a thou", "escape")
        await user.gone("Esc keeps a draft")
        assert not user.reading.notes
        assert user.state.pane == "text"
        await user.press("a")
        await user.shown("half a thou")
        await user.type("ght", "enter")
        await user.until(lambda: user.reading.notes, "the note")
        assert user.reading.notes[0].note.body == "half a thought"


async def test_an_empty_note_is_not_kept(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.press("a")
        await user.shown("Esc keeps a draft")
        await user.press("space", "enter")
        await user.gone("Esc keeps a draft")
        assert "an empty note is not kept" in user.status
        assert place.note_files() == ""


async def test_the_status_of_a_note_goes_round(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await write(user, "is it so?")
        for status in ("confirmed", "disputed", "false", "open"):
            await user.press("C")
            await user.until(lambda status=status: user.reading.notes[0].note.status == status, status)
            assert f"status: {status}" in place.note_files().replace('"', "")


async def test_without_a_note_the_keys_say_what_to_do(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "e")
        assert "nothing to correct here: > goes to a quote; a writes a note" in user.status
        await user.press("D")
        assert "no note here" in user.status
        await user.press("g", "n")
        await user.shown("no notes yet: a on a passage writes one")


async def test_an_editor_that_is_not_set_is_said_in_one_sentence(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("enter")
        await write(user, "short")
        await user.press("ctrl+e")
        assert "no editor is set" in user.status
