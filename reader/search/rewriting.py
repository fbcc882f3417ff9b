"""What becomes of a query before it is asked: unfinished words wait, fields of one quotation are put together, and
names are looked for in every spelling."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from reader.search.query import Query, QueryError, parse, show
from reader.search.query.nodes import And, Field, Near, Node, Not, Or, Said, Same, Term, both, either

SHORT = 3
"""Letters from which the index knows the beginnings of words."""
_IDEOGRAPHS = "\u2e80"
"""From here on a letter or two are a word, and few words begin with them."""
_OF_A_QUOTE = ("speaker", "quote")


def settled(node: Node) -> Node | None:
    """The query without the beginning of a short word that is still being typed.

    A letter or two would find nearly everything and take long to. Alone they are looked for at the beginnings of
    headline words, and in the text as a whole word; beside other words they wait for the third letter.
    """
    if isinstance(node, Term) and _waits(node):
        beginning = Field("title", node)
        return Or((Term(node.words), beginning)) if len(node.words) == 1 else _firm(node)
    return _settled(node)


def _settled(node: Node) -> Node | None:
    match node:
        case Term():
            return _firm(node) if _waits(node) else node
        case And(nodes):
            return both([one for one in map(_settled, nodes) if one is not None])
        case Or(nodes):
            return either([one for one in map(_settled, nodes) if one is not None])
        case Not(inner):
            rest = _settled(inner)
            return None if rest is None else Not(rest)
        case Field(name, value):
            rest = _settled(value)
            return None if rest is None else Field(name, rest)
        case Near(left, right, _) | Same(left, right, _) if _waits(right):
            return left
    return node


def _waits(term: Term) -> bool:
    last = term.words[-1]
    return term.is_open and len(last) < SHORT and last < _IDEOGRAPHS


def _firm(term: Term) -> Term | None:
    return Term(term.words[:-1]) if len(term.words) > 1 else None


def ended(node: Node, is_alone: Callable[[str], bool]) -> Node:
    """The query with the word that is being typed as a whole one where no other begins so: it is looked for in all its
    forms then, as it will be when nobody types any more. `is_alone`: whether no other word begins so."""

    def end(term: Term) -> Node:
        return replace(term, is_prefix=False, is_open=False) if term.is_open and is_alone(term.words[-1]) else term

    return changed(node, end)


def written(text: str, query: Query, node: Node) -> str:
    """What was typed as a whole query: a word that may go on has a star, brackets and quotation marks are closed.

    `node`: what is settled of it, with words that are `ended`.
    """

    def firm(term: Term) -> Node:
        return replace(term, is_open=False)

    whole = Query(changed(node, firm), query.sort)
    text = text.strip()
    for one in (text, f"{text}*", f'{text}"', f'{text}"*'):
        with suppress(QueryError):
            if parse(one) == whole:
                return one
    return show(whole)


def gathered(node: Node) -> Node:
    """The query with the fields of a quotation that stand side by side asked of one and the same quotation."""
    match node:
        case Field(name, _) if name in _OF_A_QUOTE:
            return Said((node,))
        case And(nodes):
            fields = tuple(one for one in nodes if isinstance(one, Field) and one.name in _OF_A_QUOTE)
            rest = [gathered(one) for one in nodes if one not in fields]
            return both([*([Said(fields)] if fields else []), *rest]) or node
        case Or(nodes):
            return Or(tuple(map(gathered, nodes)))
        case Not(inner):
            return Not(gathered(inner))
    return node


def changed(node: Node, change: Callable[[Term], Node]) -> Node:
    """The query with every term changed where it may become several: not inside nearness."""
    match node:
        case Term():
            return change(node)
        case And(nodes):
            return And(tuple(changed(one, change) for one in nodes))
        case Or(nodes):
            return Or(tuple(changed(one, change) for one in nodes))
        case Not(inner):
            return Not(changed(inner, change))
        case Field(name, value):
            return Field(name, changed(value, change))
        case Said(fields):
            return Said(tuple(Field(one.name, changed(one.value, change)) for one in fields))
    return node


def wanted(node: Node | None) -> tuple[Term, ...]:
    """All terms that a hit may show in its headline or text, in order, each once."""
    return tuple(dict.fromkeys(_wanted(node)))


_SHOWN = ("title", "text", "who", "person", "org", "place", "speaker", "quote")


def _wanted(node: Node | None) -> list[Term]:
    match node:
        case Term(words, is_loose=True):
            return [Term((word,)) for word in words]
        case Term():
            return [node]
        case And(nodes) | Or(nodes) | Said(nodes):
            return [term for one in nodes for term in _wanted(one)]
        case Field(name, value) if name in _SHOWN:
            return _wanted(value)
        case Near(left, right, _) | Same(left, right, _):
            return [left, right]
    return []
