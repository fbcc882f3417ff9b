"""All quotes that have most of the words of a loose quotation, by the index of quotes alone."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import comb

from reader.library import Library
from reader.search.fulltext import said_expression
from reader.search.loose import GROUPS, enough
from reader.search.plain import loose_words
from reader.search.query.nodes import Field, Term

_ROWS = "SELECT rowid FROM sayings WHERE sayings MATCH ?"
_MANY = "SELECT count(*) FROM (SELECT 1 FROM sayings WHERE sayings MATCH ? LIMIT ?)"
MOST_WORDS = 40
"""Of a longer quotation the index is only asked for some of the words, and the articles for the rest."""
_FREQUENT = 20_000
"""A word of more quotes is frequent, however many more."""


def quotes(library: Library, fields: Sequence[Field]) -> list[int] | None:
    """Their rows, the newest first; None where the index cannot be asked all of it, or no wording is loose."""
    found = _taken_apart(fields)
    if found is None:
        return None
    words, rest = found
    needed = enough(len(words))
    if not words:
        return []
    if len(words) > MOST_WORDS:
        return None
    words.sort(key=lambda word: (_frequency(library, word), -len(word), word))
    if comb(len(words), needed) <= GROUPS:
        groups = " OR ".join(f"({' AND '.join(map(_quoted, group))})" for group in combinations(words, needed))
        return sorted(_rows(library, groups, rest), reverse=True)
    return _counted(library, words, needed, rest)


def _counted(library: Library, words: Sequence[str], needed: int, rest: str) -> list[int]:
    """Of the quotes that have one of the rarest words, as all that have enough of them do: those with enough."""
    rare = words[: len(words) - needed + 1]
    any_rare = " OR ".join(map(_quoted, rare))
    many: Counter[int] = Counter()
    for word in words:
        asked = _quoted(word) if word in rare else f"{_quoted(word)} AND ({any_rare})"
        many.update(_rows(library, asked, rest))
    return sorted((row for row, count in many.items() if count >= needed), reverse=True)


def likest(library: Library, fields: Sequence[Field], many: int) -> list[int]:
    """The rows of some of the quotes that have the most of the words, first those that have all; newest first of each.

    Empty where `quotes` gives None.
    """
    found = _taken_apart(fields)
    if found is None or len(found[0]) > MOST_WORDS:
        return []
    words, rest = found
    rows: dict[int, None] = {}
    for size in range(len(words), enough(len(words)) - 1, -1):
        if comb(len(words), size) > GROUPS:
            break
        groups = " OR ".join(f"({' AND '.join(map(_quoted, group))})" for group in combinations(words, size))
        rows.update(dict.fromkeys(_rows(library, groups, rest, many)))
        if len(rows) >= many:
            break
    return list(rows)


def _taken_apart(fields: Sequence[Field]) -> tuple[list[str], str] | None:
    """The words of the loose quotation, and the other fields for the index."""
    loose = [one for one in fields if one.name == "quote" and isinstance(one.value, Term) and one.value.is_loose]
    others = [one for one in fields if one not in loose]
    rest = said_expression(others, loosely=False) if others else ""
    if len(loose) != 1 or rest is None:
        return None
    assert isinstance(loose[0].value, Term)
    return sorted(loose_words(loose[0].value)), rest


def _rows(library: Library, words: str, rest: str, limit: int = -1) -> list[int]:
    asked = f"words : ({words})" + (f" AND {rest}" if rest else "")
    order = " ORDER BY rowid DESC LIMIT ?" if limit >= 0 else ""
    return [row for (row,) in library.select(_ROWS + order, (asked, limit) if order else (asked,))]


def _frequency(library: Library, word: str) -> int:
    return int(library.select(_MANY, (f"words : {_quoted(word)}", _FREQUENT))[0][0])


def _quoted(word: str) -> str:
    return f'"{word}"'
