"""A regular expression as a small tree, so that it can be judged and carried out in another way than by `re`."""

import re
from collections.abc import Callable, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Literal, NamedTuple

LONGEST = 1_000
"""Characters of an expression."""
_SMALL = 4
"""Characters of a class that are known one by one."""
_KEPT = re.IGNORECASE | re.DOTALL | re.ASCII
"""Flags that matter to what a single character is."""


class Refused(ValueError):  # noqa: N818 - a verdict on what was written
    """An expression that cannot be carried out; `place` is an offset into it."""

    def __init__(self, message: str, place: int = 0, is_endless: bool = False) -> None:
        super().__init__(message)
        self.place = place
        self.is_endless = is_endless
        """Whether only the time that it could take speaks against it."""


class Char(NamedTuple):
    """One character of a kind."""

    fits: Callable[[str], object]
    chars: str = ""
    """All that fit but for their case, where they are few; empty where they are many."""
    is_space: bool = False
    """Whether nothing but white space fits."""
    is_digit: bool = False
    """Whether nothing but digits fits."""


class Chain(NamedTuple):
    """One after the other."""

    parts: tuple["Tree", ...]


class Either(NamedTuple):
    """Any of them."""

    options: tuple["Tree", ...]


class Repeat(NamedTuple):
    """From `low` to `high` times; None for without end."""

    part: "Tree"
    low: int
    high: int | None


class Edge(NamedTuple):
    """A place between two characters."""

    kind: Literal["start", "end", "word", "inside"]


class Beyond(NamedTuple):
    """What only `re` can do: look-around, references to groups, groups that are matched one way only."""

    part: "Tree"


Tree = Char | Chain | Either | Repeat | Edge | Beyond

_EDGES: dict[Any, Edge] = {
    codes.AT_BEGINNING: Edge("start"),
    codes.AT_BEGINNING_STRING: Edge("start"),
    codes.AT_END: Edge("end"),
    codes.AT_END_STRING: Edge("end"),
    codes.AT_BOUNDARY: Edge("word"),
    codes.AT_NON_BOUNDARY: Edge("inside"),
}
_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}
EMPTY = Chain(())


def tree(pattern: str, flags: int = 0) -> Tree:
    """Raises `Refused` where it is none, or too long."""
    if len(pattern) > LONGEST:
        raise Refused(f"longer than {LONGEST:,} characters", LONGEST)
    try:
        re.compile(pattern, flags)
        found = parser.parse(pattern, flags)
    except re.error as error:
        raise Refused(error.msg, error.pos or 0) from error
    except (OverflowError, RecursionError) as error:
        raise Refused("too large") from error
    return _sequence(found, found.state.flags)


def _sequence(items: Any, flags: int) -> Tree:
    parts = tuple(_one(code, value, flags) for code, value in items)
    return parts[0] if len(parts) == 1 else Chain(parts)


def _one(code: Any, value: Any, flags: int) -> Tree:
    if code in (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY):
        return _char(code, value, flags)
    if code is codes.BRANCH:
        return Either(tuple(_sequence(one, flags) for one in value[1]))
    if code is codes.SUBPATTERN:
        _, added, removed, inner = value
        return _sequence(inner, (flags | added) & ~removed)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        low, high, inner = value
        return Repeat(_sequence(inner, flags), int(low), None if high is codes.MAXREPEAT else int(high))
    if code is codes.AT and value in _EDGES and not flags & re.ASCII:
        return _EDGES[value]
    return Beyond(Chain(tuple(_sequence(one, flags) for one in _inside(value))))


def is_anywhere(tree: Tree) -> bool:
    """Whether it matches what it matches wherever that stands: nothing in it looks at what is before or behind."""
    match tree:
        case Char():
            return True
        case Chain(parts) | Either(parts):
            return all(map(is_anywhere, parts))
        case Repeat(part, _, _):
            return is_anywhere(part)
    return False


def _inside(value: Any) -> list[Any]:
    """The parts of something, however it holds them."""
    if isinstance(value, parser.SubPattern):
        return [value]
    return [part for one in value for part in _inside(one)] if isinstance(value, tuple | list) else []


def _char(code: Any, value: Any, flags: int) -> Char:
    if code is codes.ANY:
        return Char(re.compile(".", flags & _KEPT).fullmatch)
    if code is codes.LITERAL:
        return Char(re.compile(re.escape(chr(value)), flags & _KEPT).fullmatch, chr(value))
    items: Sequence[Any] = [(codes.NEGATE, None), (codes.LITERAL, value)] if code is codes.NOT_LITERAL else value
    source = re.compile(f"[{''.join(_member(*item) for item in items)}]", flags & _KEPT)
    plain = [chr(item) for kind, item in items if kind is codes.LITERAL]
    is_small = len(plain) == len(items) <= _SMALL
    is_space = all(item is codes.CATEGORY_SPACE or item in (9, 32) for _, item in items)
    return Char(source.fullmatch, "".join(plain) if is_small else "", is_space, all(map(_is_of_digits, items)))


def _is_of_digits(item: tuple[Any, Any]) -> bool:
    kind, value = item
    if kind is codes.RANGE:
        return bool(ord("0") <= value[0] and value[1] <= ord("9"))
    return value is codes.CATEGORY_DIGIT or (kind is codes.LITERAL and ord("0") <= value <= ord("9"))


def _member(kind: Any, value: Any) -> str:
    if kind is codes.NEGATE:
        return "^"
    if kind is codes.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return _CATEGORIES[value] if kind is codes.CATEGORY else re.escape(chr(value))
