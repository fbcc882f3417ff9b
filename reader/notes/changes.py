"""Changes to the files of a notes folder, one note at a time; whoever calls holds the folder's lock."""

from dataclasses import replace
from pathlib import Path

from reader import disk
from reader.model import Note, Target
from reader.model.frozen import dataclass
from reader.notes import dump, identity, splice
from reader.notes.document import ArticleInfo, NoteFile, parse
from reader.notes.shelf import Shelf, StoredNote, read
from reader.text.clean import clean, printable


class SpliceError(ValueError):
    """The text is written in a way that no change was found for that changes nothing else."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """What it takes to undo a deletion."""

    stored: StoredNote
    before: str
    after: str
    lines: str
    above: str | None
    below: str | None
    """Ids of its neighbours."""


def change(stored: StoredNote, note: Note) -> None:
    """Splice the new version of a note over the stored one. Raises `SpliceError` or OSError."""
    file = _open(stored.file)
    for index, item in enumerate(file.items):
        if item.note.id == stored.note.id:
            expected = (*file.notes[:index], note, *file.notes[index + 1 :])
            _write_first(file, expected, splice.update(file, item, note), splice.rewrite(file, item, note))
            return
    raise SpliceError(note.id)


def append(shelf: Shelf, note: Note, info: ArticleInfo) -> None:
    """Add a note to its article's file, or to a new one beside a file that cannot be changed. Raises OSError."""
    home = shelf.home(info.id)
    if home is not None:
        try:
            file = _open(home)
            _write_first(file, (*file.notes, note), splice.add(file, note))
        except SpliceError:
            pass
        else:
            return
    text = dump.header(info.id, info.title, info.source, info.url, info.file or "")
    disk.write(free_path(shelf.folder, info), f"{text}notes:\n{dump.note_lines(note)}".encode())


def free_path(folder: Path, info: ArticleInfo) -> Path:
    """A name for a new file of an article's notes that no other file has."""
    stem = identity.file_stem(info.id, info.title, info.source)
    file = folder / f"{stem}.yaml"
    number = 2
    while file.exists() or file.is_symlink():
        file = folder / f"{stem}-{number}.yaml"
        number += 1
    return file


def remove(stored: StoredNote) -> Deletion:
    """Take a note out of its file. Raises `SpliceError` or OSError."""
    file = _open(stored.file)
    ids = [note.id for note in file.notes]
    if stored.note.id not in ids:
        raise SpliceError(stored.note.id)
    index = ids.index(stored.note.id)
    text, lines = splice.remove(file, file.items[index])
    _write_first(file, (*file.notes[:index], *file.notes[index + 1 :]), text)
    above = ids[index - 1] if index else None
    below = ids[index + 1] if index + 1 < len(ids) else None
    return Deletion(stored, file.text, text, lines, above, below)


def put_back(shelf: Shelf, deletion: Deletion) -> None:
    """Undo a deletion: the same bytes where nothing else has changed, else the note in its place. Raises OSError."""
    stored = deletion.stored
    file = read(stored.file) if deletion.lines else None
    if file is not None and file.text == deletion.after:
        disk.write(stored.file, deletion.before.encode())
    elif file is None or not file.writable or not _insert(file, deletion):
        append(shelf, stored.note, stored.article)


def _insert(file: NoteFile, deletion: Deletion) -> bool:
    """Put the lines of a note back beside a neighbour that is still there; whether there was one."""
    ids = [note.id for note in file.notes]
    for neighbour, behind in ((deletion.below, False), (deletion.above, True)):
        if neighbour not in ids:
            continue
        item = file.items[ids.index(neighbour)]
        place = splice.after(file, item) if behind else splice.before(file, item)
        at = ids.index(neighbour) + behind
        try:
            expected = (*file.notes[:at], deletion.stored.note, *file.notes[at:])
            _write_first(file, expected, splice.insert(file, place, deletion.lines))
        except SpliceError:
            return False
        return True
    return False


def _open(path: Path) -> NoteFile:
    file = read(path)
    if file is None:
        raise FileNotFoundError(2, "the file has gone", str(path))
    if not file.writable:
        raise SpliceError(str(path))
    return file


def _write_first(file: NoteFile, expected: tuple[Note, ...], *texts: str) -> None:
    """Write the first of `texts` that holds just the expected notes and is otherwise as valid as the file was.

    Splicing works on text, so what it made is read again before it goes to disk: a file that somebody writes by hand
    can hold anything. Raises `SpliceError` where none will do.
    """
    for text in texts:
        after = parse(text, file.path)
        if after.notes == expected and after.article == file.article and len(after.problems) <= len(file.problems):
            if text != file.text:
                disk.write(file.path, text.encode())
            return
    raise SpliceError(str(file.path))


def tidy(note: Note) -> Note:
    """The note as it will be read again: what no text may hold is gone, as it is from every text that is read."""
    targets = tuple(map(_tidy_target, note.targets))
    tags = tuple(dict.fromkeys(word for tag in note.tags if (word := printable(tag).strip())))
    return replace(note, body=clean(note.body), targets=targets, tags=tags)


def _tidy_target(target: Target) -> Target:
    exact = clean(target.exact)
    placed = target.start is not None and target.end is not None and 0 <= target.start <= target.end
    return Target(
        article=printable(target.article),
        exact=exact,
        prefix=clean(target.prefix) if exact else "",
        suffix=clean(target.suffix) if exact else "",
        start=target.start if placed else None,
        end=target.end if placed else None,
    )


def same(one: Note, other: Note) -> bool:
    """Whether two versions say the same, whenever they were written."""
    return replace(one, modified="") == replace(other, modified="")
