"""Who is said to have stated a figure or a date: only where the article says that this very thing was said.

"Officials said that 40 people had died" tells who counted the dead. "The firm announced that it would move some of its
100,000 workers" and "she praised the crew, which had saved 40 people" do not: there the figure is background, known to
the reporter, and nobody is named for it.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from reader.analysis.quotes.cues import forms
from reader.analysis.vocabulary import word_set
from reader.model import Quote, Span

_ASSERTING = word_set(
    """
    say tell add note report warn claim write tweet state insist explain acknowledge confirm estimate admit argue
    testify stress allege conclude observe reveal disclose indicate reckon suggest predict forecast assert contend
    maintain reiterate affirm answer reply respond recall calculate declare inform specify remark
    """
)
"""Verbs whose content is stated to be so. What is announced, promised or demanded only mentions its figures."""

_SURE = 0.5
"""Confidence in a quotation's speaker below which nobody is named."""

_CREDIT = 5
"""Words that the name of somebody without a name has at most: "two officials of the ministry"."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|,")
_MARKED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?|„[^“”]*[“”]?")
_BACKGROUND = word_set("which who whom whose where since despite although though if unless until whether")
"""Behind these stands what the speaker takes for known, or does not claim at all."""
_OWN_TO = word_set("his her their its our my")
"""What begins with these is named after somebody else: "his lawyer" is whoever the article means, and nobody surely."""
_OWN = word_set("its his her their our my your the these those this that")
"""Right before a figure these take it for known: "the 40 workers"."""

_PARTS = word_set("some many most part half all one each none")
_BETWEEN = word_set(
    "about around some roughly nearly almost more than over least at most estimated first last next past other"
)
"""Words that may stand between these and the figure."""


def stated_by(text: str, quotes: Iterable[Quote], span: Span) -> str | None:
    """The speaker who is said to have stated what stands at `span`; None where that is not said, or not of this."""
    said = [quote for quote in quotes if any(own.covers(span) for own in quote.spans)]
    for quote in sorted(said, key=lambda quote: sum(own.end - own.start for own in quote.spans)):
        if quote.confidence < _SURE or not (_in_marks(text, quote, span) or _asserted(text, quote, span)):
            return None
        words = quote.speaker.mention.of(text).split() if quote.speaker.mention else []
        if quote.speaker.name and not (len(words) > 1 and words[0].casefold() in _OWN_TO):
            return quote.speaker.name
        return _credit(words) if words else None
    return None


def _credit(words: Sequence[str]) -> str | None:
    """The words that stand for somebody without a name: "officials"."""
    if list(words[:2]) == ["according", "to"]:
        words = words[2:]
    if len(words) > 1 and words[-1].endswith("ed") and words[-1].islower():
        words = words[:-1]  # "tax returns released"
    return " ".join(words) if 0 < len(words) <= _CREDIT else None


def _in_marks(text: str, quote: Quote, span: Span) -> bool:
    """Whether it is one of the speaker's own words."""
    if quote.kind == "direct":
        return True
    if quote.kind == "indirect":
        return False
    return any(
        match.start() <= span.start and span.end <= match.end()
        for own in quote.spans
        for match in _MARKED.finditer(text, own.start, own.end)
    )


def _asserted(text: str, quote: Quote, span: Span) -> bool:
    """Whether it stands in the main clause of what somebody is reported to have stated."""
    if quote.cue is None or not _asserts(quote.cue.of(text)):
        return False
    begin = max((own.start for own in quote.spans if own.covers(span)), default=span.start)
    words = [match.group().casefold() for match in _WORD.finditer(text, begin, span.start)]
    if words and words[0] == "that":
        words = words[1:]
    if not _BACKGROUND.isdisjoint(words) or "that" in words:
        return False
    if any(one == "," and other.endswith("ing") for one, other in pairwise(words)):
        return False
    while words and words[-1] in _BETWEEN:
        words.pop()
    return not words or (words[-1] not in _OWN and not _partitive(words))


def _partitive(words: Sequence[str]) -> bool:
    """Whether the figure is a whole of which something is a part: "some of 400"."""
    return len(words) > 1 and words[-1] == "of" and words[-2] in _PARTS


@cache
def _asserts(cue: str) -> bool:
    words = " ".join(cue.casefold().split())
    if words.startswith(("according to", "in the words of")):
        return True
    for word in reversed(words.split(" ")):
        known = forms().get(word.strip(",.:;"))
        if known:
            return known.lemma in _ASSERTING
    return False
