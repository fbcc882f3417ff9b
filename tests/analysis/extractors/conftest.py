"""A child that finds every word with a capital, and one that misbehaves in each way that a process can."""

import sys
from collections.abc import Callable

import pytest

from reader.analysis.extractors.spacy import SpacyExtractor
from reader.model import Article, Span

FAKE = r"""
import re, sys, time
from reader.analysis.extractors import wire
mode, inn, out = sys.argv[1], sys.stdin.buffer, sys.stdout.buffer

def heard():
    head = inn.read(4)
    if len(head) < 4:
        sys.exit()
    return wire.unpacked(inn.read(wire.body_length(head)))

def say(value):
    out.write(wire.packed(value))
    out.flush()

heard()
if mode == "refuses":
    say({"refused": "is not installed"})
    sys.exit()
if mode == "dies loading":
    sys.exit(1)
if mode == "says nothing":
    time.sleep(60)
say({"ready": "fake"})
while True:
    texts = heard()["texts"]
    if mode == "dies on Dragon" and any("Dragon" in text for text in texts):
        sys.exit(1)
    if mode == "hangs":
        time.sleep(60)
    if mode == "trickles":
        while True:
            out.write(b"\0\0\1\0"[:1])
            out.flush()
            time.sleep(0.01)
    if mode == "shouts":
        out.write(b"\xff" * 4096)
        out.flush()
    if mode == "adds":
        out.write(wire.packed({"names": [[] for _ in texts]}) + b"more")
        out.flush()
    if mode == "counts wrongly":
        say({"names": []})
    elif mode == "points outside":
        say({"names": [[[0, 10**6, "PERSON"]] for _ in texts]})
    elif mode == "says words":
        say({"names": [[["a", "b", 3]] for _ in texts]})
    else:
        say({"names": [[[m.start(), m.end(), "PERSON"] for m in re.finditer(r"[A-Z]\w+", text)] for text in texts]})
"""


@pytest.fixture
def fake() -> "Callable[[str], SpacyExtractor]":
    """Make an extractor whose child behaves in some way; it is closed in the end."""
    made: list[SpacyExtractor] = []

    def make(mode: str = "well") -> SpacyExtractor:
        made.append(SpacyExtractor("fake", [sys.executable, "-c", FAKE, mode]))
        return made[-1]

    yield make  # type: ignore[misc]
    for extractor in made:
        extractor.close()


@pytest.fixture
def article() -> Callable[[str], Article]:
    """An article of a text with blank lines between its paragraphs."""

    def make(text: str) -> Article:
        spans, at = [], 0
        for paragraph in text.split("\n\n"):
            spans.append(Span(at, at + len(paragraph)))
            at += len(paragraph) + 2
        return Article("a1", "story.txt", text, tuple(spans))

    return make
