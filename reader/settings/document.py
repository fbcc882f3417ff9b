"""A settings file as entries with their lines: one YAML mapping, read without ever failing.

PyYAML is imported only when a file holds more than plain `key: value` lines, because importing it costs more than
everything else that settings do at start-up (about 25 ms against less than 1).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Problem

if TYPE_CHECKING:
    import yaml

MAX_BYTES = 1_000_000
"""Settings are written by hand; a larger file is something else given by mistake."""

_PLAIN_LINE = re.compile(
    r"""^(?P<key>[A-Za-z][A-Za-z0-9_-]*):[ ]+
        (?:"(?P<quoted>[^"\\\t]*)" | (?P<bare>[A-Za-z][A-Za-z0-9_-]*) | (?P<whole>[1-9][0-9]{0,8}))
        [ ]*(?:[ ]\#.*)?$""",
    re.VERBOSE,
)
MAX_NESTED = 2000
"""Openings of lists and mappings in one file; beyond it the parser, quadratic in their depth, would not come back."""

_NESTING = re.compile(r"[\[{]|- (?=- )")
_SPECIAL_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


class Scalar(NamedTuple):
    """One value as written, without its quotation marks."""

    text: str
    kind: str
    """"str", "int", "float", "bool", "null" or another name of YAML's own."""
    line: int


class Listing(NamedTuple):
    """A list of values."""

    items: tuple["Value", ...]
    line: int


class Nested(NamedTuple):
    """A mapping, or a list in a list, where a setting was expected; only its place matters, for the message."""

    line: int


Value = Scalar | Listing | Nested


class Entry(NamedTuple):
    """One key of the file with its value."""

    key: str
    value: Value
    line: int
    """One-based line of the key."""
    column: int = 1


class Document(NamedTuple):
    """What a settings file says."""

    path: Path
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    def problem(self, line: int | None, message: str, hint: str = "", severity: str = "error") -> Problem:
        """A problem of this file."""
        return Problem(str(self.path), line, message, hint, severity)


def read(path: Path) -> Document:
    """The entries of a YAML mapping in order of the file; a missing file has none and no problem either.

    Of a key given twice the later one counts, as in YAML, and the earlier one is reported.
    """
    nothing = Document(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return nothing
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return Document(path, (), (nothing.problem(None, f"cannot be read: {reason}"),))
    if len(data) > MAX_BYTES:
        return Document(path, (), (nothing.problem(None, "too large for a settings file", "at most 1 MB"),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Document(path, (), (nothing.problem(line, "not UTF-8", "save the file as UTF-8"),))
    return parse(text.replace("\r\n", "\n"), path)


def parse(text: str, path: Path) -> Document:
    """As `read`, from the file's text."""
    plain = _plain(text)
    if plain is None:
        return _from_yaml(text, path)
    return _once(Document(path, plain))


def _plain(text: str) -> tuple[Entry, ...] | None:
    """The entries of a file of plain lines, which mean in YAML what they say; None where there is anything more."""
    entries: list[Entry] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip(" "):
            continue
        if line.startswith("#") and line.isprintable():
            continue
        match = _PLAIN_LINE.match(line)
        if match is None or not line.isprintable() or match["key"].lower() in _SPECIAL_WORDS:
            return None
        if match["whole"] is not None:
            value = Scalar(match["whole"], "int", number)
        elif match["quoted"] is not None:
            value = Scalar(match["quoted"], "str", number)
        elif match["bare"] in ("true", "false"):
            value = Scalar(match["bare"], "bool", number)
        elif match["bare"].lower() in _SPECIAL_WORDS:
            return None
        else:
            value = Scalar(match["bare"], "str", number)
        entries.append(Entry(match["key"], value, number))
    return tuple(entries)


def _from_yaml(text: str, path: Path) -> Document:
    import yaml

    nothing = Document(path)
    lines = _Lines(text)
    if len(_NESTING.findall(text)) > MAX_NESTED:
        return Document(path, (), (nothing.problem(None, "nested too deeply for a settings file"),))
    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = ": ".join(part for part in ("not valid YAML", error.problem or error.context) if part)
        hint = "indent with spaces, not tabs" if "\\t" in message else ""
        return Document(path, (), (nothing.problem(lines.of(mark.index) if mark else None, message, hint),))
    except yaml.YAMLError as error:
        position = getattr(error, "position", None)
        line = lines.of(position) if isinstance(position, int) else None
        return Document(path, (), (nothing.problem(line, "not valid YAML: a character that YAML does not allow"),))
    except RecursionError:
        return Document(path, (), (nothing.problem(None, "nested too deeply for a settings file"),))
    if root is None:
        return nothing
    if not isinstance(root, yaml.MappingNode):
        hint = "write lines such as `key: value`"
        return Document(path, (), (nothing.problem(lines.of(root.start_mark.index), "not a mapping of keys", hint),))
    entries = []
    problems = []
    for key, value in root.value:
        line = lines.of(key.start_mark.index)
        if isinstance(key, yaml.ScalarNode):
            entries.append(Entry(key.value, _value(value, lines), line, key.start_mark.column + 1))
        else:
            problems.append(nothing.problem(line, "a key must be a word"))
    return _once(Document(path, tuple(entries), tuple(problems)))


class _Lines:
    """Line numbers of offsets, counting `\\n` alone, as editors do."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def of(self, offset: int) -> int:
        return bisect_right(self._ends, offset - 1) + 1


def _value(node: "yaml.Node", lines: _Lines, within: bool = False) -> Value:
    import yaml

    line = lines.of(node.start_mark.index)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, node.tag.rpartition(":")[2], line)
    if isinstance(node, yaml.SequenceNode) and not within:
        return Listing(tuple(_value(item, lines, within=True) for item in node.value), line)
    return Nested(line)


def _once(document: Document) -> Document:
    """The document with each key once: the last."""
    last = {entry.key: entry for entry in document.entries}
    problems = tuple(_repeats(document, last))
    entries = tuple(entry for entry in document.entries if last[entry.key] is entry)
    return Document(document.path, entries, document.problems + problems)


def _repeats(document: Document, last: dict[str, Entry]) -> Iterator[Problem]:
    for entry in document.entries:
        if last[entry.key] is not entry:
            message = f"{entry.key} is given again in line {last[entry.key].line}, which counts"
            yield document.problem(entry.line, message, "remove one of the two")
