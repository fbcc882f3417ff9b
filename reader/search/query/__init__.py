"""The query language: what is typed becomes a tree of values, and back."""

from reader.search.query.errors import QueryError
from reader.search.query.nodes import Node, Query, Term
from reader.search.query.parsing import parse
from reader.search.query.printing import show

__all__ = ["Node", "Query", "QueryError", "Term", "parse", "show"]
