"""Other names for the copies of articles: their letters are exchanged one for one, so that every place in a text stays
where it is. Keys and ids of the copies as well. Used by `multiplied.py`."""

import os
import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reader.events.terms import stems
from reader.library import packing
from reader.library.keys import SLOT_BITS

WORD = re.compile("[A-Z][a-zA-Z]+")
GENERAL = 200
"""A word of so many names (Bank, Ministry) is no name by itself."""
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstv"


class Names:
    """The words that are names, and what each becomes in each copy."""

    def __init__(self, words: Iterable[str], copies: int) -> None:
        both = [form for word in words for form in (word, word.upper())]
        self.copies = [{word: word.translate(_letters(copy)) for word in both} for copy in range(copies)]
        self.stems: list[dict[str, str]] = [{} for _ in range(copies)]
        for copy, table in enumerate(self.copies):
            for word, other in table.items():
                self.stems[copy].update(zip(stems(word), stems(other), strict=False))

    def within(self, text: str) -> list[str]:
        """The text in pieces, each name by itself."""
        pieces, last, known = [], 0, self.copies[0]
        for match in WORD.finditer(text):
            if match[0] in known:
                pieces += (text[last : match.start()], match[0])
                last = match.end()
        return [*pieces, text[last:]]

    def renamed(self, value: Any) -> list[Any]:
        """Anything that `marshal` gives, for each copy."""
        if isinstance(value, str):
            pieces = self.within(value)
            if len(pieces) == 1:
                return [value] * len(self.copies)
            return ["".join([table.get(piece, piece) for piece in pieces]) for table in self.copies]
        if isinstance(value, list | tuple) and value and not isinstance(value[0], int | float):
            kind = type(value)
            return [kind(parts) for parts in zip(*map(self.renamed, value), strict=True)]
        return [value] * len(self.copies)


def _letters(copy: int) -> dict[int, int]:
    """Letter for letter, so that every place in a text stays where it is."""
    table: dict[int, int] = {}
    for letters, step in ((VOWELS, copy % 5), (CONSONANTS, copy // 5)):
        turned = letters[step:] + letters[:step]
        table |= str.maketrans(letters + letters.upper(), turned + turned.upper())
    return table


def names_of(old: sqlite3.Connection) -> list[str]:
    """Words of names that never stand in small letters and belong to few names."""
    count: dict[str, int] = {}
    for (form,) in old.execute("SELECT form FROM names"):
        for word in WORD.findall(form):
            count[word] = count.get(word, 0) + 1
    small: set[str] = set()
    for (body,) in old.execute("SELECT body FROM bodies"):
        small.update(re.findall(r"\b[a-z]+", packing.texts(body)[1]))
    for (source,) in old.execute("SELECT DISTINCT source FROM articles WHERE source IS NOT NULL"):
        small.update(source.lower().split())
    return [word for word, many in count.items() if many <= GENERAL and word.lower() not in small]


def key_of(key: int, copy: int, copies: int) -> int:
    """Copies lie beside each other, in the same minute and the same order."""
    minute, slot = key >> SLOT_BITS, key & ((1 << SLOT_BITS) - 1)
    if slot * copies + copy >= 1 << SLOT_BITS:
        raise SystemExit("too many articles of one minute")
    return minute << SLOT_BITS | slot * copies + copy


def id_of(id: str, copy: int) -> str:
    """Another first letter: as long as before."""
    return chr(ord(id[0]) + copy) + id[1:]


def write_files(old: sqlite3.Connection, library: Path, out: Path, names: Names) -> list[tuple[Any, ...]]:
    """The containers with the names exchanged; the rows of the table `files`."""
    rows = []
    known = old.execute("SELECT file, path FROM files ORDER BY file").fetchall()
    for copy, table in enumerate(names.copies):
        exchanged = {word.encode(): other.encode() for word, other in table.items()}
        for file, path in known:
            name = b"copy-%d/" % copy + path
            place = out / os.fsdecode(name)
            place.parent.mkdir(parents=True, exist_ok=True)
            if not place.exists():
                data = (library / os.fsdecode(path)).read_bytes()
                data = re.sub(WORD.pattern.encode(), lambda match: exchanged.get(match[0], match[0]), data)  # noqa: B023
                data = re.sub(rb'(?m)^\{"id": "([a-z])', lambda m: m[0][:-1] + bytes([m[1][0] + copy]), data)  # noqa: B023
                place.write_bytes(data)
            status = place.stat()
            rows.append((copy * len(known) + file, 0, name, status.st_size, status.st_mtime_ns, 1))
    return rows
