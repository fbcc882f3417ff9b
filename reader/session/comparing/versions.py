"""One quotation as every source of the event has it, gathered from the comparisons of the open article with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Comparison, Quote, Span
from reader.session.comparing.model import Version, Versions
from reader.session.comparing.wording import kept

if TYPE_CHECKING:
    from reader.session.state import Reading
    from reader.session.world import World


def versions(world: World, reading: Reading, quote: Quote) -> Versions:
    """The quotation here and in each other source, in the order of the strip."""
    text = reading.article.text
    words = kept(text, quote.spans, text, quote.spans)[1]
    paragraph = reading.article.paragraph_at(quote.spans[0].start) + 1
    name = reading.sources[reading.place]
    here = Version(reading.place, name, reading.key, (quote,), text, paragraph, "identical", words, words, words)
    others = [_version(world, reading, quote, place) for place in range(len(reading.strip)) if place != reading.place]
    index = reading.analysis.quotes.index(quote)
    return Versions(quote.id, index, len(reading.analysis.quotes), (here, *others))


def _version(world: World, reading: Reading, quote: Quote, place: int) -> Version:
    key, name = reading.strip[place], reading.sources[place]
    comparison = world.library.comparison(reading.key, key)
    article = world.library.article(key)
    pairs = [pair for pair in comparison.quotes if pair.a == quote.id and pair.b is not None]
    by_id = {one.id: one for one in world.library.analysis(key).quotes}
    quotes = tuple(sorted((by_id[pair.b] for pair in pairs if pair.b in by_id), key=lambda one: one.spans[0]))
    if not quotes:
        told = _told(comparison, quote)
        paragraph = 0 if told is None else article.paragraph_at(told.start) + 1
        return Version(place, name, key, text=article.text, paragraph=paragraph, told=told)
    spans = tuple(span for one in quotes for span in one.spans)
    both, words = kept(reading.article.text, quote.spans, article.text, spans)
    length = kept(article.text, spans, article.text, spans)[1]
    paragraph = article.paragraph_at(spans[0].start) + 1
    speaker = _speaker(quote, quotes[0], reading.article.text, article.text)
    return Version(place, name, key, quotes, article.text, paragraph, pairs[0].kind, both, words, length, speaker)


def _told(comparison: Comparison, quote: Quote) -> Span | None:
    """Where the other report surely tells the passage that the quotation stands in."""
    for passage in comparison.passages:
        if passage.sure and any(span.overlaps(own) for span in passage.a for own in quote.spans):
            return passage.b[0]
    return None


def _speaker(one: Quote, other: Quote, text: str, there: str) -> str:
    """Whether the two name the same speaker; the comparison has kept utterances of different people apart."""
    if one.speaker.name and other.speaker.name:
        return "same speaker" if one.speaker.name == other.speaker.name else f"here {one.speaker.name}"
    return "speaker not named" if other.speaker.name is None else "speaker named here only"


def said(version: Version) -> str:
    """Who is quoted and by which word: `Orla Venn, “she told reporters”`."""
    quote = version.quotes[0]
    cue = f"“{' '.join(quote.cue.of(version.text).split())}”" if quote.cue else ""
    return ", ".join(part for part in (quote.speaker.name or "speaker not named", cue) if part)
