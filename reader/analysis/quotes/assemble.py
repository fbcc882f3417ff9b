"""From marks, tokens and frames to quotes: the whole way, for one article."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reader.analysis.quotes.confidence import Group, confidence, group_of
from reader.analysis.quotes.frame import Frame
from reader.analysis.quotes.frames import find_frames
from reader.analysis.quotes.marks import Stretch, pair_marks
from reader.analysis.quotes.nested import nested_quotes
from reader.analysis.quotes.speakers import Identity, Speakers
from reader.analysis.quotes.tokens import Tokens, tokenise
from reader.analysis.quotes.unclaimed import BARE, Found, Unclaimed
from reader.analysis.quotes.units import Unit, units
from reader.model import Article, Entity, Quote, Span
from reader.model.analysis import QuoteKind

_MOST_CUES = 8
"""Verbs of speech looked at in one sentence; one with more is no sentence."""
_LAYOUTS = {
    "first": "the words stand before the speaker",
    "inverted": "the words stand before the verb and the speaker",
    "middle": "the words stand around the speaker",
    "after": "the words follow the verb",
    "passive": "the verb is passive",
    "according": "a source is named for the clause",
    "colon": "a colon leads to the words",
    "signed": "the speaker follows after a dash",
    "carried": "no verb of its own: the speaker before",
    "fallback": "no verb of speech: the sentence's subject",
    "unattributed": "no verb of speech, nobody to attribute it to",
}


def find_quotes(article: Article, sentences: Sequence[Span], entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Everything that somebody is said to have said, in order of the text.

    Every span lies inside one paragraph; those of direct quotes include the marks. Time is linear in the text.
    """
    tokens, stretches, all_units = _read(article, sentences)
    made = [quote for quote, _ in _grouped(tokens, stretches, all_units, entities)]
    made += nested_quotes(article.text, stretches, made)
    return _numbered(made)


def grouped_quotes(
    article: Article, sentences: Sequence[Span], entities: Sequence[Entity]
) -> Iterator[tuple[Quote, Group]]:
    """The quotes that are not inside others, each with the group whose precision is its confidence."""
    return _grouped(*_read(article, sentences), entities)


def _grouped(
    tokens: Tokens, stretches: Sequence[Stretch], all_units: Sequence[Unit], entities: Sequence[Entity]
) -> Iterator[tuple[Quote, Group]]:
    found = Unclaimed(tokens, all_units, stretches).attribute(_all_frames(tokens, all_units))
    speakers = Speakers(tokens, all_units, entities)
    for item in found:
        yield _quote(tokens, item, speakers)


def _read(article: Article, sentences: Sequence[Span]) -> tuple[Tokens, list[Stretch], list[Unit]]:
    text, paragraphs = article.text, article.paragraphs
    stretches: list[Stretch] = []
    starts = [start for start, _ in sentences]
    for number, paragraph in enumerate(paragraphs):
        pairs = pair_marks(text, paragraph)
        if pairs and not pairs[-1].closed and not _opens_with_mark(article, number + 1):
            pairs[-1] = _to_sentence_end(pairs[-1], sentences, starts)
        offset = len(stretches)
        stretches += [one if one.parent < 0 else one._replace(parent=one.parent + offset) for one in pairs]
    tokens = tokenise(text, paragraphs, stretches)
    return tokens, stretches, units(tokens, paragraphs, starts)


def _opens_with_mark(article: Article, number: int) -> bool:
    """Whether the paragraph repeats an opening mark, as quotations over several paragraphs do."""
    if number >= len(article.paragraphs):
        return False
    return article.text[article.paragraphs[number].start] in "“\"„«‘'`"


def _to_sentence_end(stretch: Stretch, sentences: Sequence[Span], starts: Sequence[int]) -> Stretch:
    """A mark that is never closed quotes the rest of its sentence, not of its paragraph."""
    at = bisect_right(starts, stretch.inner_start) - 1
    if at < 0 or not stretch.inner_start < sentences[at].end < stretch.end:
        return stretch
    return stretch._replace(end=sentences[at].end, inner_end=sentences[at].end)


def _all_frames(tokens: Tokens, all_units: Sequence[Unit]) -> list[list[Frame]]:
    """The attributions of each sentence; sentences without a verb of speech cost nothing."""
    places = tokens.places
    answer, at = [], 0
    for unit in all_units:
        first = at
        while at < len(places) and places[at] < unit.last:
            at += 1
        frames = find_frames(tokens, unit, places[first : min(at, first + _MOST_CUES)]) if at > first else []
        answer.append(_not_retold(tokens, frames) if len(frames) > 1 else frames)
    return answer


