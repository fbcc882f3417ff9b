"""The files of a notes folder as they were last read: looked at lazily, and again only where a file has changed."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader import disk
from reader.model import Note, Problem
from reader.model.frozen import dataclass
from reader.notes.document import ArticleInfo, NoteFile, decode

OTHERS = {"decisions.yaml", "aliases.yaml", "queries.yaml"}
"""Files of the folder that hold no notes."""


class StoredNote(NamedTuple):
    """A note, and what its file says about the article, so that it can be listed when the article is gone."""

    note: Note
    article: ArticleInfo
    file: Path
    line: int | None
    """One-based line of the note in its file; None where it has not been saved yet."""
    saved: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file's notes and problems."""

    signature: disk.Signature
    article: ArticleInfo | None
    notes: tuple[StoredNote, ...]
    problems: tuple[Problem, ...]
    writable: bool


class Shelf:
    """The folder's files by path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sheets: dict[Path, Sheet] = {}
        self.problems: tuple[Problem, ...] = ()
        self._looked = False

    def refresh(self) -> bool:
        """Read what has changed since the last time; whether anything has."""
        self._looked = True
        found = dict(self._found())
        changed = found.keys() != self.sheets.keys()
        sheets: dict[Path, Sheet] = {}
        for file, signature in found.items():
            known = self.sheets.get(file)
            if known is not None and known.signature == signature:
                sheets[file] = known
            else:
                sheets[file] = _sheet(file, signature)
                changed = True
        self.sheets = sheets
        return changed

    def look(self) -> None:
        """Read the folder if that has not been done yet."""
        if not self._looked:
            self.refresh()

    def notes(self) -> Iterator[StoredNote]:
        """All notes, by file name and then in order of the file."""
        for sheet in self.sheets.values():
            yield from sheet.notes

    def find(self, note_id: str) -> StoredNote | None:
        """The note of that id."""
        return next((stored for stored in self.notes() if stored.note.id == note_id), None)

    def home(self, article_id: str) -> Path | None:
        """The first file of the article that can be written."""
        for file, sheet in self.sheets.items():
            if sheet.writable and sheet.article is not None and sheet.article.id == article_id:
                return file
        return None

    def _found(self) -> Iterator[tuple[Path, disk.Signature]]:
        self.problems = ()
        try:
            files = sorted(self.folder.iterdir())
        except FileNotFoundError:
            return
        except OSError as error:
            message = f"cannot be read: {error.strerror or error}"
            self.problems = (Problem(str(self.folder), None, message, "notes are kept in memory until it can"),)
            return
        for file in files:
            if file.suffix not in (".yaml", ".yml") or file.name.startswith(".") or file.name in OTHERS:
                continue
            signature = disk.signature(file)
            if signature is not None and file.is_file():
                yield file, signature


def read(file: Path) -> NoteFile | None:
    """The file as it is now, parsed; None where there is none. Raises OSError where it cannot be read."""
    try:
        return decode(file.read_bytes(), file)
    except FileNotFoundError:
        return None


def _sheet(file: Path, signature: disk.Signature) -> Sheet:
    try:
        parsed = read(file)
    except OSError as error:
        problem = Problem(str(file), None, f"cannot be read: {error.strerror or error}")
        return Sheet(signature, None, (), (problem,), writable=False)
    if parsed is None:
        return Sheet(signature, None, (), (), writable=False)
    info = parsed.article or ArticleInfo("")
    notes = tuple(StoredNote(item.note, info, file, item.line) for item in parsed.items)
    return Sheet(signature, parsed.article, notes, parsed.problems, parsed.writable)
