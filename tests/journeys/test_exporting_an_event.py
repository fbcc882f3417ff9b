"""Taking an event elsewhere with `E`: the form, the file, and nothing written over unasked."""

from pathlib import Path

import pytest
from reader_user import STANDARD, Place


async def test_a_brief_is_written_and_kept(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with place.opened(STANDARD) as user:
        await user.press("E")
        await user.shown("brief as Markdown")
        await user.press("enter")
        await user.shown("Export to:")
        await user.press("enter")
        await user.until(lambda: "exported:" in user.status, "the file")
        (file,) = tmp_path.glob("*.md")
        text = file.read_text("utf-8")
        assert text.startswith("# ")
        assert "## Who said what" in text
        await user.press("E")
        await user.shown("brief as Markdown")
        await user.press("enter")
        await user.shown("Export to:")
        await user.press("ctrl+u")
        await user.type(file.name, "enter")
        await user.shown("is there already")
        await user.press("escape")
        await user.gone("is there already")
    assert file.read_text("utf-8") == text
    assert list(tmp_path.glob("*.md")) == [file]
