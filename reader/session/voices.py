"""Who is shown as the speaker of a quote, and how plainly: sure, likely, or the words of the text with a guess."""

from typing import Literal

from reader.analysis.described import within_a_sentence
from reader.model import Quote

Level = Literal["sure", "likely", "doubtful"]
SURE, LIKELY = 0.9, 0.6
"""Confidence from which a speaker is stated plainly, and from which as likely. It is a measured share: of the quotes
that get .9, nine in ten had span and speaker right in the articles that were measured."""

UNATTRIBUTED, TERMS = "unattributed", "only in quotation marks"
"""Headings of what stands in quotation marks without anybody who said it: whole stretches, and single words."""
TERM = 5
"""Words from which a stretch without a speaker is taken for something said; shorter ones are names, titles, irony."""
KIND_WORDS = {"direct": "direct", "mixed": "partial", "indirect": "indirect"}
"""How the kinds are called on the screen."""


def level(quote: Quote) -> Level:
    """How plainly the speaker may be stated."""
    return "sure" if quote.confidence >= SURE else "likely" if quote.confidence >= LIKELY else "doubtful"


def voice(quote: Quote, text: str) -> str:
    """Under which heading a quote stands: its speaker's name, else the words for him, else that there is none."""
    if quote.speaker.name:
        return quote.speaker.name
    if quote.speaker.mention:
        return within_a_sentence(quote.speaker.mention.of(text))
    if quote.attributed:
        return "somebody not named"
    words = sum(len(span.of(text).split()) for span in quote.spans)
    return UNATTRIBUTED if words >= TERM else TERMS


def guess(quote: Quote, text: str) -> str:
    """A doubtful speaker: the words of the text, the best guess in brackets, and who else it may be.

    `he (Scholz?) or Putin`; without the brackets where the words of the text are the name: `Scholz?`.
    """
    speaker = quote.speaker
    mention = within_a_sentence(speaker.mention.of(text)) if speaker.mention else ""
    name = short(speaker.name or "", speaker.type)
    rival = f" or {short(speaker.rival, 'person')}" if speaker.rival else ""
    if not mention or not name:
        return f"{mention or name}?{rival}" if mention or name else ""
    if speaker.via in ("name", "carried") or name in mention:
        return f"{name}?{rival}"
    return f"{mention} ({name}?){rival}"


def short(name: str, kind: str | None) -> str:
    """A person's surname; other names whole."""
    words = name.split()
    if kind != "person" or len(words) < 2:
        return name
    last = len(words) - 1
    if words[-1].strip(".").lower() in ("jr", "sr", "ii", "iii", "iv") and last > 1:
        last -= 1
    return " ".join(words[last:])
