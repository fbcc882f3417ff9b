"""Short names of sources, by which every line says where it comes from: `MT` for Moscow Times.

They are made from the outlets' initials and are different for every article of one export.
"""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from reader.model import Article

LONGEST = 5
"""Letters of one."""

_WORDS = re.compile(r"[^\W_]+")
_LITTLE = frozenset(("the", "of", "and", "a", "an", "for", "www"))
_ENDINGS = re.compile(r"(?:\.[a-z]{2,}){1,2}$", re.IGNORECASE)
"""What an address ends with: `.co.uk`, `.example`."""


def name_of(article: Article) -> str:
    """What an article's source is called: the outlet, else the file's name."""
    return article.source or PurePath(article.file).stem or article.id


def labels(articles: Sequence[Article]) -> tuple[str, ...]:
    """A label for each article, in their order: one without a source has its place, those alike are numbered."""
    wanted = [initials(article.source) if article.source else f"S{place}" for place, article in enumerate(articles, 1)]
    shared = Counter(wanted)
    taken = {label for label, count in shared.items() if count == 1}
    found = []
    for label in wanted:
        if shared[label] > 1:
            number = 1
            while f"{label}{number}" in taken:
                number += 1
            label = f"{label}{number}"
            taken.add(label)
        found.append(label)
    return tuple(found)


def initials(name: str) -> str:
    """The initials of a name; of a single word its beginning, or all of it where it is an abbreviation."""
    site = name if " " in name.strip() else _ENDINGS.sub("", name.strip())
    words: list[str] = _WORDS.findall(site)
    words = [word for word in words if word.casefold() not in _LITTLE] or words
    if not words:
        return "S"
    if len(words) == 1:
        word = words[0]
        capitals = "".join(letter for letter in word if letter.isupper())
        if 1 < len(capitals) < len(word) and word[0].isupper():  # one word of two: "HarbourPost"
            return capitals[:LONGEST]
        return word[:LONGEST] if word.isupper() else word[:1].upper() + word[1:3].lower()
    first, *rest = words
    short = len(first) <= 4 and first.isupper() and len(rest) < 3
    return ((first if short else first[0].upper()) + "".join(word[0].upper() for word in rest))[:LONGEST]
