"""A query as a question to the catalogue: one condition on its articles, exact wherever the index knows enough.

A condition that is not exact lets more through than the query asks for; `reader.search.plain` then looks at each.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from reader.library.found import PLACE_BITS
from reader.library.keys import FIRST_DATED, SLOT_BITS, minute
from reader.search import plain
from reader.search.bounds import date_bounds, number_bounds
from reader.search.expressions import Having, needed
from reader.search.fulltext import expression, said_expression
from reader.search.lexicon import Lexicon
from reader.search.personal import Personal
from reader.search.query import values
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
    Regex,
    Said,
    Same,
    Term,
)

LAST = (1 << 63) - 1
"""No key is greater."""


class Condition(NamedTuple):
    """What an article has to fulfil."""

    sql: str
    values: tuple[Any, ...] = ()
    is_exact: bool = True
    is_of_keys: bool = False
    """Whether the article's key is all that it looks at, so that no row need be read."""
    low: int = 0
    high: int = LAST
    """Between which keys, both included, all fulfil it that do."""


ALL = Condition("1", (), False, True)
"""Nothing is known without looking."""
ANY = Condition("1", (), True, True)
"""Every article."""

_TEXTS = "SELECT rowid FROM texts WHERE texts MATCH ?"
_GIVEN = "SELECT value FROM json_each(?)"
_SAYINGS = "SELECT rowid >> 12 FROM sayings WHERE sayings MATCH ?"
_NAMES = (
    "SELECT key FROM naming WHERE name IN (SELECT name FROM names WHERE name IN "
    "(SELECT rowid FROM name_words WHERE name_words MATCH ?) AND type IN (SELECT value FROM json_each(?)))"
)
_OTHERWISE = " EXCEPT SELECT value FROM json_each(?) UNION SELECT value FROM json_each(?)"
_EVENT = "event IN (SELECT event FROM articles WHERE key IN (SELECT rowid FROM {0} WHERE {0} MATCH ?))"
_OF_OUTLETS = "SELECT key FROM articles WHERE source IN (SELECT value FROM json_each(?))"
_ONLY = (
    "(coalesce(source, '') IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM articles o "
    "WHERE o.event = articles.event AND o.problem IS NULL "
    "AND coalesce(o.source, '') NOT IN (SELECT value FROM json_each(?))))"
)
_FIGURES = "SELECT 1 FROM figures WHERE value {} ? AND value {} ? LIMIT ?"
_DATED = "(coalesce(published, '') <> '' AND substr(published, 1, 10) >= ? AND substr(published, 1, ?) <= ?)"
_ODD = "SELECT 1 FROM articles WHERE key < ? AND published <> '' LIMIT 1"
FEW = 3000
"""Figures of which all are looked up at once; where there are more, each article is asked for its own."""
DAY = 1440 << SLOT_BITS
_IDS = "id IN (SELECT value FROM json_each(?))"
_TYPES = {"who": ("person", "organisation"), "person": ("person",), "org": ("organisation",), "place": ("place",)}

_FLAGS = {
    ("has", "quote"): "coalesce(quotes, 0) > 0",
    ("has", "figure"): "EXISTS (SELECT 1 FROM figures WHERE figures.key = articles.key)",
    ("has", "name"): "EXISTS (SELECT 1 FROM naming WHERE naming.key = articles.key)",
    ("has", "title"): "articles.title IS NOT NULL",
    ("has", "date"): "published IS NOT NULL",
    ("has", "sources"): "EXISTS (SELECT 1 FROM events WHERE events.event = articles.event AND length(members) > 8)",
}


