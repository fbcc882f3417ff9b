"""Notes as YAML text: fixed key order, prose as block scalars, quoted where YAML could take a word for something else.

Written by hand because a dumper decides about quoting and line breaks anew at every save, and a file kept in git
must not change where nothing was changed.
"""

from typing import Any

from reader.model import Note, Target
from reader.text.yaml_nodes import ESCAPED, quoted, word


def prose(text: str, indent: int) -> str:
    """`text` as a block scalar whose lines stand `indent` spaces in, two more than the key.

    Quoted on one line where a block would not give the text back: nothing but space, several newlines at its end, or
    characters that a block cannot hold (U+0085 would become a newline).
    """
    body = text.removesuffix("\n")
    if not body.strip(" \n") or body.endswith("\n") or ESCAPED.search(body.translate(_HARMLESS)):
        return quoted(text)
    lead = "2" if body[0] in " \n" else ""  # else a reader would take the first line's own spaces for the margin
    chomp = "-" if body == text else ""
    margin = " " * indent
    return f"|{lead}{chomp}\n" + "\n".join(margin + line if line else "" for line in body.split("\n"))


_HARMLESS = dict.fromkeys(map(ord, '\\"\n'))


def tags(words: tuple[str, ...]) -> str:
    """A flow list of tags."""
    return f"[{', '.join(word(tag) for tag in words)}]"


def header(article_id: str, title: str | None, source: str | None, url: str | None, file: str) -> str:
    """The first lines of a file, up to its notes."""
    fields = {"id": article_id, "title": title, "source": source, "url": url, "file": file}
    inside = ", ".join(f"{key}: {'null' if value is None else quoted(value)}" for key, value in fields.items())
    return f"version: 1\narticle: {{{inside}}}\n"


def note_lines(note: Note, indent: int = 0) -> str:
    """A note as an item of a block list that stands `indent` spaces in, with a newline at its end."""
    lines = [
        f"- id: {quoted(note.id)}",
        f"  created: {quoted(note.created)}",
        f"  modified: {quoted(note.modified)}",
        f"  motivation: {word(note.motivation)}",
        f"  status: {word(note.status)}",
        f"  tags: {tags(note.tags)}",
        f"  targets:{targets(note.targets, 2)}",
        f"  body: {prose(note.body, 4)}",
        *(f"  {line}" for line in _extra(note.extra)),
    ]
    margin = " " * indent
    return "".join(f"{margin}{line}\n" if line else "\n" for line in "\n".join(lines).split("\n"))


def targets(items: tuple[Target, ...], indent: int) -> str:
    """What follows `targets:`: a block list on lines of its own, or an empty flow list."""
    if not items:
        return " []"
    margin = "\n" + " " * indent
    return "".join(margin + margin.join(_target(item)) for item in items)


def _target(target: Target) -> list[str]:
    lines = [f"- article: {quoted(target.article)}"]
    selectors = selector_lines(target)
    return [*lines, "  selector:", *(f"  - {line}" for line in selectors)] if selectors else lines


def selector_lines(target: Target) -> list[str]:
    """The selectors of a passage, each on one line; none for a note on the whole article."""
    lines = []
    if target.exact:
        words = f"exact: {quoted(target.exact)}, prefix: {quoted(target.prefix)}, suffix: {quoted(target.suffix)}"
        lines.append(f"{{type: TextQuoteSelector, {words}}}")
    if target.start is not None and target.end is not None:
        lines.append(f"{{type: TextPositionSelector, start: {target.start}, end: {target.end}}}")
    return lines


def flow_targets(items: tuple[Target, ...]) -> str:
    """The targets on one line, for a file written in flow style."""
    return f"[{', '.join(_flow_target(item) for item in items)}]"


def _flow_target(target: Target) -> str:
    selectors = selector_lines(target)
    selector = f", selector: [{', '.join(selectors)}]" if selectors else ""
    return f"{{article: {quoted(target.article)}{selector}}}"


def flow_note(note: Note) -> str:
    """A note on one line, for a file written in flow style."""
    fields = [f"id: {quoted(note.id)}", f"created: {quoted(note.created)}", f"modified: {quoted(note.modified)}"]
    fields += [f"motivation: {quoted(note.motivation)}", f"status: {quoted(note.status)}", f"tags: {tags(note.tags)}"]
    fields += [f"targets: {flow_targets(note.targets)}", f"body: {quoted(note.body)}"]
    return f"{{{', '.join(fields)}}}"


def _extra(extra: dict[str, Any]) -> list[str]:
    """Unknown keys of a note that is written anew, for instance as the second of two versions."""
    if not extra:
        return []
    import yaml

    class Dumper(yaml.SafeDumper):
        """Repeats what occurs twice in place of naming it once: a reader of notes should meet no anchors."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    text = yaml.dump(extra, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=1_000_000)
    return str(text).rstrip("\n").split("\n")
