"""Whether an article is worth a closer look: by its headline and text as they are stored, for a twentieth of a second a
thousand articles. What passes is looked at in full; what does not pass could not be a hit."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from unicodedata import combining, normalize

from reader.search.plain import compiled, folded
from reader.search.query.nodes import And, Field, Node, Or, Regex, Same

_FOREIGN = re.compile("[^\x00-\x7f\u2010-\u2026\u00a0£€•°]")
"""More than the marks of print: letters that may have accents."""
_BREAK = "\n\n"
"""Between two paragraphs, and nowhere in one."""
Glance = Callable[[str, str], bool]
"""Of a headline and a text."""


def glance(node: Node) -> Glance | None:
    """What every hit passes; None where nothing can be said at a glance."""
    match node:
        case Same(left, right, _) if not (left.is_loose or right.is_loose):
            words = {folded(word) for term in (left, right) for word in term.words}
            return _in_one_paragraph(sorted(words, key=len, reverse=True))
        case Regex() | Field("text" | "title", Regex()):
            return _matching(node)
        case And(nodes):
            return _all([one for one in map(glance, nodes) if one is not None])
        case Or(nodes):
            each = [glance(one) for one in nodes]
            return _any([one for one in each if one is not None]) if None not in each else None
    return None


def _in_one_paragraph(words: Sequence[str]) -> Glance:
    def may_fit(_: str, text: str) -> bool:
        if not text.isascii() and _FOREIGN.search(text):
            text = _accents().sub("", normalize("NFD", text))
        text = text.lower()
        first, *others = words
        at = text.find(first)
        while at >= 0:
            start, end = text.rfind(_BREAK, 0, at) + 1, text.find(_BREAK, at)
            paragraph = text[start : end if end >= 0 else len(text)]
            if all(word in paragraph for word in others):
                return True
            at = text.find(first, end) if end >= 0 else -1
        return False

    return may_fit


@cache
def _accents() -> re.Pattern[str]:
    return re.compile(f"[{''.join(char for char in map(chr, range(0x300, 0x10000)) if combining(char))}]+")


def _matching(node: Regex | Field) -> Glance:
    regex = node.value if isinstance(node, Field) else node
    assert isinstance(regex, Regex)
    in_any_line = compiled(regex).in_any_line
    in_title = not (isinstance(node, Field) and node.name == "text")
    in_text = not (isinstance(node, Field) and node.name == "title")

    def may_fit(title: str, text: str) -> bool:
        return (in_title and in_any_line(title)) or (in_text and in_any_line(text))

    return may_fit


def _all(parts: Sequence[Glance]) -> Glance | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return lambda title, text: all(one(title, text) for one in parts)


def _any(parts: Sequence[Glance]) -> Glance:
    return lambda title, text: any(one(title, text) for one in parts)
