"""A container of any number of lines is read line by line: little memory, at once, and left at any time."""

import json
import tracemalloc
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from reader.formats import read_container
from reader.formats.jsonl import read_stream
from reader.formats.reading import Entry

LINES = 800


def line(number: int, id: str | None = None) -> bytes:
    record = {"id": id or f"a{number}", "title": f"Report {number}", "text": f"The {number}th ferry came in on Monday."}
    return json.dumps(record).encode() + b"\n"


class Endless:
    """A stream of lines that counts how many were asked for."""

    def __init__(self) -> None:
        self.given = 0

    def readline(self, most: int) -> bytes:
        self.given += 1
        return line(self.given)


def test_the_first_article_needs_the_first_line_only() -> None:
    stream = Endless()
    first = next(read_stream(stream, "endless.jsonl"))  # type: ignore[arg-type]
    assert first.article is not None
    assert first.article.id == "a1"
    assert stream.given == 1


def memory(entries: Iterator[Entry], many: int) -> int:
    """Bytes held after so many more entries."""
    for _ in islice(entries, many):
        pass
    return tracemalloc.get_traced_memory()[0]


def test_what_was_read_is_not_held() -> None:
    entries = read_stream(Endless(), "endless.jsonl")  # type: ignore[arg-type]
    tracemalloc.start()
    try:
        early = memory(entries, LINES // 4)
        late = memory(entries, LINES)
    finally:
        tracemalloc.stop()
    assert late - early < 60 * LINES  # an article of so few words alone is ten times that


def test_a_container_can_be_left_in_its_middle(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_bytes(b"".join(map(line, range(100))))
    entries = read_container(path)
    assert len(list(islice(entries, 10))) == 10
    entries.close()  # type: ignore[attr-defined]
    assert list(entries) == []


def test_a_container_that_gives_one_id_always_does_not_say_so_always() -> None:
    stream = (line(number, "same") for number in range(500))
    entries = list(read_stream(type("Stream", (), {"readline": lambda *_: next(stream, b"")})(), "same.jsonl"))
    told = [entry.problem.message for entry in entries if entry.problem]
    assert len(told) == 101
    assert told[-1] == "399 more ids are given twice"
    assert len({entry.article.id for entry in entries if entry.article}) == 500
