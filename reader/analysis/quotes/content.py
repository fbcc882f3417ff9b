"""Where the words that were said begin and end in a sentence of the reporter's."""

from typing import NamedTuple

from reader.analysis.quotes.cues import REPORTING_NOUNS
from reader.analysis.quotes.phrases import Range
from reader.analysis.quotes.tokens import Tokens

_APPOSITION = frozenset(
    """signal sign move reference step comment remark statement claim figure reversal shift position stance nod remarks comments
    view charge accusation apparent swipe jab assertion departure contrast response message change echo idea argument line
    phrase term prospect suggestion warning point moment proposal first second third""".split()
)
"""Nouns with which a reporter sums up what was said: *…, the latest sign that …*."""
_ADDRESSEES = frozenset("me us him her them you it everyone everybody people".split())


class After(NamedTuple):
    """What follows a verb of speech."""

    mode: str
    """"quote", "that", "clause", "np", "inf", or "" where nothing that was said follows."""
    first: int
    addressee: Range | None
    comma: bool
    """Whether a comma stands before it."""


def after_cue(tokens: Tokens, at: int, last: int) -> After:
    """Look right of the cue at `at`: addressee, adjuncts, and what begins after them."""
    tags, cue = tokens.tags, tokens.cues[at]
    k = at + 1
    while k < last and tags[k] == "r":
        k += 1
    addressee = None
    if "a" in cue.takes and k < last and tags[k] not in "QT,:.;s":
        addressee = _addressee(tokens, k, last)
        if addressee:
            k = addressee.last
    if k >= last or tags[k] in ".;?!-":
        return After("", k, addressee, False)
    if tags[k] in ",:" and k + 1 < last:
        if tags[k + 1] == "Q" or tags[k] == ":":
            return After("quote" if tags[k + 1] == "Q" else "clause", k + 1, addressee, tags[k] == ",")
        if tags[k] == ",":
            far = _that_ahead(tokens, k + 1, last, aside=True)
            return After("that", far, addressee, True) if far else After("", k, addressee, True)
    return _direct_content(tokens, at, k, last, addressee)


def _direct_content(tokens: Tokens, at: int, k: int, last: int, addressee: Range | None) -> After:
    tags, takes = tokens.tags, tokens.cues[at].takes
    tag = tags[k]
    if tag == "Q":
        return After("quote", k, addressee, False)
    if tag == "T":
        return After("that", k + 1, addressee, False)
    if tag == "s":
        return _conjunction(tokens, at, k, last, addressee)
    if tokens.low[k] == "to" and k + 1 < last:
        return After("inf", k, addressee, False) if "i" in takes and tags[k + 1] in "wVQxr" else _adjunct(tokens, at, k, last, addressee)
    if tag in "it":
        if "o" in takes and tokens.low[k] in ("for", "of", "on", "as", "against", "upon") and "c" not in takes:
            return After("np", k if tokens.low[k] == "of" else k + 1, addressee, False)
        return _adjunct(tokens, at, k, last, addressee)
    if tag == "x" and tokens.low[k] != "not":
        return After("", k, addressee, False)
    if tag in "GoRc,(":
        return After("np", k, addressee, False) if tag == "G" and "o" in takes else After("", k, addressee, False)
    if "c" in takes and (addressee is not None or "a" not in takes or "o" in takes):
        if _clause_follows(tokens, at, k, last):
            return After("clause", k, addressee, False)
        if "o" in takes or _quote_near(tokens, k, last):
            return After("np", k, addressee, False)
        return After("", k, addressee, False)
    if "o" in takes:
        return After("np", k, addressee, False)
    if "i" in takes or "w" in takes or "v" in takes or "a" in takes:
        far = _quote_near(tokens, k, last)
        return After("np", k, addressee, False) if far else After("", k, addressee, False)
    return After("clause", k, addressee, False)


def _conjunction(tokens: Tokens, at: int, k: int, last: int, addressee: Range | None) -> After:
    low = tokens.low[k]
    if low in ("whether", "if", "how", "why", "what", "where", "whatever"):
        return After("clause", k, addressee, False)
    if low == "as" and "o" in tokens.cues[at].takes:
        return After("np", k + 1, addressee, False)
    if low in ("although", "though", "unless", "once", "even", "than", "while") and _has_verb(tokens, k, last) and low != "while":
        return After("clause", k, addressee, False)
    if low == "when" and tokens.cues[at].lemma in ("ask", "wonder"):
        return After("clause", k, addressee, False)
    far = _that_ahead(tokens, k, last, aside=False)
    return After("that", far, addressee, False) if far else After("", k, addressee, False)


