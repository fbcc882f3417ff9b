"""A file of notes as text and as values at once: each note with the place of its bytes, so that only those change."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from reader.model import Note, Problem
from reader.model.frozen import dataclass
from reader.model.note import NoteStatus
from reader.notes import fields
from reader.notes.identity import derived_id
from reader.text.clean import clean, printable
from reader.text.yaml_nodes import content_end, string, too_deep

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node, SequenceNode

STATUSES = get_args(NoteStatus)
VERSION = 1

MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """What a file of notes says about its article, so that its notes can be listed without the article."""

    id: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A note in its file."""

    note: Note
    line: int
    """One-based."""
    start: int
    """Offset of the item: its dash, or in flow style its brace."""
    end: int
    """Offset behind its last value, without the comments that follow."""
    node: "MappingNode"


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A parsed file."""

    path: Path
    text: str
    article: ArticleInfo | None = None
    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()
    writable: bool = True
    """False where it is not understood well enough to be changed."""
    sequence: "Node | None" = None
    """The list of notes, or what stands in its place."""
    key_end: int | None = None
    """Offset behind the key `notes`."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes in order of the file."""
        return tuple(item.note for item in self.items)


@dataclass(slots=True)
class _Parsing:
    path: Path
    text: str
    problems: list[Problem] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    newlines: list[int] = field(default_factory=list)

    def line(self, offset: int) -> int:
        return bisect_right(self.newlines, offset - 1) + 1

    def report(self, offset: int | None, message: str, hint: str = "", severity: str = "error") -> None:
        line = None if offset is None else self.line(offset)
        self.problems.append(Problem(str(self.path), line, message, hint, severity))


