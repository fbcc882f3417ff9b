"""How far what was said goes: the reporter's own words at its ends are left out."""

import re

from reader.analysis.quotes.cues import REPORTING_NOUNS
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.quotes.verbs import is_noun
from reader.analysis.vocabulary import word_set

_APPOSITION = word_set(
    """
    signal sign move reference step comment remark statement claim figure reversal shift position stance nod remarks
    comments view charge accusation apparent swipe jab assertion departure contrast response message change echo idea
    argument line phrase term prospect suggestion warning point moment proposal first second third
    """
)
"""Nouns with which a reporter sums up what was said: *…, the latest sign that …*."""
_OCCASIONS = word_set(
    """
    interview meeting speech statement letter email e-mail address conference briefing debate rally hearing call tweet
    post message memo podcast exchange testimony conversation appearance filing column editorial essay
    """
)
"""Where something is said: *in a … meeting*."""
_OWN_OCCASION = word_set("a an his her its their")
_REPORTER_PARTICIPLES = word_set("according citing referring speaking appearing echoing alluding")
_NO_PARTICIPLES = word_set("nothing something everything anything during including")
_AFTER_QUOTE = word_set("before after while when as during amid prompting following despite")
_BE = word_set("was were been be is are to")
_CONDITIONS = word_set("if when because although though while unless once since")
"""What was said may begin with these: its main clause follows after the comma."""
_MAY_END, _MAY_END_OBJECT = re.compile("[,;Qc]"), re.compile("[-,;Qci]")
"""Tags of the tokens at which what was said may end."""
_STOPS = frozenset(".?!")
_CUE_REACH = 9
_ASIDE_REACH = 12
_CLAUSE_REACH = 40
_ADJUNCT_REACH = 10


