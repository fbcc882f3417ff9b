"""Articles straight from the files, without a catalogue: what the command line's verbs work on. Nothing is written."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from reader.model import Article, Problem

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Articles one by one, as they are read; `problems` is complete when they have all been taken."""

    articles: Iterator[Article]
    problems: list[Problem] = field(default_factory=list)


def load(paths: Sequence[Path], stdin: BinaryIO | None = None) -> Loaded:
    """Read files, folders and containers in the order given, folders in the order of names; `-` is standard input.

    Ids are unique, as in a library: a second article with the same id becomes `id~2`. What cannot be read is a problem;
    a path that is not there is one as well.
    """
    problems: list[Problem] = []
    return Loaded(_articles(paths, stdin, problems), problems)


def _articles(paths: Sequence[Path], stdin: BinaryIO | None, problems: list[Problem]) -> Iterator[Article]:
    from reader.library.copies import numbered

    ids: set[str] = set()
    for article in _read(paths, stdin, problems):
        id = numbered(article.id, ids.__contains__)
        ids.add(id)
        yield article if id == article.id else replace(article, id=id)


def _read(paths: Sequence[Path], stdin: BinaryIO | None, problems: list[Problem]) -> Iterator[Article]:
    from reader import formats
    from reader.library.reading import entries
    from reader.library.scan import scan

    for path in paths:
        if os.fspath(path) == STANDARD_INPUT:
            reading = formats.read_bytes((stdin or sys.stdin.buffer).read(), STANDARD_INPUT)
            problems.extend(reading.problems)
            yield from reading.articles
            continue
        for found in scan((path,), formats.is_supported):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            for article, _ in entries(path / os.fsdecode(found.path) if found.path else path, 0, problems):
                yield article
