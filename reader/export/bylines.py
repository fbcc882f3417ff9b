"""Authors as reference managers want them: family name and given names apart."""

import re
from typing import NamedTuple

_BETWEEN = re.compile(r"\s*(?:;|,|&|\band\b)\s*")
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_PARTICLES = frozenset(
    ("van", "von", "de", "der", "den", "del", "della", "di", "da", "la", "le", "al", "el", "bin", "ter")
)


class Author(NamedTuple):
    """One author."""

    family: str
    given: str = ""
    """Empty where the name has one word only, or is that of a desk or an agency."""


def authors(byline: str | None) -> tuple[Author, ...]:
    """The persons that a byline names, in its order."""
    names = (_BY.sub("", name).strip() for name in _BETWEEN.split(byline or ""))
    return tuple(_author(name) for name in names if name)


def _author(name: str) -> Author:
    words = name.split()
    if len(words) == 1 or not all(word[:1].isalpha() or word[:1] == "'" for word in words):
        return Author(name)
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return Author(" ".join(words[first:]), " ".join(words[:first]))
