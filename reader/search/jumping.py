"""Fuzzy jump: headlines and names that are like what was typed, though it is not spelt so."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.library import Library
from reader.search import names
from reader.search.advice import nearest_word
from reader.search.plain import folded, tokens
from reader.search.query.leaves import words

MOST = 40
_CANDIDATES = 600
_LEAST = 4
"""Letters from which a word may be spelt wrong."""
_LIKE = 70
"""Likeness, 0 to 100, from which something is shown."""
_TITLES = "SELECT rowid FROM titles WHERE titles MATCH ? ORDER BY rowid DESC LIMIT ?"
_ROWS = "SELECT key, title, source, published FROM articles WHERE key IN ({})"


class Jump(NamedTuple):
    """Somewhere to go."""

    label: str
    detail: str
    key: int | None = None
    """Of the article; None for a name."""
    query: str = ""
    """For a name: what finds its articles."""
    score: float = 0.0


def jumps(library: Library, typed: str) -> list[Jump]:
    """Headlines and names, those most like what was typed first; among equals the newest, the commonest."""
    parts = words(typed)
    if not parts:
        return []
    own = tuple(map(folded, parts))
    found = [*_names(library, own), *_titles(library, own)]
    found.sort(key=lambda one: -one.score)
    return [one for one in found if one.score >= _LIKE][:MOST]


def _likeness(parts: Sequence[str], label: str) -> float:
    """How like the words typed are, each to the word of the label that is most like it; 0 to 100."""
    from rapidfuzz import fuzz, process

    others = tokens(label)
    if not others:
        return 0.0
    total = 0.0
    for part in parts:
        if any(other.startswith(part) for other in others):
            total += 100
        else:
            total += process.extractOne(part, others, scorer=fuzz.ratio)[1]
    return round(total / len(parts) - 0.2 * max(0, len(others) - len(parts)), 1)


def _titles(library: Library, parts: tuple[str, ...]) -> list[Jump]:
    """Headlines that have all the words, else some, else words that begin with the same two letters."""
    keys: dict[int, None] = {}
    parts = tuple(_known(library, part) for part in parts)
    for form, joint in ((0, " AND "), (0, " OR "), (2, " AND "), (2, " OR ")):
        wanted = joint.join(f'"{part[:form] if form else part}"*' for part in parts)
        keys.update((key, None) for (key,) in library.select(_TITLES, (wanted, _CANDIDATES - len(keys))))
        if len(keys) >= _CANDIDATES:
            break
    rows = library.select(_ROWS.format(",".join("?" * len(keys))), list(keys))
    return [
        Jump(title, " · ".join(part for part in (source, (published or "")[:10]) if part), key, "", score)
        for key, title, source, published in sorted(rows, reverse=True)
        if (score := _likeness(parts, title or ""))
    ]


def _known(library: Library, part: str) -> str:
    """The word as it is where a headline has one that begins so, else the word of the library that is most like it."""
    if len(part) < _LEAST or library.select(_TITLES, (f'"{part}"*', 1)):
        return part
    near = nearest_word(library, part)
    return near[0] if near else part


def _names(library: Library, parts: tuple[str, ...]) -> list[Jump]:
    known = {one.form: one for one in names.beginning(library, " ".join(parts))}
    for part in parts:
        if len(known) < _CANDIDATES:
            known.update((one.form, one) for one in names.beginning(library, part[:2]) if one.form not in known)
    return [
        Jump(
            one.form,
            f"{one.type} · {one.articles:,} {'article' if one.articles == 1 else 'articles'}",
            None,
            one.query,
            _likeness(parts, one.form),
        )
        for one in known.values()
    ]
