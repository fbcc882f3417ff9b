"""What stands above a report: headline, date line, byline, labelled fields, the picture with its caption."""

import re

from reader.formats import lines
from reader.formats.dates import YEAR, DateLine, date_line
from reader.formats.draft import Draft
from reader.formats.headline import find_title
from reader.formats.masthead import borne_out, outlet_on, take_masthead
from reader.formats.outlets import agency_named, outlet_named
from reader.formats.page import Page, bare
from reader.formats.urls import url_at
from reader.text.paragraphs import ends_sentence
from reader.text.regex import regex

_DEPTH = 16
"""Filled lines from the top among which a head is looked for."""
_BODY_LINES = 3
"""So many lines of running text end the head."""

_LONGEST_NAME = 70
"""Code points of an outlet's or a wire service's name with brackets around it."""
_FIELD = regex(r"(?:[-*+]\s+)?[*_]{0,2}([A-Za-z][A-Za-z /-]{1,24}?)[*_]{0,2}\s?[:：][*_]{0,2}\s*(.+)$")
_LONGEST_LABEL = 40
_KEYS = {
    spelling: field
    for field, spellings in {
        "title": "title|headline|full title|head line",
        "source": "source|outlet|publisher|publication|newspaper|site|website|publication name",
        "author": "author|authors|byline|by|writer|reporter|written by",
        "published": "date|published|published on|publication date|pub date|date published|posted|posted "
        "on|load-date|created|updated|"
        "last updated|modified|last modified|publish date",
        "url": "url|link|original url|source url|permalink|web address|address|article url",
        "agency": "agency|news agency|wire",
        "dateline": "dateline",
        "skip": "section|length|language|category|body|word count|page|edition|copyright|document "
        "type|document-type|subject",
        "tags": "tags|keywords",
    }.items()
    for spelling in spellings.split("|")
}


def read_head(draft: Draft, page: Page) -> None:
    """Take the head off the page, line by line, and state what it says."""
    plain: list[int] = []
    body = 0
    for index in page.filled()[:_DEPTH]:
        if body >= _BODY_LINES:
            break
        if not page.lines[index]:
            continue
        if _takes(draft, page, index):
            continue
        plain.append(index)
        text = page.lines[index]
        body += len(text) > 120 or (len(text) > 50 and ends_sentence(text))
    plain = take_masthead(draft, page, plain)
    find_title(draft, page, plain)
    _find_signature(draft, page, plain)


def _takes(draft: Draft, page: Page, index: int) -> bool:
    """Whether the line belongs to the head and says something by itself; then it has been taken."""
    line = page.lines[index]
    if index in page.prose and line[-1] == "." and len(line) > _LONGEST_NAME and not YEAR.search(line):
        return False  # most lines of running text; it has no colon, so it is no field
    text = page.bare(index)
    if len(text) > 600:
        return False
    return (
        _takes_field(draft, page, index)
        or _takes_date(draft, page, index, text)
        or _takes_byline(draft, page, index, text)
        or _takes_agency(draft, page, index, text)
    )


def _takes_field(draft: Draft, page: Page, index: int) -> bool:
    """A labelled line: `Author: Jane Roe`, `Published on: 15 February 2022`."""
    line = page.lines[index]
    match = _FIELD.match(line) if ":" in line[:_LONGEST_LABEL] or "：" in line[:_LONGEST_LABEL] else None
    name = _KEYS.get(match[1].casefold().strip()) if match else None
    if not match or not name or len(match[2]) > 400:
        return False
    value = bare(match[2])
    if name == "url" or (name == "source" and value.startswith(("http://", "https://", "www."))):
        return _takes_url(draft, page, index)
    if not _states(draft, name, value, page.number(index), line):
        return False
    page.take(index)
    return True


def _takes_url(draft: Draft, page: Page, index: int) -> bool:
    found = url_at(page, index)
    if found:
        draft.state("url", found.url, page.number(index), page.lines[index])
        for used in found.lines:
            page.take(used)
    return found is not None


