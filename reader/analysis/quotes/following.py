"""What follows a verb of speech: whom it addresses, an adjunct, and where what was said begins."""

from typing import NamedTuple

from reader.analysis.quotes.phrases import Range
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.vocabulary import word_set

_ADDRESSEES = word_set("me us him her them you it everyone everybody people")
_ASKED = word_set("whether if how why what where whatever")
_CONCEDING = word_set("although though unless once even than")
_BARE_CLAUSE = word_set("say think believe wonder")
"""Verbs after which a clause without *that* is taken for granted."""
_OBJECT_PREPOSITIONS = word_set("for of on as against upon")
_CLAUSE_OPENERS = word_set("after before since until")
_THAT_REACH = 26
_QUOTE_REACH = 12
_CLAUSE_REACH = 12


def is_phrase(tokens: Tokens, at: int) -> bool:
    """Whether the verb at `at` is *point out*: a verb of speech only with its particle."""
    return tokens.cues[at].lemma == "point" and tokens.low[at + 1 : at + 2] == ["out"]


class After(NamedTuple):
    """What follows a verb of speech."""

    mode: str
    """"quote", "that", "clause", "np" (an object), "inf", or "" where nothing that was said follows."""
    first: int
    addressee: Range | None
    comma: bool = False
    """Whether a comma stands before it."""


def after_cue(tokens: Tokens, at: int, last: int) -> After:
    """Look right of the cue at `at`: addressee, adjuncts, and what begins after them."""
    tags, cue = tokens.tags, tokens.cues[at]
    k = _past_adverbs(tags, at + 1, last)
    if k == at + 1 and is_phrase(tokens, at):
        k = _past_adverbs(tags, at + 2, last)
    addressee = None
    if "a" in cue.takes and k < last and tags[k] not in "QT,:.;s":
        addressee = _addressee(tokens, k, last)
        if addressee:
            k = _past_adverbs(tags, addressee.last, last)
    if k >= last or tags[k] in ".;?!-":
        return After("", k, addressee)
    if tags[k] in ",:" and k + 1 < last:
        return _after_mark(tokens, k, last, addressee)
    mode, first, comma = _begin(tokens, at, k, last, addressed=addressee is not None)
    return After(mode, first, addressee, comma)


def _past_adverbs(tags: str, k: int, last: int) -> int:
    while k < last and tags[k] == "r":
        k += 1
    return k


def _after_mark(tokens: Tokens, k: int, last: int, addressee: Range | None) -> After:
    """A comma or a colon follows the verb."""
    tags = tokens.tags
    if tags[k + 1] == "Q":
        return After("quote", k + 1, addressee, tags[k] == ",")
    if tags[k] == ":":
        return After("clause", k + 1, addressee)
    far = _that_ahead(tokens, k + 1, last, aside=True)
    return After("that", far, addressee, True) if far else After("", k, addressee, True)


Begin = tuple[str, int, bool]
"""Mode, first token, and whether a comma stands before it."""


def _begin(tokens: Tokens, at: int, k: int, last: int, *, addressed: bool) -> Begin:
    tags, takes = tokens.tags, tokens.cues[at].takes
    tag = tags[k]
    if tag == "T" and _is_determiner(tokens, k, last):
        return ("np", k, False) if "o" in takes else ("", k, False)
    if tag in "QT":
        return ("quote", k, False) if tag == "Q" else ("that", k + 1, False)
    if tag == "s":
        return _conjunction(tokens, at, k, last)
    if tag in "it":
        return _preposition(tokens, at, k, last)
    if tag == "o" and "v" in takes + "v" * addressed:
        return _adjunct(tokens, at, k, last)  # "said of the plan: …"; "told Jo Field of the Gazette, …"
    if tag == "G" and "o" in takes:
        return "np", k, False
    if tag in "GoRc,(" or (tag == "x" and tokens.low[k] != "not"):
        return "", k, False
    return _clause_or_object(tokens, at, k, last, addressed=addressed)


