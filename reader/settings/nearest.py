"""The nearest valid word to a misspelt one, for every message about what somebody wrote."""

from collections.abc import Iterable

CUTOFF = 0.6
"""Least similarity (difflib's ratio, 0 to 1) of a suggestion; below it a suggestion puzzles more than it helps."""


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The most similar of `words`, whatever its case, or None where none is similar enough."""
    from difflib import get_close_matches

    by_fold = {candidate.casefold(): candidate for candidate in words}
    found = get_close_matches(word[:80].casefold(), by_fold, n=1, cutoff=CUTOFF)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """A hint that names the nearest of `words`, or lists a short choice; empty where nothing useful can be said."""
    choice = list(words)
    found = nearest(word, choice)
    if found is not None:
        return f"did you mean {found}?"
    return f"one of: {', '.join(choice)}" if 0 < len(choice) <= 8 else ""
