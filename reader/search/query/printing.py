"""Writes a query as its user would; what is written is read back as the same query."""

from reader.search.query.nodes import (
    And,
    Compare,
    Field,
    Flag,
    Near,
    Node,
    Not,
    Or,
    Query,
    Range,
    Regex,
    Said,
    Same,
    Term,
)

_PLAIN_WORDS = frozenset({"OR", "AND", "NOT"})


def show(query: Query) -> str:
    """The query as text."""
    parts = [_node(query.node)] if query.node is not None else []
    if isinstance(query.node, Or) and query.sort:
        parts = [f"({parts[0]})"]
    return " ".join([*parts, *([f"sort:{query.sort}"] if query.sort else [])])


def _node(node: Node) -> str:
    match node:
        case Term():
            return term(node)
        case Regex(pattern, ignores_case):
            return f"/{pattern}/{'i' if ignores_case else ''}"
        case Near(left, right, within):
            return f"{term(left)} near/{within} {term(right)}"
        case Same(left, right, unit):
            return f"{term(left)} same-{unit} {term(right)}"
        case Field(name, value):
            return f"{name}:{_inner(value)}"
        case Said(fields):
            return " ".join(map(_node, fields))
        case Compare() | Range() | Flag():
            return _bounded(node)
        case Not(inner):
            return f"-{_inner(inner)}"
        case And(nodes):
            return " ".join(f"({_node(one)})" if isinstance(one, Or | And) else _node(one) for one in nodes)
        case Or(nodes):
            return " OR ".join(f"({_node(one)})" if isinstance(one, Or) else _node(one) for one in nodes)


def _bounded(node: Compare | Range | Flag) -> str:
    match node:
        case Compare(name, operator, bound):
            return f"{name}:{operator}{bound}"
        case Range(name, low, high):
            return f"{name}:{low if low == high else f'{low}..{high}'}"
        case Flag(name, value):
            return f"{name}:{value}"


def _inner(node: Node) -> str:
    """A node after a minus or a colon: in brackets unless it is one piece."""
    text = _node(node)
    return text if isinstance(node, Term | Regex | Field | Compare | Range | Flag) else f"({text})"


def term(one: Term) -> str:
    """A word, or a phrase in quotation marks."""
    loose, exact = "~" if one.is_loose else "", "=" if one.is_exact else ""
    star = "*" if one.is_prefix else ""
    if len(one.words) == 1 and not loose and one.words[0] not in _PLAIN_WORDS:
        return f"{exact}{one.words[0]}{star}"
    return f'{exact}"{one.text}"{star}{loose}'
