"""What stands below a report: where it came from, who contributed, copyright, links to other articles."""

import re
from collections.abc import Iterator

from reader.formats import glance, lines
from reader.formats.dates import date_line
from reader.formats.draft import Draft
from reader.formats.outlets import agencies_in
from reader.formats.page import Page, bare
from reader.formats.urls import url_at
from reader.text.regex import regex

_DEPTH = 18
"""Filled lines from the bottom among which a foot is looked for."""
_LABEL = regex(
    r"(?:original(?: (?:url|article|source|link|post|story))?|source(?: url)?|url|link|permalink"
    r"|article(?: url| link)?|from|via|"
    r"(?:retrieved|accessed|taken|downloaded) from|available at|published at|web(?: address)?|read "
    r"(?:more|the (?:full|original) "
    r"(?:story|article))(?: (?:at|on|here))?|full (?:story|article|text)|view (?:original|online)"
    r"|archived(?: (?:at|from))?)"
    r"\s*(?::|：|$|(?=\s*<?https?://)|(?=\s*\[))",
    re.IGNORECASE,
)
_READ_MORE = regex(r"read\b|full\b", re.IGNORECASE)
_RELATED = regex(
    r"(?:related (?:articles?|stories|content|news|posts|topics|coverage)|more (?:stories|news|from "
    r".{2,40}|on this (?:story|topic))|most (?:read|"
    r"popular|viewed)|recommended(?: (?:stories|for you|reading))?|you (?:may|might) also like"
    r"|trending(?: now)?|read next|further reading|"
    r"also in the news|editors?[’'] picks?|latest (?:news|stories))\s*:?$",
    re.IGNORECASE,
)
_LONGEST_HEADING = 80
_ENDS = frozenset('.!?”"')
"""What most paragraphs end with, and no signature."""
_LAST_SIGNATURE = regex(
    r"\s*(?:\((?P<round>[^()]{2,40})\)|\[(?P<square>[^\[\]]{2,40})\]|\s[–—-]{1,2}\s?(?P<dash>[\w /&-]{2,40}))$"
)


def read_foot(draft: Draft, page: Page) -> None:
    """Take the foot off the page and state what it says."""
    filled = page.filled()
    _drop_related(draft, page, filled)
    candidates: list[tuple[int, int]] = []
    for index in filled[-_DEPTH:]:
        line = page.lines[index]
        if index in page.prose and glance.credits_nobody(line) and not _is_last(page, index, filled[-1]):
            continue
        if line:
            _takes(draft, page, index, page.bare(index), candidates)
    _take_urls(draft, page, candidates)


def _is_last(page: Page, index: int, last: int) -> bool:
    """Whether nothing is left below the line at `index`; `last` is where the last line was."""
    return not ((index < last and page.lines[last]) or any(page.lines[index + 1 :]))


def _drop_related(draft: Draft, page: Page, filled: list[int]) -> None:
    """A list of other articles at the end, under a heading that says so."""
    for position in range(max(len(filled) // 2, len(filled) - 25), len(filled)):
        line = page.lines[filled[position]]
        if len(line) > _LONGEST_HEADING or not _RELATED.match(bare(line)):
            continue
        rest = filled[position + 1 :]
        if all(len(text := bare(page.lines[i])) <= 160 and not text.endswith((".", ".”", '."')) for i in rest):
            draft.leftovers.extend(page.take(index) for index in filled[position:] if not _holds_url_label(page, index))
        return


def _holds_url_label(page: Page, index: int) -> bool:
    return bool(_LABEL.match(bare(page.lines[index]))) or "://" in page.lines[index]


def _takes(draft: Draft, page: Page, index: int, text: str, candidates: list[tuple[int, int]]) -> None:
    line = page.lines[index]
    if "://" in line or line.startswith(("www.", "<www.")):
        label = _LABEL.match(text)
        label_line = _label_above(page, index)
        whole = bool(label) or re.match(r"[<(\[]*(?:https?://|www\.)", line) is not None or label_line is not None
        if whole and len(text) < 1000 and _only_url(line, label):
            rank = 2 if label_line is not None and not _READ_MORE.match(bare(page.lines[label_line])) else 1
            rank = rank if not label else (1 if _READ_MORE.match(text) else 2)
            candidates.append((rank, index))
            return
    credit = lines.foot_credit(text)
    if credit and not (text.startswith("(c)") and any(above.startswith("(b)") for above in page.lines)):
        draft.state("agency", ", ".join(credit.agencies), page.number(index), text)
        page.take(index)
        draft.leftovers.append(" ".join([text, *_carried_over(page, index)]))
        return
    if any(page.lines[index + 1 :]):
        return
    dates = date_line(text)
    if dates:
        draft.state("published", dates.published or dates.updated, page.number(index), text)
        draft.leftovers.append(text)
        page.take(index)
        return
    label = _LABEL.match(text)
    if label and text.casefold().startswith(("source:", "via:", "from:")):
        named = text[label.end() :].strip()
        if len(named) > 60 or named.count(" ") > 5 or named.endswith("."):
            return
        draft.state("source", named, page.number(index), text)
        draft.state("agency", ", ".join(agencies_in(text)), page.number(index), text)
        draft.leftovers.append(text)
        page.take(index)


def _carried_over(page: Page, index: int) -> Iterator[str]:
    """Take the lines over which the credit at `index` has been wrapped: they follow at once and begin small."""
    for below in range(index + 1, min(index + 4, len(page.lines))):
        if not page.lines[below][:1].islower():
            return
        yield bare(page.take(below))


def _only_url(line: str, label: re.Match[str] | None) -> bool:
    """Whether a line holds a URL and hardly a word besides it and its label."""
    words = re.sub(r"\[[^\[\]]*\]\([^()]*\)|<?(?:https?://|www\.)\S+", " ", line)
    allowed = 8 if label else 4
    return len(words.split()) <= allowed


def _label_above(page: Page, index: int) -> int | None:
    """The line above that announces a URL: `Original url:`."""
    for above in (index - 1, index - 2):
        if above >= 0 and page.lines[above]:
            text = bare(page.lines[above])
            match = _LABEL.match(text)
            return above if match and match.end() >= len(text) else None
    return None


def _take_urls(draft: Draft, page: Page, candidates: list[tuple[int, int]]) -> None:
    best = max((rank for rank, _ in candidates), default=0)
    for rank, index in candidates:
        if not page.lines[index]:
            continue
        found = url_at(page, index)
        if not found:
            continue
        label = _label_above(page, index)
        words = page.lines[index]
        if not (rank == best and draft.state("url", found.url, page.number(index), words)):
            draft.leftovers.append(found.url)
        if label is not None:
            page.take(label)
        for used in found.lines:
            page.take(used)


def last_signature(paragraph: str) -> tuple[str, tuple[str, ...]]:
    """A last paragraph without the agency that signs it, and that agency: `… he said. (AFP)`."""
    match = _LAST_SIGNATURE.search(paragraph[-60:]) if paragraph[-1:] not in _ENDS else None
    if not match:
        return paragraph, ()
    name = match["round"] or match["square"] or match["dash"]
    credit = lines.foot_credit(name)
    if not credit or not credit.agencies:
        return paragraph, ()
    body = paragraph[: len(paragraph) - len(match[0])]
    return (body, credit.agencies) if body.rstrip().endswith((".", "”", '"', "!", "?", "’", "'")) else (paragraph, ())
