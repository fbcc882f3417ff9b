"""From the PATHs of a command line to a stream of articles, in a fixed order, with what went wrong beside it."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reader.model import Article, Problem

STDIN = "-"
STREAMS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""Names of what a shell hands over as a pipe; any other pipe is left alone, because reading it could wait for ever."""


class Intake:
    """The articles behind some PATHs, read as they are asked for.

    Standard input comes first, then files and folders in the order given; a folder is walked by name. An id that comes
    a second time becomes `id~2`, as in a library, so that ids are unique in one answer."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = tuple(paths)
        self.problems: list[Problem] = []
        """Everything that could not be read, and what the user should know about how the rest was."""
        self.read = 0
        """Articles so far."""
        self._ids: set[str] = set()

    @property
    def failed(self) -> bool:
        """Whether anything could not be read."""
        return any(problem.severity == "error" for problem in self.problems)

    def __iter__(self) -> Iterator[Article]:
        for found in self._found():
            if isinstance(found, Problem):
                self.problems.append(found)
                continue
            self.problems.extend(found.notices)
            self.read += 1
            yield self._unique(found)

    def _found(self) -> Iterator[Article | Problem]:
        if STDIN in self.paths:
            yield from _from_bytes(sys.stdin.buffer.read() if sys.stdin else b"", STDIN)
        files = [path for path in self.paths if path != STDIN]
        streams = [path for path in files if path.startswith(STREAMS)]
        for path in streams:
            yield from _from_stream(path)
        for name in _files([path for path in files if path not in streams]):
            yield from ([name] if isinstance(name, Problem) else _from_file(name))

    def _unique(self, article: Article) -> Article:
        name, number = article.id, 1
        while name in self._ids:
            number += 1
            name = f"{article.id}~{number}"
        self._ids.add(name)
        return article if number == 1 else replace(article, id=name)


def _files(paths: Sequence[str]) -> Iterator[str | Problem]:
    """The files that the paths stand for, spelt as they were given."""
    if not any(map(_is_folder, paths)):
        yield from paths
        return
    from reader.formats import is_supported
    from reader.library.scan import scan

    for found in scan([Path(path) for path in paths], is_supported):
        if isinstance(found, Problem):
            yield found
        else:
            given = paths[found.root]
            yield os.path.join(given, os.fsdecode(found.path)) if found.path else given  # noqa: PTH118


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116
    except (OSError, ValueError):
        return False


def _from_file(name: str) -> Iterable[Article | Problem]:
    """The articles of one file, with the name as given."""
    from reader import formats

    path = Path(name)
    if formats.is_container(path):
        for entry in formats.read_container(path):
            if entry.problem is not None:
                yield entry.problem
            if entry.article is not None:
                yield _called(entry.article, name)
    else:
        reading = formats.read(path, name)
        yield from reading.problems
        yield from (_called(article, name) for article in reading.articles)


def _called(article: Article, name: str) -> Article:
    """The article with its file's name spelt as it was given: scripts compare it with what they gave."""
    return article if article.file == name else replace(article, file=name)


def _from_stream(name: str) -> Iterable[Article | Problem]:
    """The articles behind a descriptor that is called by name."""
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        return [Problem(name, None, f"Cannot be read: {error.strerror}")]
    return _from_bytes(data, name)


def _from_bytes(data: bytes, name: str) -> Iterable[Article | Problem]:
    """The articles in what came through a pipe: a container where it begins like JSON, else one article."""
    from reader import formats

    reading = formats.read_bytes(data, name)
    yield from reading.problems
    yield from (_called(article, name) for article in reading.articles)
