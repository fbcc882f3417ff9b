"""Changes to the text of the file of decisions: lines are put in or taken out, and every other byte stays as it is."""

from collections.abc import Mapping

from reader.library.decisions.document import VERSION, Document, Item, Section
from reader.library.decisions.values import Apart, Decision, Different, Renamed, Same, SpokenBy, Together
from reader.text.clean import printable
from reader.text.yaml_nodes import content_end, quoted, word

Comments = Mapping[str, str]
"""By article's id: what to write beside it for whoever reads the file."""

COMMENT = 72
"""Characters of a comment."""


def section_of(decision: Decision) -> str:
    """The list that a decision belongs to."""
    if isinstance(decision, SpokenBy):
        return "speakers"
    return "events" if isinstance(decision, Together | Apart) else "names"


def written(decision: Decision, comments: Comments) -> list[str]:
    """A decision as the lines of an item, without margin."""
    match decision:
        case SpokenBy():
            speaker = "null" if decision.speaker is None else quoted(decision.speaker)
            context = [("prefix", decision.prefix), ("suffix", decision.suffix)]
            lines = [f"quote: {quoted(decision.quote)}", *(f"{name}: {quoted(text)}" for name, text in context if text)]
            lines += [f"speaker: {speaker}", *([f"type: {word(decision.type)}"] if decision.type else [])]
        case Same():
            lines = [f"same: [{', '.join(map(quoted, decision.names))}]", f"name: {quoted(decision.name)}"]
        case Different():
            lines = [f"split: {quoted(decision.form)}", f"from: {quoted(decision.name)}"]
        case Renamed():
            lines = [f"rename: {quoted(decision.name)}", f"to: {quoted(decision.to)}"]
        case Together():
            lines = _listed("together", decision.articles, comments)
        case Apart():
            lines = [f"apart: {_commented(decision.article, comments)}", *_listed("from", decision.others, comments)]
    if not isinstance(decision, Together | Apart):
        lines += _listed("articles", decision.articles, comments)
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def _listed(key: str, ids: tuple[str, ...], comments: Comments) -> list[str]:
    return [f"{key}:", *(f"- {_commented(id, comments)}" for id in ids)]


def _commented(id: str, comments: Comments) -> str:
    comment = " ".join(printable(comments.get(id, "")).split())
    comment = comment if len(comment) <= COMMENT else f"{comment[: COMMENT - 1]}…"
    return f"{quoted(id)}  # {comment}" if comment else quoted(id)


def added(document: Document, decision: Decision, comments: Comments) -> str:
    """The text with the decision behind the last one of its section."""
    text, name = document.text, section_of(decision)
    lines = written(decision, comments)
    section = document.sections.get(name)
    if section is None:
        head = "" if _has_content(document) else f"version: {VERSION}\n"
        return _inserted(text, len(text), [*head.splitlines(), f"{name}:", *lines])
    node = section.node
    if not isinstance(node.value, list) or not node.value:
        return _into_empty(text, section, lines)
    if getattr(node, "flow_style", False):
        raise ValueError(f"`{name}` is written in one line")
    margin = " " * int(node.start_mark.column)
    return _inserted(text, _line_end(text, content_end(text, node)), [margin + line for line in lines])


def _has_content(document: Document) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in document.text.split("\n"))


def _into_empty(text: str, section: Section, lines: list[str]) -> str:
    """The text with the first item of a list that is `[]`, or nothing at all."""
    after = text.index(":", section.key_end) + 1
    end = max(after, content_end(text, section.node))
    text = text[:after] + text[end:]
    return _inserted(text, _line_end(text, after), lines)


def _inserted(text: str, place: int, lines: list[str]) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = newline if place and text[place - 1] != "\n" else ""
    return text[:place] + gap + "".join(f"{line}{newline}" for line in lines) + text[place:]


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def removed(document: Document, item: Item) -> str:
    """The text without a decision; comments above and below it stay."""
    text = document.text
    section = next(found for found in document.sections.values() if item in found.items)
    if getattr(section.node, "flow_style", False):
        raise ValueError("the list is written in one line")
    start, end = text.rfind("\n", 0, item.start) + 1, _line_end(text, item.end)
    if text[start : item.start].strip() != "-":
        raise ValueError("the decision does not begin on a line of its own")
    if len(section.node.value) > 1:
        return text[:start] + text[end:]
    colon = text.index(":", section.key_end) + 1
    return text[:colon] + " []" + text[colon:start] + text[end:]
