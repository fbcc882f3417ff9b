"""Quotations inside quotations: *"I told him, 'Wait,'" she said.*

The inner words are a quote of their own only where a verb of speech inside the outer ones leads to them; other inner
marks are emphasis, and stay part of the outer quote.
"""

import re
from collections.abc import Sequence

from reader.analysis.quotes.confidence import NESTED
from reader.analysis.quotes.cues import forms
from reader.analysis.quotes.marks import Stretch
from reader.model import Quote, Span, Speaker

_LEADS = re.compile(
    r"\b([A-Z][\w’'-]*|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Yy]ou|I)\s(?:\w+ly\s)?(\w+)(?:\s(?:me|us|him|her|them))?[,:]?\s\Z"
)
_REACH = 48


def nested_quotes(text: str, stretches: Sequence[Stretch], outer: Sequence[Quote]) -> list[Quote]:
    """The inner quotations that somebody inside an outer one is said to have spoken."""
    inner = [stretch for stretch in stretches if stretch.parent >= 0]
    if not inner:
        return []
    by_stretch = {span.start: quote for quote in outer for span in quote.spans}
    made = []
    for stretch in inner:
        parent = stretches[stretch.parent]
        if parent.parent >= 0:
            continue
        before = text[max(parent.inner_start, stretch.start - _REACH) : stretch.start]
        match = _LEADS.search(before)
        cue = forms().get(match.group(2).lower()) if match else None
        if match is None or cue is None or not ("v" in cue.takes or cue.lemma == "tell"):
            continue
        at = stretch.start - len(before)
        made.append(_inner(stretch, match, at, by_stretch.get(parent.start)))
    return made


def _inner(stretch: Stretch, match: re.Match[str], at: int, outer: Quote | None) -> Quote:
    who, verb = (Span(at + match.start(n), at + match.end(n)) for n in (1, 2))
    speaker = Speaker(None, None, who, "none")
    evidence = f"“{match.group(1)}” inside another quote"
    if match.group(1) == "I" and outer is not None:
        speaker = Speaker(outer.speaker.name, outer.speaker.type, who, "pronoun")
        evidence = "“I” is who says the quote around it"
    span = Span(stretch.start, stretch.end)
    return Quote("", "direct", (span,), verb, speaker, confidence=NESTED, reasons=("a quote inside a quote", evidence))
