"""A name under its other spellings, and an acronym under its long form, as the library's own articles have them."""

import re
from collections.abc import Iterator

from reader.library import Library
from reader.search.plain import folded
from reader.search.query.leaves import words
from reader.search.query.nodes import Node, Or, Term
from reader.search.rewriting import changed

_LEAST = 4
"""Letters of a word that may have other spellings."""
_MOST_FORMS = 8
_ARTICLES = 200
"""The newest articles with a name that are asked what else they call it."""
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")

_ALIKE = "SELECT word FROM spellings WHERE skeleton = ? LIMIT 200"
_NAMES = "SELECT rowid FROM name_words WHERE name_words MATCH ? LIMIT 500"
_OTHERS = (
    "SELECT DISTINCT other.form FROM "
    "(SELECT key, entity FROM naming WHERE name = ? ORDER BY key DESC LIMIT ?) AS here "
    "JOIN naming ON naming.key = here.key AND naming.entity = here.entity "
    "JOIN names AS other ON other.name = naming.name"
)


def widened(node: Node, library: Library) -> tuple[Node, dict[Term, Term]]:
    """The query with names looked for in every form that the library knows; and which term each new form stands for."""
    stands_for: dict[Term, Term] = {}

    def widen(term: Term) -> Node:
        if term.is_exact or term.is_prefix or term.is_loose:
            return term
        others = list(dict.fromkeys(_other_forms(term, library)))[:_MOST_FORMS]
        stands_for.update((other, term) for other in others)
        return Or((term, *others)) if others else term

    return changed(node, widen), stands_for


def _other_forms(term: Term, library: Library) -> Iterator[Term]:
    if len(term.words) == 1 and len(term.words[0]) >= _LEAST:
        yield from _other_spellings(term.words[0], library)
    yield from _long_and_short(term, library)


def _other_spellings(word: str, library: Library) -> Iterator[Term]:
    """Words of names that are usual transliterations of the same; only where the word itself is one of a name."""
    from reader.analysis.names.spelling import same_word, skeleton

    key = skeleton(word)
    if not key:
        return
    found = {folded(row[0]): row[0] for row in library.select(_ALIKE, (key,))}
    own = folded(word)
    if own in found:
        yield from (Term((found[one],)) for one in sorted(found) if one != own and same_word(one, own))


def _long_and_short(term: Term, library: Library) -> Iterator[Term]:
    """The other forms of a name of which one is an acronym."""
    own = tuple(map(folded, term.words))
    rows = library.select(_NAMES, (f'"{" ".join(own)}"',))
    if not rows:
        return
    for name, form in _forms(library, [row[0] for row in rows]):
        if _folded(form) == own:
            for (other,) in library.select(_OTHERS, (name, _ARTICLES)):
                if _are_long_and_short(form, other):
                    yield Term(words(other))


def _forms(library: Library, names: list[int]) -> list[tuple[int, str]]:
    marks = ",".join("?" * len(names))
    return library.select(f"SELECT name, form FROM names WHERE name IN ({marks})", names)


def _folded(form: str) -> tuple[str, ...]:
    return tuple(map(folded, words(form)))


def _are_long_and_short(one: str, other: str) -> bool:
    """Whether the shorter of two forms is made of capitals, and the longer of words of which the first begins so."""
    short, long = sorted((one, other), key=len)
    return bool(_ACRONYM.fullmatch(short)) and len(words(long)) > 1 and long[:1].upper() == short[0]
