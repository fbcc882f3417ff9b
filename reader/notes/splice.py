"""Changes to the text of a file of notes: the bytes of what changes are replaced, and no others."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Note, Target
from reader.notes import dump
from reader.notes.document import Item, NoteFile
from reader.notes.fields import KNOWN, selector_nodes, target_nodes
from reader.text.yaml_nodes import content_end, plain_fields, quoted, word

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node


class Edit(NamedTuple):
    """Characters `start` to `end` of the text give way to `new`."""

    start: int
    end: int
    new: str


def apply(text: str, edits: list[Edit]) -> str:
    """The text with the edits made, which must not overlap; new lines end as those of the text do."""
    newline = "\r\n" if "\r\n" in text else "\n"
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new.replace("\n", newline) + text[edit.end :]
    return text


def add(file: NoteFile, note: Note) -> str:
    """The text with `note` behind the last one."""
    text, sequence = file.text, file.sequence
    if sequence is None or file.key_end is None:
        gap = "" if not text or text.endswith("\n") else "\n"
        return apply(text, [Edit(len(text), len(text), f"{gap}notes:\n{dump.note_lines(note)}")])
    items = sequence.value if isinstance(sequence.value, list) else []
    if items and getattr(sequence, "flow_style", False):
        end = content_end(text, items[-1])
        return apply(text, [Edit(end, end, f", {dump.flow_note(note)}")])
    if items:
        return insert(file, _line_end(text, content_end(text, sequence)), dump.note_lines(note, _column(file)))
    after = _colon(text, file.key_end)
    end = max(after, content_end(text, sequence))
    place = _line_end(text, end)
    return apply(text, [Edit(after, end, ""), _line_edit(text, place, dump.note_lines(note))])


def insert(file: NoteFile, place: int, lines: str) -> str:
    """The text with whole lines inserted at the end of the line that ends at `place`."""
    return apply(file.text, [_line_edit(file.text, place, lines)])


def after(file: NoteFile, item: Item) -> int:
    """Where a note that follows `item` is inserted."""
    return _line_end(file.text, item.end)


def before(file: NoteFile, item: Item) -> int:
    """Where a note that precedes `item` is inserted: the end of the line above its dash."""
    return file.text.rfind("\n", 0, item.start) + 1


def remove(file: NoteFile, item: Item) -> tuple[str, str]:
    """The text without a note, and the lines that were taken out. Comments above and below it stay."""
    text = file.text
    sequence = file.sequence
    if sequence is not None and getattr(sequence, "flow_style", False):
        start, end = item.start, item.end
        rest = re.compile(r"\s*,\s*").match(text, end)
        if rest:
            end = rest.end()
        else:
            start = len(text[:start].rstrip().removesuffix(","))
        return apply(text, [Edit(start, end, "")]), text[item.start : item.end]
    start, end = text.rfind("\n", 0, item.start) + 1, _line_end(text, item.end)
    edits = [Edit(start, end, "")]
    if len(file.items) == 1 and sequence is not None and len(sequence.value) == 1 and file.key_end is not None:
        colon = _colon(text, file.key_end)
        edits.append(Edit(colon, colon, " []"))
    return apply(text, edits), text[start:end]


def update(file: NoteFile, item: Item, new: Note) -> str:
    """The text with the fields of a note replaced in which `new` differs; the note's comments and unknown keys stay."""
    return apply(file.text, list(_changes(file, item, new)))


def rewrite(file: NoteFile, item: Item, new: Note) -> str:
    """The text with a note written anew, for one that is written in a way that `update` cannot change."""
    if getattr(file.sequence, "flow_style", False):
        return apply(file.text, [Edit(item.start, item.end, dump.flow_note(new))])
    lines = dump.note_lines(new, _column(file)).lstrip(" ").rstrip("\n")
    return apply(file.text, [Edit(item.start, item.end, lines)])


def _column(file: NoteFile) -> int:
    return int(file.sequence.start_mark.column) if file.sequence is not None else 0


