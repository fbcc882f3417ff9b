"""Whether a word that looks like a verb of speech is one here, and not a noun or a participle."""

from reader.analysis.quotes.tokens import Tokens
from reader.analysis.vocabulary import word_set

_PLURALS = word_set("people men women police media officials")
_LIKE_PRONOUNS = word_set("some many several most all others another one this those both")
_QUANTIFIERS = word_set("some many several most all both these those")
"""Before these a form in -s is a plural: *both states*."""
_BE = word_set("is are was were be been being am 's isn't wasn't weren't aren't")
_NEGATIONS = word_set("not never cannot")


def group_start(tokens: Tokens, at: int, low: int) -> int:
    """First token of the verb group that ends at `at`: *has also said*."""
    tags, words = tokens.tags, tokens.low
    while at > low and (tags[at - 1] in "xr" or (words[at - 1] in ("first", "long") and tags[at - 2] == "x")):
        at -= 1
    return at


def is_negated(tokens: Tokens, first: int, at: int) -> bool:
    """Whether the group `first`…`at` says that nothing was said: *has never claimed*, *didn't say*."""
    return first < at and any(word in _NEGATIONS or word.endswith("n't") for word in tokens.low[first:at])


def is_passive(tokens: Tokens, first: int, at: int) -> bool:
    """Whether the group `first`…`at` is a passive one: *was told*, *has been called*."""
    return first < at and tokens.cues[at].form == "past" and not _BE.isdisjoint(tokens.low[first:at])


def is_noun(tokens: Tokens, at: int, first: int) -> bool:
    """Whether the form at `at` is a noun or an adjective: *the report*, *security demands*, *the reported deal*."""
    cue, before = tokens.cues[at], tokens.tags[at - 1] if at > first else ""
    after = tokens.tags[at + 1] if at + 1 < len(tokens.tags) else ""
    if cue.form == "s" and before == "d" and tokens.low[at - 1] in _QUANTIFIERS:
        return True
    if cue.form == "base" and "n" in cue.takes and before and tokens.low[at - 1] in ("this", "that", "another", "one"):
        return True
    if before == "w" and tokens.low[at - 1].endswith("'s") and cue.form != "ing":
        return True
    if before and before in "dSo" and tokens.low[at - 1] not in _LIKE_PRONOUNS:
        return cue.form != "ing" or before != "S"
    if cue.form == "ing":
        return False
    if cue.form == "past":
        return before == "i" or (before == "" and after not in ("N", "Q", ":", "d"))
    if cue.form == "s":
        return _is_plural_noun(tokens, at, first, before, after)
    return _is_plain_noun(tokens, at, before, after)


def _plural_before(tokens: Tokens, at: int) -> bool:
    word = tokens.low[at - 1] if at else ""
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _is_plural_noun(tokens: Tokens, at: int, first: int, before: str, after: str) -> bool:
    """*claims*, *reports*."""
    altered = before == "w" and tokens.low[at - 1].endswith("ed")  # "had altered notes"
    if "n" not in tokens.cues[at].takes:
        return before == "i" or altered
    if before not in ("w", "N"):
        return before in ("i", "V", "G", "", "c", "0") or after == "o"
    if altered:
        return True
    if after == "p":
        return _after_preposition(tokens, at, first)
    if after == "T":
        return _plural_before(tokens, at)
    return _after_determiner(tokens, at, first) or _plural_before(tokens, at) or after not in ("Q", "d")


def _is_plain_noun(tokens: Tokens, at: int, before: str, after: str) -> bool:
    """*claim*, *report*: a verb after *they*, *to*, *would* or a plural."""
    if before in ("p", "x", "r", "R") or (before == "i" and tokens.low[at - 1] == "to"):
        return False
    if "n" in tokens.cues[at].takes and (before in ("i", "V", "G", "", "c", ",") or after == "o"):
        return True
    return not _plural_before(tokens, at) and before not in ("c", ",", "T", "-")


def _after_determiner(tokens: Tokens, at: int, first: int) -> bool:
    """*the two lengthy reports*: adjectives and a determiner before."""
    k = at - 1
    while k > first and tokens.tags[k] in "w0r":
        k -= 1
    return k >= first and tokens.tags[k] in "dS" and at - k > 2


def _after_preposition(tokens: Tokens, at: int, first: int) -> bool:
    """*with insulting remarks he had made*: no plural subject stands before."""
    k = at - 1
    while k > first and tokens.tags[k] in "w0r":
        k -= 1
    return tokens.low[k] in ("with", "by", "about", "of") and not _plural_before(tokens, at)
