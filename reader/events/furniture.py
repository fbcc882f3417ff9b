"""Tells the sentences that stand on a page without reporting anything: subscribe here, log in, enable cookies.

Two outlets that share a publishing system share these word for word, so they look more alike than any report does. A
link between them would say that both tell the same thing, where neither tells any.
"""

import re
from collections.abc import Sequence

from reader.analysis.vocabulary import word_set

_SIGNS = word_set(
    """
    account accounts ad ads advertise advertisement advertising app article articles audience blocking bookmark
    browser captcha click comment commenting comments contact content cookie cookies copyright copyrighted
    disable display donate donation download e-mail email emails enter expertise extension extensions facebook
    follow footage free gallery headlines here inbox information instagram invest join journalism licence
    license licensing link loading log logged login logo membership menu miss newsletter newsletters newsroom
    notifications offer page password photo photos playback player podcast policy post premium privacy produced
    profile promo published purchase read reader readers refresh register registered registering registration
    reporting reproduced reserved rights search share sign signed signing signup site skip sponsored stories
    story subscribe subscribed subscriber subscribers subscription subscriptions supplied support telegram terms
    thank thanks toggle track tracking tweet twitter unlimited unlock update updates upgrade username video view
    visit visiting watch website whatsapp youtube
    """
)
"""One of these is in nearly every such sentence: the others need not be looked at."""

_MAKERS = word_set(
    """
    columnist contributed contributor correspondent editing editor fellow journalist journalists producer reporter
    reporters staff writer writers writing continues available leave leaving
    """
)
"""One of these is in every line about those who made the report."""
_TELLING = _SIGNS | _MAKERS

_YOU = re.compile(r"\b[Yy]ou(?:rs?|['’](?:re|ve|ll|d))?\b")
_US = re.compile(r"\b(?:us|[Oo]ur|[Ww]e)\b")
_ORDER = re.compile(
    r"[•*»›>\-–—\s]*(?:please\s+)?(?:already|become a|bookmark|can['’]t find|check out|click|contact us|donate"
    r"|don['’]t miss|download|enable|enter your|find (?:out more|us)|follow|get (?:the|our|your|all|unlimited|breaking)"
    r"|for (?:more|further) (?:information|news|details|stories|on this)|have an account"
    r"|join (?:us|the|our|now|\w+ vip|pulse)|learn more|listen to|log ?in|note:|read (?:more|also|next|the|this)"
    r"|refresh|register|share (?:this|on)|sign[ -]?(?:up|in)|skip to|start your|stay (?:informed|up to date|ahead)"
    r"|subscribe|support (?:our|us|from|the|quality|independent)|tap here|toggle|unlock|use the promo"
    r"|thank(?:s| you) for (?:read|regist|sign|subscri|visit|join|support|your (?:interest|support|order))\w*"
    r"|(?:to )?(?:view|watch|continue|display|read|access) (?:this|the|all|reading|our)"
    r"|view (?:all|more|comments)|visit (?:our|us)|watch (?:live|more|now|the video)"
    r"|your (?:browser|subscription|account))\b",
    re.I,
)
_MADE = re.compile(
    r"\b(?:all rights reserved|copyright (?:©|\(c\)|\d{4})|© ?\d{4}"
    r"|(?:may|must) not be (?:published|reproduced|broadcast)"
    r"|this (?:article|story|report|content|piece|video|post|material) (?:was|has been|is|may be)(?: \w+)? "
    r"(?:produced|generated|edited|provided|supplied|written|translated|published|originally|available|sponsored)"
    r"|was not involved in the creation|archive licensing|browser extensions?|audience measurement"
    r"|(?:first|originally) (?:appeared|published) (?:on|in|at)|i bring to the table"
    r"|contributed to this (?:report|article|story|piece)"
    r"|\b(?:writers?|reporters?|journalists?|staff) .{0,80}\bcontributed\b"
    r"|^\W*(?:additional )?(?:reporting|writing|editing) (?:by|from) "
    r"|article continues|continues below|available for download|leav(?:e|ing) (?:us )?a comment"
    r"|advertisement(?: tracking)?[:.]?$|(?:terms of (?:use|service)|privacy policy|cookie policy))",
    re.I,
)
_WRITER = re.compile(
    r"\bis (?:an?|the) (?:[\w’'-]+ ){0,4}(?:reporter|editor|correspondent|writer|columnist|journalist|producer"
    r"|contributor|fellow)\b(?: \w+){0,3} (?:for|at|with|of|covering|based)\b"
)
"""What an article says of whoever wrote it."""
_LINKED = re.compile(r"(?:https?://|www\.)\S+|\b\S+@\S+\.\w+", re.I)
_QUOTED = re.compile(r"[“\"„«]")
_LONG = 60
"""Words from which a sentence is hardly furniture as a whole."""

_FEW = 2
"""Signs that make an unquoted sentence furniture which says "you" to its reader; one that says "we" needs one more."""


def is_furniture(text: str, words: Sequence[str]) -> bool:
    """Whether a sentence belongs to the page and not to the report. `words`: its words in lower case."""
    if not words:
        return True
    if len(words) > _LONG:
        return False
    if _TELLING.isdisjoint(words):
        return False
    signs = len(_SIGNS.intersection(words))
    if _WRITER.search(text) and not _QUOTED.search(text):
        return True
    if _MADE.search(text) or (_ORDER.match(text) and not _QUOTED.search(text)):
        return True
    if _LINKED.search(text):
        return len(_LINKED.sub(" ", text).split()) <= _FEW + 4
    if signs < _FEW or _QUOTED.search(text):
        return False
    return _YOU.search(text) is not None or (signs > _FEW and _US.search(text) is not None)
