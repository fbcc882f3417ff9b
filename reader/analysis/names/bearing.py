"""Whose a surname is where it stands alone: what tells a husband from his wife, and a father from his son."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.analysis.names.grouping import Form
    from reader.analysis.names.segments import Candidate

GENERATIONS = ("jr", "sr", "ii", "iii", "iv")
_EARLIER = 2
"""Mentions of a surname before the only full name, of somebody's son: then it is not he who is meant."""
_SEXES = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f"}


def sex(candidate: Candidate, text: str) -> str:
    """ "m" or "f" where the title before a name tells, else ""."""
    title = candidate.part.title
    if title is None or not text:
        return ""
    words = text[candidate.offset + title[0] : candidate.offset + title[1]].lower().rstrip(". ").split()
    return _SEXES.get(words[0].rstrip("."), "") if words else ""


def fitting(options: Sequence[int], clusters: Sequence[Sequence[Form]], wanted: str) -> list[int]:
    """Of the people who bear a surname those whose given name fits a title, else those of whom nothing is known."""
    if not wanted:
        return list(options)
    from reader.analysis.quotes.genders import gender_of

    sexes = {n: {gender_of(form.text) for form in clusters[n]} - {""} for n in options}
    return [n for n in options if sexes[n] == {wanted}] or [n for n in options if not sexes[n]]


def named_before_son(key: str, forms: Sequence[Form], cluster: Sequence[Form]) -> bool:
    """Whether a surname stands repeatedly before the only full name that it may shorten, which is that of a son."""
    full = [form for form in cluster if len(form.tokens) > 1]
    if not full or any(form.tokens[-1].low not in GENERATIONS for form in full):
        return False
    first = min(form.mentions[0].start for form in full)
    own = next((form for form in forms if form.key == key), None)
    return own is not None and sum(mention.start < first for mention in own.mentions) >= _EARLIER
