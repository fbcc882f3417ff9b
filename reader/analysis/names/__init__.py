"""People, organisations and places, each under all the forms that the article uses."""

from reader.analysis.names.agreement import agreed
from reader.analysis.names.finding import find_entities
from reader.analysis.names.matching import merge, same_name

__all__ = ["agreed", "find_entities", "merge", "same_name"]
