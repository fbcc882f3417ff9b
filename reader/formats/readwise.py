"""The `## Metadata` section that a Readwise export puts under the title, and the traces that it leaves in the text."""

import re

from reader.formats.draft import Draft
from reader.formats.fields import field_of, state_fields
from reader.formats.page import Page
from reader.text.markup import resolve
from reader.text.regex import regex

_SECTION = regex(r"#{1,3}\s+Metadata\s*$", re.IGNORECASE)
_HEADING = regex(r"#{1,4}\s")
_ITEM = regex(r"[-*+]\s+(?P<key>[A-Za-z][A-Za-z ]{1,24}):\s*(?P<value>.*)$")
_NO_TEXT = regex(
    r"#{1,4}\s+(?:highlights?|new highlights|full document|document notes?|document tags?)\b", re.IGNORECASE
)
_VIEW = regex(r"\s*\(\[View Highlight\]\([^()\s]*\)\)|\s*\[View Highlight\]\([^()\s]*\)")
_DEPTH = 40


def read_metadata_section(draft: Draft, page: Page) -> None:
    """State what the section says and take it out; nothing happens where there is none near the top."""
    top = page.filled()[:_DEPTH]
    start = next((index for index in top if page.lines[index][0] == "#" and _SECTION.match(page.lines[index])), None)
    if start is None:
        return
    found: list[tuple[str, object, int | None, str]] = []
    page.take(start)
    for index in page.after(start):
        line = page.lines[index]
        match = _ITEM.match(line)
        if _HEADING.match(line) or not match:
            break
        if field := field_of(match["key"]):
            found.append((field, resolve(match["value"]), page.number(index), line))
        draft.leftovers.append(resolve(page.take(index)))
    state_fields(draft, found)
    for index, line in enumerate(page.lines):
        if line and _NO_TEXT.match(line):
            draft.leftovers.append(resolve(page.take(index)))
        elif "View Highlight" in line:
            page.lines[index] = _VIEW.sub("", line).removeprefix("- ")
