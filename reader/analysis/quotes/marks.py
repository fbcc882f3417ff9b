"""Which quotation marks belong together: the stretches of an article that stand between marks.

Marks are paired inside one paragraph with a stack, so that a text of nothing but marks costs linear time. The work is
in what is no mark: apostrophes (*it's*, *the voters' choice*, *'90s*), inches, and typists' wrong-way curly marks.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.model import Span

MAX_DEPTH = 3
"""Quotations nested deeper than this are left unmarked: nobody reads them."""
_MANY, _DENSE = 200, 4
"""More than `_MANY` marks, and one to every `_DENSE` characters, are decoration or damage, not quotation."""

_CANDIDATE = re.compile(
    # Any mark first, because a set of characters is found fast; then what makes it one.
    r"[“”„‟«»\"`'‘’‚‹›]"
    r"(?:(?<=[“”„‟«»\"])|(?<=`)`|(?<=')'"
    r"|(?<=['‘‚‹])(?<![^\W_].)(?=\S)|(?<=['’›‘])(?<=\S.)(?![^\W_])|(?<=[a-z][.,?!]['’])(?=[a-z]))"
)
_ELISION = re.compile(r"(?:\d\ds?|tis|twas|em|til|cause|bout|round|n|nuff|cuz|kay)\b", re.IGNORECASE)
_OPENS_AFTER = frozenset(" \t\n([{—–-/“\"‘'„«:;,>…*_\xa0")
_OPENS_BEFORE = frozenset("$£€#@[(“\"‘'…")
_SINGLES = frozenset("'‘’‚‹›")
_SYMMETRIC = frozenset(('"', "``", "''"))
_MAY_CLOSE = frozenset(("”", "»", '"', "''", "“", "«"))
_ENGLISH_OPENERS = frozenset(("“", '"', "``", "''", "‟", "„"))
_ENGLISH_CLOSERS = frozenset(("”", '"', "''"))
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
    start, end = paragraph
    matches = list(_CANDIDATE.finditer(text, start, end))
    if not matches or (len(matches) > _MANY and len(matches) * _DENSE > end - start):
        return []
    marks = [_judge(text, match.start(), match.group(), start, end) for match in matches]
    return _in_turn(marks) or _Pairing(paragraph).walk(marks)


def _in_turn(marks: Sequence[_Mark]) -> list[Stretch]:
    """The stretches where double marks open and close in turns, as nearly everywhere; none where they do not."""
    if len(marks) % 2 or not _SINGLES.isdisjoint([mark.text for mark in marks]):
        return []
    found = []
    for opener, mark in zip(marks[::2], marks[1::2], strict=True):
        if not (opener.opens and mark.closes and _closes(opener, mark)):
            return []
        found.append(Stretch(opener.start, mark.end, opener.end, mark.start, -1, True, False))
    return found


def _judge(text: str, at: int, mark: str, first: int, last: int) -> _Mark:
    """Look at the characters around a mark of the paragraph `first`…`last`: may it open, may it close?"""
    end = at + len(mark)
    before = text[at - 1] if at > first else " "
    after = text[end] if end < last else " "
    if mark in _SINGLES:
        elision = _ELISION.match(text, end) is not None
        left, right = before in _OPENS_AFTER, _is_right(after)
        return _judge_single(_Mark(at, end, mark, left, right, False), before, elision=elision)
    opens, closes = _judge_double(mark, before, after)
    return _Mark(at, end, mark, opens, closes, True)


def _is_right(after: str) -> bool:
    """Whether a mark before `after` stands at the end of a word."""
    return after.isspace() or not (after.isalnum() or after in _OPENS_BEFORE)


@lru_cache(maxsize=2048)
def _judge_double(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a double mark may open and whether it may close; texts have the same few neighbours again and again."""
    left, right = before in _OPENS_AFTER, _is_right(after)
    closes = mark in _MAY_CLOSE and not (before.isspace() and not right)
    if mark == "”":
        opens = left and not right
    elif mark in _SYMMETRIC:
        opens = left and (not right or mark == "``") and not (mark == '"' and before.isdigit())
    else:
        opens = not right or mark in "„«" or (mark == "“" and before.isspace())
    return opens, closes


