"""YAML that people write and keep in git, node by node: what a value says, where its bytes end, how a word is written.

Files of this kind are changed by splicing the bytes of what changes, so the places of values matter as much as they do.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

MAX_DEPTH = 5_000
"""Brackets open at once, those in quoted text among them."""

_BRACKET = re.compile(r"[\[\]{}]")
_DASHES = re.compile(r"(?:- ){100}")

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_SPECIAL = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
"""Words that some reader of YAML takes for a truth value or nothing."""

ESCAPED = re.compile(
    '[\\\\"\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e0fff]'
)
_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def too_deep(text: str) -> bool:
    """Whether brackets are nested so deeply that the parser, which is quadratic in it, would not come back."""
    depth = 0
    for match in _BRACKET.finditer(text):
        depth = max(0, depth + (1 if match[0] in "[{" else -1))
        if depth > MAX_DEPTH:
            return True
    return _DASHES.search(text) is not None


def string(node: "Node | None") -> str | None:
    """A scalar as written, without its quotation marks; empty for null; None for a list or mapping."""
    value = getattr(node, "value", None)
    if not isinstance(value, str):
        return None
    null = node is not None and node.tag == "tag:yaml.org,2002:null" and node.style in (None, "")  # type: ignore[attr-defined]
    return "" if null else value


def plain_fields(node: "MappingNode | None") -> "dict[str, Node]":
    """The values of a mapping by key."""
    return {} if node is None else {name: value for key, value in node.value if (name := string(key)) is not None}


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


def quoted(text: str) -> str:
    """`text` in quotation marks on one line, whatever it holds."""
    return f'"{ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _NAMED:
        return _NAMED[char]
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"  # no character: YAML has no way to write half a pair
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def word(text: str) -> str:
    """`text` bare where it can only be read as a word, else quoted."""
    return text if _PLAIN.fullmatch(text) and text.lower() not in _SPECIAL else quoted(text)