def _adjunct(tokens: Tokens, at: int, k: int, last: int, addressee: Range | None) -> After:
    """Past *in a statement on Tuesday* to what was said, if anything was."""
    tags = tokens.tags
    far = _that_ahead(tokens, k, last, aside=False)
    if far:
        return After("that", far, addressee, False)
    j = k
    while j < last and tags[j] not in "Q,:;.Ts":
        if tags[j] == "x" or tags[j] == "V":
            break
        j += 1
    if k < j < last and tags[j] == "s" and tokens.low[j] in ("whether", "what", "how", "why", "if") and "c" in tokens.cues[at].takes:
        return After("clause", j, addressee, False)
    if j < last and tags[j] in ",:" and j + 1 < last and tags[j + 1] == "Q":
        return After("quote", j + 1, addressee, tags[j] == ",")
    if j < last and tags[j] == ":" and j + 1 < last:
        return After("clause", j + 1, addressee, False)
    if j < last and tags[j] == "Q":
        if "o" in tokens.cues[at].takes or tags[j - 1] in "io":
            return After("np", k, addressee, False)
        return After("quote", j, addressee, False)
    # said Tuesday the plan would …
    j = k
    while j < last and tags[j] in "tr":
        j += 1
    if j == k and tags[k] == "i" and k + 1 < last and tags[k + 1] == "t":
        j = k + 1
        while j < last and tags[j] in "tr0":
            j += 1
    if j > k and j < last and tags[j] in "pdNSw" and "c" in tokens.cues[at].takes and _has_verb(tokens, j, last):
        return After("clause", j, addressee, False)
    return After("", k, addressee, j < last and tags[j] == ",")


def _clause_follows(tokens: Tokens, at: int, k: int, last: int) -> bool:
    """Whether a clause without *that* begins at `k`: always taken for one after *said*, else it must show a verb."""
    if tokens.cues[at].lemma in ("say", "think", "believe", "wonder"):
        return True
    tags = tokens.tags
    if tags[k] == "p" or (tags[k] == "x" and tokens.low[k] == "not"):
        return True
    for j in range(k + 1, min(last, k + 12)):
        if tags[j] == "x":
            return tags[j - 1] not in "RT"
        if tags[j] == "V" and tokens.cues[j].form in ("past", "s") and tags[j - 1] in "NwS":
            return True
        if tags[j] in ",:;RTQs":
            return False
    return False


def _has_verb(tokens: Tokens, first: int, last: int) -> bool:
    for k in range(first, last):
        if tokens.tags[k] in "xV" or (tokens.tags[k] == "w" and tokens.low[k].endswith("ed")):
            return True
        if tokens.tags[k] == ",":
            return any(tag in "xV" for tag in tokens.tags[k:last])
        if tokens.tags[k] == "p" and k > first:
            return True
    return False


def _quote_near(tokens: Tokens, first: int, last: int) -> bool:
    for k in range(first, min(last, first + 12)):
        if tokens.tags[k] == "Q":
            return True
        if tokens.tags[k] in ";:":
            return False
    return False


def _that_ahead(tokens: Tokens, first: int, last: int, *, aside: bool) -> int:
    """Token after a *that* which opens the content behind an adjunct; 0 where there is none."""
    tags = tokens.tags
    for k in range(first, min(last, first + 26)):
        tag = tags[k]
        if tag == "T":
            before = tags[k - 1]
            if not aside and before in "NSwt,0Q(" and k + 1 < last and tags[k + 1] not in "xV":
                return k + 1
            if aside and before == ",":
                return k + 1
            return 0
        if tag in "QxV:;.p" or (tag == "," and not aside and tags[k + 1 : k + 2] != ["T"]):
            return 0
    return 0


