"""Questions to the library: a query language over all articles, and find within one."""

from reader.search.completion import Completion, complete, is_of_library
from reader.search.in_text import find_in_text
from reader.search.lexicon import Lexicon
from reader.search.marks import spans_in_text
from reader.search.matching import Hit, Results, counted, find, found, snippet, with_snippets
from reader.search.personal import Personal
from reader.search.query import QueryError, Term, parse
from reader.search.sections import Section

__all__ = [
    "Completion",
    "Hit",
    "Lexicon",
    "Personal",
    "QueryError",
    "Results",
    "Section",
    "Term",
    "complete",
    "counted",
    "find",
    "find_in_text",
    "found",
    "is_of_library",
    "parse",
    "snippet",
    "spans_in_text",
    "with_snippets",
]
