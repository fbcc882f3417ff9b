"""A query as a tree of values. What prints alike is alike, and what is printed is read back as the same tree."""

from typing import Literal

from reader.model.frozen import dataclass

Operator = Literal[">", ">=", "<", "<="]
Unit = Literal["sentence", "paragraph"]


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several that stand one after the other."""

    words: tuple[str, ...]
    """Runs of letters and digits, as written: one for a word, several for a phrase or something like `don't`."""
    is_prefix: bool = False
    """Whether the last word may go on: it was written with a `*`, or is still being typed."""
    is_open: bool = False
    """Whether the prefix is only one because the word is still being typed."""
    is_exact: bool = False
    """Whether other spellings of a name and its short and long forms are left out: written with a `=`."""
    is_loose: bool = False
    """Whether most of the words are enough, in any order: a quotation written with a `~`."""

    @property
    def text(self) -> str:
        """The words as one string."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression, looked for in each field by itself."""

    pattern: str
    ignores_case: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Two terms in either order with at most `within` words between them."""

    left: Term
    right: Term
    within: int


@dataclass(frozen=True, slots=True)
class Same:
    """Two terms in one sentence or one paragraph of the text."""

    left: Term
    right: Term
    unit: Unit


@dataclass(frozen=True, slots=True)
class Field:
    """Words looked for in one place only: `speaker:brun`, `title:("ferry line" OR harbour)`."""

    name: str
    value: "Node"


@dataclass(frozen=True, slots=True)
class Compare:
    """A date or number on one side of a bound: `num:>=100000`, `date:>7d`."""

    name: str
    operator: Operator
    bound: str


@dataclass(frozen=True, slots=True)
class Range:
    """A date or number between two bounds, both included; an empty bound is open. One value is a range to itself."""

    name: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A property that an article has or has not: `is:unread`, `has:quote`."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever does not match."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """Two parts or more, all of which match."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Two parts or more, any of which matches."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Fields of one and the same quotation. Never written: `speaker:` and `quote:` side by side come to this."""

    fields: tuple[Field, ...]


Node = Term | Regex | Near | Same | Field | Compare | Range | Flag | Not | And | Or | Said


@dataclass(frozen=True, slots=True)
class Query:
    """A whole query."""

    node: Node | None = None
    """None for one that asks for nothing."""
    sort: str = ""
    """A name of `reader.search.query.fields.SORTS`; empty for the newest first."""


def both(nodes: list[Node]) -> Node | None:
    """All of the nodes as one, flat."""
    flat = [part for node in nodes for part in (node.nodes if isinstance(node, And) else (node,))]
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None


def either(nodes: list[Node]) -> Node | None:
    """Any of the nodes as one, flat."""
    flat = [part for node in nodes for part in (node.nodes if isinstance(node, Or) else (node,))]
    return Or(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None