def decode(data: bytes, path: Path) -> NoteFile:
    """As `parse`, from the file's bytes."""
    if len(data) > MAX_BYTES:
        return _refused(path, "", None, "too large for a file of notes")
    try:
        return parse(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        return _refused(path, "", data.count(b"\n", 0, error.start) + 1, "not UTF-8", "save the file as UTF-8")


@lru_cache(maxsize=4)
def parse(text: str, path: Path) -> NoteFile:
    """The notes of a file and what is wrong with it; a file that is not valid has none and is not writable.

    Kept for the next call with the same text, because a save reads a file before and after.

    A file with neither `article` nor `notes` is somebody else's: it has no notes and no problems.
    """
    import yaml

    if too_deep(text):
        return _refused(path, text, None, "nested too deeply")
    parsing = _Parsing(path, text, newlines=[match.start() for match in re.finditer("\n", text)])
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text.removeprefix("\ufeff"), Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = ": ".join(part for part in ("not valid YAML", error.problem or error.context) if part)
        return _refused(path, text, parsing.line(mark.index) if mark else None, message)
    except (yaml.YAMLError, RecursionError) as error:
        position = getattr(error, "position", None)
        line = parsing.line(position) if isinstance(position, int) else None
        return _refused(path, text, line, "not valid YAML: a character that YAML does not allow")
    if text.startswith("\ufeff"):
        return _refused(path, text, 1, "begins with a byte order mark", "save the file as UTF-8 without it")
    if root is None:
        return NoteFile(path, text, writable=False)
    if not isinstance(root, yaml.MappingNode):
        return _refused(path, text, parsing.line(root.start_mark.index), "not a mapping with `article` and `notes`")
    return _file(parsing, root)


def _refused(path: Path, text: str, line: int | None, message: str, hint: str = "") -> NoteFile:
    hint = hint or "the file is left as it is; new notes go to a file beside it"
    return NoteFile(path, text, problems=(Problem(str(path), line, message, hint),), writable=False)


def _file(parsing: _Parsing, root: "MappingNode") -> NoteFile:
    import yaml

    top = _fields(parsing, root)
    if "article" not in top and "notes" not in top:
        return NoteFile(parsing.path, parsing.text, writable=False)
    version = string(top["version"][1]) if "version" in top else str(VERSION)
    writable = version == str(VERSION)
    if not writable:
        parsing.report(top["version"][1].start_mark.index, f"version {version} of the format is not known")
    article = _article(parsing, top)
    key, sequence = top.get("notes", (None, None))
    items: tuple[Item, ...] = ()
    if isinstance(sequence, yaml.SequenceNode):
        items = tuple(_items(parsing, sequence, article))
    elif sequence is not None and string(sequence) != "":
        parsing.report(sequence.start_mark.index, "notes is not a list")
        writable = False
    return NoteFile(
        parsing.path,
        parsing.text,
        article,
        items,
        tuple(parsing.problems),
        writable and article is not None,
        sequence,
        key.end_mark.index if key is not None else None,
    )


def _fields(parsing: _Parsing, node: "MappingNode") -> "dict[str, tuple[Node, Node]]":
    """The key and value nodes of a mapping by key; of a key given twice the last one counts, and it is reported."""
    found: dict[str, tuple[Any, Any]] = {}
    for key, value in node.value:
        name = string(key)
        if name is None:
            continue
        if name in found:
            parsing.report(key.start_mark.index, f"{name} is given twice; this one counts", "remove one of the two")
        found[name] = (key, value)
    return found


def _article(parsing: _Parsing, top: "dict[str, tuple[Node, Node]]") -> ArticleInfo | None:
    import yaml

    node = top["article"][1] if "article" in top else None
    inner = _fields(parsing, node) if isinstance(node, yaml.MappingNode) else {}
    values = {
        name: string(inner[name][1]) if name in inner else None for name in ("id", "title", "source", "url", "file")
    }
    article_id = values["id"] or (string(node) if node is not None else None)
    if not article_id:
        parsing.report(node.start_mark.index if node else None, "the article has no id", 'write article: {id: "…"}')
        return None
    rest = {name: printable(value) if value else None for name, value in values.items() if name != "id"}
    return ArticleInfo(printable(article_id), **rest)


def _items(parsing: _Parsing, sequence: "SequenceNode", article: ArticleInfo | None) -> Iterator[Item]:
    import yaml

    previous = sequence.start_mark.index
    flow = bool(sequence.flow_style)
    for node in sequence.value:
        start = node.start_mark.index if flow else _dash(parsing.text, sequence.start_mark.column, previous, node)
        end = content_end(parsing.text, node)
        if isinstance(node, yaml.MappingNode):
            line = parsing.line(node.start_mark.index)
            yield Item(_note(parsing, node, article), line, start, end, node)
        else:
            parsing.report(node.start_mark.index, "not a note: it has no keys", "write `- body: …`", "notice")
        previous = end


def _dash(text: str, column: int, low: int, node: "Node") -> int:
    """Offset of the dash before an item of a block list: the last one at its column with nothing but comments after."""
    pattern = re.compile(rf"^[ ]{{{column}}}-(?=\s)", re.MULTILINE)
    low = text.rfind("\n", 0, low) + 1
    found = low + column
    for match in pattern.finditer(text, low, node.start_mark.index):
        if all(not line.strip() or line.lstrip().startswith("#") for line in _between(text, match.end(), node)):
            found = match.end() - 1
    return found


def _between(text: str, start: int, node: "Node") -> list[str]:
    return text[start : node.start_mark.index].split("\n")


def _derived_id(parsing: _Parsing, *words: str) -> str:
    """An id that the note keeps as long as its words stay, wherever it stands in the file."""
    number = 0
    while (made := derived_id(*words, str(number))) in parsing.ids:
        number += 1
    return made


def _note(parsing: _Parsing, node: "MappingNode", article: ArticleInfo | None) -> Note:
    values = {name: value for name, (_, value) in _fields(parsing, node).items()}
    strings = {name: clean(string(values.get(name)) or "") for name in ("id", "created", "modified", "body")}
    status = string(values.get("status")) or "open"
    if status not in STATUSES:
        hint = f"one of: {', '.join(STATUSES)}"
        parsing.report(values["status"].start_mark.index, f"unknown status {printable(status)!r}", hint, "notice")
        status = "open"
    identity = printable(strings["id"])
    if not identity or identity in parsing.ids:
        why = f"the id {identity!r} is given twice" if identity else "a note without an id"
        identity = _derived_id(parsing, strings["created"], strings["body"])
        hint = "it gets one of its own when it is saved"
        parsing.report(node.start_mark.index, why, hint, "notice")
    parsing.ids.add(identity)
    return Note(
        id=identity,
        created=printable(strings["created"]),
        modified=printable(strings["modified"]),
        body=strings["body"],
        targets=tuple(fields.targets(values.get("targets"), article.id if article else "")),
        motivation=printable(string(values.get("motivation")) or "commenting"),
        status=status,  # type: ignore[arg-type]
        tags=fields.tags(values.get("tags")),
        extra=fields.extra(values),
    )