def _line_end(text: str, offset: int) -> int:
    """Offset behind the newline of the line that holds `offset`."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def _line_edit(text: str, place: int, lines: str) -> Edit:
    unended = place > 0 and text[place - 1] != "\n"
    return Edit(place, place, f"\n{lines.removesuffix(chr(10))}" if unended else lines)


def _colon(text: str, key_end: int) -> int:
    """Offset behind the colon of a key."""
    return text.index(":", key_end) + 1


def _changes(file: NoteFile, item: Item, new: Note) -> Iterator[Edit]:
    """What has to change in the text of a note, field by field in the fixed order."""
    old = item.note
    flow = bool(item.node.flow_style)
    nodes = {key.value: (key, value) for key, value in item.node.value if isinstance(key.value, str)}
    for name in KNOWN:
        if getattr(old, name) == getattr(new, name) and not (name == "id" and _stored_id(nodes) != new.id):
            continue
        if name == "targets":
            inner = _target_changes(file.text, item, new.targets)
            if inner is not None:
                yield from inner
                continue
        if name in nodes:
            yield _replacement(file.text, name, *nodes[name], new, flow)
        else:
            yield _insertion(file.text, name, item.node, new, flow)


def _stored_id(nodes: "dict[str, tuple[Node, Node]]") -> object:
    return nodes["id"][1].value if "id" in nodes else None


def _written(name: str, note: Note, indent: int, flow: bool) -> str:
    """What follows the colon of a field, with the space or newline in between."""
    if name == "targets":
        return f" {dump.flow_targets(note.targets)}" if flow else dump.targets(note.targets, indent)
    if name == "body":
        return f" {quoted(note.body) if flow else dump.prose(note.body, indent + 2)}"
    if name == "tags":
        return f" {dump.tags(note.tags)}"
    value = getattr(note, name)
    return f" {word(value) if name in ('motivation', 'status') else quoted(value)}"


def _replacement(text: str, name: str, key: "Node", value: "Node", note: Note, flow: bool) -> Edit:
    start = _colon(text, key.end_mark.index)
    end = max(start, content_end(text, value))
    written = _written(name, note, key.start_mark.column, flow)
    header = re.match(r"[|>][0-9+-]*([ \t]+#[^\r\n]*)", text[value.start_mark.index : end])
    comment = header[1] if header and getattr(value, "style", None) in ("|", ">") else ""
    if "\n" in written and name == "body":
        if text[end : _line_end(text, end)].strip():
            return Edit(start, end, f" {quoted(note.body)}")  # a block would swallow the comment behind it
        first, rest = written.split("\n", 1)
        return Edit(start, end, f"{first}{comment}\n{rest}")
    return Edit(start, end, written + comment)


def _insertion(text: str, name: str, node: "MappingNode", note: Note, flow: bool) -> Edit:
    """A field that is not there yet, behind the nearest one that precedes it in the fixed order."""
    earlier = KNOWN[: KNOWN.index(name)]
    places = [value for key, value in node.value if key.value in earlier]
    indent = node.value[0][0].start_mark.column if node.value else node.start_mark.column
    written = f"{name}:{_written(name, note, indent, flow)}"
    if flow:
        if not node.value:
            return Edit(node.end_mark.index - 1, node.end_mark.index - 1, written)
        if not places:
            return Edit(node.start_mark.index + 1, node.start_mark.index + 1, f"{written}, ")
        end = max(content_end(text, place) for place in places)
        return Edit(end, end, f", {written}")
    if places:
        return _line_edit(
            text, _line_end(text, max(content_end(text, place) for place in places)), _line(indent, written)
        )
    start = node.start_mark.index
    return Edit(start, start, f"{written}\n{' ' * indent}")


def _line(indent: int, written: str) -> str:
    return f"{' ' * indent}{written}\n"


def _target_changes(text: str, item: Item, new: tuple[Target, ...]) -> list[Edit] | None:
    """Edits of single values in the targets; None where they must be written anew: one more, one less, one without."""
    nodes = target_nodes(plain_fields(item.node).get("targets"))
    old = item.note.targets
    if not len(nodes) == len(old) == len(new):
        return None
    edits: list[Edit] = []
    for node, before_, after_ in zip(nodes, old, new, strict=True):
        quote, position = selector_nodes(node)
        places = {"article": node, "start": position, "end": position} | dict.fromkeys(
            ("exact", "prefix", "suffix"), quote
        )
        for name, owner in places.items():
            value = getattr(after_, name)
            if value == getattr(before_, name):
                continue
            place = plain_fields(owner).get(name)
            if place is None or value is None:
                return None
            shown = str(value) if name in ("start", "end") else quoted(value)
            edits.append(Edit(place.start_mark.index, content_end(text, place), shown))
    return edits
