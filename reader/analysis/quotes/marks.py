"""Which quotation marks belong together: the stretches of an article that stand between marks.

Marks are paired inside one paragraph with a stack, so a text of nothing but marks costs linear time. The work is in what
is no mark: apostrophes (*it's*, *Sanders' record*, *'90s*), inches, and typists' wrong-way curly marks.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.model import Span

MAX_DEPTH = 3
"""Quotations nested deeper than this are left unmarked: nobody reads them."""

_CANDIDATE = re.compile(r"[“”„‟«»\"]|``|''|(?<![^\W_])['‘‚‹](?=\S)|(?<=\S)['’›‘](?![^\W_])|(?<=[a-z][.,?!])['’](?=[a-z])")
_ELISION = re.compile(r"(?:\d\ds?|tis|twas|em|til|cause|bout|round|n|nuff|cuz|kay)\b", re.IGNORECASE)
_OPENS_AFTER = frozenset(" \t\n([{—–-/“\"‘'„«:;,>…*_\xa0")
_TERMINAL = frozenset(".,?!;:…—-)")
_DOUBLE_CLOSERS = {"“": "”", "”": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "``": "''", "''": "''", "‟": "”"}


class Stretch(NamedTuple):
    """What stands between two marks; `start` and `end` include them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    parent: int
    """Index of the stretch that this one stands inside, -1 at the top."""
    closed: bool
    """False where the paragraph ends before a closing mark comes."""
    single: bool


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    opens: bool
    closes: bool
    sure: bool
    """A closing single mark that cannot be an apostrophe."""


def pair_marks(text: str, paragraph: Span) -> list[Stretch]:
    """Stretches of one paragraph in order of their opening marks, the inner ones after the outer ones."""
    marks = [_judge(text, match.start(), match.group(), paragraph) for match in _CANDIDATE.finditer(text, *paragraph)]
    return _pair(marks, paragraph) if marks else []


def _judge(text: str, at: int, mark: str, paragraph: Span) -> _Mark:
    """Look at the characters around a mark: may it open, may it close?"""
    end = at + len(mark)
    before = text[at - 1] if at > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    left, right = before in _OPENS_AFTER, after.isspace() or not (after.isalnum() or after in "$£€#@[(“\"‘'…")
    single = mark in "'‘’‚‹›"
    if single:
        opens = mark != "’" and not right and (left or mark in "‚‹") and not _ELISION.match(text, end)
        closes = not before.isspace() and mark not in "‚‹" and (right or before in _TERMINAL) and (mark != "‘" or not opens)
        sure = closes and (before in _TERMINAL or (before not in "sS" and not before.isspace()))
        return _Mark(at, end, mark, opens, closes, sure)
    closes = mark in "”»\"''“«" and not (before.isspace() and not right)
    opens = mark in "“„«»\"``‟''" and (not right or mark in "„«``" or (mark == "“" and before.isspace())) and not (mark == '"' and before.isdigit())
    if mark == "”":
        opens = left and not right
    elif mark in '"``' or mark == "''":
        opens = opens and left
    return _Mark(at, end, mark, opens, closes, True)


def _pair(marks: Sequence[_Mark], paragraph: Span) -> list[Stretch]:
    """Walk the marks with a stack of what is open."""
    last_sure = _next_sure_single(marks)
    found: list[Stretch | None] = []
    stack: list[tuple[_Mark, int]] = []

    def close(end: int, inner_end: int, closed: bool) -> None:
        opener, index = stack.pop()
        parent = stack[-1][1] if stack else -1
        found[index] = Stretch(opener.start, end, opener.end, inner_end, parent, closed, opener.text in "'‘‚‹›")

    for number, mark in enumerate(marks):
        single = mark.text in "'‘’‚‹›"
        if single:
            _single(mark, number, last_sure, stack, found, close)
            continue
        depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0].text not in "'‘‚‹›"), -1)
        if depth >= 0 and mark.closes and _closes(stack[depth][0], mark):
            while len(stack) > depth + 1:  # a single mark left open inside was an apostrophe
                found[stack.pop()[1]] = None
            close(mark.end, mark.start, True)
        elif mark.opens and len(stack) < MAX_DEPTH:
            if depth >= 0 and stack[depth][0].text == mark.text and depth == len(stack) - 1:
                close(mark.start, mark.start, False)  # the same mark again: the first was never closed
            found.append(None)
            stack.append((mark, len(found) - 1))
    while stack:
        if stack[-1][0].text in "'‘‚‹›" and not (len(stack) == 1 and stack[0][0].start == paragraph.start):
            found[stack.pop()[1]] = None
        else:
            close(paragraph.end, paragraph.end, False)
    return _renumber(found)


def _closes(opener: _Mark, mark: _Mark) -> bool:
    """Whether `mark` may end what `opener` began; a wrong-way “ at the end of a word does."""
    if mark.text in _DOUBLE_CLOSERS.get(opener.text, ""):
        return True
    if mark.text == "“":
        return not mark.opens or opener.text == "„"
    return mark.text in "”\"''" and opener.text in "“\"``''‟„"


def _single(mark, number, last_sure, stack, found, close) -> None:  # type: ignore[no-untyped-def]
    """A single mark: opens, closes, or is an apostrophe."""
    if stack and stack[-1][0].text in "'‘‚‹›":
        ambiguous = mark.closes and not mark.sure
        if mark.closes and not (ambiguous and last_sure[number]):
            close(mark.end, mark.start, True)
            return
        if mark.closes:
            return
    if mark.opens and len(stack) < MAX_DEPTH and not (stack and stack[-1][0].text in "'‘‚‹›"):
        found.append(None)
        stack.append((mark, len(found) - 1))


def _next_sure_single(marks: Sequence[_Mark]) -> list[bool]:
    """For each mark: does a sure single closing mark follow before the next single opening or any double mark?"""
    following, answer = False, [False] * len(marks)
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        answer[number] = following
        if mark.text not in "'‘’‚‹›":
            following = False if mark.closes else following
        elif mark.closes:
            following = following or mark.sure
        elif mark.opens:
            following = False
    return answer


def _renumber(found: Sequence[Stretch | None]) -> list[Stretch]:
    """Drop what turned out to be no stretch, keeping `parent` right."""
    place, kept = {-1: -1}, []
    for index, stretch in enumerate(found):
        if stretch is not None:
            place[index] = len(kept)
            kept.append(stretch._replace(parent=place.get(stretch.parent, -1)))
    return kept
