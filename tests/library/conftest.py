"""A library on disk that tests can fill, change, open and index."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.library import Library, Progress

WORDS = [
    "harbour",
    "council",
    "ferry",
    "grounded",
    "reservoir",
    "vote",
    "mayor",
    "budget",
    "storm",
    "bridge",
    "school",
    "tram",
    "strike",
    "market",
]


def body(number: int) -> str:
    """Two paragraphs that no other number has."""
    words = " ".join(WORDS[(number * step) % len(WORDS)] for step in range(3, 15))
    return (
        f"The town of Aldmere{number} heard on Monday about the {words}. It was report number {number}.\n\n"
        f"“We will look at it again,” Mayor Tessaly Brun{number} said. Nobody else spoke of the {WORDS[number % 14]}."
    )


class Shelf:
    """A folder of articles and a cache folder beside it."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "articles"
        self.cache = home / "cache"
        self.folder.mkdir()
        self._opened: list[Library] = []

    def article(self, name: str, number: int, date: str | None = "2021-03-04", source: str = "Aldmere Post") -> Path:
        """Write a Markdown file with front matter."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        stated = f"date: '{date}'\n" if date else ""
        path.write_text(f"---\ntitle: Report {number} from Aldmere\nsource: {source}\n{stated}---\n\n{body(number)}\n")
        return path

    def container(self, name: str, numbers: range, **fields: str) -> Path:
        """Write a container; article `n` has the id `a{n}`."""
        path = self.folder / name
        with path.open("w", encoding="utf-8") as stream:
            for number in numbers:
                record = {
                    "id": f"a{number}",
                    "title": f"Report {number} from Aldmere",
                    "text": body(number),
                    "source": f"Paper {number % 3}",
                    "date": f"2021-03-{number % 28 + 1:02d}",
                }
                stream.write(json.dumps(record | fields) + "\n")
        return path

    def open(self, *paths: Path) -> Library:
        library = Library.open(paths or (self.folder,), self.cache)
        self._opened.append(library)
        return library

    def indexed(self, *paths: Path) -> Library:
        library = self.open(*paths)
        library.index()
        return library

    def catalogue(self) -> Path:
        """The file of the only catalogue."""
        [path] = self.cache.glob("*.sqlite")
        return path

    def close(self) -> None:
        for library in self._opened:
            library.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    yield made
    made.close()


@pytest.fixture
def seen() -> Callable[[Library], list[tuple[str, str]]]:
    """(id, file name) of every row of a library, in the order of the list."""

    def rows(library: Library) -> list[tuple[str, str]]:
        return [(row.id, os.path.basename(row.file)) for row in library.rows(library.order().keys)]  # noqa: PTH119

    return rows


@pytest.fixture
def told() -> list[Progress]:
    """Give its `append` as a progress callback."""
    return []
