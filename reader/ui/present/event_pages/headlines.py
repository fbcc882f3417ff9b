"""Headlines and leads, drawn: one source below the other, with the words that only one of them uses marked."""

import re
from collections.abc import Sequence

from reader.analysis.vocabulary import word_set
from reader.model import Article
from reader.session.event_pages import stating
from reader.session.event_pages.model import Headlines
from reader.ui.present import marked
from reader.ui.present.articles import Line
from reader.ui.present.event_pages.look import Look, cut
from reader.ui.present.signs import long_day

LEAD = 4
"""Rows of a lead."""
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_POSSESSIVE = re.compile(r"[’']s$")
_SMALL = word_set(
    "a an the and or but nor of in on at to for from by with as into over under after before amid is are was were be "
    "been it its his her their he she they this that these those not no"
)
"""Words that tell one headline from another only by its grammar."""


def head(page: Headlines, width: int, look: Look) -> list[Line]:
    """What is marked."""
    title = ((" Headlines and leads", "title"), ("   marked: words that only one headline or lead uses", "dim-meta"))
    return [cut(title, width), ()]


def words(text: str) -> set[str]:
    """The words that a headline is told by, in lower case, without a possessive ending."""
    found = {_POSSESSIVE.sub("", match.group().casefold()) for match in _WORD.finditer(text)}
    return found - _SMALL


def own_words(page: Headlines, index: int) -> list[marked.Ink]:
    """Where a headline has words that no other one has; nothing where there is no other."""
    title = page.event.members[index].article.title or ""
    others = [member.article.title for n, member in enumerate(page.event.members) if n != index]
    used = {word for one in others if one for word in words(one)}
    if not title or not any(others):
        return []
    alone = words(title) - used
    return _runs(title, [_POSSESSIVE.sub("", match.group().casefold()) in alone for match in _WORD.finditer(title)])


def _runs(text: str, own: Sequence[bool]) -> list[marked.Ink]:
    """Words of a text that are marked, neighbours together; `own` says of each whether it is."""
    runs: list[tuple[int, int]] = []
    for match, is_own in zip(_WORD.finditer(text), own, strict=True):
        if is_own:
            beside = runs and not text[runs[-1][1] : match.start()].strip()
            runs[-1:] = [(runs[-1][0], match.end())] if beside else [*runs[-1:], match.span()]
    return [(*run, marked.COME) for run in runs]


def own_words_of_lead(page: Headlines, index: int) -> list[marked.Ink]:
    """Where a lead has words whose stems stand in no other lead and no other headline."""
    others = [n for n in range(page.count) if n != index]
    used = {_stem(word) for n in others for text in (lead(page, n), page.event.members[n].article.title or "")
            for word in words(text)}  # fmt: skip
    text = lead(page, index)
    found = [_POSSESSIVE.sub("", match.group().casefold()) for match in _WORD.finditer(text)]
    return _runs(text, [bool(others) and not _is_small(word) and _stem(word) not in used for word in found])


def _stem(word: str) -> str:
    from reader.events.terms import stem

    return stem(word)


def _is_small(word: str) -> bool:
    from reader.events.frequency import FUNCTION_WORDS

    return word in _SMALL or word in FUNCTION_WORDS


def lead(page: Headlines, index: int) -> str:
    """The first paragraph of a report on one line; empty where it has no text."""
    article = page.event.members[index].article
    return stating.flat(article.paragraphs[0], article.text) if article.paragraphs else ""


def card(page: Headlines, index: int, width: int, look: Look) -> list[Line]:
    """Source and day, the headline, the first paragraph."""
    article: Article = page.event.members[index].article
    parts = [long_day(article.published), article.place or "", article.agency or ""]
    about = f" {look.signs.dot} ".join(part for part in parts if part)
    room = min(look.measure, width - 4)
    lines: list[Line] = [
        cut(((f" {index + 1} {page.event.names[index]}", "bold"), (f"  {about}" if about else "", "dim-meta")), width)
    ]
    if article.title:
        inks = [(0, len(article.title), "title"), *own_words(page, index)]
        lines += [((" " * 3, ""), *row) for row in marked.rows(article.title, inks, room, look.brackets)]
    else:
        lines.append((("   (no headline)", "only"),))
    first = lead(page, index) or "(no text)"
    inks = [(0, len(first), "dim-meta"), *(own_words_of_lead(page, index) if article.paragraphs else ())]
    rows = marked.rows(first, inks, room, look.brackets)
    if len(rows) > LEAD:
        rows = [*rows[: LEAD - 1], (*rows[LEAD - 1], (f" {look.signs.ellipsis}", "dim-meta"))]
    return [*lines, *(((" " * 3, ""), *row) for row in rows), ()]
