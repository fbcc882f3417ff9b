"""What is left of a page once head and foot are off it: the report, without what a web page or an editor put
between."""

import itertools
import re
from collections.abc import Sequence

from reader.formats import glance, lines
from reader.formats.dateline import dateline
from reader.formats.draft import Draft
from reader.formats.foot import last_signature
from reader.formats.headline import heading_of
from reader.formats.masthead import letters, rights_holder, same_outlet
from reader.formats.outlets import host_of, sounds_like_outlet
from reader.formats.page import Page, bare
from reader.text.markup import IMAGE, resolve
from reader.text.paragraphs import Block, Row, as_they_stand, blocks_of
from reader.text.regex import regex

_SEPARATOR = regex(r"(?:[-*_=~#•·.+—–]\s*){2,}$|#$|\|?[\s:|-]*-[\s:|-]*\|?$")
_EXCERPT = regex(r">\s*#{1,6}\s+(?:excerpt|summary|description|abstract)\s*$", re.IGNORECASE)
_HEAD = 12
"""Filled lines from the top among which a clipper's summary is looked for."""
_FENCE = regex(r"(?:```|~~~)[\w-]*$")
_DEFINITION = regex(r"\[\^?[^\[\]]{1,60}\]:\s+\S")
_BULLET = regex(r"([-*+•‣◦▪●])\s+(?=\S)")
_NUMBER = regex(r"[0-9]{1,2}[.)]\s+(?=\S)")
_IMAGE_LINE = regex(r"\[?!\[([^\[\]]{0,2000})\]\([^\n]*$|!\[\[[^\[\]]*\]\]$")
_ITALIC_LINE = regex(r"([*_])(?![*_])[^*_]+\1$")
_LONGEST_ASIDE = 700
"""Code points; a longer line without links is the report's own."""
_SPECIAL = frozenset("#>-*+•‣◦▪●`~=_|[!<.·—–")
_SPECIAL_OR_DIGIT = _SPECIAL | frozenset("0123456789")
_BLANK = Row("")
_BLOCK_TAG = regex(
    r"<(?:br|/?(?:p|div|li|ul|ol|h[1-6]|blockquote|figure|section|article|tr|table))\b[^<>]{0,500}>", re.IGNORECASE
)


def take_asides(draft: Draft, page: Page) -> None:
    """Take captions, pictures and page furniture out, wherever they stand."""
    _take_excerpt(draft, page)
    page.prose = prose = frozenset(glance.prose(page.lines))
    above: int | None = None  # the filled line directly above
    after_picture = False
    before = -1  # the last line looked at: running text is passed over
    for index in page.filled():
        if index in prose:
            continue
        if index - 1 in prose:
            above = index - 1
        elif index - 1 != before:
            above = None
        after_picture = after_picture and prose.isdisjoint(range(before + 1, index))
        before, line = index, page.lines[index]
        if after_picture or line[0] in "![":
            picture, after_picture = _picture(draft, page, index, after_picture=after_picture)
            if picture:
                above = None
                continue
        above = _take_aside(draft, page, index, above)


def _take_aside(draft: Draft, page: Page, index: int, above: int | None) -> int | None:
    """Take a line out if it is a caption, a credit or page furniture; the line that is above the next one then."""
    line = page.lines[index]
    if len(line) > _LONGEST_ASIDE and "](" not in line:
        return index
    text = bare(line) if line[0] in _SPECIAL or "*" in line or "[" in line else line
    if "/" in text and len(text) < 60 and lines.foot_credit(text):
        return index  # agencies that sign the report, not a picture
    if lines.caption(line, text):
        draft.captions.append(resolve(page.take(index)))
    elif lines.credit(text):
        if above is not None and len(page.lines[above]) < 400:
            draft.captions.append(bare(page.take(above)))
        draft.captions.append(text)
        page.take(index)
    elif lines.furniture(text):
        if text.strip("-–— "):
            draft.leftovers.append(text)
        page.take(index)
    else:
        return index
    return above


def _take_excerpt(draft: Draft, page: Page) -> None:
    """Take the summary that a clipper puts on top, from its heading to the next blank line or rule."""
    index = next((i for i in page.filled()[:_HEAD] if page.lines[i][0] == ">" and _EXCERPT.match(page.lines[i])), None)
    while index is not None and index < len(page.lines) and page.lines[index]:
        if _SEPARATOR.match(page.lines[index]):
            return
        if text := bare(page.take(index)):
            draft.leftovers.append(text)
        index += 1


def _picture(draft: Draft, page: Page, index: int, *, after_picture: bool) -> tuple[bool, bool]:
    """Whether the line is a picture or the caption in italics right below one, and whether a caption may follow."""
    line = page.lines[index]
    if line[0] in "![" and (match := _IMAGE_LINE.match(line)) and not IMAGE.sub("", line).strip("[]() ").count(" ") > 3:
        if match[1] and match[1].count(" ") >= 2:
            draft.captions.append(resolve(match[1]))
        page.take(index)
        return True, True
    if after_picture and _ITALIC_LINE.match(line):
        draft.captions.append(bare(line))
        page.take(index)
        return True, False
    return False, False


