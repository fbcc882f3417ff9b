"""The file of decisions as text and as values at once: each decision with the place of its bytes."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import field
from pathlib import Path
from re import finditer
from typing import TYPE_CHECKING, get_args

from reader.library.decisions.values import (
    NONE,
    Apart,
    Decision,
    Decisions,
    Different,
    EventDecision,
    NameDecision,
    Renamed,
    Same,
    SpokenBy,
    Together,
)
from reader.model import Problem
from reader.model.analysis import SpeakerType
from reader.model.frozen import dataclass
from reader.text.clean import clean, printable
from reader.text.yaml_nodes import content_end, plain_fields, string, too_deep

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

VERSION = "1"
SECTIONS = ("speakers", "names", "events")
MAX_BYTES = 20_000_000
TYPES = get_args(SpeakerType)
KEPT = "the file is left as it is, and nothing is added to it until it is mended"


@dataclass(frozen=True, slots=True)
class Item:
    """A decision in the file."""

    decision: Decision
    line: int
    """One-based."""
    start: int
    """Offset of the item's first key."""
    end: int
    """Offset behind its last value."""


@dataclass(frozen=True, slots=True)
class Section:
    """One of the lists."""

    key_end: int
    """Offset behind its key."""
    node: "Node"
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file."""

    path: Path
    text: str
    decisions: Decisions = NONE
    sections: dict[str, Section] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    writable: bool = True
    """False where it is not understood well enough to be changed."""

    def items(self) -> Iterator[Item]:
        """The decisions, section after section."""
        for name in SECTIONS:
            if name in self.sections:
                yield from self.sections[name].items


class _Wrong(Exception):  # noqa: N818  (caught in this module, and made a problem of)
    """An item that is no decision, and what it lacks."""


def decode(data: bytes, path: Path) -> Document:
    """As `parse`, from the file's bytes."""
    if len(data) > MAX_BYTES:
        return _refused(path, "", None, "too large for a file of decisions")
    try:
        return parse(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        return _refused(path, "", data.count(b"\n", 0, error.start) + 1, "not UTF-8")


def parse(text: str, path: Path) -> Document:
    """The decisions of a file, and what is wrong with it. What is no decision is passed over and reported."""
    import yaml

    if text.startswith("\ufeff"):
        return _refused(path, text, 1, "begins with a byte order mark")
    if too_deep(text):
        return _refused(path, text, None, "nested too deeply")
    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = ": ".join(part for part in ("not valid YAML", error.problem or error.context) if part)
        return _refused(path, text, mark.line + 1 if mark else None, message)
    except (yaml.YAMLError, RecursionError):
        return _refused(path, text, None, "not valid YAML: a character that YAML does not allow")
    if root is None:
        return Document(path, text)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return _refused(path, text, root.start_mark.line + 1, "not a list of decisions: `names:` and so on on lines")
    return _document(path, text, root)


def _refused(path: Path, text: str, line: int | None, message: str) -> Document:
    return Document(path, text, problems=(Problem(str(path), line, message, KEPT),), writable=False)


def _document(path: Path, text: str, root: "MappingNode") -> Document:
    fields = plain_fields(root)
    version = string(fields.get("version"))
    if version not in (None, VERSION):
        line = fields["version"].start_mark.line + 1
        return _refused(path, text, line, f"version {printable(version or '')} of the format is not known")
    problems: list[Problem] = []
    sections: dict[str, Section] = {}
    writable = True
    newlines = [match.start() for match in finditer("\n", text)]
    for key, node in root.value:
        name = string(key)
        if name not in SECTIONS:
            continue
        line = key.start_mark.line + 1
        if name in sections:
            problems.append(Problem(str(path), line, f"{name} is given twice; only the first counts", KEPT))
            writable = False
            continue
        empty = string(node) == ""
        if (not empty and not isinstance(node.value, list)) or _is_mapping(node):
            problems.append(Problem(str(path), line, f"{name} is not a list", KEPT))
            writable = False
            continue
        found = () if empty else tuple(_items(path, text, newlines, name, node, problems))
        sections[name] = Section(key.end_mark.index, node, found)
    return Document(path, text, _gathered(sections), sections, tuple(problems), writable)


def _is_mapping(node: "Node") -> bool:
    return bool(node.tag.endswith(":map")) and isinstance(node.value, list)


def _gathered(sections: dict[str, Section]) -> Decisions:
    speakers, names, events = (
        [item.decision for item in sections[name].items] if name in sections else [] for name in SECTIONS
    )
    return Decisions(tuple(speakers), tuple(names), tuple(events))  # type: ignore[arg-type]


def _items(
    path: Path, text: str, newlines: list[int], section: str, node: "Node", problems: list[Problem]
) -> Iterator[Item]:
    read: Callable[[MappingNode], Decision] = {"speakers": _speaker, "names": _name, "events": _event}[section]
    for one in node.value:
        start = int(one.start_mark.index)
        line = bisect_right(newlines, start - 1) + 1
        try:
            if not _is_mapping(one):
                raise _Wrong(f"an item of {section} that has no keys")
            decision = read(one)
        except _Wrong as wrong:
            problems.append(Problem(str(path), line, str(wrong), "it is passed over"))
            continue
        yield Item(decision, line, start, content_end(text, one))


def _speaker(node: "MappingNode") -> SpokenBy:
    fields = plain_fields(node)
    if "speaker" not in fields:
        raise _Wrong("a speaker's correction without `speaker`: a name, or null for nobody")
    type = string(fields.get("type")) or None
    return SpokenBy(
        _articles(fields, "articles"),
        _word(fields, "quote"),
        clean(string(fields.get("prefix")) or ""),
        clean(string(fields.get("suffix")) or ""),
        printable(string(fields["speaker"]) or "") or None,
        type if type in TYPES else None,  # type: ignore[arg-type]
    )


def _name(node: "MappingNode") -> NameDecision:
    fields = plain_fields(node)
    if "same" in fields:
        names = _list(fields["same"])
        if len(names) < 2:
            raise _Wrong("`same` needs two names or more")
        return Same(_articles(fields, "articles"), names, printable(string(fields.get("name")) or "") or names[0])
    if "split" in fields:
        return Different(_articles(fields, "articles"), _word(fields, "from"), _word(fields, "split"))
    if "rename" in fields:
        return Renamed(_articles(fields, "articles"), _word(fields, "rename"), _word(fields, "to"))
    raise _Wrong("a decision about names has `same`, `split` or `rename`")


def _event(node: "MappingNode") -> EventDecision:
    fields = plain_fields(node)
    if "together" in fields:
        found = _articles(fields, "together")
        if len(set(found)) < 2:
            raise _Wrong("`together` needs the ids of two articles or more")
        return Together(found)
    if "apart" in fields:
        return Apart(_word(fields, "apart"), _articles(fields, "from"))
    raise _Wrong("a decision about events has `together` or `apart`")


def _word(fields: "dict[str, Node]", name: str) -> str:
    found = printable(string(fields.get(name)) or "").strip()
    if not found:
        raise _Wrong(f"a decision without `{name}`")
    return found


def _articles(fields: "dict[str, Node]", name: str) -> tuple[str, ...]:
    found = _list(fields[name]) if name in fields else ()
    if not found:
        raise _Wrong(f"a decision without `{name}`: a list of articles' ids")
    return found


def _list(node: "Node") -> tuple[str, ...]:
    values = node.value if isinstance(node.value, list) and not _is_mapping(node) else [node]
    return tuple(dict.fromkeys(printable(word) for value in values if (word := string(value))))