def _is_determiner(tokens: Tokens, k: int, last: int) -> bool:
    """Whether *that* belongs to a noun and opens no clause: *confirmed that account, …*."""
    return k + 2 < last and tokens.tags[k + 1] == "w" and tokens.tags[k + 2] in ",.;Q"


def _clause_or_object(tokens: Tokens, at: int, k: int, last: int, *, addressed: bool) -> Begin:
    takes = tokens.cues[at].takes
    if "c" in takes and (addressed or "a" not in takes) and _clause_follows(tokens, at, k, last):
        return "clause", k, False
    if "o" in takes or (takes != "n" and _quote_near(tokens, k, last)):
        return "np", k, False
    return "", k, False


def _preposition(tokens: Tokens, at: int, k: int, last: int) -> Begin:
    cue, low = tokens.cues[at], tokens.low[k]
    if low == "to" and "i" in cue.takes and k + 1 < last and tokens.tags[k + 1] in "wVQxr":
        return "inf", k, False
    if cue.lemma == "ask" and low == "for":
        return "np", k + 1, False
    dated = k + 1 < last and tokens.tags[k + 1] == "t"
    if "o" in cue.takes and "c" not in cue.takes and low in _OBJECT_PREPOSITIONS and not dated:
        return "np", k if low == "of" else k + 1, False
    return _adjunct(tokens, at, k, last)


def _conjunction(tokens: Tokens, at: int, k: int, last: int) -> Begin:
    low, cue = tokens.low[k], tokens.cues[at]
    if low in _ASKED or (low == "when" and (cue.lemma in ("ask", "wonder") or _negated(tokens, at))):
        return "clause", k, False
    if low == "as" and "o" in cue.takes:
        return "np", k + 1, False
    if low in _CONCEDING and _has_verb(tokens, k, last):
        return "clause", k, False
    far = _that_ahead(tokens, k, last, aside=False)
    return ("that", far, False) if far else ("", k, False)


def _negated(tokens: Tokens, at: int) -> bool:
    return any(tokens.low[j].endswith(("n't", "not")) for j in range(max(0, at - 2), at))


def _adjunct(tokens: Tokens, at: int, k: int, last: int) -> Begin:
    """Past *in a statement on Tuesday* to what was said, if anything was."""
    tags, takes = tokens.tags, tokens.cues[at].takes
    far = _that_ahead(tokens, k, last, aside=False)
    if far:
        return "that", far, False
    j = k
    while j < last and (tags[j] not in "Q,:;.TsxV" or (tags[j] == "V" and tags[j - 1] == "d")):
        j += 1
    if j < last and tags[j] in ",:" and j + 1 < last and (tags[j] == ":" or tags[j + 1] == "Q"):
        return "quote" if tags[j + 1] == "Q" else "clause", j + 1, tags[j] == ","
    if j < last and tags[j] == "Q":
        return ("np", k, False) if "o" in takes or tags[j - 1] in "io" else ("quote", j, False)
    if k < j < last and tokens.low[j] in _ASKED and "c" in takes:
        return "clause", j, False
    return _after_time(tokens, at, k, last)


def _after_time(tokens: Tokens, at: int, k: int, last: int) -> Begin:
    """*said on Tuesday the plan would …*."""
    tags, j = tokens.tags, k
    if tags[j] == "i" and j + 1 < last and tags[j + 1] == "t":
        j += 1
    while j < last and tags[j] in ("tr0" if j > k else "tr"):
        j += 1
    clause = j > k and j < last and tags[j] in "pdNSw" and "c" in tokens.cues[at].takes
    if clause and _has_verb(tokens, j, last):
        return "clause", j, False
    while j < last and (tags[j] not in "Q,:;.TsxV" or (tags[j] == "V" and tags[j - 1] == "d")):
        j += 1
    return "", k, j < last and tags[j] == ","


