"""What somebody is said to be, beside the name: "German Chancellor Olaf Scholz", "Dmitry Peskov, the Kremlin spokesman"."""

import re
from collections.abc import Iterator

from reader.analysis.names.lexicon import Lexicon, fold
from reader.analysis.names.segments import Candidate
from reader.model.analysis import EntityType

_APPOSITION = re.compile(r",\s(?:(?:the|a|an|its|his|her|their)\s)?((?:[\w’'.-]{1,30}\s){0,5}[\w’'-]{1,30})(?=[,.;)\"”]|\s(?:of|for|at|who|and|in)\b)")
_BEFORE = re.compile(r"((?:[\w’'.-]{1,30}\s){1,4})\Z")


def roles(text: str, candidate: Candidate, kind: EntityType, lex: Lexicon) -> Iterator[str]:
    """The titles and roles that stand beside one mention of a person."""
    if candidate.title:
        yield text[candidate.title[0] : candidate.title[1]]
    if kind != "person":
        return
    if not candidate.title and (low := _before(text, candidate.start, lex)):
        yield low
    if text[candidate.end : candidate.end + 1] == "," and len(candidate.tokens) > 1:
        match = _APPOSITION.match(text, candidate.end, candidate.end + 120)
        if match and _is_role(match[1], lex):
            yield match[1]


def _is_role(phrase: str, lex: Lexicon) -> bool:
    words = [fold(word) for word in phrase.split()]
    return words[-1] in lex.titles or " ".join(words[-2:]) in lex.titles or " ".join(words[-3:]) in lex.titles


def _before(text: str, start: int, lex: Lexicon) -> str:
    """A role without capitals in front of a name: "spokesman John Smith", "the Russian president Boris Yeltsin"."""
    match = _BEFORE.search(text, max(0, start - 60), start)
    if not match:
        return ""
    words = match[1].split()
    kept: list[str] = []
    while words:
        word = fold(words[-1])
        good = word in lex.titles and word not in ("private", "general", "major", "count", "sir", "don", "father", "mother") if not kept else word in lex.title_modifiers or word in lex.demonyms
        if not good or words[-1].endswith((",", ".")) or (not kept and words[-1][:1].isupper()):
            break
        kept.insert(0, words.pop())
    return " ".join(kept)
