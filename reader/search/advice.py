"""What to do when nothing is found: a word of the library that is spelt nearly so, or the part that finds nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.library import Library
from reader.search.lexicon import outlets
from reader.search.plain import folded
from reader.search.query.nodes import And, Field, Node, Not, Query, Said, Term, both
from reader.search.query.printing import show
from reader.search.rewriting import changed

NEAR = 75
"""Likeness, 0 to 100, from which a word may be what was meant."""
_LEAST = 3
_MOST = 20_000
_HITS = "SELECT 1 FROM texts WHERE texts MATCH ? LIMIT 1"
_WORDS = "SELECT term, doc FROM words WHERE term >= ? AND term < ? LIMIT ?"
_NAMES = "SELECT form, articles FROM names WHERE name IN (SELECT rowid FROM name_words WHERE name_words MATCH ?)"
_OF_NAMES = ("who", "person", "org", "place", "speaker")


class Advice(NamedTuple):
    """What the user may do."""

    message: str
    instead: str = ""
    """A query that finds something; Enter takes it."""


def advise(library: Library, text: str, query: Query, is_found: Callable[[str], bool]) -> Advice | None:
    """What to say of a query that finds nothing. `is_found`: whether a query finds anything."""
    node = changed(query.node, _written) if query.node else None
    parts = list(node.nodes) if isinstance(node, And) else [node] if node else []
    for part in parts:
        for place, term in _asked(part):
            if (advice := _spelling(library, text, place, term)) is not None:
                return advice
    wanted = [part for part in parts if not isinstance(part, Not)]
    if len(parts) < 2 and (words := _loose_words(parts)):
        instead = next((some for many in (4, 3, 2) if is_found(some := " ".join(words[:many]))), "")
        return Advice(f"Nobody is quoted so.{f' Enter looks for {instead} in all texts.' if instead else ''}", instead)
    if len(parts) < 2:
        return Advice(f"No article has {show(Query(parts[0]))}.") if parts else None
    for part in wanted:
        one = show(Query(part))
        if not is_found(one):
            rest = show(Query(both([other for other in parts if other is not part])))
            instead = rest if is_found(rest) else ""
            what = " Enter looks without it." if instead else ""
            return Advice(f"{one} finds nothing by itself.{what}", instead)
    return Advice("Each part finds articles, but none has all of them: take one away, or write OR between them.")


def _written(term: Term) -> Node:
    """A word that is still being typed, as it stands there."""
    return replace(term, is_prefix=False, is_open=False) if term.is_open else term


def _loose_words(parts: Sequence[Node]) -> list[str]:
    """The longest words of a loose quotation, in its order, if that is all that is asked for."""
    match parts:
        case [Field("quote", Term(is_loose=True) as term)]:
            longest = sorted(dict.fromkeys(term.words), key=len, reverse=True)[:4]
            return [word for word in dict.fromkeys(term.words) if word in longest and len(word) > _LEAST]
    return []


def _asked(node: Node) -> Iterator[tuple[str, Term]]:
    """The words that are wanted, each with the field it is looked for in."""
    match node:
        case Term(is_loose=False):
            yield "", node
        case Field(name, Term(is_loose=False) as value):
            yield name, value
        case Said(fields):
            for one in fields:
                yield from _asked(one)


def _spelling(library: Library, text: str, place: str, term: Term) -> Advice | None:
    if place in ("", "title", "text", "quote"):
        return next((found for word in term.words if (found := _word(library, text, word))), None)
    if place == "source":
        return _from_list(text, term, outlets(library), "outlet")
    if place in _OF_NAMES:
        return _from_list(text, term, _names_near(library, term), "name")
    return None


def _word(library: Library, text: str, word: str) -> Advice | None:
    """The commonest of the nearest words, for one that no article has."""
    own = folded(word)
    if len(own) < _LEAST or library.select(_HITS, (f'"{own}"*',)):
        return None
    near = nearest_word(library, own)
    if near is None:
        return None
    instead, count = near
    message = f"No article has “{word}”. Did you mean {instead} ({count:,})? Enter takes it."
    return Advice(message, _replaced(text, word, instead))


def nearest_word(library: Library, own: str) -> tuple[str, int] | None:
    """The word of the library's articles that is most like a word, and in how many articles it is."""
    return _nearest(own, _beginning(library, own[:2])) or _nearest(own, _beginning(library, own[:1]))


def _beginning(library: Library, letters: str) -> dict[str, int]:
    end = letters[:-1] + chr(ord(letters[-1]) + 1)
    return dict(library.select(_WORDS, (letters, end, _MOST)))


def _nearest(own: str, known: dict[str, int]) -> tuple[str, int] | None:
    from rapidfuzz import fuzz, process

    found = process.extract(own, known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=5)
    if not found:
        return None
    best = max(score for _, score, _ in found)
    near = [(known[word], word) for word, score, _ in found if score >= best - 3]
    count, word = max(near, key=lambda one: (one[0], one[1]))
    return word, count


def _names_near(library: Library, term: Term) -> list[str]:
    beginnings = " OR ".join(f'"{folded(word)[:2]}"*' for word in term.words)
    rows = library.select(f"{_NAMES} AND articles > 0 ORDER BY articles DESC LIMIT 5000", (beginnings,))
    return [form for form, _ in rows]


def _from_list(text: str, term: Term, known: list[str], what: str) -> Advice | None:
    """One of the library's outlets or names, or a word of one, that is spelt nearly so."""
    from rapidfuzz import fuzz, process

    pieces = dict.fromkeys([*(word for one in known for word in one.split()), *known])
    by_fold = {folded(piece): piece for piece in reversed(pieces)}
    own = " ".join(map(folded, term.words))
    if own in by_fold:
        return None
    found = process.extractOne(own, by_fold.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    if found is None:
        return None
    instead = by_fold[found[0]]
    quoted = f'"{instead}"' if " " in instead else instead
    message = f"No {what} is called “{term.text}”. Did you mean {instead}? Enter takes it."
    written = term.text if term.text in text and " " not in term.text else f'"{term.text}"'
    return Advice(message, _replaced(text, written, quoted)) if written in text else Advice(message)


def _replaced(text: str, word: str, instead: str) -> str:
    """The query with a word exchanged, as it is written and no further."""
    at = text.lower().find(word.lower())
    return text if at < 0 else text[:at] + instead + text[at + len(word) :]
