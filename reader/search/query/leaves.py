"""The smallest parts of a query: words, regular expressions, the bounds of dates and numbers."""

import re
import unicodedata
from functools import lru_cache

from reader.search.query import values
from reader.search.query.errors import QueryError
from reader.search.query.nodes import Compare, Node, Operator, Range, Regex
from reader.search.query.scanning import Piece
from reader.text.letters import is_of_words

_HINTS = {
    "parenthesis": r"\( finds a bracket",
    "missing )": r"add ); \( finds a bracket",
    "character set": r"add ]; \[ finds a bracket",
    "character range": "the lesser first: [a-z]",
    "min repeat": "the lesser first: {1,3}",
    "repeat": r"\* finds a star, \+ a plus, \? a question mark",
    "unknown extension": "(?:a|b) is a group; look-ahead is (?=a)",
    "redefinition": "each group needs a name of its own",
    "bad escape": r"\\ finds a backslash",
}
"""By a part of what is wrong with a regular expression: what would be right."""
_COMPARED = re.compile(r"(>=|<=|>|<)(.*)", re.DOTALL)


def bounds(name: str, text: str) -> Node:
    """A comparison or a range. Raises ValueError("date" or "number") where a bound is neither."""
    if found := _COMPARED.fullmatch(text):
        bound = found[2].strip()
        _check(name, bound)
        return Compare(name, _operator(found[1]), bound)
    low, dots, high = (part.strip() for part in text.partition(".."))
    if not dots:
        high = low
    elif name == "date":
        high = values.completed(low, high)
    if not low and not high:
        raise ValueError("date" if name == "date" else "number")
    for bound in filter(None, (low, high)):
        _check(name, bound)
    return Range(name, low, high)


def _operator(text: str) -> Operator:
    return ">=" if text == ">=" else "<=" if text == "<=" else ">" if text == ">" else "<"


def _check(name: str, bound: str) -> None:
    if name == "date" and not values.is_date(bound):
        raise ValueError("date")
    if name == "num" and values.number(bound) is None:
        raise ValueError("number")


def regex(piece: Piece) -> Regex:
    """A regular expression that can be carried out. Raises `QueryError` where it is none, or could take for ever."""
    from reader.search.expressions import Refused, checked

    try:
        checked(piece.text, bool(piece.suffix))
    except Refused as error:
        if error.is_endless:
            raise QueryError("This could take for ever", piece.start, "write a+ for (a+)+") from error
        place = piece.start + 1 + error.place
        hint = next((hint for part, hint in _HINTS.items() if part in str(error)), "")
        raise QueryError(f"Not a regular expression: {error}", place, hint) from error
    return Regex(piece.text, bool(piece.suffix))


@lru_cache(maxsize=256)
def words(text: str) -> tuple[str, ...]:
    """Runs of what the index takes for letters and digits, with the marks after them."""
    cut = "".join(char if is_of_words(char) else " " for char in text)
    return tuple(word for word in cut.split() if any(not unicodedata.category(char).startswith("M") for char in word))
