"""YAML front matter, as note-taking programs and web clippers write it.

It is split off by hand, so that YAML sees nothing else, and composed rather than loaded: every value stays the string
that was
written, every key knows its line, and a key given twice is seen.
"""

import re
from collections.abc import Iterator

from reader.formats.draft import Draft
from reader.formats.fields import field_of, state_fields, unquoted
from reader.text.regex import regex

_FENCE = regex(r"^(?:---|\.\.\.)[ ]*$", re.MULTILINE)
_KEY = regex(r"[\"']?[\w][\w .-]{0,40}[\"']?\s*:(?:\s|$)")
_LINE = regex(r"(?P<key>[\w][\w .-]{0,40}?)\s*:\s+(?P<value>\S.*)$")
_LONGEST = 64 << 10
_DEEPEST = 200
"""More brackets than this are no metadata; the parser would nest as deep."""


def read_front_matter(text: str, draft: Draft) -> tuple[str, int]:
    """State the fields of the front matter, if the text begins with one; the rest and the number of its first line."""
    start = len(text) - len(text.lstrip("\n"))
    if not text.startswith("---", start):
        return text, 1
    opening = _FENCE.match(text, start)
    if not opening:
        return text, 1
    closing = _FENCE.search(text, opening.end() + 1, opening.end() + _LONGEST)
    inside = text[opening.end() + 1 : closing.start()] if closing else ""
    if not closing or not any(_KEY.match(line) for line in inside.split("\n")[:5]):
        return text, 1
    first = text.count("\n", 0, opening.end()) + 2
    state_fields(draft, _values(inside, first, draft))
    return text[closing.end() + 1 :], first + inside.count("\n") + 1


def _values(inside: str, first: int, draft: Draft) -> list[tuple[str, object, int | None, str]]:
    import yaml

    if inside.count("[") + inside.count("{") > _DEEPEST:
        draft.notice("front matter nested too deep; read line by line", first)
        return list(_line_by_line(inside, first))
    try:
        node = yaml.compose(inside, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "not valid YAML"
        draft.notice(f"front matter: {what}", first + mark.line if mark else first, "put the value in quotation marks")
        return list(_line_by_line(inside, first))
    if not isinstance(node, yaml.MappingNode):
        return list(_line_by_line(inside, first))
    found: list[tuple[str, object, int | None, str]] = []
    seen: set[str] = set()
    for key, value in node.value:
        line = first + key.start_mark.line
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        if name in seen:
            draft.notice(f"front matter: {name} is given twice; the first counts", line)
            continue
        seen.add(name)
        if field := field_of(name):
            found.append((field, _plain(value), line, f"{name}: {_words(value)}"))
    return found


def _plain(node: object, depth: int = 0) -> object:
    value = getattr(node, "value", "")
    if isinstance(value, str):
        return value
    if depth > 3:
        return ""
    pairs = [item for item in value if isinstance(item, tuple)]
    if pairs:
        return {str(key.value): _plain(inner, depth + 1) for key, inner in pairs}
    return [_plain(item, depth + 1) for item in value]


def _words(node: object) -> str:
    value = _plain(node)
    return value if isinstance(value, str) else str(value)[:200]


def _line_by_line(inside: str, first: int) -> Iterator[tuple[str, object, int | None, str]]:
    """What can be saved of broken YAML: every line that is a key and a value."""
    for offset, line in enumerate(inside.split("\n")):
        match = _LINE.match(line)
        if match and (field := field_of(match["key"])):
            yield field, unquoted(match["value"].strip()), first + offset, line
