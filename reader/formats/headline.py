"""The headline: a Markdown or HTML heading, an underlined line, or a first line that stands there as headlines do."""

import re
from itertools import islice

from reader.formats import lines
from reader.formats.draft import Draft
from reader.formats.page import Page, bare
from reader.text.regex import regex

_LONGEST_TITLE = 200
_HEADING_SIGNS = frozenset("#<*_")
_HEADING = regex(r"(#{1,6})\s+(.*?)\s*#*$|<h[1-3][^<>]{0,200}>(.*?)</h[1-3]>$", re.IGNORECASE)
_BOLD_LINE = regex(r"(?:\*\*|__)([^*]{3,200})(?:\*\*|__)$")
_UNDERLINE = regex(r"={3,}$|-{3,}$")
_SECTIONS = frozenset(
    """
    world politics business opinion news sport sports europe asia africa americas us uk national international
    local health science technology tech culture economy environment climate middle-east breaking exclusive
    analysis home
    """.split()  # noqa: SIM905 - a list would take a line for each word
)
_ABBREVIATED = regex(r"(?:[A-Z]\.){2,}$")
_TITLE_END = regex(r"[.,;:–—-]$")
_SMALL_WORDS = frozenset(
    """
    a an the of to in on at by for from with and or but as is are say says over after into not v vs amid its
    it be
    """.split()  # noqa: SIM905 - a list would take a line for each word
)
_WORD = regex(r"[^\W\d_][\w’']*")
_WRAPPED = 40
"""Code points; a shorter line was not wrapped."""


def heading_of(line: str) -> str | None:
    """The words of a Markdown or HTML heading or of a line wholly in bold; None for any other line."""
    if line[:1] not in _HEADING_SIGNS:
        return None
    if match := _HEADING.match(line):
        return bare(match[2] if match[2] is not None else match[3]) or None
    match = _BOLD_LINE.match(line)
    return bare(match[1]) if match and not lines.bold_credit(line) else None


def _words(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _begins_alike(text: str, other: str) -> bool:
    """Whether two texts may be the same words: told by their beginnings, where these are letters."""
    one, two = text[:1], other[:1]
    return not (one.isalnum() and two.isalnum()) or one.casefold()[:1] == two.casefold()[:1]


def find_title(draft: Draft, page: Page, plain: list[int]) -> None:
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
        words = heading_of(page.lines[index]) or page.bare(index)
        if _begins_alike(words, stated) and _words(words) == _words(stated):
            page.take(index)
            return
        if page.lines[index].startswith("# "):
            draft.leftovers.append(page.take(index))
            return


def _section(text: str) -> bool:
    return text.strip("# ").casefold().replace(" ", "-") in _SECTIONS


def _headline(draft: Draft, page: Page, plain: list[int]) -> None:
    """The first line, if it stands there as a headline does."""
    if len(plain) > 1 and _section(page.lines[plain[0]]) and is_title_like(bare(page.lines[plain[1]])):
        draft.leftovers.append(page.take(plain[0]))
        plain = plain[1:]
    if not plain:
        return
    index = plain[0]
    underlined = index + 1 < len(page.lines) and bool(_UNDERLINE.match(page.lines[index + 1]))
    block = [index] if underlined else _wrapped_title(page, index)
    text = bare(" ".join(page.lines[part] for part in block))
    if underlined:
        page.take(index + 1)
    rest = list(islice(page.after(block[-1]), 3))
    if rest and is_title_like(text) and (underlined or _stands_as_headline(page, block[-1], text, rest)):
        draft.state("title", text, page.number(index), text)
        for part in block:
            page.take(part)


def _wrapped_title(page: Page, index: int) -> list[int]:
    """The lines of a headline that has been wrapped: two or three that stand apart and together could be one."""
    block = [index]
    while (
        len(block) <= 3
        and len(page.lines[block[-1]]) >= _WRAPPED
        and page.lines[block[-1] + 1 : block[-1] + 2] not in ([], [""])
    ):
        block.append(block[-1] + 1)
    apart = len(block) <= 3 and page.lines[block[-1] + 1 : block[-1] + 2] == [""]
    return block if apart and is_title_like(bare(" ".join(page.lines[part] for part in block))) else [index]


def _stands_as_headline(page: Page, index: int, text: str, rest: list[int]) -> bool:
    alone = not page.lines[index + 1]
    follower = page.lines[rest[0]]
    if not (len(follower) > len(text) or any(_block_length(page, i) > 1.3 * len(text) for i in rest)):
        return False
    if follower[:1].islower():
        return False
    if text[-1] in "?!" or text.count(" ") < 2:
        return alone and _title_case(text)
    return alone or _title_case(text) or (len(text) <= 120 and len(follower) > 1.5 * len(text))


def _block_length(page: Page, index: int) -> int:
    """Code points of the line at `index` and of those right below it, as far as it matters."""
    length = 0
    for line in page.lines[index : index + 4]:
        if not line:
            break
        length += len(line)
    return length


def is_title_like(text: str) -> bool:
    """Whether a line could be a headline: short, begun as one, and without a full stop."""
    if len(text) > _LONGEST_TITLE or not 2 <= text.count(" ") + 1 <= 30:
        return False
    end = text.rstrip("”\"’') ")
    stopped = _TITLE_END.search(text) or (end.endswith(".") and (end == text or not _title_case(text)))
    if stopped and not _ABBREVIATED.search(end):
        return False
    if "@" in text or "://" in text or "www." in text:
        return False
    first = text.lstrip("“\"‘'«(")[:1]
    return (first.isalnum() and not first.islower()) or first in tuple("$€£")


def _title_case(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if word.casefold() not in _SMALL_WORDS]
    return len(words) >= 2 and sum(not word[0].islower() for word in words) >= 0.75 * len(words)
