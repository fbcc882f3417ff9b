"""A query as a question to the catalogue: one condition on its articles, exact wherever the index knows enough.

A condition that is not exact lets more through than the query asks for; `reader.search.plain` then looks at each.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from reader.library import Library
from reader.search import plain
from reader.search.loose import telling_words
from reader.search.personal import Personal
from reader.search.query.nodes import (
    And,
    Compare,
    Field,
    Flag,
    Near,
    Node,
    Not,
    Or,
    Range,
    Said,
    Same,
    Term,
)


class Condition(NamedTuple):
    """What an article's row has to fulfil."""

    sql: str
    values: tuple[Any, ...] = ()
    is_exact: bool = True


ALL = Condition("1", (), False)
"""Nothing is known without looking."""

_TEXTS = "key IN (SELECT rowid FROM texts WHERE texts MATCH ?)"
_SAYINGS = "key IN (SELECT rowid >> 12 FROM sayings WHERE sayings MATCH ?)"
_NAMES = (
    "key IN (SELECT key FROM naming WHERE name IN (SELECT rowid FROM name_words WHERE name_words MATCH ?)"
    " AND (SELECT type FROM names WHERE names.name = naming.name) IN (SELECT value FROM json_each(?)))"
)
_EVENT = "event IN (SELECT event FROM articles WHERE key IN (SELECT rowid FROM texts WHERE texts MATCH ?))"
_IDS = "id IN (SELECT value FROM json_each(?))"
_TYPES = {"who": ("person", "organisation"), "person": ("person",), "org": ("organisation",), "place": ("place",)}
_COLUMNS = {"title": "title", "text": "text", "speaker": "speaker", "quote": "words"}

_FLAGS = {
    ("has", "quote"): "coalesce(quotes, 0) > 0",
    ("has", "figure"): "key IN (SELECT key FROM figures)",
    ("has", "name"): "key IN (SELECT key FROM naming)",
    ("has", "title"): "articles.title IS NOT NULL",
    ("has", "date"): "published IS NOT NULL",
    ("has", "sources"): "event IN (SELECT event FROM events WHERE length(members) > 8)",
}


class Planner:
    """Turns nodes into conditions; asks the library for its outlets and bylines where a query is about them."""

    def __init__(self, library: Library, personal: Personal) -> None:
        self._library = library
        self._personal = personal

    def condition(self, node: Node) -> Condition:
        """The condition that every hit fulfils."""
        if (words := expression(node)) is not None:
            return Condition(_TEXTS, (words,))
        match node:
            case And(nodes):
                return _joined(" AND ", map(self.condition, nodes))
            case Or(nodes):
                return _joined(" OR ", map(self.condition, nodes))
            case Not(inner):
                found = self.condition(inner)
                return Condition(f"NOT ({found.sql})", found.values) if found.is_exact else ALL
            case Said(fields):
                return _said(fields)
            case Field():
                return self._field(node)
            case Compare() | Range():
                return self._bounds(node)
            case Flag(name, value):
                return self._flag(name, value)
            case Near(left, right, _) | Same(left, right, _):
                words = expression(And((left, right)), loosely=True)
                return ALL if words is None else Condition(_TEXTS, (words,), False)
        return ALL

    def _field(self, node: Field) -> Condition:
        name, value = node.name, node.value
        if name in ("source", "author"):
            found = self._values(name, value)
            return Condition(f"coalesce({name}, '') IN (SELECT value FROM json_each(?))", (json.dumps(found),))
        if name == "only":
            others = "SELECT 1 FROM articles o WHERE o.event = articles.event AND o.problem IS NULL"
            among = "SELECT value FROM json_each(?)"
            found = [one for one in self._values("source", value) if one]
            return Condition(f"NOT EXISTS ({others} AND coalesce(o.source, '') NOT IN ({among}))", (json.dumps(found),))
        if name in ("note", "tag"):
            kept = self._personal.notes if name == "note" else self._personal.tags
            ids = [id for id, texts in kept.items() if any(plain.in_any(value, (text,)) for text in texts)]
            return _with_ids(ids)
        words = expression(value)
        if words is None:
            return ALL
        if name in _TYPES:
            return Condition(_NAMES, (words, json.dumps(_TYPES[name])))
        if name == "event":
            return Condition(_EVENT, (f"title : ({words})",))
        return ALL

    def _values(self, column: str, value: Node) -> list[str]:
        """The outlets or bylines of the library that the words fit."""
        rows = self._library.select(f"SELECT DISTINCT coalesce({column}, '') FROM articles WHERE problem IS NULL")
        return [one for (one,) in rows if plain.in_any(value, (one,))]

    def _bounds(self, node: Compare | Range) -> Condition:
        if node.name == "num":
            low, high, low_open, high_open = plain.number_bounds(node)
            sides = f"value {'>' if low_open else '>='} ? AND value {'<' if high_open else '<='} ?"
            return Condition(f"key IN (SELECT key FROM figures WHERE {sides})", (low, high))
        first, last = plain.date_bounds(node, self._personal.today or date.today())
        sql = "(coalesce(published, '') <> '' AND substr(published, 1, 10) >= ? AND substr(published, 1, ?) <= ?)"
        return Condition(sql, (first, len(last) or 10, last or "~"))

    def _flag(self, name: str, value: str) -> Condition:
        personal = self._personal
        match name, value:
            case "is", "read":
                return _with_ids(personal.read)
            case "is", "unread":
                read = _with_ids(personal.read)
                return Condition(f"NOT {read.sql}", read.values)
            case "is", "starred":
                return _with_ids(personal.starred)
            case (_, "noted" | "note"):
                return _with_ids(id for id, notes in personal.notes.items() if notes)
        return Condition(_FLAGS[name, value])


def _with_ids(ids: Iterable[str]) -> Condition:
    return Condition(_IDS, (json.dumps(sorted(ids)),))


def _joined(operator: str, parts: Iterable[Condition]) -> Condition:
    found = list(parts)
    sql = operator.join(part.sql if part.sql == "1" else f"({part.sql})" for part in found)
    return Condition(
        f"({sql})", tuple(value for part in found for value in part.values), all(p.is_exact for p in found)
    )


def _said(fields: Iterable[Field]) -> Condition:
    """One quotation that fits all the fields: exactly, unless an expression is looked for or a wording is loose."""
    known = [(_COLUMNS[one.name], expression(one.value, loosely=True)) for one in fields]
    words = " AND ".join(f"{column} : ({one})" for column, one in known if one is not None)
    if not words:
        return ALL
    return Condition(_SAYINGS, (words,), all(expression(one.value) is not None for one in fields))


# the full-text index's own language


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
    ones, others = ([plain.folded(word) for word in term.words] for term in (one, other))
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
    return f'"{term.text}"' + ("*" if term.is_prefix else "")
