"""Who said it, as the user has decided: found again by the words, and carried over to where the same must hold.

A correction holds
- for the quote itself, found by its words, by what stands around them where they stand twice, and by likeness where the
  article has been edited;
- for the same words in the event's other articles: from `SHARED` words on, most of which are the same. Fewer prove
  nothing, because different people say "not ready";
- in the article in which it was made, for the other quotes whose speaker is read from the very same mention, and for
  those whose speaker goes by the same description: all that "the minister" says there. A pronoun or a name elsewhere in
  the article is not taken along: it may stand for somebody else.

What is decided about a quote itself goes before what is carried over to it; of two decisions alike the later wins.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.library.decisions.values import CORRECTED, SpokenBy
from reader.model import Analysis, Article, Entity, Quote, Speaker
from reader.model.analysis import SpeakerType, Via
from reader.text.anchor import CONTEXT, anchor
from reader.text.normalise import plain

SAME_WORDS = f"{CORRECTED}, where another source has these words"
SAME_MENTION = f"{CORRECTED} at another quote of the same speaker"
SHARED = 5
"""Words from which a quotation is recognised in another article."""
ALIKE = 90.0
"""Likeness of the characters, 0 to 100, from which the words are the same."""
TYPES: dict[str, SpeakerType] = {"person": "person", "organisation": "organisation", "place": "place", "other": "group"}


class _Ruling(NamedTuple):
    by: SpokenBy
    why: str


def words_of(article: Article, quote: Quote) -> str:
    """The words of a quote on one line, its parts with an ellipsis between them."""
    return " … ".join(" ".join(span.of(article.text).split()) for span in quote.spans)


def spoken_by(
    article: Article, quote: Quote, speaker: str | None, type: SpeakerType | None, event: Iterable[str]
) -> SpokenBy:
    """The decision that `speaker` has said it. `event`: ids of all articles of the event."""
    start, end = quote.spans[0].start, quote.spans[-1].end
    others = (id for id in event if id != article.id)
    prefix, suffix = article.text[max(0, start - CONTEXT) : start], article.text[end : end + CONTEXT]
    return SpokenBy((article.id, *others), words_of(article, quote), prefix, suffix, speaker, type)


def correct(article: Article, found: Analysis, decided: Sequence[SpokenBy]) -> tuple[Quote, ...]:
    """The quotes under the decisions about their speakers."""
    keys = _keys(article, found.quotes)
    rulings: dict[int, _Ruling] = {}
    carried: dict[int, _Ruling] = {}
    for one in decided:
        at_home = one.articles[0] == article.id
        found_at = places(article, found.quotes, one, keys)
        for place in found_at:
            rulings[place] = _Ruling(one, CORRECTED if at_home else SAME_WORDS)
        if at_home:
            for place in found_at:
                for other in _by_same_mention(article, found.quotes, place):
                    carried[other] = _Ruling(one, SAME_MENTION)
    rulings = carried | rulings
    return tuple(
        _spoken(quote, rulings[place], found.entities) if place in rulings else quote
        for place, quote in enumerate(found.quotes)
    )


def places(article: Article, quotes: Sequence[Quote], one: SpokenBy, keys: Sequence[str] | None = None) -> list[int]:
    """Positions of the quotes that have the words of a decision; `keys` are their words where they are known."""
    keys = _keys(article, quotes) if keys is None else keys
    wanted = _key(one.quote)
    alike = [place for place, key in enumerate(keys) if key == wanted]
    if one.articles[0] == article.id:
        best = max(alike, key=lambda place: _context(article, quotes[place], one), default=None)
        return [best] if best is not None else _by_place(article, quotes, one)
    if wanted.count(" ") + 1 < SHARED:
        return []
    return [place for place, key in enumerate(keys) if place in alike or _same_words(wanted, key)]


def _keys(article: Article, quotes: Sequence[Quote]) -> list[str]:
    return [_key(words_of(article, quote)) for quote in quotes]


def _key(words: str) -> str:
    """Words alone, as they are compared: marks, case and space are no difference."""
    return " ".join("".join(c if c.isalnum() else " " for c in plain(words).casefold()).split())


def _same_words(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    short, long = sorted((one, other), key=len)
    return short.count(" ") + 1 >= SHARED and float(fuzz.partial_ratio(short, long)) >= ALIKE


def _context(article: Article, quote: Quote, one: SpokenBy) -> float:
    """How alike what stands around a quote is to what stood around the words when it was decided."""
    from rapidfuzz import fuzz

    start, end = quote.spans[0].start, quote.spans[-1].end
    before, after = article.text[max(0, start - CONTEXT) : start], article.text[end : end + CONTEXT]
    return float(fuzz.ratio(before, one.prefix) + fuzz.ratio(after, one.suffix))


def _by_place(article: Article, quotes: Sequence[Quote], one: SpokenBy) -> list[int]:
    """The quote in whose place the words stand: its extent is another one by now, or a word was changed."""
    from reader.model import Target

    target = Target(article.id, one.quote.split(" … ")[0], one.prefix, one.suffix)
    span = anchor(target, article).span
    if span is None:
        return []
    return [place for place, quote in enumerate(quotes) if any(part.overlaps(span) for part in quote.spans)][:1]


def _by_same_mention(article: Article, quotes: Sequence[Quote], place: int) -> Iterable[int]:
    speaker = quotes[place].speaker
    if speaker.mention is None:
        return
    words = speaker.mention.of(article.text).casefold()
    for other, quote in enumerate(quotes):
        if other == place or quote.speaker.mention is None:
            continue
        described = speaker.via == "title" and (quote.speaker.via, quote.speaker.name) == ("title", speaker.name)
        if quote.speaker.mention == speaker.mention or (
            described and quote.speaker.mention.of(article.text).casefold() == words
        ):
            yield other


def _spoken(quote: Quote, ruling: _Ruling, entities: Sequence[Entity]) -> Quote:
    name, via = ruling.by.speaker, quote.speaker.via
    reasons = (ruling.why, *quote.reasons)
    if name is None:
        nobody = replace(quote.speaker, name=None, type=None, via="none", rival=None)
        return replace(quote, speaker=nobody, confidence=1.0, reasons=reasons)
    entity = bearer(name, entities)
    type = TYPES[entity.type] if entity else ruling.by.type
    known: Via = "carried" if via == "none" else via
    speaker = Speaker(entity.name if entity else name, type, quote.speaker.mention, known, None)
    return replace(quote, speaker=speaker, confidence=1.0, reasons=reasons)


def bearer(name: str, entities: Sequence[Entity]) -> Entity | None:
    """Who in the article has this name: so called, so called among others, or the only one who may be."""
    for forms in (lambda one: (one.name,), lambda one: one.aliases):
        found = [one for one in entities if name in forms(one)]
        if found:
            return found[0]
    from reader.analysis.names.matching import same_name

    alike = [one for one in entities if same_name(Entity(name, one.type, ()), one)]
    return alike[0] if len(alike) == 1 else None