def _clause_follows(tokens: Tokens, at: int, k: int, last: int) -> bool:
    """Whether a clause without *that* begins at `k`: always taken for one after *said*, else it must show a verb."""
    tags = tokens.tags
    if tokens.cues[at].lemma in _BARE_CLAUSE or tags[k] in "px":
        return True
    for j in range(k + 1, min(last, k + _CLAUSE_REACH)):
        if tags[j] == "x":
            return tags[j - 1] not in "RT"
        if tags[j] == "V" and tokens.cues[j].form in ("past", "s") and tags[j - 1] in "NwS":
            return True
        if tags[j] in ",:;RTQs" or tokens.low[j] in _CLAUSE_OPENERS:
            return False
    return False


def _has_verb(tokens: Tokens, first: int, last: int) -> bool:
    for k in range(first, last):
        tag = tokens.tags[k]
        if tag in "xV" or (tag == "w" and tokens.low[k].endswith("ed")) or (tag == "p" and k > first):
            return True
        if tag == ",":
            return any(tag in "xV" for tag in tokens.tags[k:last])
    return False


def _quote_near(tokens: Tokens, first: int, last: int) -> bool:
    for k in range(first, min(last, first + _QUOTE_REACH)):
        if tokens.tags[k] in "Q;:":
            return tokens.tags[k] == "Q"
    return False


def _that_ahead(tokens: Tokens, first: int, last: int, *, aside: bool) -> int:
    """Token after a *that* which opens the content behind an adjunct; 0 where there is none.

    An aside ends in a comma (*said, on Tuesday, that*), an adjunct in a noun (*said in a statement that*).
    """
    tags = tokens.tags
    for k in range(first, min(last, first + _THAT_REACH)):
        tag = tags[k]
        if tag == "T":
            noun = tags[k - 1] in "NSwt,0Q(" and k + 1 < last and tags[k + 1] not in "xV"
            return k + 1 if (tags[k - 1] == "," if aside else noun) else 0
        if tag == "V" and tags[k - 1] in "wN" and tags[k + 1 : k + 2] == "i" and tokens.cues[k].form == "past":
            continue  # "in a letter read to the court that": a participle
        if tag in "QxV:;.p" or (tag == "," and not aside and tags[k + 1 : k + 2] != "T"):
            return 0
    return 0


def _addressee(tokens: Tokens, k: int, last: int) -> Range | None:
    """*reporters*, *the crowd*, *the visiting minister* after *told*."""
    tags, first = tokens.tags, k
    if tokens.low[k] in _ADDRESSEES:
        return Range(k, k + 1)
    for j in range(k + 1, min(last, k + 9)):
        if tags[j] == "T":
            return Range(k, j)
        if tags[j] not in "NSdwor":
            break
    if tags[k] == "d":
        k = _determined(tokens, k + 1, last)
    elif tags[k] in "NS":
        k = _named(tokens, k, last)
    elif tags[k] == "w":
        k = _common(tokens, k, last)
    return Range(first, k) if k > first else None


def _determined(tokens: Tokens, k: int, last: int) -> int:
    first, tags = k, tokens.tags
    while k < last and tags[k] in "wNS0" and not (k > first and tags[k - 1] == "w" and tags[k] == "N"):
        k += 1
    return k


def _named(tokens: Tokens, k: int, last: int) -> int:
    while k < last and tokens.tags[k] in "NS":
        k += 1
    if tokens.tags[k - 1] == "S":
        while k < last and tokens.tags[k] in "wN":
            k += 1
    return k


def _common(tokens: Tokens, k: int, last: int) -> int:
    """Up to the first plural: *senior reporters*."""
    while k < last and tokens.tags[k] in "wNS":
        k += 1
        if tokens.tags[k - 1] == "w" and tokens.low[k - 1].endswith("s"):
            break
    return k