def _not_retold(tokens: Tokens, frames: Sequence[Frame]) -> list[Frame]:
    """Leave out indirect speech told inside other speech, but for what a source named first reports of somebody."""
    return [frame for frame in frames if _kind(tokens, frame) != "indirect" or not _is_retold(frame, frames)]


def _is_retold(frame: Frame, frames: Sequence[Frame]) -> bool:
    first, last = frame.pieces[0].first, frame.pieces[-1].last
    for other in frames:
        inside = other is not frame and other.pieces[0].first <= first and last <= other.pieces[-1].last
        if inside and (other.layout != "according" or other.cue.first > other.pieces[0].first):
            return True
    return False


def _quote(tokens: Tokens, found: Found, speakers: Speakers) -> tuple[Quote, Group]:
    frame, span = found.frame, tokens.span
    kind, (first, last) = _kind(tokens, frame), frame.cue
    cue = span(first, last) if last > first else None
    speaker, who = speakers.resolve(frame, found.unit)
    late = frame.layout in ("first", "inverted") and not _starts_sentence(tokens, frame)
    group = group_of(kind, frame.layout, frame.mode, frame.inherited, late, who.via)
    quote = Quote(
        id="",
        kind=kind,
        spans=tuple([span(first, last) for first, last in frame.pieces]),
        cue=cue,
        speaker=speaker,
        addressee=speakers.addressee(frame.addressee) if frame.addressee is not None else None,
        confidence=confidence(group, who.doubtful, who.rival is not None),
        reasons=_reasons(frame, who, cue.of(tokens.text) if cue is not None else ""),
    )
    return quote, group


def _kind(tokens: Tokens, frame: Frame) -> QuoteKind:
    (first, last), *others = frame.pieces
    tags = tokens.tags[first:last]
    if others:
        tags += "".join([tokens.tags[first:last] for first, last in others])
    if "Q" not in tags:
        return "indirect"
    return "direct" if BARE.issuperset(tags) else "mixed"


def _starts_sentence(tokens: Tokens, frame: Frame) -> bool:
    """Whether nothing of the reporter's stands before the words in their sentence."""
    first = frame.pieces[0].first
    return (
        not first
        or tokens.tags[first - 1] in ".?!Q"
        or "\n" in tokens.text[tokens.end[first - 1] : tokens.start[first]]
    )


def _reasons(frame: Frame, who: Identity, cue: str) -> tuple[str, ...]:
    layout = _LAYOUTS[frame.layout]
    reasons = [f"“{cue}”: {layout}" if cue else layout]
    if frame.inherited and frame.layout not in ("carried", "fallback", "unattributed", "colon"):
        reasons.append("the subject is that of the verb before")
    if who.evidence:
        reasons.append(who.evidence)
    if len(frame.pieces) > 1:
        reasons.append(f"{len(frame.pieces)} parts joined")
    return tuple(reasons)


def _called(quote: Quote, name: str, inside: str | None) -> Quote:
    """The quote with its id; `dataclasses.replace` would take ten times as long."""
    return Quote(
        name,
        quote.kind,
        quote.spans,
        quote.cue,
        quote.speaker,
        quote.addressee,
        inside,
        quote.confidence,
        quote.reasons,
    )


def _numbered(made: Sequence[Quote]) -> tuple[Quote, ...]:
    """In order of the text, with ids, and each inside the smallest other that holds it."""
    ordered = sorted(made, key=lambda quote: (quote.spans[0].start, -quote.spans[-1].end, quote.kind))
    done: list[Quote] = []
    around: list[tuple[int, int, str]] = []
    for number, quote in enumerate(ordered, 1):
        name, start, end = f"q{number}", quote.spans[0].start, quote.spans[-1].end
        while around and around[-1][1] <= start:
            around.pop()
        done.append(_called(quote, name, _innermost(around, start, end) if around else None))
        around += [(first, last, name) for first, last in reversed(quote.spans)]
    return tuple(done)


def _innermost(around: Sequence[tuple[int, int, str]], start: int, end: int) -> str | None:
    """The smallest quote that holds more than `start` to `end`."""
    for first, last, name in reversed(around[-4:]):
        if first <= start and end <= last and (first < start or end < last):
            return name
    return None
