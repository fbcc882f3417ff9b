"""Speakers without a name: what the reports call them, and which words are a name at all."""

import re
from collections.abc import Iterable

from reader.analysis.vocabulary import word_set
from reader.model import Analysis, Quote
from reader.model.analysis import SpeakerType

_NAMED: frozenset[SpeakerType | None] = frozenset(("person", "organisation", "place"))
_SMALL = frozenset(
    ("a", "al", "and", "at", "de", "del", "der", "di", "du", "el", "for", "in", "la", "of", "on", "the", "van", "von")
)
"""Words inside a name that have no capital."""
_DETERMINERS = ("the ", "a ", "an ")
_PEOPLE = word_set(
    "aide aides conservative conservatives democrat democrats governor lawmaker lawmakers liberal liberals official "
    "officials republican republicans senator senators"
)
"""Last words of what looks like a body or a place and is a description of people: "the Ostrel Democrat"."""
_COUNTING = word_set("all any every few former most no several then two three unlike")
"""Words that begin a description, however many capitals follow."""
_VAGUE = word_set(
    "another both each either he her here his i it its many neither nobody none one others she some somebody someone "
    "that their them there these they this those we what which who whom you"
)
"""Words that stand for a speaker without describing one."""
_WHEN = word_set("afternoon day end evening hour moment month morning night time today week weekend year yesterday")
"""Nothing of this kind says anything: what it stands for is when it was said."""
_DOING = re.compile(r"\w+ing (?:an?|the|his|her|its|their|that|to) ", re.IGNORECASE)
"""How a clause begins and no description of anybody: "hiding a wanted man"."""
_JOINED = re.compile(r",? and |, ")
_JUNIOR = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")


def surnames(analyses: Iterable[Analysis]) -> frozenset[str]:
    """The last words of the names of all people in the articles."""
    return frozenset(
        _last(form)
        for analysis in analyses
        for entity in analysis.entities
        if entity.type == "person"
        for form in (entity.name, *entity.aliases)
    )


def _last(name: str) -> str:
    return _JUNIOR.sub("", name).rsplit(" ", 1)[-1]


def is_name(name: str, type: SpeakerType | None, people: frozenset[str]) -> bool:
    """Whether a speaker's name is one: "Rosa Vasko" and "Vasko and Brandvold" are, "prosecutors" is not.

    `people`: the surnames of the articles' people, by which several people are told from a group.
    """
    words = name.split()
    if type in _NAMED:
        return type == "person" or words[-1].casefold() not in _PEOPLE
    if type == "group":
        parts = _JOINED.split(name)
        return len(parts) > 1 and all(_last(part) in people for part in parts)
    if len(words) < 2 or words[0].casefold() in _VAGUE | _COUNTING:
        return False
    return all(word[:1].isupper() or word in _SMALL for word in words)


def description(quote: Quote, text: str) -> str | None:
    """What the article calls a speaker without a name, as inside a sentence; None where it says nothing."""
    mention = quote.speaker.mention
    if mention is None:
        return None
    words = " ".join(mention.of(text).split())
    low = words.casefold()
    if not low or low in _VAGUE or _DOING.match(low):
        return None
    for determiner in _DETERMINERS:
        if low.startswith(determiner):
            return words[len(determiner) :] if low.removeprefix(determiner) not in _WHEN else None
    if low in _WHEN:
        return None
    return words if _keeps_its_capital(words, mention.start, text) else words[0].lower() + words[1:]


def _keeps_its_capital(words: str, start: int, text: str) -> bool:
    """Whether a first word is written with a capital for itself, and not because a sentence begins with it."""
    before = text[:start].rstrip(" \t“\"‘'")
    if not words[:1].isupper() or words[:2].isupper() or (before and before[-1] not in ".!?:…\n”"):
        return True
    first, *following = words.split()
    if "’s" in first or "'s" in first or (following and following[0][:1].isupper()):
        return True
    return re.search(rf"\b{re.escape(first.lower())}\b", text) is None
