"""A small library to search in."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library import Library

ARTICLES = [
    (
        "2021-03-01",
        "Harbour vote delayed",
        "The council of Aldmere put off its vote on the harbour. Mayor Tessaly Brun agreed.",
    ),
    ("2021-03-02", "Ferry grounded off Sele", "A ferry ran aground in fog. The harbour master said nobody was hurt."),
    (
        "2021-03-03",
        "Café owners protest",
        "Owners of cafés in Aldmere don’t want the new tax.\n\nThe EU had asked for it.",
    ),
    (
        "2021-03-04",
        "Budget",
        "“The budget is fine,” said the mayor — nobody voted. Straße and İstanbul are words, too.",
    ),
    ("", "Undated", "A harbour without a date."),
    ("2021-03-05T10:30:00+02:00", "日本 news", "東京 の 港 was named. Numbers: 160,000 and 3.5 million."),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Iterator[Library]:
    home: Path = tmp_path_factory.mktemp("search")
    with (home / "feed.jsonl").open("w", encoding="utf-8") as stream:
        for number, (date, title, text) in enumerate(ARTICLES):
            record = {"id": f"a{number}", "title": title, "text": text, "date": date or None}
            stream.write(json.dumps(record) + "\n")
    made = Library.open([home / "feed.jsonl"], home / "cache")
    made.index()
    yield made
    made.close()