def _states(draft: Draft, name: str, value: str, number: int, line: str) -> bool:
    """State what a labelled line says; False where the value is none that the label could have."""
    if name == "published":
        dates = date_line(value)
        if dates:
            _state_dates(draft, dates, number, line)
        return dates is not None
    if name == "author":
        signed = lines.byline(f"By {value}")
        if signed:
            _state_byline(draft, signed, number, line)
        return signed is not None
    if name in ("skip", "source") and (len(value) > 80 or ends_sentence(value)):
        return False
    if name == "tags":
        draft.tags.extend(tag.strip() for tag in value.split(",") if tag.strip())
    elif name == "skip":
        draft.leftovers.append(line)
    else:
        draft.state(name, value, number, line)
    return True


def _state_dates(draft: Draft, dates: DateLine, number: int, line: str) -> None:
    draft.state("published", dates.published or dates.updated, number, line)
    if dates.doubtful and not draft.get("published"):
        draft.notice(f"the date {line.strip()!r} can be read in two ways; left out", number)


def _takes_date(draft: Draft, page: Page, index: int, text: str) -> bool:
    dates = date_line(text)
    if dates:
        _state_dates(draft, dates, page.number(index), text)
        page.take(index)
        return True
    return _takes_mixed(draft, page, index, text)


def _takes_mixed(draft: Draft, page: Page, index: int, text: str) -> bool:
    """A line of several facts: `By Jane Roe | 15 February 2022`, `Reuters · Feb 15, 2022`."""
    if len(text) > 200 or not YEAR.search(text):
        return False
    parts = [
        part.strip()
        for part in re.split(r"\s+[|·•/–—-]\s+|\s*[|·•]\s*|(?<=[a-z]),\s+(?=[A-Z][a-z]{2,8}\.?\s+[0-9]|[0-9])", text)
        if part.strip()
    ]
    if len(parts) < 2:
        return False
    dates = [date_line(part) for part in parts]
    if not any(dates):
        return False
    rest = [part for part, stamp in zip(parts, dates, strict=True) if not stamp]
    said = [_said(page, part) for part in rest]
    if not all(said) and not ("|" in text and all(len(part) <= 40 and part.count(" ") < 3 for part in rest)):
        return False
    number = page.number(index)
    page.take(index)
    for stamp in filter(None, dates):
        _state_dates(draft, stamp, number, text)
    for signed in filter(None, said):
        _state_byline(draft, signed, number, text)
    if not all(said):
        draft.leftovers.append(text)
    return True


def _said(page: Page, part: str) -> lines.Byline | None:
    """What one part of a line of several facts says: who signed, whose it is, or nothing worth keeping."""
    if agency := agency_named(part):
        return lines.Byline(None, (agency,), None)
    if outlet := outlet_on(page, part):
        return lines.Byline(None, (), outlet)
    if lines.furniture(part):
        return lines.Byline(None, (), None)
    return lines.byline(part) or (lines.byline(f"By {part}") if lines.looks_like_name(part) else None)


def _state_byline(draft: Draft, signed: lines.Byline, number: int, line: str) -> None:
    draft.state("author", signed.author, number, line)
    draft.state("agency", ", ".join(signed.agencies), number, line)
    draft.state("source", signed.outlet, number, line)


def _takes_byline(draft: Draft, page: Page, index: int, text: str) -> bool:
    signed = lines.byline(text)
    if signed:
        people, _, last = (signed.author or "").rpartition(", ")
        if people and not signed.outlet and (outlet := borne_out(page, last)):
            signed = lines.Byline(people, signed.agencies, outlet)
        _state_byline(draft, signed, page.number(index), text)
        page.take(index)
    return signed is not None


def _takes_agency(draft: Draft, page: Page, index: int, text: str) -> bool:
    """A line that is the name of a wire service or of an outlet."""
    name = text.strip("()[] ")
    agency, outlet = agency_named(name), outlet_named(name)
    if not agency and not outlet:
        return False
    if outlet and not agency:
        draft.state("source", outlet, page.number(index), text)
    else:
        draft.state("agency", agency, page.number(index), text)
    page.take(index)
    return True


def _find_signature(draft: Draft, page: Page, plain: list[int]) -> None:
    """A name alone between headline and text, next to where a date line stood."""
    if draft.get("author") or not draft.get("title") or not draft.get("published"):
        return
    dated = next((origin.line for origin in draft.origins if origin.field == "published"), None)
    if dated is None or page.fixed_line is not None:
        return
    for index in plain[:3]:
        text = bare(page.lines[index])
        if text and abs(page.number(index) - dated) <= 2 and lines.looks_like_name(text):
            draft.state("author", text, page.number(index), text)
            page.take(index)
            return
