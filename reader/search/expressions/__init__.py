"""Regular expressions that cannot hold anything up, and the words without which they match nothing."""

from reader.search.expressions.needed import Having, needed
from reader.search.expressions.parsed import Refused
from reader.search.expressions.searching import Expression, checked, expression

__all__ = ["Expression", "Having", "Refused", "checked", "expression", "needed"]
