"""Bodies of a state that are named without a capital: "the Norse government", "Russian defence ministry".

British papers write ministries so, and everybody governments, armies and parliaments. Each is an organisation of its
own, never its country: who reads that the army did something must not read that the government did.
"""

import re
from collections.abc import Iterator, Sequence

from reader.analysis.names.chunks import Token
from reader.analysis.names.lexicon import Lexicon, fold
from reader.analysis.names.segments import Candidate, Part

_BODY = re.compile(
    r" (?:(?:federal|central|interim|transitional|provisional|caretaker|provincial|regional|coalition|opposition) )?"
    r"(?:government(?: forces)?|regime|parliament|army|military|navy|air force|armed forces|security forces"
    r"|special forces|ground forces|defen[cs]e forces|forces|coast ?guard|border guards?|police|secret service"
    r"|intelligence services?|embassy|consulate|presidency|cabinet|judiciary|supreme court|constitutional court"
    r"|central bank|opposition|state (?:television|media|radio)"
    r"|(?:foreign|interior|defen[cs]e|health|finance|justice|economy|energy|trade|education|agriculture|transport"
    r"|labou?r|information|oil|culture|environment|home|immigration) ministry)(?![\w-])"
    r"(?! (?:officials?|chiefs?|officers?)\b)"
)
_RULED = re.compile(r" (?:regime|administration|junta)(?![\w-])")
_ALLIANCE = re.compile(r" (?:- (?:led|backed) )?(?:[a-z]{2,14} )?(?:coalition|alliance|forces)(?![\w-])")
_LED = ("-led", "-backed")
_JOINED = frozenset("-–/’'")
_STARTS = frozenset(re.findall(r"\b[a-z]{3}", _RULED.pattern + _BODY.pattern)) | {"- l", "- b"}
"""The first three characters of what may follow a run that does not end in one of `_LED`."""

Run = tuple[int, str]
"""(offset, words) of a run of capitalised words."""


def body_candidates(text: str, runs: Sequence[Run], lex: Lexicon) -> Iterator[Candidate]:
    """The bodies of which a run of capitalised words is the beginning, in order."""
    for offset, words in runs:
        end = offset + len(words)
        if text[end + 1 : end + 4] not in _STARTS and not words.endswith(_LED):
            continue
        found = _RULED.match(text, end)
        if found is not None:
            if " " not in words and text[max(0, offset - 4) : offset].lower() == "the ":
                yield candidate_at(text, offset, found.end())  # "the Ortan regime"
            elif words.rsplit(" ", 1)[-1] in lex.demonyms:
                yield candidate_at(text, end - len(words.rsplit(" ", 1)[-1]), found.end())
            continue
        if words.endswith(_LED) or text.startswith((" - led", " - backed"), end):
            found = _ALLIANCE.match(text, end)
            if found is not None and (" - " in found.group()) != words.endswith(_LED):
                yield candidate_at(text, offset, found.end())
            continue
        found = _BODY.match(text, end)
        if found is not None:
            start = _owner(words, lex)
            if start is not None and text[offset + start - 1 : offset + start] not in _JOINED:
                yield candidate_at(text, offset + start, found.end())


def _owner(words: str, lex: Lexicon) -> int | None:
    """Where in `words` the country or people begins that they end with; None where they end with none."""
    start = 0 if words.count(" ") < 3 else len(words) - len(" ".join(words.rsplit(" ", 3)[1:]))
    while start >= 0:
        name = fold(words[start:])
        if name in lex.demonyms or name in lex.countries:
            return start
        start = words.find(" ", start) + 1 or -1
    return None


def candidate_at(text: str, start: int, end: int) -> Candidate:
    """A stretch of `text` as a candidate of its own, all of its words included."""
    words = text[start:end]
    tokens, at = [], 0
    for word in words.split(" "):
        tokens.append(Token(at, at + len(word), word, fold(word), False, " "))
        at += len(word) + 1
    key = " ".join(token.low for token in tokens)
    return Candidate(start, end, start, Part(0, end - start, words, key, tuple(tokens), None, False, False, False, ""))
