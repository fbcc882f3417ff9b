"""Nodes of a query in the full-text index's own language: only our own words in quotation marks, so that nothing that
anybody types can break it."""

from collections.abc import Iterable

from reader.search.loose import telling_words
from reader.search.plain import folded
from reader.search.query.nodes import And, Field, Near, Node, Not, Or, Term

_COLUMNS = {"title": "title", "text": "text", "speaker": "speaker", "quote": "words"}


def said_expression(fields: Iterable[Field], loosely: bool = True) -> str | None:
    """The fields of one quotation for the index of quotes; None where it cannot be asked any of them, or not `loosely`
    one of them."""
    known = [(_COLUMNS[one.name], expression(one.value, loosely)) for one in fields]
    if not loosely and any(one is None for _, one in known):
        return None
    return " AND ".join(f"{column} : ({one})" for column, one in known if one is not None) or None


def expression(node: Node, loosely: bool = False) -> str | None:
    """A node for the full-text index: only our own words in quotation marks, so that nothing can break it.

    None where it cannot be asked that. `loosely`: an expression that finds more than the node means is good enough.
    """
    match node:
        case Term():
            return _term(node, loosely)
        case Near(left, right, within) if not _overlap(left, right):
            return f"NEAR({_term(left)} {_term(right)}, {within})"
        case Field("title" | "text" as name, value):
            words = expression(value)
            return None if words is None else f"{name} : ({words})"
        case Or(nodes):
            parts = [expression(one, loosely) for one in nodes]
            return None if None in parts else "(" + " OR ".join(map(str, parts)) + ")"
        case And(nodes):
            return _all(nodes, loosely)
    return None


def _overlap(one: Term, other: Term) -> bool:
    """Whether the index might take one place in a text for both terms; or cannot take them at all."""
    ones, others = ([folded(word) for word in term.words] for term in (one, other))
    begun = (one.is_prefix and any(word.startswith(ones[-1]) for word in others)) or (
        other.is_prefix and any(word.startswith(others[-1]) for word in ones)
    )
    return begun or not set(ones).isdisjoint(others) or one.is_loose or other.is_loose


def _all(nodes: Iterable[Node], loosely: bool) -> str | None:
    nodes = list(nodes)
    wanted = [expression(one, loosely) for one in nodes if not isinstance(one, Not)]
    unwanted = [expression(one.node) for one in nodes if isinstance(one, Not)]
    if None in wanted or None in unwanted or not wanted:
        return None
    words = "(" + " AND ".join(map(str, wanted)) + ")"
    return f"({words} NOT ({' OR '.join(map(str, unwanted))}))" if unwanted else words


def _term(term: Term, loosely: bool = False) -> str | None:
    if term.is_loose:
        groups = telling_words(term) if loosely else []
        each = (" AND ".join(f'"{word}"' for word in group) for group in groups)
        return "(" + " OR ".join(f"({one})" for one in each) + ")" if groups else None
    return f'"{" ".join(map(folded, term.words))}"' + ("*" if term.is_prefix else "")
