"""Who said what: quotes and their speakers in one article."""

from reader.analysis.quotes.assemble import find_quotes

__all__ = ["find_quotes"]
