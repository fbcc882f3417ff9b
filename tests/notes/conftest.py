"""An article, a clock and ids that tests can foretell."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.model import Article, Span
from reader.notes import NoteStore

TEXT = (
    "The ferry Aldine ran aground off Sele on Monday morning.\n\n"
    "“We were told nothing for two hours,” said Ines Marrow, a passenger. “Then the lights went out.”\n\n"
    "The operator said 140 people were on board. The coastguard counted 162.\n\n"
    "Nobody was hurt, the operator said. The inquiry opens on Thursday."
)


@pytest.fixture
def article() -> Article:
    return Article("a-17", "articles/ferry.txt", TEXT, title="Ferry aground off Sele", source="Harbour Gazette")


@pytest.fixture
def span() -> Callable[[str], Span]:
    def find(words: str) -> Span:
        start = TEXT.index(words)
        return Span(start, start + len(words))

    return find


@pytest.fixture
def make_store(tmp_path: Path) -> Callable[[], NoteStore]:
    """Makes a store on the same folder each time, as a restart or a second reader would; ids and times go on."""
    ticks, numbers = itertools.count(), itertools.count(1)

    def make() -> NoteStore:
        return NoteStore(
            tmp_path / "notes",
            clock=lambda: f"2026-11-22T10:{next(ticks):02}:00+01:00",
            new_id=lambda: f"n{next(numbers):02}",
        )

    return make


@pytest.fixture
def store(make_store: Callable[[], NoteStore]) -> NoteStore:
    return make_store()
