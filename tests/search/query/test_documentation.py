"""The page about the query language says what the program does."""

import re
from pathlib import Path

import pytest

from reader.search.query import parse, show
from reader.search.query.fields import FIELDS

PAGE = (Path(__file__).parents[3] / "docs" / "query.md").read_text(encoding="utf-8")
TABLES = [line.split(" | ")[0] for line in PAGE.splitlines() if line.startswith("| `")]
EXAMPLES = [example.replace("\\|", "|") for cell in TABLES for example in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize("example", [one for one in EXAMPLES if not one.endswith(":")])
def test_every_example_is_a_query(example):
    query = parse(example)
    assert query.node is not None or query.sort
    assert parse(show(query)) == query


def test_every_field_and_choice_is_described():
    for name, field in FIELDS.items():
        assert f"`{name}:" in PAGE
        for choice in field.choices:
            assert f"`{choice}`" in PAGE or f"{name}:{choice}" in PAGE, choice
