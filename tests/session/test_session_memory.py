"""What is remembered between two runs."""

from pathlib import Path

import pytest

from reader.session.memory import MAX_POSITIONS, Memory, load, save


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    memory = Memory(
        frozenset({"a", "b"}), frozenset({"b"}), {"a": ("x", "灯")}, {"b": 3, "a": 9}, 2, ("one", "two")
    )  # fmt: skip
    file = tmp_path / "deep" / "memory.json"
    assert save(file, memory) is None
    assert load(file) == (memory, ())
    assert [path.name for path in file.parent.iterdir()] == ["memory.json"]


def test_no_file_is_an_empty_memory_without_a_word(tmp_path: Path) -> None:
    assert load(tmp_path / "memory.json") == (Memory(), ())


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"{", b"\xff\xfe", b'"x"', b"12"])
def test_a_broken_file_is_an_empty_memory_and_a_notice(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "memory.json"
    file.write_bytes(content)
    memory, problems = load(file)
    assert memory == Memory()
    assert len(problems) == 1
    assert problems[0].severity == "notice"


def test_what_is_not_understood_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "memory.json"
    file.write_text(
        '{"read": ["a", 3], "starred": 7, "tags": {"a": "x"}, "positions": {"a": "x", "b": 2}, "coached": []}'
    )
    assert load(file) == (Memory(frozenset({"a"}), positions={"b": 2}), ())


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    assert save(tmp_path / "state" / "memory.json", Memory()) is not None


def test_only_the_latest_places_are_kept() -> None:
    memory = Memory()
    for number in range(1, MAX_POSITIONS + 20):
        memory = memory.with_position(f"a{number}", number)
    assert len(memory.positions) == MAX_POSITIONS
    assert "a1" not in memory.positions
    assert next(reversed(memory.with_position("a50", 1).positions)) == "a50"
