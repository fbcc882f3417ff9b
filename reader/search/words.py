"""What was typed, taken apart: words, "phrases", -negation, OR. Every input has a meaning; none is an error yet.

This is the small language of live search. A grammar with fields and parentheses can take its place: it has to give a
`Query` for `reader.search.matching` to carry out.
"""

import re
import unicodedata
from typing import NamedTuple

_PIECE = re.compile(r'(?P<minus>-?)"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+)')
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
MOST_TERMS = 32
"""More words than anybody types; what is pasted beyond that is left out."""


class Term(NamedTuple):
    """A word or a phrase that is looked for."""

    words: tuple[str, ...]
    """Runs of letters and digits, as written: one for a word, several for a phrase or something like `don't`."""
    is_prefix: bool = False
    """Whether the last word may go on: it was typed with a `*`, or is still being typed."""
    is_open: bool = False
    """Whether the prefix is only one because the word is still being typed."""

    @property
    def text(self) -> str:
        """The words as one string."""
        return " ".join(self.words)


class Query(NamedTuple):
    """Any of the groups, each of which asks for all of its terms; and none of the excluded terms."""

    groups: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        """All terms that a hit may show."""
        return tuple(term for group in self.groups for term in group)


def parse(text: str, typing: bool = True) -> Query:
    """Understand a query. `typing`: the last word is unfinished unless a space, quote or star ends it."""
    text = text.translate(_QUOTES)
    groups: list[list[Term]] = [[]]
    excluded: list[Term] = []
    for match in list(_PIECE.finditer(text))[:MOST_TERMS]:
        is_last = match.end() == len(text) and typing
        if match["word"] is not None:
            word = match["word"]
            if word == "OR" and groups[-1] and not is_last:
                groups.append([])
                continue
            words = _words(word)
            star = word.endswith("*")
            term = Term(words, star or is_last, is_last and not star)
            minus = word.startswith("-")
        else:
            words = _words(match["phrase"])
            unfinished = is_last and not match["closed"] and not match["phrase"].endswith(" ")
            term = Term(words, unfinished, unfinished)
            minus = bool(match["minus"])
        if words:
            (excluded if minus else groups[-1]).append(term)
    return Query(tuple(tuple(group) for group in groups if group), tuple(excluded))


def _words(text: str) -> tuple[str, ...]:
    """Runs of what the index takes for letters and digits (Unicode categories L, N, Co, and marks after them)."""
    cut = "".join(char if _is_token(char) else " " for char in text)
    return tuple(word for word in cut.split() if any(not unicodedata.category(char).startswith("M") for char in word))


def _is_token(char: str) -> bool:
    if char.isascii():
        return char.isalnum()
    category = unicodedata.category(char)
    return category[0] in "LNM" or category == "Co"


def expression(query: Query) -> str:
    """The query for the full-text index: only our own words in quotation marks, so that nothing can break it."""
    groups = " OR ".join("(" + " AND ".join(map(quoted, group)) + ")" for group in query.groups)
    excluded = " OR ".join(map(quoted, query.excluded))
    return f"({groups}) NOT ({excluded})" if excluded and groups else groups


def quoted(term: Term) -> str:
    """One term of an expression."""
    return f'"{term.text}"' + ("*" if term.is_prefix else "")
