"""Whether an article is worth a closer look: by its headline and text as they are stored, for a twentieth of a second a
thousand articles. What passes is looked at in full; what does not pass could not be a hit."""

import re
from collections.abc import Callable, Iterator, Sequence

from reader.analysis.sentences import split
from reader.model import Span
from reader.search.plain import compiled, folded
from reader.search.query.nodes import And, Field, Node, Or, Regex, Said, Same, Term, Unit
from reader.text.letters import indexed

_FOREIGN = re.compile("[^\x00-\x7f\u2010-\u2026\u00a0£€•°]")
"""More than the marks of print: letters that may have accents."""
_BREAK = "\n\n"
"""Between two paragraphs, and nowhere in one."""
Glance = Callable[[str, str], bool]
"""Of a headline and a text."""


def glance(node: Node) -> Glance | None:
    """What every hit passes; None where nothing can be said at a glance."""
    match node:
        case Same(left, right, unit) if not (left.is_loose or right.is_loose):
            return _together(left, right, unit)
        case Regex() | Field("text" | "title", Regex()):
            return _matching(node)
        case Said(fields):
            return _all([one for one in map(_said, fields) if one is not None])
        case And(nodes):
            return _all([one for one in map(glance, nodes) if one is not None])
        case Or(nodes):
            each = [glance(one) for one in nodes]
            return _any([one for one in each if one is not None]) if None not in each else None
    return None


def _said(field: Field) -> Glance | None:
    """Who quotes what an expression matches has it in the text."""
    value = field.value
    if field.name != "quote" or not isinstance(value, Regex) or not compiled(value).is_anywhere:
        return None
    return _matching(Field("text", value))


def _together(left: Term, right: Term, unit: Unit) -> Glance:
    """Both in one paragraph or sentence; for a text with foreign letters, all the words in one paragraph."""
    is_left, is_right = _standing(left), _standing(right)
    words = sorted({folded(word) for term in (left, right) for word in term.words}, key=len, reverse=True)

    def have_both(part: str) -> bool:
        return is_left(part) is not None and is_right(part) is not None

    def may_fit(_: str, text: str) -> bool:
        if not text.isascii() and _FOREIGN.search(text):
            return any(True for _ in _having(indexed(text), words))
        for paragraph in _having(text.lower(), words):
            part = text[paragraph]
            if have_both(part) and (
                unit == "paragraph" or any(have_both(part[start:end]) for start, end in _cut(part))
            ):
                return True
        return False

    return may_fit


def _standing(term: Term) -> Callable[[str], object]:
    """Looks for a term in a text without foreign letters."""
    words = "[^a-z0-9]+".join(re.escape(folded(word)) for word in term.words)
    return re.compile(f"(?<![a-z0-9]){words}{'' if term.is_prefix else '(?![a-z0-9])'}", re.IGNORECASE).search


def _cut(paragraph: str) -> Sequence[Span]:
    return split(paragraph, (Span(0, len(paragraph)),))


def _having(text: str, words: Sequence[str]) -> Iterator[slice]:
    """The paragraphs that have all the words, or parts of words."""
    first, *others = words
    at = text.find(first)
    while at >= 0:
        start, end = text.rfind(_BREAK, 0, at) + 1, text.find(_BREAK, at)
        end = end if end >= 0 else len(text)
        if all(text.find(word, start, end) >= 0 for word in others):
            yield slice(start, end)
        at = text.find(first, end)


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
