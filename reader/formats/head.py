"""What stands above a report: headline, date line, byline, labelled fields, the picture with its caption."""

import re

from reader.formats import lines
from reader.formats.dates import YEAR, DateLine, date_line, parse
from reader.formats.draft import Draft
from reader.formats.outlets import agency_named, outlet_named
from reader.formats.page import Page, bare
from reader.formats.urls import url_at
from reader.text.paragraphs import ends_sentence

_DEPTH = 16
"""Filled lines from the top among which a head is looked for."""
_BODY_LINES = 3
"""So many lines of running text end the head."""
_LONGEST_TITLE = 200

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$|<h[1-3][^<>]{0,200}>(.*?)</h[1-3]>$", re.IGNORECASE)
_BOLD_LINE = re.compile(r"(?:\*\*|__)([^*]{3,200})(?:\*\*|__)$")
_UNDERLINE = re.compile(r"={3,}$|-{3,}$")
_FIELD = re.compile(r"(?:[-*+]\s+)?[*_]{0,2}([A-Za-z][A-Za-z /-]{1,24}?)[*_]{0,2}\s?[:：][*_]{0,2}\s*(.+)$")
_KEYS = {
    spelling: field
    for field, spellings in {
        "title": "title|headline|full title|head line",
        "source": "source|outlet|publisher|publication|newspaper|site|website|publication name",
        "author": "author|authors|byline|by|writer|reporter|written by",
        "published": "date|published|published on|publication date|pub date|date published|posted|posted on|load-date|created|updated|"
        "last updated|modified|last modified|publish date",
        "url": "url|link|original url|source url|permalink|web address|address|article url",
        "agency": "agency|news agency|wire",
        "dateline": "dateline",
        "skip": "section|length|language|category|body|word count|page|edition|copyright|document type|document-type|subject",
        "tags": "tags|keywords",
    }.items()
    for spelling in spellings.split("|")
}
_SECTIONS = frozenset(
    [
        "world",
        "politics",
        "business",
        "opinion",
        "news",
        "sport",
        "sports",
        "europe",
        "asia",
        "africa",
        "americas",
        "us",
        "uk",
        "national",
        "international",
        "local",
        "health",
        "science",
        "technology",
        "tech",
        "culture",
        "economy",
        "environment",
        "climate",
        "middle-east",
        "breaking",
        "exclusive",
        "analysis",
        "home",
    ]
)
_TITLE_END = re.compile(r"[.,;:–—-]$")
_SMALL_WORDS = re.compile(
    r"\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|as|is|are|says?|over|after|into|not|v|vs|amid|its|it|be)\b"
)


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
    _find_title(draft, page, plain)
    _find_signature(draft, page, plain)


def _takes(draft: Draft, page: Page, index: int) -> bool:
    """Whether the line belongs to the head and says something by itself; then it has been taken."""
    line = page.lines[index]
    text = bare(line)
    if len(text) > 600:
        return False
    return (
        _takes_field(draft, page, index)
        or _takes_date(draft, page, index, text)
        or _takes_byline(draft, page, index, text)
        or _takes_agency(draft, page, index, text)
    )


def _takes_field(draft: Draft, page: Page, index: int) -> bool:
    match = _FIELD.match(page.lines[index])
    name = _KEYS.get(match[1].casefold().strip()) if match else None
    if not match or not name or len(match[2]) > 400:
        return False
    value, number = bare(match[2]), page.number(index)
    if name == "published":
        stamp = parse(value) or ""
        dates = date_line(value)
        if not dates:
            return False
        stamp = dates.published or dates.updated or stamp
        _state_dates(draft, DateLine(stamp or None, None, dates.doubtful), number, page.lines[index])
    elif name == "url" or (name == "source" and value.startswith(("http://", "https://", "www."))):
        found = url_at(page, index)
        if not found:
            return False
        draft.state("url", found.url, number, page.lines[index])
        for used in found.lines:
            page.take(used)
        return True
    elif name == "author":
        signed = lines.byline(f"By {value}")
        if not signed:
            return False
        _state_byline(draft, signed, number, page.lines[index])
    elif name == "tags":
        draft.tags.extend(tag.strip() for tag in value.split(",") if tag.strip())
    elif name == "skip":
        if len(value) > 60 or ends_sentence(value):
            return False
        draft.leftovers.append(page.lines[index])
    elif name == "source" and (len(value) > 80 or ends_sentence(value)):
        return False
    else:
        draft.state(name, value, number, page.lines[index])
    page.take(index)
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
    signed = [
        lines.byline(part) or (lines.byline(f"By {part}") if lines.looks_like_name(part) else None) for part in rest
    ]
    if not all(
        sign or outlet_named(part) or agency_named(part) or lines.furniture(part)
        for part, sign in zip(rest, signed, strict=True)
    ):
        return False
    number = page.number(index)
    for stamp in filter(None, dates):
        _state_dates(draft, stamp, number, text)
    for part, sign in zip(rest, signed, strict=True):
        if agency_named(part):
            draft.state("agency", agency_named(part), number, text)
        elif outlet_named(part):
            draft.state("source", part, number, text)
        elif sign:
            _state_byline(draft, sign, number, text)
    page.take(index)
    return True


