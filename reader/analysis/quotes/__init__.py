"""Who said what: quotes and their speakers in one article.

Finding them is imported when first asked for: comparing needs the words that introduce them alone.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.analysis.quotes.assemble import find_quotes

__all__ = ["find_quotes"]


def __getattr__(name: str) -> object:
    """`find_quotes`, with the modules that it needs."""
    if name != "find_quotes":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reader.analysis.quotes.assemble import find_quotes

    return find_quotes
