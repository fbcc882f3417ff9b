"""Questions to the library: full text over all articles, and find within one."""

from reader.search.in_text import find_in_text
from reader.search.marks import spans_in_text
from reader.search.matching import Hit, Results, find, snippet

__all__ = ["Hit", "Results", "find", "find_in_text", "snippet", "spans_in_text"]
