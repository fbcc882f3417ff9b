"""A query as pieces: words, phrases, regular expressions, brackets and operators, each with its place."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["word", "phrase", "regex", "field", "(", ")", "-", "not", "and", "or", "near", "same"]

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_PIECE = re.compile(
    r"""
    (?P<space>\s+)
    | (?P<open>\() | (?P<close>\))
    | (?P<phrase>(?P<exact>=?)"(?P<words>[^"]*)(?P<closed>"?)(?P<suffix>[*~]*))
    | (?P<regex>/(?P<pattern>(?:[^/\\]|\\.)+)/(?P<flags>i?)(?=[\s)]|$))
    | (?P<minus>-(?=[^\s)\-]))
    | (?P<field>[A-Za-z]+):(?!//)
    | (?P<word>[^\s"()]+)
    """,
    re.VERBOSE,
)
_NEAR = re.compile(r"near/(\d{1,3})", re.IGNORECASE)
_SAME = {"same-sentence": "sentence", "same-paragraph": "paragraph"}
_OPERATORS: dict[str, Kind] = {"OR": "or", "AND": "and", "NOT": "not"}
MOST_PIECES = 200
"""More than anybody types; what is pasted beyond that is left out."""


class Piece(NamedTuple):
    """A piece of a query and where it stands."""

    kind: Kind
    text: str
    """A word, a phrase's words, a pattern, a field's name, a number or unit."""
    start: int
    end: int
    is_closed: bool = True
    """False for a phrase whose second quotation mark is missing."""
    suffix: str = ""
    """`*` and `~` after a phrase, `i` after a regular expression."""
    is_exact: bool = False


def scan(text: str) -> Iterator[Piece]:
    """The pieces in order."""
    text = text.translate(_QUOTES)
    found = 0
    at = 0
    while at < len(text) and found < MOST_PIECES:
        match = _PIECE.match(text, at)
        if match is None:  # a lone quotation mark cannot be: a phrase takes it
            at += 1
            continue
        at = match.end()
        if match["space"] is None:
            found += 1
            yield _piece(match)


def _piece(match: re.Match[str]) -> Piece:
    start, end = match.span()
    if match["open"]:
        return Piece("(", "(", start, end)
    if match["close"]:
        return Piece(")", ")", start, end)
    if match["phrase"] is not None:
        return Piece("phrase", match["words"], start, end, bool(match["closed"]), match["suffix"], bool(match["exact"]))
    if match["regex"]:
        return Piece("regex", match["pattern"], start, end, suffix=match["flags"])
    if match["minus"]:
        return Piece("-", "-", start, end)
    if match["field"]:
        return Piece("field", match["field"].lower(), start, end)
    return _word(match["word"], start, end)


def _word(word: str, start: int, end: int) -> Piece:
    if word in _OPERATORS:
        return Piece(_OPERATORS[word], word, start, end)
    if near := _NEAR.fullmatch(word):
        return Piece("near", near[1], start, end)
    if word.lower() in _SAME:
        return Piece("same", _SAME[word.lower()], start, end)
    is_exact = word.startswith("=") and len(word) > 1
    return Piece("word", word[is_exact:], start, end, is_exact=is_exact)
