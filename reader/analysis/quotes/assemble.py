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
    tokens = Tokens(article.text)
    stretches: list[Stretch] = []
    all_units: list[Unit] = []
    starts = [start for start, _ in sentences]
    for number, paragraph in enumerate(article.paragraphs):
        first, offset = len(tokens.tags), len(stretches)
        pairs = pair_marks(article.text, paragraph)
        if pairs and not pairs[-1].closed and not _opens_with_mark(article, number + 1):
            pairs[-1] = _to_sentence_end(pairs[-1], sentences, starts)
        tokenise(article.text, paragraph, pairs, offset, tokens)
        if pairs:
            stretches += [one if one.parent < 0 else one._replace(parent=one.parent + offset) for one in pairs]
        all_units.extend(units(tokens, first, number, starts))
    return tokens, stretches, all_units


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
    places = sorted((*tokens.cues, *tokens.according))
    answer, at = [], 0
    for unit in all_units:
        first = at
        while at < len(places) and places[at] < unit.last:
            at += 1
        frames = find_frames(tokens, unit, places[first : min(at, first + _MOST_CUES)]) if at > first else []
        answer.append(list(_not_retold(tokens, frames)) if len(frames) > 1 else frames)
    return answer


def _not_retold(tokens: Tokens, frames: Sequence[Frame]) -> Iterator[Frame]:
    """Leave out indirect speech told inside other speech, but for what a source named first reports of somebody."""
    for frame in frames:
        first, last = frame.pieces[0].first, frame.pieces[-1].last
        if any("Q" in tokens.tags[p.first : p.last] for p in frame.pieces) or not any(
            other is not frame
            and (other.layout != "according" or other.cue.first > other.pieces[0].first)
            and other.pieces[0].first <= first
            and last <= other.pieces[-1].last
            for other in frames
        ):
            yield frame


def _quote(tokens: Tokens, found: Found, speakers: Speakers) -> tuple[Quote, Group]:
    frame, kind = found.frame, _kind(tokens, found.frame)
    speaker, who = speakers.resolve(frame, found.unit)
    group = group_of(kind, frame, who, starts_sentence=_starts_sentence(tokens, frame))
    quote = Quote(
        id="",
        kind=kind,
        spans=tuple(tokens.span(*piece) for piece in frame.pieces),
        cue=tokens.span(*frame.cue) if frame.cue.last > frame.cue.first else None,
        speaker=speaker,
        addressee=speakers.addressee(frame.addressee),
        confidence=confidence(group, doubtful=who.doubtful, rival=who.rival is not None),
        reasons=tuple(_reasons(tokens, frame, who)),
    )
    return quote, group


def _kind(tokens: Tokens, frame: Frame) -> QuoteKind:
    tags = {tag for piece in frame.pieces for tag in tokens.tags[piece.first : piece.last]}
    if "Q" not in tags:
        return "indirect"
    return "direct" if tags <= BARE else "mixed"


def _starts_sentence(tokens: Tokens, frame: Frame) -> bool:
    """Whether nothing of the reporter's stands before the words in their sentence."""
    first = frame.pieces[0].first
    gap = tokens.text[tokens.end[first - 1] : tokens.start[first]] if first else "\n"
    return "\n" in gap or tokens.tags[first - 1] in ".?!Q"


def _reasons(tokens: Tokens, frame: Frame, who: Identity) -> Iterator[str]:
    if frame.cue.last > frame.cue.first:
        yield f"“{tokens.span(*frame.cue).of(tokens.text)}”: {_LAYOUTS[frame.layout]}"
    else:
        yield _LAYOUTS[frame.layout]
    if frame.inherited and frame.layout not in ("carried", "fallback", "unattributed", "colon"):
        yield "the subject is that of the verb before"
    if who.evidence:
        yield who.evidence
    if len(frame.pieces) > 1:
        yield f"{len(frame.pieces)} parts joined"


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
    open_spans: list[tuple[Span, str]] = []
    for number, quote in enumerate(ordered, 1):
        first, last = quote.spans[0], quote.spans[-1]
        while open_spans and open_spans[-1][0].end <= first.start:
            open_spans.pop()
        whole = Span(first.start, last.end)
        inside = next((name for span, name in reversed(open_spans[-4:]) if span.covers(whole) and span != whole), None)
        done.append(_called(quote, f"q{number}", inside))
        open_spans.extend((span, f"q{number}") for span in reversed(quote.spans))
    return tuple(done)
