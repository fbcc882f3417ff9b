"""Regular expressions that cannot hold anything up, and the words without which they match nothing."""

from reader.search.expressions.needed import needed
from reader.search.expressions.parsed import Refused
from reader.search.expressions.searching import Expression, checked, expression

__all__ = ["Expression", "Refused", "checked", "expression", "needed"]