def _row(line: str, indent: int, *, listed: bool) -> Row | None:
    """A body line without its block markup; None where it is nothing but markup."""
    if line[0] not in _SPECIAL and not (listed and line[0].isdigit()):
        return Row(line, "text", indent)
    if _SEPARATOR.match(line) or _FENCE.match(line):
        return None
    if line[0] == "#" and (heading := heading_of(line)):
        return Row(heading, "heading")
    if line[0] == ">":
        text = line.lstrip("> ")
        return Row(text, "quote") if text else None
    if listed and (bullet := _BULLET.match(line)):
        return Row(f"• {line[bullet.end() :]}", "item")
    if listed and _NUMBER.match(line):
        return Row(line, "item")
    if line[0] in "*_" and (heading := heading_of(line)):
        return Row(heading, "heading" if not heading.endswith((".", "”", '"')) else "text")
    return Row(line.strip("| "), "item") if line[0] == "|" and line.endswith("|") else Row(line, "text", indent)


def _listed(page: Page) -> frozenset[int]:
    """The lines that are items of a list: with a bullet or number, next to another of the kind."""
    marked = [
        index
        for index, line in enumerate(page.lines)
        if line and ((line[0] in "-*+•‣◦▪●" and _BULLET.match(line)) or (line[0].isdigit() and _NUMBER.match(line)))
    ]
    near = {index for a, b in itertools.pairwise(marked) if b - a <= 2 for index in (a, b)}
    return frozenset(near | {index for index in marked if page.lines[index][0] in "•‣◦▪●"})


def rows_of(draft: Draft, page: Page) -> list[Row]:
    """The body's lines with their block markup told apart."""
    listed = _listed(page)
    rows: list[Row] = []
    for index, line in enumerate(page.lines):
        if not line:
            rows.append(_BLANK)
            continue
        if line[0] == "[" and _DEFINITION.match(line):
            draft.leftovers.append(resolve(line))
            rows.append(_BLANK)
            continue
        row = _row(line, page.indents[index], listed=index in listed)
        rows.append(row or _BLANK)
    return rows


def _plain_paragraphs(page: Page) -> list[str] | None:
    """The paragraphs of a page without any markup on which each line is one; None for any other page."""
    if not page.plain or not _SPECIAL_OR_DIGIT.isdisjoint([line[:1] for line in page.lines]):
        return None
    texts = as_they_stand(page.lines)
    if texts and "  " in "\n".join(texts):
        return [" ".join(text.split()) if "  " in text else text for text in texts]
    return texts


def _finished(blocks: Sequence[Block]) -> list[str]:
    done: list[str] = []
    for block in blocks:
        pieces = _BLOCK_TAG.split(block.text) if "<" in block.text else [block.text]
        for piece in pieces:
            text = resolve(piece)
            text = (" ".join(text.split()) if "  " in text else text).strip()
            if text:
                done.append(text)
    return done


def read_body(draft: Draft, page: Page) -> None:
    """Make the body's paragraphs, and take the dateline and the last signature off them."""
    paragraphs = _plain_paragraphs(page) or _finished(blocks_of(rows_of(draft, page)))
    if paragraphs:
        _take_dateline(draft, paragraphs)
        paragraphs[-1], agencies = last_signature(paragraphs[-1])
        if agencies:
            draft.state("agency", ", ".join(agencies), None, "signature of the last paragraph")
    draft.paragraphs = [paragraph for paragraph in paragraphs if paragraph]


def _state_credited(draft: Draft, name: str, words: str) -> None:
    """An outlet in the dateline's parentheses: the source, or who supplied the report to the source."""
    stated, url = draft.get("source"), draft.get("url")
    host = host_of(url) if url else None
    own = [letters(holder) for line in draft.leftovers if (holder := rights_holder(line))]
    borne_out = letters(name) in own or bool(host and same_outlet(name, host))
    if not borne_out and not sounds_like_outlet(name):
        return
    if borne_out or not (stated or host or own):
        draft.state("source", name, None, words)
    elif not stated or letters(stated) != letters(name):
        draft.state("agency", name, None, words)


def _take_dateline(draft: Draft, paragraphs: list[str]) -> None:
    for index, paragraph in enumerate(paragraphs[:3]):
        found = dateline(paragraph)
        if not found:
            continue
        words = paragraph[: found.end]
        draft.state("dateline", found.text, None, words)
        draft.state("place", found.place, None, words)
        draft.state("agency", ", ".join(found.agencies), None, words)
        draft.state("published", found.date, None, words)
        if found.credited:
            _state_credited(draft, found.credited, words)
        paragraphs[index] = paragraph[found.end :]
        return
