"""The values of YAML nodes: what a note's fields say, and where their bytes end."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reader.model import Target
from reader.text.clean import clean, printable

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

KNOWN = ("id", "created", "modified", "motivation", "status", "tags", "targets", "body")
"""A note's keys, in the order in which they are written."""

MAX_EXTRA, MAX_DEPTH = 10_000, 50
"""Values, and levels of them, looked at in the unknown keys of a note; what is beyond is kept in the file only."""


def string(node: "Node | None") -> str | None:
    """A scalar as written, without its quotation marks; empty for null; None for a list or mapping."""
    value = getattr(node, "value", None)
    if not isinstance(value, str):
        return None
    null = node is not None and node.tag == "tag:yaml.org,2002:null" and node.style in (None, "")  # type: ignore[attr-defined]
    return "" if null else value


def whole(node: "Node | None") -> int | None:
    text = string(node) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


def content_end(text: str, node: "Node") -> int:
    """Offset behind the last character of a value, without comments and empty lines that a parser counts with it."""
    import yaml

    found = start = int(node.start_mark.index)
    while not isinstance(node, yaml.ScalarNode) and not getattr(node, "flow_style", False):
        start = int(node.start_mark.index)
        if not node.value:
            return max(found, start)
        last = node.value[-1]
        if isinstance(last, tuple):
            found = max(found, int(last[0].end_mark.index))
            last = last[1]
        if last.start_mark.index <= start and not getattr(last, "flow_style", True):
            return found  # an alias of what it stands in
        node = last
    end = int(node.end_mark.index)
    if getattr(node, "style", None) in ("|", ">"):
        end = _block_end(text, int(node.start_mark.index), end)
    return max(found, end)


def _block_end(text: str, start: int, end: int) -> int:
    """Offset behind the last line of a block scalar, without the empty lines below it."""
    lines = text[start:end].split("\n")
    margin = next((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()), 0)
    while len(lines) > 1 and not lines[-1].strip() and len(lines[-1].rstrip("\r")) <= margin:
        lines.pop()
    return start + len("\n".join(lines).removesuffix("\r"))


def tags(node: "Node | None") -> tuple[str, ...]:
    items = node.value if node is not None and isinstance(node.value, list) else [node]
    return tuple(printable(tag) for item in items if (tag := string(item)))


def targets(node: "Node | None", article_id: str) -> Iterator[Target]:
    for target in target_nodes(node):
        fields = plain_fields(target)
        quote, position = selector_nodes(target)
        words = plain_fields(quote)
        place = plain_fields(position)
        start, end = whole(place.get("start")), whole(place.get("end"))
        known = start is not None and end is not None and start <= end
        yield Target(
            article=printable(string(fields.get("article")) or article_id),
            exact=clean(string(words.get("exact")) or ""),
            prefix=clean(string(words.get("prefix")) or ""),
            suffix=clean(string(words.get("suffix")) or ""),
            start=start if known else None,
            end=end if known else None,
        )


def target_nodes(node: "Node | None") -> "list[MappingNode]":
    """The mappings in a list of targets; one alone may stand without a list."""
    import yaml

    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return [item for item in nodes if isinstance(item, yaml.MappingNode)]


def selector_nodes(target: "MappingNode") -> "tuple[MappingNode | None, MappingNode | None]":
    """The selector by words and the one by place; either may be missing."""
    found: dict[str, MappingNode] = {}
    for selector in target_nodes(plain_fields(target).get("selector")):
        found.setdefault(string(plain_fields(selector).get("type")) or "", selector)
    return found.get("TextQuoteSelector"), found.get("TextPositionSelector")


def plain_fields(node: "MappingNode | None") -> "dict[str, Node]":
    """The values of a mapping by key."""
    return {} if node is None else {name: value for key, value in node.value if (name := string(key)) is not None}


def extra(values: "dict[str, Node]") -> dict[str, Any]:
    budget = [MAX_EXTRA]
    unknown = {name: node for name, node in values.items() if name not in KNOWN}
    return {name: _plain(node, budget) for name, node in unknown.items()}


def _plain(node: "Node", budget: list[int], depth: int = 0) -> Any:
    """A value that the program does not know, as Python's own; scalars stay as they were written where in doubt."""
    import yaml

    budget[0] -= 1
    if budget[0] < 0 or depth > MAX_DEPTH:
        return None
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, budget, depth + 1) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {string(key) or "": _plain(value, budget, depth + 1) for key, value in node.value}
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return node.value.lower() in ("yes", "true", "on", "y")
    if kind == "int" and whole(node) is not None:
        return whole(node)
    return node.value
