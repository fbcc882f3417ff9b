"""Remembering one choice changes one value and no other byte."""

from pathlib import Path

import pytest

from reader.settings import config
from reader.settings.edit import set_value

HAND_WRITTEN = """\
# How I like it.
theme: lamplight   # warm
'measure': "72"

library:   # mine
  - ~/press
sort: 'date'# not a comment
# the end"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "config.yaml"


def test_the_file_is_made_where_there_is_none(file: Path) -> None:
    assert set_value(file, "theme", "first-frost") is None
    assert set_value(file, "mouse", False) is None
    assert set_value(file, "theme_dark", "no") is None
    assert file.read_text() == 'theme: first-frost\nmouse: false\ntheme_dark: "no"\n'
    assert config.load(file)[0].theme_dark == "no"


def test_comments_and_order_stay(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(HAND_WRITTEN.replace("'date'# not a comment", "date"))
    for key, value in (("theme", "graphite"), ("measure", 80), ("sort", "title"), ("ascii", True)):
        assert set_value(file, key, value) is None
    assert file.read_text() == (
        "# How I like it.\ntheme: graphite   # warm\n'measure': 80\n\nlibrary:   # mine\n  - ~/press\nsort: title\n"
        "# the end\nascii: true\n"
    )


def test_writing_what_is_there_writes_nothing(file: Path) -> None:
    set_value(file, "theme", "graphite")
    before = file.stat()
    assert set_value(file, "theme", "graphite") is None
    assert file.stat() == before


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("theme:\n- a\n- b\n", "theme"),
        ("theme: >\n  folded\n  text\n", "theme"),
        ("{theme: a}\n", "sort"),
        ("theme: a\n...\n", "sort"),
        ("theme: [\n", "theme"),
        ("theme: &t a\nother: *t\n", "theme"),
    ],
)
def test_what_cannot_be_changed_safely_is_left_alone_and_told(file: Path, text: str, key: str) -> None:
    file.parent.mkdir()
    file.write_text(text)
    problem = set_value(file, key, "new")
    assert problem is not None
    assert problem.path == str(file)
    assert file.read_text() == text


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")
    problem = set_value(tmp_path / "config" / "config.yaml", "theme", "x")
    assert problem is not None
    assert "cannot be" in problem.message


def test_a_link_into_dotfiles_stays_a_link(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    (tmp_path / "dotfiles.yaml").write_text("theme: a\r\n")
    file.symlink_to(tmp_path / "dotfiles.yaml")
    assert set_value(file, "theme", "b") is None
    assert set_value(file, "sort", "title") is None
    assert file.is_symlink()
    assert file.read_bytes() == b"theme: b\r\nsort: title\r\n"
    assert sorted(path.name for path in tmp_path.rglob("*") if path.suffix == ".tmp") == []