def ends_with_comma(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a comma or a quoted stretch that ends in one."""
    if tokens.tags[k] == ",":
        return True
    return tokens.tags[k] == "Q" and "," in tokens.text[max(0, tokens.end[k] - 3) : tokens.end[k]]


def _ends_with_stop(tokens: Tokens, k: int) -> bool:
    return not _STOPS.isdisjoint(tokens.text[max(0, tokens.end[k] - 3) : tokens.end[k]])


def content_end(tokens: Tokens, first: int, last: int, mode: str) -> int:
    """Token after the last one that was said, from `first` on; `mode` as in what follows the verb."""
    tags, k, quoted = tokens.tags, first, False
    if mode == "quote" and tags[first] == "Q":
        k = first + 1
        if k >= last or _stands_alone(tokens, first, last):
            return k
    final = tags.rfind("Q", first, last)
    opening = -1 if final >= 0 else _opening_end(tokens, first, last)
    may_end = _MAY_END_OBJECT if mode == "np" else _MAY_END
    while place := may_end.search(tags, k, last):
        k = place.start()
        if k <= opening and tags[k] == ",":
            k += 1
            continue
        if tags[k] == ";":
            return k
        if mode == "np" and (aside := _aside_in_object(tokens, k, last)):
            k = aside + 1
            continue
        if mode == "np" and not quoted and k > first and _object_ends(tokens, first, k, last):
            return k
        if k == final and k + 1 < last and _leaves_quote(tokens, k + 1, last, mode):
            return k + 1
        quoted = quoted or tags[k] == "Q"
        if k > first and ends_with_comma(tokens, k) and trails(tokens, k + 1, last, quoted=quoted):
            return k if tags[k] == "," else k + 1
        if tags[k] == "c" and k > first + 1 and (tags[k + 1 : k + 2] == "G" or _second_cue(tokens, k + 1, last)):
            return k - 1 if tags[k - 1] == "," else k
        k += 1
    while last > first and tags[last - 1] in ".,;:?!":
        last -= 1
    return last


def _opening_end(tokens: Tokens, first: int, last: int) -> int:
    """The comma after what opens the clause that was said: *if the dam, which is old, broke, …*; *during the visit, …*.

    Asides and the reporter's clauses can only begin after it. -1 where nothing opens the clause.
    """
    tags, k = tokens.tags, first
    if first >= last:
        return -1
    if tags[k] == "," and k + 1 < last:
        k += 1
    clause = tags[k] == "s" and tokens.low[k] in _CONDITIONS
    if not clause and tags[k] not in ("s" if k > first else "i"):
        return -1
    reach = min(last, k + (_CLAUSE_REACH if clause or tags[k] == "s" else _ADJUNCT_REACH))
    comma = tags.find(",", k, reach)
    if comma >= 0 and clause and comma + 1 < last and tags[comma + 1] == "R":
        for _ in range(2):
            closing = tags.find(",", comma + 1, reach)
            comma = closing if closing >= 0 else comma
    if tags[k] == "i" and any(tag in "xVR" for tag in tags[k:comma]):
        return -1
    return comma


def _object_ends(tokens: Tokens, first: int, k: int, last: int) -> bool:
    """Whether the object of a verb ends at `k`: at a comma or dash, before a new clause or an aside of the reporter's,
    or where a second verb follows."""
    if tokens.tags[k] not in ",-":
        return _object_left(tokens, first, k, last)
    if k + 1 >= last:
        return True
    if tokens.tags[k] == "-":
        return trails(tokens, k + 1, last)
    tag, low = tokens.tags[k + 1], tokens.low[k + 1]
    aside = tag in "pGRVi" or low in ("a", "an", "one", "as", "including")
    return aside or (tag == "c" and k + 2 < last and tokens.tags[k + 2] in "pVxrd")


def _aside_in_object(tokens: Tokens, k: int, last: int) -> int:
    """The second comma of an aside that begins at comma `k`, inside an object: *the need, as agreed in May, to go on*;
    0 where none does."""
    if tokens.tags[k] != "," or k + 1 >= last or tokens.low[k + 1] != "as":
        return 0
    comma = next((j for j in range(k + 1, min(last, k + _ASIDE_REACH)) if tokens.tags[j] == ","), 0)
    return comma if comma and comma + 1 < last and tokens.low[comma + 1] in ("to", "of", "for", "that") else 0


def _object_left(tokens: Tokens, first: int, k: int, last: int) -> bool:
    """Whether a second verb follows the object at `k`: *… and went home*; or the means: *… by saying*."""
    if k + 1 >= last:
        return False
    tag, low = tokens.tags[k + 1], tokens.low[k + 1]
    inside = range(first, k)
    if (
        tokens.low[k] == "by"
    ):  # "accused X of weakening the bridge by overloading it": the means belongs to the inner verb
        own = any(tokens.tags[j] == "G" or (tokens.tags[j] == "w" and tokens.low[j].endswith("ing")) for j in inside)
        return tag == "G" or (tag == "w" and low.endswith("ing") and not own)
    return tokens.low[k] == "and" and tag == "w" and low.endswith("ed") and "R" not in tokens.tags[first:k]


def _leaves_quote(tokens: Tokens, k: int, last: int, mode: str) -> bool:
    """Whether the last quoted stretch of the content is its end: what follows at `k` is the reporter's again."""
    tags, low = tokens.tags, tokens.low
    at = k + 1 if tags[k] == "," else k
    if at >= last:
        return False
    following = tags[at + 1] if at + 1 < last else ""
    if ends_with_comma(tokens, k - 1) or tags[k] == ",":
        goes_on = tags[at] == "c" and following != "" and (following in "Txr" or low[at] == "or")
        return not (goes_on or low[at] in ("then", "if", "because"))
    if _ends_with_stop(tokens, k - 1) or tags[at] == "G" or low[at] in _AFTER_QUOTE:
        return True
    if low[at] in ("in", "on", "at") and following:
        return mode == "np" or any(
            low[j] in REPORTING_NOUNS or tags[j] == "t" for j in range(at + 1, min(last, at + 5))
        )
    return tags[at] in "tRc(" and not (tags[at] == "c" and following != "" and following in "TwxQNd")


def _stands_alone(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the quoted stretch at `at` is all that was said: what follows is the reporter's."""
    tags, text = tokens.tags, tokens.text
    after = tags[at + 1] if at + 1 < last else "."
    if _ends_with_stop(tokens, at) or after in ".;?!-(":
        return True
    if ends_with_comma(tokens, at) or after == ",":
        k = at + 2 if after == "," else at + 1
        more = "Q" in tags[k:last]
        if k < last and tags[k] == "c" and more:
            return _second_cue(tokens, k + 1, last)
        return not (k < last and tags[k] in "pQ" and more)
    long = len(text[tokens.start[at] : tokens.end[at]].split()) >= 6
    return text[tokens.start[at] + 1].isupper() and long and after in "istGc"


def _second_cue(tokens: Tokens, k: int, last: int) -> bool:
    """Whether a second verb of speech follows: *and called it …*, *but he warned …*."""
    tags = tokens.tags
    for j in range(k, min(last, k + _CUE_REACH)):
        cue = tokens.cues.get(j)
        if cue is not None and tags[j] == "V" and "w" not in cue.takes and not (j > k and is_noun(tokens, j, k)):
            return not any(tokens.low[i] in _BE for i in range(k, j))
        if tags[j] not in "rxpNSdw0tcV" or (tags[j] == "w" and tokens.low[j].endswith("ed")):
            return False
    return False


def trails(tokens: Tokens, k: int, last: int, *, quoted: bool = True) -> bool:
    """Whether what begins at `k`, after a comma, is the reporter's; `quoted`: quotation marks stand before it."""
    tags, low = tokens.tags, tokens.low
    if k >= last:
        return False
    word = low[k]
    if tags[k] == "G" or word in _REPORTER_PARTICIPLES:
        return True
    if quoted and tags[k] == "w" and word.endswith("ing") and word not in _NO_PARTICIPLES:
        return True
    if word in ("while", "whereas", "though", "although") and not quoted:
        return True
    if tags[k] in "cs":
        return _second_cue(tokens, k + 1, last)
    if tags[k] == "R" and quoted:
        return word in ("who", "which")
    if tags[k] in "pNSdw" and _second_cue(tokens, k, last):
        return True
    sums_up = word in ("a", "an", "the", "another", "one")
    return sums_up and any(low[j] in _APPOSITION for j in range(k + 1, min(last, k + 5)))


def without_setting(tokens: Tokens, first: int, end: int) -> int:
    """Before *in a televised interview on Monday* at the end: where it was said, not what was said."""
    tags, k = tokens.tags, end
    while k > first and tags[k - 1] in "tr0":
        k -= 1
    if k < end and k > first and tags[k - 1] == "i":
        k -= 1
    if k <= first or tokens.low[k - 1] not in _OCCASIONS:
        return end
    start = k - 1
    while start > first and tags[start - 1] in "wrGN0":
        start -= 1
    setting = (
        start - 2 > first and tokens.low[start - 1] in _OWN_OCCASION and tokens.low[start - 2] in ("in", "during", "at")
    )
    return start - 2 if setting else end


def to_comma(tokens: Tokens, first: int, end: int) -> int:
    """The first comma or dash from `first` on, or `end`: where a subordinate clause ends."""
    k = first
    while k < end:
        if tokens.tags[k] == "," and (closing := _aside_in_subject(tokens, first, k, end)):
            k = closing
        elif ends_with_comma(tokens, k) or tokens.tags[k] == "-":
            return k + 1 if tokens.tags[k] == "Q" else k
        k += 1
    return end


def _aside_in_subject(tokens: Tokens, first: int, comma: int, end: int) -> int:
    """The second comma of *the party, or its wing, has …*; 0 where the clause has had its verb before the first."""
    if has_finite_verb(tokens, first, comma):
        return 0
    closing = next((j for j in range(comma + 1, min(end, comma + _ADJUNCT_REACH)) if tokens.tags[j] == ","), 0)
    return closing if closing and closing + 1 < end and tokens.tags[closing + 1] in "xV" else 0


def has_finite_verb(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words look like a clause: an auxiliary, a verb of speech, a word in -ed."""
    tags = tokens.tags[first:last]
    if "x" in tags or "V" in tags:
        return True
    return any(tag == "w" and low.endswith("ed") for tag, low in zip(tags, tokens.low[first:last], strict=True))
