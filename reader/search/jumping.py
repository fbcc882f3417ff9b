"""Fuzzy jump: headlines and names that are like what was typed, though it is not spelt so."""

from typing import NamedTuple

from reader.library import Library
from reader.search import names
from reader.search.plain import folded
from reader.search.query.leaves import words

MOST = 40
_CANDIDATES = 600
_LIKE = 55
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
    own = " ".join(map(folded, parts))
    found = [*_names(library, own, parts), *_titles(library, own, parts)]
    found.sort(key=lambda one: -one.score)
    return [one for one in found if one.score >= _LIKE or len(own) < 3][:MOST]


def _likeness(own: str, label: str) -> float:
    from rapidfuzz import fuzz

    other = " ".join(map(folded, words(label)))
    return round(max(fuzz.WRatio(own, other), 0.98 * fuzz.partial_token_set_ratio(own, other) if " " in own else 0.0))


def _titles(library: Library, own: str, parts: tuple[str, ...]) -> list[Jump]:
    """Headlines that have all the words, else some, else words that begin with the same two letters."""
    keys: dict[int, None] = {}
    for form, joint in ((0, " AND "), (0, " OR "), (2, " AND "), (2, " OR ")):
        wanted = joint.join(f'"{part[:form] if form else part}"*' for part in parts)
        keys.update((key, None) for (key,) in library.select(_TITLES, (wanted, _CANDIDATES - len(keys))))
        if len(keys) >= _CANDIDATES:
            break
    rows = library.select(_ROWS.format(",".join("?" * len(keys))), list(keys))
    found = [
        Jump(title, " · ".join(part for part in (source, (published or "")[:10]) if part), key, "", score)
        for key, title, source, published in sorted(rows, reverse=True)
        if (score := _likeness(own, title or ""))
    ]
    return found


def _names(library: Library, own: str, parts: tuple[str, ...]) -> list[Jump]:
    known = {one.form: one for one in names.beginning(library, " ".join(parts))}
    for part in parts:
        if len(known) < _CANDIDATES:
            known.update((one.form, one) for one in names.beginning(library, part[:2]) if one.form not in known)
    return [
        Jump(one.form, f"{one.type} · {one.articles:,} articles", None, one.query, _likeness(own, one.form))
        for one in known.values()
    ]