class Planner:
    """Turns nodes into conditions; asks the library for its outlets and bylines where a query is about them."""

    def __init__(self, lexicon: Lexicon, personal: Personal, having: Having | None = None) -> None:
        """`having`: what is asked for the words within which something stands, in place of the lexicon."""
        self._lexicon = lexicon
        self._having = having or lexicon.having
        self._library = lexicon.library
        self._personal = personal

    def condition(self, node: Node) -> Condition:
        """The condition that every hit fulfils."""
        if (words := expression(node)) is not None:
            return _among(_TEXTS, words)
        match node:
            case And(nodes):
                return _all_of([self.condition(one) for one in nodes])
            case Or(nodes):
                return _any_of([self.condition(one) for one in nodes])
            case Not(inner):
                found = self.condition(inner)
                return found._replace(sql=f"NOT ({found.sql})", low=0, high=LAST) if found.is_exact else ALL
            case Said(fields):
                return self._said(node, fields)
            case Regex() | Field("title" | "text", Regex()):
                return self._regex(node)
            case Field():
                return self._field(node)
            case Compare() | Range():
                return self._figures(node) if node.name == "num" else self._dates(node)
            case Flag(name, value):
                return self._flag(name, value)
            case Near(left, right, _) | Same(left, right, _):
                words = expression(And((left, right)), loosely=True)
                return ALL if words is None else _among(_TEXTS, words)._replace(is_exact=False)
        return ALL

    def _regex(self, node: Regex | Field) -> Condition:
        """The articles that have the words without which an expression matches nothing."""
        regex = node.value if isinstance(node, Field) else node
        assert isinstance(regex, Regex)
        words = needed(regex.pattern, regex.ignores_case, self._having)
        if words is None:
            return ALL
        words = f"{node.name} : ({words})" if isinstance(node, Field) else words
        return _among(_TEXTS, words)._replace(is_exact=False)

    def _field(self, node: Field) -> Condition:
        name, value = node.name, node.value
        if name in ("source", "author", "only"):
            return self._listed(name, value)
        if name in ("note", "tag"):
            kept = self._personal.notes if name == "note" else self._personal.tags
            ids = [id for id, texts in kept.items() if any(plain.in_any(value, (text,)) for text in texts)]
            return _with_ids(ids)
        words = expression(value)
        if words is None:
            return ALL
        if name in _TYPES:
            return self._corrected(node, _among(_NAMES, words, json.dumps(_TYPES[name])))
        if name == "event":
            if _is_of_single_words(value):
                return Condition(_EVENT.format("titles"), (words,))
            return Condition(_EVENT.format("texts"), (f"title : ({words})",))
        return ALL

    def _listed(self, name: str, value: Node) -> Condition:
        """The outlets or bylines of the library that the words fit; and what has none, where that fits."""
        known = self._lexicon.bylines() if name == "author" else self._lexicon.outlets()
        found = json.dumps([one for one in known if plain.in_any(value, (one,))])
        if name == "only":
            return Condition(_ONLY, (found, found))
        if name == "source" and not plain.in_any(value, ("",)):
            return _among(_OF_OUTLETS, found)
        sql = f"({name} IS NOT NULL AND {name} IN (SELECT value FROM json_each(?)))"
        return Condition(f"({sql} OR coalesce({name}, '') = '')" if plain.in_any(value, ("",)) else sql, (found,))

    def _figures(self, node: Compare | Range) -> Condition:
        low, high, low_open, high_open = number_bounds(node)
        over, under = ">" if low_open else ">=", "<" if high_open else "<="
        sides = f"value {over} ? AND value {under} ?"
        if len(self._library.select(_FIGURES.format(over, under), (low, high, FEW))) < FEW:
            return Condition(f"key IN (SELECT key FROM figures WHERE {sides})", (low, high), True, True)
        return Condition(f"EXISTS (SELECT 1 FROM figures WHERE figures.key = articles.key AND {sides})", (low, high))

    def _dates(self, node: Compare | Range) -> Condition:
        """By the row's own words; and between two keys, which are made of the time, a day or two further out."""
        first, last = date_bounds(node, self._personal.today or date.today())
        low, high = (minute(first) << SLOT_BITS) - DAY if first else FIRST_DATED, LAST
        if last:
            after = minute(values.after(last))
            high = (after << SLOT_BITS) + 2 * DAY if after else LAST
        if self._library.select(_ODD, (FIRST_DATED,)):  # a date that gave no key
            low = 0
        return Condition(_DATED, (first, len(last) or 10, last or "~"), True, False, max(0, low), high)

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

    def _said(self, node: Said, fields: Sequence[Field]) -> Condition:
        """One quotation that fits all the fields: exactly, unless an expression is looked for."""
        if (rows := self._lexicon.like(node)) is not None:
            keys = sorted({row >> PLACE_BITS for row in rows})
            return self._corrected(node, _among(_GIVEN, json.dumps(keys)))
        parts = [said_expression(fields), *(self._said_by_regex(one) for one in fields)]
        words = " AND ".join(part for part in parts if part is not None)
        if not words:
            return ALL
        is_exact = all(expression(one.value) is not None for one in fields)
        return self._corrected(node, _among(_SAYINGS, words)._replace(is_exact=is_exact))

    def _said_by_regex(self, field: Field) -> str | None:
        """The words without which no quotation matches an expression; nothing is known of those of speakers' names."""
        regex = field.value
        if field.name != "quote" or not isinstance(regex, Regex):
            return None
        words = needed(regex.pattern, regex.ignores_case, self._having)
        return None if words is None else f"words : ({words})"

    def _corrected(self, node: Node, condition: Condition) -> Condition:
        """The same, with the articles that the user has decided about as they are by that."""
        corrected = self._lexicon.corrected
        if not corrected.keys:
            return condition
        sql = condition.sql.removesuffix(")") + _OTHERWISE + ")"
        others = (json.dumps(sorted(corrected.keys)), json.dumps(sorted(corrected.those(node))))
        return condition._replace(sql=sql, values=(*condition.values, *others))


def _is_of_single_words(node: Node) -> bool:
    """Whether the index of headlines can be asked, which is small and knows no phrases."""
    match node:
        case Term():
            return len(node.words) == 1 and not node.is_loose
        case And(nodes) | Or(nodes):
            return all(map(_is_of_single_words, nodes))
        case Not(inner):
            return _is_of_single_words(inner)
    return False


def _among(sql: str, *values: Any) -> Condition:
    return Condition(f"key IN ({sql})", values, True, True)


def _with_ids(ids: Iterable[str]) -> Condition:
    return Condition(_IDS, (json.dumps(sorted(ids)),))


def _all_of(parts: Sequence[Condition]) -> Condition:
    low, high = max(part.low for part in parts), min(part.high for part in parts)
    return _joined(" AND ", parts)._replace(low=low, high=high)


def _any_of(parts: Sequence[Condition]) -> Condition:
    low, high = min(part.low for part in parts), max(part.high for part in parts)
    return _joined(" OR ", parts)._replace(low=low, high=high)


def _joined(operator: str, parts: Sequence[Condition]) -> Condition:
    sql = operator.join(part.sql if part.sql == "1" else f"({part.sql})" for part in parts)
    given = tuple(value for part in parts for value in part.values)
    return Condition(f"({sql})", given, all(part.is_exact for part in parts), all(part.is_of_keys for part in parts))
