"""What somebody is said to be, beside the name: "Chancellor Olaf Scholz", "Dmitry Peskov, the Kremlin spokesman"."""

import re
from functools import cache

from reader.analysis.names.lexicon import Lexicon, fold
from reader.analysis.names.segments import Candidate
from reader.model.analysis import EntityType

_APPOSITION = re.compile(
    r",\s(?:(?:the|a|an|its|his|her|their)\s)?((?:[\w’'.-]{1,30}\s){0,5}[\w’'-]{1,30})(?=[,.;)\"”]|\s(?:of|for|at|who|and|in)\b)"
)


_CLAUSE = frozenset(["who", "which", "is", "was", "has", "had", "said", "and", "when", "whose"])
_NO_ROLE = frozenset(
    ["private", "general", "major", "count", "sir", "don", "father", "mother", "brother", "sister", "deputy", "chief"]
)


def roles(text: str, candidate: Candidate, kind: EntityType, lex: Lexicon) -> list[str]:
    """The titles and roles that stand beside one mention of a person."""
    start, end, offset, part = candidate
    title = part.title
    found = [text[offset + title[0] : offset + title[1]]] if title else []
    if kind != "person":
        return found
    if not title and text[start - 1 : start] == " ":
        role = _before(text, start, lex)
        if role:
            found.append(role)
    if text[end : end + 1] == "," and len(part.tokens) > 1:
        match = _APPOSITION.match(text, end, end + 120)
        if match and _is_role(match[1], lex):
            found.append(match[1])
    return found


def _is_role(phrase: str, lex: Lexicon) -> bool:
    words = [fold(word) for word in phrase.split()]
    if not _CLAUSE.isdisjoint(words):
        return False
    return words[-1] in lex.titles or " ".join(words[-2:]) in lex.titles or " ".join(words[-3:]) in lex.titles


def _before(text: str, start: int, lex: Lexicon) -> str:
    """A role without capitals in front of a name: "spokesman John Smith", "the Russian president Boris Yeltsin"."""
    nearest = text[text.rfind(" ", max(0, start - 24), start - 1) + 1 : start - 1]
    if nearest not in lex.titles:
        return ""
    words = text[max(0, start - 60) : start].split()
    kept: list[str] = []
    while words and (fold(words[-1]) in (_qualifiers(lex) if kept else lex.titles)):
        if words[-1] in _NO_ROLE or (not kept and words[-1][:1].isupper()):
            break
        kept.insert(0, words.pop())
    return " ".join(kept)


@cache
def _qualifiers(lex: Lexicon) -> frozenset[str]:
    return lex.title_modifiers | lex.demonyms