def _addressee(tokens: Tokens, k: int, last: int) -> Range | None:
    """*reporters*, *the crowd*, *visiting German Chancellor Olaf Scholz* after *told*."""
    tags, first = tokens.tags, k
    if tokens.low[k] in _ADDRESSEES:
        return Range(k, k + 1)
    for j in range(k + 1, min(last, k + 9)):
        if tags[j] == "T":
            return Range(k, j)
        if tags[j] not in "NSdwor":
            break
    if tags[k] == "d":
        k += 1
        while k < last and tags[k] in "wNS0" and not (k > first + 1 and tags[k - 1] == "w" and tags[k] == "N"):
            k += 1
    elif tags[k] in "NS":
        while k < last and tags[k] in "NS":
            k += 1
        if k < last and tags[k - 1] == "S":
            while k < last and tags[k] in "wN":
                k += 1
    elif tags[k] == "w":
        k += 1
        if not tokens.low[k - 1].endswith("s"):
            while k < last and tags[k] in "wNS":
                k += 1
                if tags[k - 1] == "w" and tokens.low[k - 1].endswith("s"):
                    break
    return Range(first, k) if k > first else None


def ends_with_comma(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a comma or a quoted stretch that ends in one."""
    if tokens.tags[k] == ",":
        return True
    return tokens.tags[k] == "Q" and "," in tokens.text[max(0, tokens.end[k] - 3) : tokens.end[k]]


def ends_with_stop(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a quoted stretch that ends in a full stop or the like."""
    return any(c in ".?!" for c in tokens.text[max(0, tokens.end[k] - 3) : tokens.end[k]])


def content_end(tokens: Tokens, first: int, last: int, mode: str) -> int:
    """Token after the last one that was said, from `first` on: the reporter's own trailing words are left out."""
    tags, seen_quote = tokens.tags, False
    k = first
    if mode == "quote" and tags[first] == "Q":
        k = first + 1
        if k >= last or _quote_stands_alone(tokens, first, last):
            return k
    while k < last:
        if tags[k] == ";":
            return k
        if mode == "np" and tags[k] == "," and not seen_quote and _np_ends(tokens, k, last):
            return k
        if tags[k] == "Q" and k + 1 < last and "Q" not in tags[k + 1 : last] and _leaves_quote(tokens, k + 1, last, mode):
            return k + 1
        seen_quote = seen_quote or tags[k] == "Q"
        if k > first and ends_with_comma(tokens, k) and _trailing(tokens, k + 1, last, quoted=seen_quote or tags[k] == "Q"):
            return k if tags[k] == "," else k + 1
        if tags[k] == "c" and k > first + 1 and _second_cue(tokens, k + 1, last):
            return k - 1 if tags[k - 1] == "," else k
        k += 1
    while last > first and tags[last - 1] in ".,;:?!":
        last -= 1
    return last


def _np_ends(tokens: Tokens, k: int, last: int) -> bool:
    """Whether the object of a verb ends at the comma `k`: a new clause or an aside of the reporter's begins."""
    if k + 1 >= last:
        return True
    tag = tokens.tags[k + 1]
    return tag in "pGRV" or (tag == "c" and k + 2 < last and tokens.tags[k + 2] in "pVxrd")


def _leaves_quote(tokens: Tokens, k: int, last: int, mode: str) -> bool:
    """Whether the last quoted stretch of the content is its end: what follows at `k` is the reporter's again."""
    tags, low = tokens.tags, tokens.low
    comma = ends_with_comma(tokens, k - 1) or tags[k] == ","
    at = k + 1 if tags[k] == "," else k
    if at >= last:
        return False
    if comma:
        return not (tags[at] == "c" and at + 1 < last and (tags[at + 1] in "Txr" or low[at] == "or") or low[at] in ("then", "if", "because"))
    if ends_with_stop(tokens, k - 1):
        return True
    if tags[at] == "G" or low[at] in ("before", "after", "while", "when", "as", "during", "amid", "prompting", "following", "despite"):
        return True
    if tags[at] == "i" and low[at] in ("in", "on", "at", "during") and at + 1 < last:
        return mode == "np" or any(low[j] in REPORTING_NOUNS or tags[j] == "t" for j in range(at + 1, min(last, at + 5)))
    return tags[at] in "tRc(" and not (tags[at] == "c" and at + 1 < last and tags[at + 1] in "TwxQNd")


def _quote_stands_alone(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the quoted stretch at `at` is all that was said: what follows is the reporter's."""
    tags, text = tokens.tags, tokens.text
    after = tags[at + 1] if at + 1 < last else "."
    if ends_with_stop(tokens, at) or after in ".;?!-(":
        return True
    if ends_with_comma(tokens, at) or after == ",":
        k = at + 2 if after == "," else at + 1
        if k < last and tags[k] == "c" and "Q" in tags[k:last]:
            return _second_cue(tokens, k + 1, last)
        return not (k < last and tags[k] in "pQ" and "Q" in tags[k:last])
    inner = text[tokens.start[at] + 1 : tokens.start[at] + 2]
    long = len(text[tokens.start[at] : tokens.end[at]].split()) >= 6
    return inner.isupper() and long and after in "istGc"


def _second_cue(tokens: Tokens, k: int, last: int) -> bool:
    """Whether a second verb of speech follows: *and called it …*, *but he warned …*."""
    tags = tokens.tags
    for j in range(k, min(last, k + 9)):
        cue = tokens.cues.get(j)
        if cue is not None and tags[j] == "V" and "w" not in cue.takes:
            return not any(tokens.low[i] in ("was", "were", "been", "be", "is", "are", "to") for i in range(k, j))
        if tags[j] not in "rxpNSdw0tc":
            return False
    return False


def trails(tokens: Tokens, k: int, last: int) -> bool:
    """The same for other modules: does the reporter's own text begin at `k`, after a comma?"""
    return _trailing(tokens, k, last, quoted=True)


_NO_PARTICIPLES = frozenset("nothing something everything anything during including".split())


def _trailing(tokens: Tokens, k: int, last: int, *, quoted: bool) -> bool:
    """Whether what begins at `k`, after a comma, is the reporter's."""
    tags, low = tokens.tags, tokens.low
    if k >= last:
        return False
    word = low[k]
    if tags[k] == "G" or word in ("according", "citing", "referring", "speaking", "appearing", "echoing", "alluding"):
        return True
    if quoted and word.endswith("ing") and tags[k] == "w" and word not in _NO_PARTICIPLES:
        return True
    if tags[k] in "cs":
        return _second_cue(tokens, k + 1, last)
    if tags[k] == "R" and quoted:
        return word in ("who", "which")
    if tags[k] in "pNSdw" and _second_cue(tokens, k, last):
        return True
    return word in ("a", "an", "the", "another", "one") and any(low[j] in _APPOSITION for j in range(k + 1, min(last, k + 5)))


def left_content(tokens: Tokens, end: int, low: int, done: int) -> Range | None:
    """What was said before the speaker at `end`: back to the sentence's begin, or to what another cue has taken."""
    tags = tokens.tags
    last = end
    if last - 1 > low and tokens.low[last - 1] == "as" and tags[last - 2] in ",Q":
        last -= 1
    while last > low and tags[last - 1] in ",-":
        last -= 1
    if last <= low or (last == end and tags[last - 1] != "Q"):
        return None
    first = last
    while first > max(low, done) and tags[first - 1] not in ":;":
        first -= 1
    first = _without_opening(tokens, first, last)
    if first >= last:
        return None
    if "Q" not in tags[first:last]:
        return Range(first, last) if _is_clause(tokens, first, last) else None
    if tags[last - 1] == "Q" and last - 1 > first:
        return _cut_before_quote(tokens, first, last)
    quote = max(k for k in range(first, last) if tags[k] == "Q")
    if last - quote <= 6 and ends_with_comma(tokens, quote) and all(tag in "NSdwor" for tag in tags[quote + 1 : last]):
        last = quote + 1  # "…," the tall, old man said: the rest is the speaker
    return Range(first, last)


def _without_opening(tokens: Tokens, first: int, last: int) -> int:
    """Past *But*, *And*, *However,* at the begin."""
    tags = tokens.tags
    while first < last and tags[first] in ",c-.":
        first += 1
    if first + 1 < last and tags[first] == "r" and tags[first + 1] == ",":
        first += 2
    return first


def _is_clause(tokens: Tokens, first: int, last: int) -> bool:
    tags = tokens.tags
    if last - first < 3:
        return False
    return any(tag in "xV" or (tag == "w" and tokens.low[k + first].endswith("ed")) for k, tag in enumerate(tags[first:last]))


def _cut_before_quote(tokens: Tokens, first: int, last: int) -> Range:
    """A quoted stretch that is a sentence of its own is not joined with the reporter's words before it."""
    tags, text = tokens.tags, tokens.text
    at = last - 1
    capital = text[tokens.start[at] + 1 : tokens.start[at] + 2].isupper()
    if tags[at - 1] in ",:" and tokens.low[at - 1] != "and" or (capital and len(text[tokens.start[at] : tokens.end[at]].split()) >= 4):
        if "Q" not in tags[first:at]:
            return Range(at, last)
    return Range(first, last)
