"""Which articles the PATHs stand for, in which order, and what is said about the rest."""

import json
import os
from pathlib import Path


def files(done) -> list[str]:
    return [record["file"] for record in done.data]


def test_a_folder_is_read_in_order_of_names_and_spelt_as_given(run, talks) -> None:
    assert files(run("show", "ferry", "--jsonl")) == ["ferry/a-gazette.txt", "ferry/b-wire.txt"]
    assert files(run("show", "./ferry/", "--jsonl")) == ["./ferry/a-gazette.txt", "./ferry/b-wire.txt"]


def test_paths_come_in_the_order_given(run, talks) -> None:
    done = run("show", "ferry/b-wire.txt", "ferry/a-gazette.txt", "--jsonl")
    assert files(done) == ["ferry/b-wire.txt", "ferry/a-gazette.txt"]


def test_hidden_files_notes_and_unknown_kinds_are_passed_over(run, talks) -> None:
    (talks / ".secret.txt").write_text("A hidden dog barked.\n", "utf-8")
    (talks / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (talks / "notes").mkdir()
    (talks / "notes" / "n.txt").write_text("A note.\n", "utf-8")
    done = run("show", talks, "--jsonl")
    assert len(done.data) == 2
    assert done.code == 0


def test_a_loop_of_links_and_a_pipe_neither_hang_nor_repeat(run, talks) -> None:
    (talks / "loop").symlink_to(talks, target_is_directory=True)
    os.mkfifo(talks / "pipe.txt")
    assert len(run("show", talks, "--jsonl").data) == 2
    done = run("show", talks / "pipe.txt")
    assert done.code == 3
    assert "pipe" in done.err


def test_standard_input_is_text_or_a_container(run) -> None:
    text = run("show", "-", "--json", stdin=b"A dog barked in Sele.\n")
    assert text.data[0]["file"] == "-"
    assert text.data[0]["text"] == "A dog barked in Sele."
    lines = b'{"id": "x1", "text": "A dog barked."}\n{"id": "x2", "text": "A cat hissed."}\n'
    assert [record["id"] for record in run("show", "-", "--jsonl", stdin=lines).data] == ["x1", "x2"]


def test_a_missing_path_is_an_error_that_does_not_stop_the_rest(run, talks) -> None:
    done = run("show", "nosuch.txt", "ferry", "--json")
    answer = json.loads(done.out)
    assert done.code == 4
    assert len(answer["data"]) == 2
    assert [warning["path"] for warning in answer["warnings"] if warning["severity"] == "error"] == ["nosuch.txt"]
    alone = run("show", "nosuch.txt")
    assert alone.code == 3
    assert alone.err.startswith("reader: nosuch.txt: ")


def test_an_empty_folder_gives_nothing(run, here) -> None:
    (here / "empty").mkdir()
    done = run("events", "empty", "--json")
    assert done.code == 1
    assert done.data == []


def test_one_bad_line_of_a_container_is_one_warning_with_its_line(run, here) -> None:
    lines = ['{"id": "a", "text": "A dog barked."}', "{broken", '{"id": "c", "text": "A cat hissed."}']
    (here / "some.jsonl").write_text("\n".join(lines), "utf-8")
    done = run("show", "some.jsonl", "--json")
    answer = json.loads(done.out)
    assert done.code == 4
    assert [record["id"] for record in answer["data"]] == ["a", "c"]
    assert [(warning["path"], warning["line"]) for warning in answer["warnings"]] == [("some.jsonl", 2)]


def test_ids_stay_unique_when_two_files_give_the_same(run, here) -> None:
    for name in ("one.jsonl", "two.jsonl"):
        (here / name).write_text(json.dumps({"id": "a", "text": f"A dog barked in {name}."}), "utf-8")
    assert [record["id"] for record in run("show", "one.jsonl", "two.jsonl", "--jsonl").data] == ["a", "a~2"]


def test_an_unreadable_file_is_said(run, here) -> None:
    (here / "loop.txt").symlink_to("loop.txt")
    done = run("quotes", here / "loop.txt")
    assert done.code == 3
    assert "loop.txt" in done.err


def test_a_name_that_is_no_utf8_is_read_and_printed_safely(run, here) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text("A dog barked.\n", "utf-8")
    assert run("show", name).code == 0
    assert json.loads(run("show", name, "--jsonl").out)["file"] == name
