"""What is no readable article file is a problem with a reason: nothing hangs, nothing raises."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import is_linear

from reader.formats import is_supported, raw, read, read_bytes


def reason(path: Path) -> str:
    reading = read(path)
    assert not reading.articles
    assert "\x1b" not in str(reading.problems[0])
    return reading.problems[0].message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "an empty file"),
        (b" \n\t\n", "an empty file"),
        (b"a\0b\0c\0", "not a text file: NUL bytes"),
        (b"%PDF-1.7", "not a text file: a PDF document"),
    ],
)
def test_files_without_text(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert reason(path) == message


def test_things_that_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe.jsonl")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.txt"))
        assert reason(tmp_path / "socket.txt") == "a socket, not a file"
    assert reason(tmp_path / "folder.txt") == "a folder, not a file"
    assert reason(tmp_path / "pipe.txt") == reason(tmp_path / "pipe.jsonl") == "a named pipe, not a file"
    assert reason(tmp_path / "missing\x1b[31m.txt") == "no such file"
    assert raw(tmp_path / "pipe.txt") == "a named pipe, not a file"


def test_a_loop_of_links(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert reason(tmp_path / "loop.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A b.")
    path.chmod(0)
    assert reason(path) == "no permission to read this file"


def test_supported_names() -> None:
    assert all(
        is_supported(Path(f"a{suffix}"))
        for suffix in (".txt", ".TXT", ".text", ".md", ".markdown", ".jsonl", ".ndjson")
    )
    assert not any(is_supported(Path(name)) for name in ("a.pdf", "a", ".txt", "a.txt.gz"))


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.jsonl"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    reading = read_bytes(data, name)
    assert reading.articles or reading.problems or not data.strip()
    for article in reading.articles:
        assert all(0 <= span.start < span.end <= len(article.text) for span in article.paragraphs)
        assert article.text == "\n\n".join(span.of(article.text) for span in article.paragraphs)
        assert not set("\x1b\x07\r\x00\u202e") & set(article.text + article.label + repr(article.leftovers))


@given(st.text(st.sampled_from("ab .\n#*->[]()!:/\"'1-|=_`@,By")))
def test_any_markup_is_read(text: str) -> None:
    reading = read_bytes(text.encode(), "a.md")
    assert bool(reading.articles) == bool(text.strip())


@pytest.mark.parametrize(
    "piece",
    ["*", "[", '"', "(", "a\n", "word-\n", "# a\n", "- a\n", "**a** b / AFP\n", "https://a.b/c-d-e1\n", "a: b\n"],
)
def test_reading_is_linear(piece: str) -> None:
    assert is_linear(lambda size: read_bytes((piece * size).encode(), "a.txt"), 2_000)
