"""JSON Lines: a container with one article a line, read line by line whatever its size."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from reader.formats.compose import compose
from reader.formats.draft import Draft
from reader.formats.fields import field_of, plain, state_fields
from reader.formats.files import open_regular, reason
from reader.formats.page import Page
from reader.formats.reading import Entry
from reader.formats.seen import Seen
from reader.model import Article, Problem
from reader.text.clean import clean
from reader.text.decode import decode
from reader.text.markup import unescape
from reader.text.regex import regex

_LONGEST_LINE = 64 << 20
"""Bytes."""
_MOST_PROBLEMS = 100
"""Lines of a container reported one by one; the rest is counted."""
_PARAGRAPH_TAG = regex(
    r"<(?:/?(?:p|div|h[1-6]|li|ul|ol|blockquote|article|section|figure|table|tr)\b[^<>]{0,500}+|br\s*/?)>",
    re.IGNORECASE,
)


def read_container(path: Path, name: str | None = None) -> Iterator[Entry]:
    """Every line of a container that is not blank, in order, as an article or a problem; ids are unique."""
    shown = name or str(path)
    opened = open_regular(path, shown)
    if isinstance(opened, Problem):
        yield Entry(None, opened, 0, 0)
        return
    with opened:
        try:
            yield from read_stream(opened, shown)
        except OSError as error:
            yield Entry(None, Problem(shown, None, reason(error)), 0, 0)


def read_stream(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """The same from an open stream of bytes."""
    ids = _Ids(name)
    offset = number = bad = 0
    while line := stream.readline(_LONGEST_LINE + 1):
        number += 1
        length = len(line)
        content = line.rstrip(b"\r\n")
        if length > _LONGEST_LINE and not line.endswith(b"\n"):
            length += _skip_line(stream)
            entry = Entry(None, Problem(name, number, f"a line longer than {_LONGEST_LINE >> 20} MB"), offset, 0)
        elif number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield Entry(None, Problem(name, None, "a container in UTF-16", "save it as UTF-8"), 0, 0)
            return
        elif content.strip():
            entry = ids.unique(_entry(content, name, number, offset), number)
        else:
            offset += length
            continue
        offset += length
        bad += entry.article is None
        if entry.article is not None or bad <= _MOST_PROBLEMS:
            yield entry
    if bad > _MOST_PROBLEMS:
        yield Entry(None, Problem(name, None, f"{bad - _MOST_PROBLEMS} more lines could not be read"), offset, 0)
    if ids.renamed > _MOST_PROBLEMS:
        more = f"{ids.renamed - _MOST_PROBLEMS} more ids are given twice"
        yield Entry(None, Problem(name, None, more, severity="notice"), offset, 0)
    if not offset:
        yield Entry(None, Problem(name, None, "an empty file"), 0, 0)


def _skip_line(stream: BinaryIO) -> int:
    skipped = 0
    while rest := stream.readline(1 << 20):
        skipped += len(rest)
        if rest.endswith(b"\n"):
            break
    return skipped


def _entry(content: bytes, name: str, number: int, offset: int) -> Entry:
    decoded = decode(content)
    try:
        record = json.loads(decoded.text)
    except json.JSONDecodeError as error:
        problem = Problem(
            name, number, f"not valid JSON: {error.msg}", "one object a line is expected", column=error.colno
        )
        return Entry(None, problem, offset, len(content))
    except RecursionError:
        return Entry(None, Problem(name, number, "nested too deep"), offset, len(content))
    except ValueError:
        return Entry(None, Problem(name, number, "a number too long to be read"), offset, len(content))
    if not isinstance(record, dict):
        return Entry(
            None,
            Problem(name, number, "not an object", "{…} with text and, if known, title, source, date"),
            offset,
            len(content),
        )
    draft = Draft(name)
    if decoded.notice:
        draft.notice(decoded.notice, number)
    result = read_record(record, draft, number)
    if isinstance(result, Problem):
        return Entry(None, result, offset, len(content))
    return Entry(result, None, offset, len(content))


class _Ids:
    """The ids that a container has given."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._seen = Seen()
        self._given: dict[str, int] = {}
        """How often those were given that were given more than once."""
        self.renamed = 0
        """Articles that had to be called otherwise."""

    def unique(self, entry: Entry, number: int) -> Entry:
        """The entry of line `number`, its article called otherwise where another one has its id."""
        article = entry.article
        if article is None or self._seen.add(article.id):
            return entry
        import dataclasses

        times = self._given.get(article.id, 1) + 1
        while not self._seen.add(renamed := f"{article.id}~{times}"):
            times += 1
        self._given[article.id] = times
        self.renamed += 1
        problem = None
        if self.renamed <= _MOST_PROBLEMS:
            told = f"id {article.id} is given twice; this one is called {renamed}"
            problem = Problem(self._name, number, told, severity="notice")
        return dataclasses.replace(entry, article=dataclasses.replace(article, id=renamed), problem=problem)


def read_record(record: dict[str, object], draft: Draft, number: int | None) -> Article | Problem:
    """The article that one object of a container states."""
    values: list[tuple[str, object, int | None, str]] = []
    text = description = ""
    for key, value in record.items():
        field = field_of(key)
        if field is None or value is None:
            continue
        if field == "text":
            text = text or _text(value)
        elif field == "description":
            description = description or _text(value)
        elif field == "id":
            draft.id = draft.id or plain(value)[:200] or None
        else:
            values.append((field, value, number, key))
    state_fields(draft, values)
    if not text and description:
        text = description
        draft.notice("only a description, no text", number)
    if not text.strip() and not draft.get("title"):
        return Problem(draft.file, number, "neither text nor title", "the keys text, body or content are looked for")
    if not text.strip():
        draft.notice("no text", number)
    return compose(draft, Page.of(text, fixed_line=number))


def _text(value: object) -> str:
    if isinstance(value, list):
        value = "\n\n".join(item for item in value if isinstance(item, str))
    if not isinstance(value, str):
        return ""
    text = clean(value)
    if "<" in text and ("</" in text or "<p" in text):
        text = _without_blocks(text, ("script", "style"))
        if len(_PARAGRAPH_TAG.findall(text)) >= 2:
            text = _PARAGRAPH_TAG.sub("\n\n", text)
    return unescape(text)


def _without_blocks(text: str, tags: tuple[str, ...]) -> str:
    """`text` without what stands between `<script>` and `</script>`, linear also where the end is missing."""
    for tag in tags:
        parts, position = [], 0
        while (start := text.find(f"<{tag}", position)) >= 0 and (end := text.find(f"</{tag}>", start)) >= 0:
            parts.append(text[position:start])
            position = end + len(tag) + 3
        text = "".join([*parts, text[position:]])
    return text
