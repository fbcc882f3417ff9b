"""Questions to the library: a query language over all articles, and find within one."""

from reader.search.in_text import find_in_text
from reader.search.marks import spans_in_text
from reader.search.matching import Hit, Results, find, snippet
from reader.search.personal import Personal
from reader.search.query import Term
from reader.search.sections import Section

__all__ = ["Hit", "Personal", "Results", "Section", "Term", "find", "find_in_text", "snippet", "spans_in_text"]
