"""Find within the article on the screen: what is typed is looked for as it is read, not as it is spelt."""

from functools import lru_cache

from reader.model import Span
from reader.search.folding import Folded, fold

_fold = lru_cache(maxsize=4)(fold)
"""The text on the screen is asked at every letter."""


def find_in_text(text: str, needle: str) -> tuple[Span, ...]:
    """Every place where `needle` stands in `text`, in order, not overlapping.

    Case, accents, the kind of quotation marks and dashes, and the amount of white space make no difference; white space
    around the needle is ignored. Linear in the text; a needle without any letter finds marks as they are.
    """
    wanted = fold(needle).text.strip()
    if not wanted:
        return ()
    folded: Folded = _fold(text)
    found = []
    at = folded.text.find(wanted)
    while at >= 0:
        found.append(folded.span(at, at + len(wanted)))
        at = folded.text.find(wanted, at + len(wanted))
    return tuple(found)
