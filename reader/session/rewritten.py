"""What an edit has done to an article: which paragraphs came, went, or were reworded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from reader.model import Article
from reader.model.frozen import dataclass

ALIKE = 55.0
"""Likeness of two paragraphs, of 100, from which one is the other reworded."""
_COMPARED = 60
"""Paragraphs of a stretch up to which each is compared with each."""

Sign = Literal["=", "-", "+", "~"]


@dataclass(frozen=True, slots=True)
class Step:
    """A paragraph that stayed, went, came or was reworded."""

    sign: Sign
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """An article's earlier version and the present one."""

    noticed: int
    """When the edit was noticed, in seconds since 1970."""
    steps: tuple[Step, ...] = ()
    """In the order of the text."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """(name, before, now) of title, source, author and date where they differ."""

    def many(self, sign: Sign) -> int:
        """How many paragraphs."""
        return sum(step.sign == sign for step in self.steps)

    @property
    def summary(self) -> str:
        """`+2 ¶ −1 ¶`, with what else is different."""
        counts = (("+", self.many("+")), ("−", self.many("-")))
        parts = [" ".join(f"{sign}{many} ¶" for sign, many in counts if many)]
        if reworded := self.many("~"):
            parts.append(f"{reworded} ¶ reworded")
        parts += [name for name, *_ in self.fields]
        return ", ".join(filter(None, parts)) or "outside its text"


def rewritten(old: Article, new: Article, noticed: int) -> Rewritten:
    """Compare two versions of an article."""
    before, now = _paragraphs(old), _paragraphs(new)
    named = (
        ("title", old.title, new.title),
        ("source", old.source, new.source),
        ("author", old.author, new.author),
        ("date", old.published, new.published),
    )
    fields = tuple((name, a or "", b or "") for name, a, b in named if a != b)
    return Rewritten(noticed, tuple(_steps(before, now)), fields)


def _paragraphs(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[Step]:
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (Step("=", one, one) for one in new[k:m])
        else:
            yield from _replaced(old[i:j], new[k:m])


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Step]:
    at = 0
    for one in new:
        match = _like(one, old[at:]) if max(len(old), len(new)) <= _COMPARED else None
        if match is None:
            yield Step("+", "", one)
            continue
        yield from (Step("-", gone) for gone in old[at : at + match])
        yield Step("~", old[at + match], one)
        at += match + 1
    yield from (Step("-", gone) for gone in old[at:])


def _like(one: str, others: Sequence[str]) -> int | None:
    from rapidfuzz import fuzz

    scores = [fuzz.ratio(one, other) for other in others]
    best = max(scores, default=0.0)
    return scores.index(best) if best >= ALIKE else None