def _state_byline(draft: Draft, signed: lines.Byline, number: int, line: str) -> None:
    draft.state("author", signed.author, number, line)
    draft.state("agency", ", ".join(signed.agencies), number, line)
    draft.state("source", signed.outlet, number, line)


def _takes_byline(draft: Draft, page: Page, index: int, text: str) -> bool:
    signed = lines.byline(text)
    if signed:
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


def heading_of(line: str) -> str | None:
    """The words of a Markdown or HTML heading or of a line wholly in bold; None for any other line."""
    if match := _HEADING.match(line):
        return bare(match[2] if match[2] is not None else match[3]) or None
    match = _BOLD_LINE.match(line)
    return bare(match[1]) if match and not lines.bold_credit(line) else None


def _words(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _find_title(draft: Draft, page: Page, plain: list[int]) -> None:
    stated = draft.get("title")
    filled = plain[:4]
    if stated:
        _drop_repeated_title(draft, page, filled, stated)
        return
    for position, index in enumerate(filled[:3]):
        line = page.lines[index]
        words = heading_of(line)
        if words and len(words) <= 300 and (line[0] in "#<" or (position == 0 and is_title_like(words))):
            if _section(words) and position == 0:
                draft.leftovers.append(page.take(index))
                continue
            draft.state("title", words, page.number(index), line)
            page.take(index)
            return
        if not _section(line):
            break
    _headline(draft, page, plain)


def _drop_repeated_title(draft: Draft, page: Page, filled: list[int], stated: str) -> None:
    for index in filled[:2]:
        if len(page.lines[index]) > 2 * len(stated) + 40:
            return
        words = heading_of(page.lines[index]) or bare(page.lines[index])
        if _words(words) == _words(stated):
            page.take(index)
            return
        if page.lines[index].startswith("# "):
            draft.leftovers.append(page.take(index))
            return


def _section(text: str) -> bool:
    return text.strip("# ").casefold().replace(" ", "-") in _SECTIONS


def _headline(draft: Draft, page: Page, plain: list[int]) -> None:
    """The first line, if it stands there as a headline does."""
    if not plain:
        return
    index = plain[0]
    if _section(page.lines[index]) and len(plain) > 1 and is_title_like(bare(page.lines[plain[1]])):
        draft.leftovers.append(page.take(index))
        plain = plain[1:]
        index = plain[0]
    below = index + 1
    block = [index]
    while below < len(page.lines) and page.lines[below] and len(block) < 3 and not _UNDERLINE.match(page.lines[below]):
        block.append(below)
        below += 1
    underlined = below < len(page.lines) and bool(_UNDERLINE.match(page.lines[below])) and below == index + 1
    if underlined:
        page.take(below)
        block = [index]
    text = bare(" ".join(page.lines[i] for i in block))
    if len(block) > 1 and (
        len(text) > _LONGEST_TITLE or page.lines[below : below + 1] not in ([], [""]) or not is_title_like(text)
    ):
        block, text = [index], bare(page.lines[index])
    rest = list(page.after(block[-1]))[:3] if len(page.lines) < 4000 else list(_first(page, block[-1]))
    if not rest or not (underlined or _stands_as_headline(page, block, text, rest)):
        return
    draft.state("title", text, page.number(index), text)
    for used in block:
        page.take(used)


def _first(page: Page, index: int) -> list[int]:
    found: list[int] = []
    for below in page.after(index):
        found.append(below)
        if len(found) == 3:
            break
    return found


def _stands_as_headline(page: Page, block: list[int], text: str, rest: list[int]) -> bool:
    if not is_title_like(text):
        return False
    index = block[-1]
    alone = not page.lines[index + 1]
    follower = page.lines[rest[0]]
    if not (len(follower) > len(text) or any(len(page.lines[i]) > 1.3 * len(text) for i in rest)):
        return False
    if follower[:1].islower():
        return False
    if text[-1] in "?!" or text.count(" ") < 2:
        return alone and _title_case(text)
    return alone or _title_case(text) or (len(text) <= 120 and len(follower) > 1.5 * len(text))


def is_title_like(text: str) -> bool:
    """Whether a line could be a headline: short, begun as one, and without a full stop."""
    words = text.count(" ") + 1
    if not 2 <= words <= 30 or len(text) > _LONGEST_TITLE or not text:
        return False
    if _TITLE_END.search(text) and not re.search(r"(?:[A-Z]\.){2,}$", text):
        return False
    if (
        re.search(r"[.!?][”\"’')]*$", text)
        and text[-1] not in "?!"
        and not re.search(r"(?:[A-Z]\.){2,}$|[”\"’']$", text)
    ):
        return False
    first = text.lstrip("“\"‘'«(")[:1]
    return (
        bool(first)
        and not first.islower()
        and (first.isalnum() or first in "$€£")
        and not text.startswith(("- ", "• "))
    )


def _title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w’']*", text) if not _SMALL_WORDS.fullmatch(word.casefold())]
    return len(words) >= 2 and sum(not word[0].islower() for word in words) >= 0.75 * len(words)


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
