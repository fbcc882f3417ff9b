"""Containers: one article a line, whatever the spelling of the keys, and every bad line told."""

import json
from pathlib import Path

from reader.formats import raw, read, read_bytes, read_container


def lines(*records: object) -> bytes:
    return (
        b"\n".join(record if isinstance(record, bytes) else json.dumps(record).encode() for record in records) + b"\n"
    )


def test_keys_in_other_spellings() -> None:
    data = lines(
        {"id": 7, "headline": "H", "body": "Text here.", "outlet": "The Echo", "published_at": "2022-02-15T10:30:00Z",
         "byline": "By Jane Roe"},
        {"title": "H", "content": "<p>One.</p><p>Two &amp; three.</p>", "publisher": {"name": "The Echo"},
         "authors": [{"name": "A B"}, {"name": "C D"}], "datePublished": "2022-02-15T00:00:00Z", "link": "https://news.test/1"},
        {"text": "Text.", "source": "https://www.dw.com/en/x", "date": 1644921000},
    )  # fmt: skip
    first, second, third = read_bytes(data, "c.jsonl").articles
    assert (first.id, first.title, first.text, first.source, first.author) == (
        "7",
        "H",
        "Text here.",
        "The Echo",
        "Jane Roe",
    )
    assert first.published == "2022-02-15T10:30Z"
    assert (second.text, second.source, second.author) == ("One.\n\nTwo & three.", "The Echo", "A B, C D")
    assert (second.published, second.url) == ("2022-02-15", "https://news.test/1")
    assert (third.url, third.source, third.published) == (
        "https://www.dw.com/en/x",
        "Deutsche Welle",
        "2022-02-15T10:30Z",
    )


def test_one_outlet_has_one_name_whatever_the_file_says() -> None:
    data = lines({"text": "Text.", "source": "New York Times"}, {"text": "More.", "source": "the new york times"})
    plain = read_bytes(b"---\nsource: New York Times\n---\n\nText here.\n", "a.md")
    names = [article.source for found in (read_bytes(data, "c.jsonl"), plain) for article in found.articles]
    assert names == ["The New York Times"] * 3


def test_bad_lines_are_told_with_their_number_and_the_rest_is_read() -> None:
    reading = read_bytes(lines({"text": "A b."}, b"{bad", [1], {"x": 1}, b"[" * 100_000, {"text": "C d."}), "c.jsonl")
    assert [article.text for article in reading.articles] == ["A b.", "C d."]
    assert [problem.line for problem in reading.problems] == [2, 3, 4, 5]


def test_ids_are_unique() -> None:
    reading = read_bytes(lines({"id": "x", "text": "A b."}, {"id": "x", "text": "C d."}), "c.jsonl")
    assert [article.id for article in reading.articles] == ["x", "x~2"]
    assert [(problem.line, problem.severity) for problem in reading.problems] == [(2, "notice")]


def test_a_title_repeated_in_the_text_is_no_body() -> None:
    record = {"title": "Ferries collide", "text": "Ferries collide\n\nTwo ferries collided on Monday."}
    assert read_bytes(lines(record), "c.jsonl").articles[0].text == "Two ferries collided on Monday."


def test_offsets_lead_back_to_the_line(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes(b'{"text": "A b."}\r\n\n{"text": "Caf\xc3\xa9."}')
    entries = list(read_container(path))
    assert [raw(path, entry.offset, entry.length) for entry in entries] == ['{"text": "A b."}', '{"text": "Café."}']


def test_an_empty_container(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes(b"")
    assert [problem.message for problem in read(path).problems] == ["an empty file"]


def test_escapes_hidden_in_json_are_cleaned() -> None:
    article = read_bytes(
        lines({"id": "a\u001b[31m", "title": "T\u001b]0;x\u0007", "text": "A \u202eb.", "source": "S\u009b1m"}),
        "c.jsonl",
    ).articles[0]
    assert (article.id, article.title, article.text, article.source) == ("a", "T", "A b.", "S")
