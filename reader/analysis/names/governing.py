"""Mentions of a place that stand for its government: "Moscow denied it", "talks between Ankara and Berlin".

The place stays a place; this is a hint beside it. It is given on cues that only somebody who acts can have: a verb of
saying or deciding after the name, a demand or an accusation that the name receives, relations that it keeps, a policy
that it has. A place in which something happens ("in Moscow", "officials in Moscow denied it") has none of them.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from reader.analysis.vocabulary import word_set
from reader.model import Span

_ACTS = word_set(
    """
    said says denied denies deny announced announces accused accuses accuse rejected rejects reject agreed agrees signed
    signs warned warns demanded demands demand condemned condemns urged urges refused refuses insisted insists
    recognised recognises recognized recognizes imposed imposes threatened threatens threaten withdrew deployed deploys
    invaded annexed promised promises pledged pledges thanked asked asks expelled expels summoned summons vowed vows
    declared declares argued argues claimed claims confirmed confirms offered offers proposed proposes protested replied
    responded retaliated ratified vetoed lifted banned bans wants want hopes hope fears fear believes intends intend
    plans seeks seek opposes opposed oppose backs backed supports supported welcomed welcomes criticised criticized
    criticises criticizes acknowledged admitted called calls dismissed dismisses suspects blamed blames blame considers
    considered expects stopped severed cut froze freezes recalled broke sent lodged maintains stressed reiterated stated
    added noted regards sees views declined ruled suspended halted acceded joined
    """
)
_HELPERS = word_set(
    "has have had will would could should may might must also still did does do is was are were not never"
)
_AIMS = word_set(
    """
    ready willing prepared considering planning demanding threatening seeking trying refusing preparing negotiating
    accusing insisting pushing pressing urging calling mulling weighing reluctant determined
    """
)
_ADVERBS = re.compile(r"(?:\w{3,12}ly|later|then|now|once|again|long|repeatedly|swiftly) ")
_WORD = re.compile(r" (?:\([A-Z]{2,6}\) )?([a-z]+)")
_IN_PLACE = word_set(
    """
    in at near from to of into through around outside inside across off via within towards toward for by with over under
    around south north east west visit visited visiting left reached
    """
)
_ASKED = re.compile(
    r"(?:accus|urg|warn|press|pressur|tell|ask|thank|blam|condemn|forc|punish|sanction|oblig|allow|help|sue|supply|supplied"
    r"|arm)(?:e|es|ed|d|ing|s)?|told"
)
"""Verbs whose object acts, or is held to account."""
_LINKS = word_set("on upon against with from by of to that")
_RECEIVES = re.compile(
    r"\b(?:(?:told|calls?|called|calling) (?:on|upon)"
    r"|(?:pressure|sanctions|embargo|tariffs|ban|restrictions) (?:on|against)"
    r"|(?:relations|ties|talks|negotiations|agreement|deal|treaty|pact|dialogue|contacts|alliance|accord|ceasefire|truce"
    r"|war|dispute|row|quarrel|rift|trade|summit) with"
    r"|(?:assurances|guarantees|pledges?|promises?|support|backing|aid|help|demands|response|answer|reply|message"
    r"|permission|approval|signals?|reaction|threats?) (?:from|by|of|to)"
    r"|(?:according|message|ultimatum|letter|warning|concessions|appeal|weapons|arms|loyal|allied|hostile|friendly) to"
    r"|demand(?:s|ed|ing)? (?:that|of)) (?:the )?\Z",
    re.IGNORECASE,
)
"""What is had from somebody, or done to him, who acts."""
_BETWEEN = re.compile(
    r"\b(?:relations|ties|talks|negotiations|agreement|deal|treaty|pact|dialogue|tensions|alliance|accord|ceasefire|truce"
    r"|war|wars|dispute|row|conflict|quarrel|rift|trade|summit|border dispute|mediate|mediating|mediated|mediation"
    r"|contacts|differences|standoff|stand-off) between (?:[\w’' .-]{1,40}(?:, | and ))?(?:the )?\Z",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"['’]s? (?:\w+ ){0,2}?(?:demands?|decision|refusal|policy|policies|position|ambassadors?|troops|army|military"
    r"|invasion|response|offer|claims?|concerns?|leadership|stance|government|denials?|intentions?|ambitions?|allies|ally|envoys?"
    r"|diplomats?|diplomacy|threats?|promises?|pledges?|proposals?|annexation|sanctions|accession|membership|foreign"
    r"|nuclear|aggression|forces|consent|approval|veto|interests|strategy|request|warning|plans?|bid)\b"
)
_APOSTROPHES = ("'", "’")
_PARTS = frozenset(["residents", "officials", "police", "based", "correspondent"])
_REACH = 60
_NEAREST = 26
"""Characters that the longest match of `_RECEIVES` takes."""


def governing(text: str, mentions: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """Those of `mentions`, all of one place, that stand for its government.

    `others` are the mentions of all places of the article, in order: of two that act together, both are meant.
    """
    return tuple([mention for mention in mentions if _acts(text, mention, others) or _is_dealt_with(text, mention)])


def _is_dealt_with(text: str, mention: Span) -> bool:
    start, end = mention
    if text[end : end + 1] in _APOSTROPHES and _HAS.match(text, end, end + _REACH):
        return True
    before = text[max(0, start - _REACH) : start]
    last = "".join(before.lower().removesuffix("the ").rsplit(None, 1)[-1:])
    dealt = _RECEIVES.search(before, max(0, len(before) - _NEAREST)) is not None if last in _LINKS else _is_asked(last)
    if not dealt and "between " in before:
        dealt = _BETWEEN.search(before) is not None
    return dealt and not _is_part(text, mention.end)


@lru_cache(maxsize=4096)
def _is_asked(word: str) -> bool:
    return _ASKED.fullmatch(word) is not None


def _is_part(text: str, end: int) -> bool:
    """Whether the name only qualifies what follows: "told Moscow residents", "talks with Norland officials"."""
    following = _WORD.match(text, end)
    return following is not None and following.group(1) in _PARTS


def _acts(text: str, mention: Span, others: Sequence[Span]) -> bool:
    if _previous(text, mention.start) in _IN_PLACE:
        return False
    if _has_verb(text, mention.end):
        return True
    following = bisect_right(others, mention)
    if following == len(others):
        return False
    other = others[following]
    return text[mention.end : other.start] in (" and ", " and the ") and _has_verb(text, other.end)


def _previous(text: str, start: int) -> str:
    words = text[max(0, start - 24) : start].split()
    if words and words[-1].lower() == "the":
        words.pop()
    if len(words) > 2 and words[-1] == "and" and words[-2][:1].isupper():
        return words[-3].lower()  # "in Paris and Berlin"
    return words[-1].lower() if words else ""


def _has_verb(text: str, end: int) -> bool:
    """Whether what follows is a verb of saying or deciding, helping verbs and adverbs between."""
    at, helped = end, False
    for _ in range(4):
        adverb = _ADVERBS.match(text, at + 1)
        if adverb:
            at = adverb.end() - 1
        found = _WORD.match(text, at, at + 30)
        if found is None:
            return False
        word = found.group(1)
        if word in _ACTS or (helped and (word in _AIMS or any(word + tail in _ACTS for tail in ("s", "ed", "d")))):
            return True
        if word not in _HELPERS:
            return False
        helped, at = True, found.end()
    return False
