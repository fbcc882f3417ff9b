"""The values of YAML nodes: what a note's fields say."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reader.model import Target
from reader.text.clean import clean, printable
from reader.text.yaml_nodes import plain_fields, string

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

KNOWN = ("id", "created", "modified", "motivation", "status", "tags", "targets", "body")
"""A note's keys, in the order in which they are written."""

MAX_EXTRA, MAX_DEPTH = 10_000, 50
"""Values, and levels of them, looked at in the unknown keys of a note; what is beyond is kept in the file only."""


def whole(node: "Node | None") -> int | None:
    text = string(node) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


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