def _judge_single(mark: _Mark, before: str, *, elision: bool) -> _Mark:
    """A single mark may be an apostrophe; `opens` and `closes` come in as what stands left and right of it."""
    left, right, low = mark.opens, mark.closes, mark.text in "‚‹"
    opens = mark.text != "’" and not right and (left or low) and not elision
    closes = not before.isspace() and not low and (right or before in _TERMINAL) and (mark.text != "‘" or not opens)
    sure = closes and (before in _TERMINAL or before not in "sS")
    return mark._replace(opens=opens, closes=closes, sure=sure)


class _Pairing:
    """The stack of open marks of one paragraph, and the stretches found."""

    def __init__(self, paragraph: Span) -> None:
        self._paragraph = paragraph
        self._found: list[Stretch | None] = []
        self._stack: list[tuple[_Mark, int]] = []

    def walk(self, marks: Sequence[_Mark]) -> list[Stretch]:
        """Pair all marks of the paragraph."""
        surely_closed = _next_sure_single(marks)
        for mark, later in zip(marks, surely_closed, strict=True):
            if mark.text in _SINGLES:
                self._single(mark, closed_later=later)
            else:
                self._double(mark)
        while self._stack:
            opener = self._stack[-1][0]
            leads = len(self._stack) == 1 and opener.start == self._paragraph.start
            if opener.text in _SINGLES and not leads:
                self._drop()
            else:
                self._close(self._paragraph.end, self._paragraph.end, closed=False)
        return _renumber(self._found)

    def _open(self, mark: _Mark) -> None:
        self._found.append(None)
        self._stack.append((mark, len(self._found) - 1))

    def _drop(self) -> None:
        """The mark on top was an apostrophe."""
        self._found[self._stack.pop()[1]] = None

    def _close(self, end: int, inner_end: int, *, closed: bool) -> None:
        opener, index = self._stack.pop()
        parent = self._stack[-1][1] if self._stack else -1
        self._found[index] = Stretch(opener.start, end, opener.end, inner_end, parent, closed, opener.text in _SINGLES)

    def _double(self, mark: _Mark) -> None:
        stack = self._stack
        depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0].text not in _SINGLES), -1)
        if depth >= 0 and mark.closes and _closes(stack[depth][0], mark):
            while len(stack) > depth + 1:
                self._drop()
            self._close(mark.end, mark.start, closed=True)
        elif mark.opens and len(stack) < MAX_DEPTH:
            if depth == len(stack) - 1 and depth >= 0 and stack[depth][0].text == mark.text:
                self._close(mark.start, mark.start, closed=False)  # the same mark again: the first was never closed
            self._open(mark)

    def _single(self, mark: _Mark, *, closed_later: bool) -> None:
        """Opens, closes, or is an apostrophe; one that may be either is the latter where a sure mark follows."""
        inside = bool(self._stack) and self._stack[-1][0].text in _SINGLES
        if inside and mark.closes and (mark.sure or not closed_later):
            self._close(mark.end, mark.start, closed=True)
        elif not inside and mark.opens and len(self._stack) < MAX_DEPTH:
            self._open(mark)


def _closes(opener: _Mark, mark: _Mark) -> bool:
    """Whether `mark` may end what `opener` began; a wrong-way “ at the end of a word does."""
    if mark.text in _DOUBLE_CLOSERS.get(opener.text, ""):
        return True
    if mark.text == "“":
        return not mark.opens or opener.text == "„"
    return mark.text in _ENGLISH_CLOSERS and opener.text in _ENGLISH_OPENERS


def _next_sure_single(marks: Sequence[_Mark]) -> list[bool]:
    """For each mark: does a sure single closing mark follow before the next single opening or any double mark?"""
    following, answer = False, [False] * len(marks)
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        answer[number] = following
        if mark.text not in _SINGLES:
            following = False if mark.closes else following
        elif mark.closes:
            following = following or mark.sure
        elif mark.opens:
            following = False
    return answer


def _renumber(found: Sequence[Stretch | None]) -> list[Stretch]:
    """Drop what turned out to be no stretch, keeping `parent` right."""
    kept: list[Stretch] = []
    place = {-1: -1}
    for index, stretch in enumerate(found):
        if stretch is not None:
            place[index] = len(kept)
            kept.append(stretch if stretch.parent < 0 else stretch._replace(parent=place.get(stretch.parent, -1)))
    return kept
