"""How far what was said goes: the reporter's own words at its ends are left out."""

from reader.analysis.quotes.cues import REPORTING_NOUNS
from reader.analysis.quotes.phrases import Range
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.vocabulary import word_set

_APPOSITION = word_set(
    """
    signal sign move reference step comment remark statement claim figure reversal shift position stance nod remarks
    comments view charge accusation apparent swipe jab assertion departure contrast response message change echo idea
    argument line phrase term prospect suggestion warning point moment proposal first second third
    """
)
"""Nouns with which a reporter sums up what was said: *…, the latest sign that …*."""
_REPORTER_PARTICIPLES = word_set("according citing referring speaking appearing echoing alluding")
_NO_PARTICIPLES = word_set("nothing something everything anything during including")
_AFTER_QUOTE = word_set("before after while when as during amid prompting following despite")
_BE = word_set("was were been be is are to")
_CONDITIONS = word_set("if when because although though while unless once since")
"""What was said may begin with these: its main clause follows after the comma."""
_CUE_REACH = 9


def ends_with_comma(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a comma or a quoted stretch that ends in one."""
    if tokens.tags[k] == ",":
        return True
    return tokens.tags[k] == "Q" and "," in tokens.text[max(0, tokens.end[k] - 3) : tokens.end[k]]


def _ends_with_stop(tokens: Tokens, k: int) -> bool:
    return any(c in ".?!" for c in tokens.text[max(0, tokens.end[k] - 3) : tokens.end[k]])


def content_end(tokens: Tokens, first: int, last: int, mode: str) -> int:
    """Token after the last one that was said, from `first` on; `mode` as in what follows the verb."""
    tags, k, quoted = tokens.tags, first, False
    if mode == "quote" and tags[first] == "Q":
        k = first + 1
        if k >= last or _stands_alone(tokens, first, last):
            return k
    final = max((j for j in range(first, last) if tags[j] == "Q"), default=-1)
    condition = "Q" not in tags[first:last] and tags[first] == "s" and tokens.low[first] in _CONDITIONS
    while k < last:
        if condition and tags[k] == ",":
            condition, k = False, k + 1
            continue
        if tags[k] == ";":
            return k
        if mode == "np" and not quoted and k > first and _object_ends(tokens, k, last):
            return k
        if k == final and k + 1 < last and _leaves_quote(tokens, k + 1, last, mode):
            return k + 1
        quoted = quoted or tags[k] == "Q"
        if k > first and ends_with_comma(tokens, k) and trails(tokens, k + 1, last, quoted=quoted):
            return k if tags[k] == "," else k + 1
        if tags[k] == "c" and k > first + 1 and (tags[k + 1 : k + 2] == ["G"] or _second_cue(tokens, k + 1, last)):
            return k - 1 if tags[k - 1] == "," else k
        k += 1
    while last > first and tags[last - 1] in ".,;:?!":
        last -= 1
    return last


def _object_ends(tokens: Tokens, k: int, last: int) -> bool:
    """Whether the object of a verb ends at `k`: at a comma or dash, before a new clause or an aside of the reporter's,
    or where a second verb follows."""
    if tokens.tags[k] not in ",-":
        return _object_left(tokens, k, last)
    if k + 1 >= last or tokens.tags[k] == "-":
        return True
    tag, low = tokens.tags[k + 1], tokens.low[k + 1]
    aside = tag in "pGRVi" or low in ("a", "an", "one", "as", "including")
    return aside or (tag == "c" and k + 2 < last and tokens.tags[k + 2] in "pVxrd")


def _object_left(tokens: Tokens, k: int, last: int) -> bool:
    """Whether a second verb follows the object at `k`: *… and went home*; or the means: *… by saying*."""
    if k + 1 >= last:
        return False
    tag, low = tokens.tags[k + 1], tokens.low[k + 1]
    if tokens.low[k] == "by":
        return tag == "G" or (tag == "w" and low.endswith("ing"))
    return tokens.low[k] == "and" and tag == "w" and low.endswith("ed")


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
        if cue is not None and tags[j] == "V" and "w" not in cue.takes:
            return not any(tokens.low[i] in _BE for i in range(k, j))
        if tags[j] not in "rxpNSdw0tc" or (tags[j] == "w" and tokens.low[j].endswith("ed")):
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


def to_comma(tokens: Tokens, first: int, end: int) -> int:
    """The first comma or dash from `first` on, or `end`: where a subordinate clause ends."""
    for k in range(first, end):
        if ends_with_comma(tokens, k) or tokens.tags[k] == "-":
            return k + 1 if tokens.tags[k] == "Q" else k
    return end


def left_content(tokens: Tokens, end: int, low: int, done: int) -> Range | None:
    """What was said before the speaker at `end`: back to the sentence's begin, or to what another cue has taken."""
    tags, last = tokens.tags, end
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
        return Range(first, last) if last - first >= 3 and has_finite_verb(tokens, first, last) else None
    if tags[last - 1] == "Q":
        return _cut_before_quote(tokens, first, last)
    return _cut_after_quote(tokens, first, last)


def _without_opening(tokens: Tokens, first: int, last: int) -> int:
    """Past *But*, *And*, *However,* at the begin."""
    tags = tokens.tags
    while first < last and tags[first] in ",c-.":
        first += 1
    if first + 1 < last and tags[first] == "r" and tags[first + 1] == ",":
        first += 2
    return first


def has_finite_verb(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words look like a clause: an auxiliary, a verb of speech, a word in -ed."""
    tags, low = tokens.tags, tokens.low
    return any(tags[k] in "xV" or (tags[k] == "w" and low[k].endswith("ed")) for k in range(first, last))


def _cut_before_quote(tokens: Tokens, first: int, last: int) -> Range:
    """A quoted stretch that is a sentence of its own is not joined with the reporter's words before it."""
    tags, text, at = tokens.tags, tokens.text, last - 1
    if at == first or "Q" in tags[first:at]:
        return Range(first, last)
    capital = text[tokens.start[at] + 1 : tokens.start[at] + 2].isupper()
    whole = capital and len(text[tokens.start[at] : tokens.end[at]].split()) >= 4
    return Range(at, last) if tags[at - 1] in ",:" or whole else Range(first, last)


def _cut_after_quote(tokens: Tokens, first: int, last: int) -> Range:
    """*"…," the tall, old man said*: the words after the quotation are the speaker."""
    tags = tokens.tags
    quote = max(k for k in range(first, last) if tags[k] == "Q")
    speaker = last - quote <= 6 and ends_with_comma(tokens, quote)
    if speaker and all(tag in "NSdwor" for tag in tags[quote + 1 : last]):
        last = quote + 1
    return Range(first, last)
