"""Opening a library's catalogue and bringing it up to date, for the verbs that ask it questions."""

import sqlite3
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from reader.cli.intake import STDIN
from reader.cli.place import Place, find
from reader.cli.usage import UsageError
from reader.library import Library, Progress
from reader.library.decisions import DecisionStore
from reader.model import Problem

WIDTH = 40
"""Cells of the line of progress."""


def place_of(options: Namespace) -> Place:
    """The surroundings of a verb that needs a library. Raises `UsageError` where there is none to be had."""
    if STDIN in options.paths:
        raise UsageError("standard input cannot be indexed", "give a file or a folder")
    place = find(options, options.paths)
    if not place.articles.paths:
        raise UsageError("no articles", "give a folder, or make one called articles")
    return place


@contextmanager
def up_to_date(place: Place, full: bool = False) -> Iterator[tuple[Library, list[Problem]]]:
    """The library with all that is on the disk now, and what could not be read or stored."""
    library = Library.open(place.articles.paths, place.paths.cache, decisions=DecisionStore(place.notes))
    problems: list[Problem] = []
    try:
        try:
            library.index(_show if sys.stderr.isatty() else _say_nothing, full)
        except (sqlite3.Error, OSError) as error:
            problems.append(Problem(str(place.paths.cache), None, f"the catalogue cannot be written: {error}"))
        problems.extend(library.problems())
        yield library, problems
    finally:
        library.close()


def _say_nothing(progress: Progress) -> None:
    """Nobody is looking."""


def _show(progress: Progress) -> None:
    """Overwrite the last line of the terminal that standard error is; an empty one at the end."""
    text = "" if progress.finished else f"{progress.phase} {progress.done} of {progress.total}"
    sys.stderr.write(f"\r{text:{WIDTH}}\r")
    sys.stderr.flush()
