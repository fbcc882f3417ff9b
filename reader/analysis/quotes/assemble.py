"""From marks, tokens and frames to quotes: the whole way, for one article."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.analysis.quotes.confidence import confidence
from reader.analysis.quotes.content import content_end
from reader.analysis.quotes.frames import Frame, find_frames
from reader.analysis.quotes.marks import Stretch, pair_marks
from reader.analysis.quotes.phrases import Range, main_subject
from reader.analysis.quotes.speakers import Speakers
from reader.analysis.quotes.tokens import Tokens, Unit, tokenise, units
from reader.model import Article, Entity, Quote, Span, Speaker

_BARE = frozenset("Q,.;:?!-(c")


@dataclass(frozen=True, slots=True)
class Found:
    """A frame in its sentence, on the way to becoming a quote."""

    frame: Frame
    unit: int


def find_quotes(article: Article, sentences: Sequence[Span], entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Everything that somebody is said to have said, in order of the text."""
    tokens, stretches, all_units = _read(article, sentences)
    found: list[Found] = []
    for index, unit in enumerate(all_units):
        frames = find_frames(tokens, unit) if _worth(tokens, unit) else []
        found.extend(Found(frame, index) for frame in frames)
    found = _without_nested(tokens, found)
    found = attribute_rest(tokens, all_units, found, stretches)
    speakers = Speakers(article, tokens, all_units, entities)
    return _quotes(article, tokens, all_units, found, speakers)


def _worth(tokens: Tokens, unit: Unit) -> bool:
    return True


def _read(article: Article, sentences: Sequence[Span]) -> tuple[Tokens, list[Stretch], list[Unit]]:
    tokens, stretches, all_units = Tokens(article.text), [], []
    starts = [sentence.start for sentence in sentences]
    for number, paragraph in enumerate(article.paragraphs):
        first, offset = len(tokens.tags), len(stretches)
        pairs = pair_marks(article.text, paragraph)
        tokenise(article.text, paragraph, pairs, offset, tokens)
        stretches.extend(pairs)
        all_units.extend(units(tokens, first, number, starts))
    return tokens, stretches, all_units


def _without_nested(tokens: Tokens, found: Sequence[Found]) -> list[Found]:
    """Leave out indirect speech told inside indirect speech, but for what a named source reports of another."""
    kept: list[Found] = []
    for item in found:
        mine = item.frame.pieces
        indirect = not any(tokens.tags[k] == "Q" for p in mine for k in range(p.first, p.last))
        outer = [
            o for o in found
            if o is not item and o.unit == item.unit and o.frame.layout != "according"
            and o.frame.pieces[0].first <= mine[0].first and mine[-1].last <= o.frame.pieces[-1].last
        ]
        if not (indirect and outer):
            kept.append(item)
    return kept


def attribute_rest(
    tokens: Tokens, all_units: Sequence[Unit], found: Sequence[Found], stretches: Sequence[Stretch]
) -> list[Found]:
    """Give the quoted stretches that no cue has claimed to whoever speaks around them."""
    by_unit: dict[int, list[Frame]] = {}
    for item in found:
        by_unit.setdefault(item.unit, []).append(item.frame)
    claimed = {k for item in found for p in item.frame.pieces for k in range(p.first, p.last) if tokens.tags[k] == "Q"}
    result: list[Found] = []
    for index, unit in enumerate(all_units):
        frames = by_unit.get(index, [])
        free = [k for k in range(unit.first, unit.last) if tokens.tags[k] == "Q" and k not in claimed]
        if free and not frames and all(tokens.tags[k] in _BARE for k in range(unit.first, unit.last)):
            _bare(tokens, all_units, index, free, result, stretches)
            continue
        if free and not frames and _signed(tokens, unit, free[0]) is None and _continues(tokens, all_units, index, free[0], result, stretches):
            free = free[1:]
        result.extend(Found(frame, index) for frame in frames)
        for k in free:
            _loose(tokens, all_units, index, k, frames, result)
    return result


def _continues(tokens: Tokens, all_units: Sequence[Unit], index: int, k: int, result: list[Found], stretches: Sequence[Stretch]) -> bool:
    """*"…," he said. "…" because …*: a sentence that opens with a quotation goes on from the one before."""
    unit = all_units[index]
    if any(tokens.tags[j] not in _BARE for j in range(unit.first, k)) or unit.opens:
        return False
    before = _last_direct(tokens, result, index, None)
    if before is None:
        return False
    grown = replace(before.frame, pieces=(*before.frame.pieces, Range(k, k + 1)))
    result[result.index(before)] = replace(before, frame=grown, unit=index)
    return True


def _bare(tokens: Tokens, all_units: Sequence[Unit], index: int, free: list[int], result: list[Found], stretches: Sequence[Stretch]) -> None:
    """A sentence of nothing but quotation: it goes on from the one before, or hangs on a colon, or is carried."""
    unit = all_units[index]
    piece = Range(free[0], free[-1] + 1)
    before = result[-1] if result else None
    close = before is not None and before.unit >= index - 1
    previous = all_units[index - 1] if index else None
    colon = previous is not None and tokens.tags[previous.last - 1] in ":," and previous.paragraph >= unit.paragraph - 1
    before = _last_direct(tokens, result, index, before)
    if close and before and not colon and previous is not None:
        quoted = any(tokens.tags[k] == "Q" for p in before.frame.pieces for k in range(p.first, p.last))
        direct = all(tokens.tags[k] in _BARE for p in before.frame.pieces for k in range(p.first, p.last))
        last_token = before.frame.pieces[-1].last
        open_before = _unclosed(tokens, last_token - 1, stretches)
        if quoted and direct and (previous.paragraph == unit.paragraph or (open_before and last_token == previous.last)):
            result[result.index(before)] = replace(before, frame=replace(before.frame, pieces=(*before.frame.pieces, piece)), unit=index)
            return
    subject, layout = None, "unattributed"
    cue = Range(free[0], free[0])
    if colon and previous is not None:
        subject = before.frame.subject if close and before and before.unit == index - 1 else None
        subject = subject or main_subject(tokens, previous.first, previous.last)
        layout = "colon"
    elif before is not None and before.unit >= index - 3:
        subject, layout = before.frame.subject, "carried"
    result.append(Found(Frame(cue, subject, (piece,), layout, None, True), index))


def _last_direct(tokens: Tokens, result: Sequence[Found], index: int, default: Found | None) -> Found | None:
    """The last frame near sentence `index` that ends in a quotation, past the reporter's indirect asides."""
    for item in reversed(result[-6:]):
        if item.unit < index - 1:
            break
        if item.frame.subject and item.frame.layout != "fallback" and tokens.tags[item.frame.pieces[-1].last - 1] == "Q":
            return item
    return default


def _unclosed(tokens: Tokens, k: int, stretches: Sequence[Stretch]) -> bool:
    return tokens.tags[k] == "Q" and not stretches[tokens.quotes[k]].closed


def _loose(tokens: Tokens, all_units: Sequence[Unit], index: int, k: int, frames: Sequence[Frame], result: list[Found]) -> None:
    """A stretch inside a sentence that no verb of speech has claimed."""
    unit = all_units[index]
    if result and result[-1].unit == index and result[-1].frame.cue.last <= k:
        last = result[-1].frame
        between = tokens.tags[max(last.cue.last, last.pieces[-1].last) : k]
        if last.layout in ("first", "middle", "inverted") and last.pieces[-1].last <= k and not set(between) & set("VGxp;"):
            result[-1] = replace(result[-1], frame=replace(last, pieces=(*last.pieces, Range(k, k + 1))))
            return
    dash = _signed(tokens, unit, k)
    if dash is not None:
        result.append(Found(Frame(Range(k + 1, k + 2), dash, (Range(k, k + 1),), "signed"), index))
        return
    subject = main_subject(tokens, unit.first, k)
    if subject is not None and tokens.low[subject.first] in ("it", "that", "this", "they") and result and result[-1].unit >= index - 1:
        before = result[-1]
        if before.frame.subject and all_units[before.unit].paragraph == unit.paragraph and not frames:
            end = content_end(tokens, subject.first, unit.last, "clause")
            if end > k:
                piece = Range(subject.first, end)
                result.append(Found(Frame(Range(k, k), before.frame.subject, (piece,), "carried", None, True), index))
                return
    if any(p.first <= k < p.last for item in result[-3:] for p in item.frame.pieces):
        return
    words = len(tokens.text[tokens.start[k] : tokens.end[k]].split())
    if words < 3 or (k + 2 < unit.last and tokens.low[k + 1] == "by" and tokens.tags[k + 2] in "NS"):
        return
    subject = _before_colon(tokens, unit, k) or next((f.subject for f in frames if f.subject), None)
    subject = subject or main_subject(tokens, unit.first, k)
    if subject is None:
        subject = main_subject(tokens, k + 1, unit.last)
    result.append(Found(Frame(Range(k, k), subject, (Range(k, k + 1),), "fallback", None, True), index))


def _before_colon(tokens: Tokens, unit: Unit, k: int) -> Range | None:
    """*Jane Smith: "…"*: a short name before a colon."""
    tags = tokens.tags
    if k - 2 < unit.first or tags[k - 1] != ":":
        return None
    first = k - 1
    while first > unit.first and tags[first - 1] in "NSdwo":
        first -= 1
    return Range(first, k - 1) if 0 < k - 1 - first <= 6 and tags[k - 2] == "N" else None


def _signed(tokens: Tokens, unit: Unit, k: int) -> Range | None:
    """*"…" — Jane Smith, 45, Springfield*: a quotation with its speaker after a dash."""
    tags = tokens.tags
    if k + 2 >= unit.last or tags[k + 1] != "-" or tags[k + 2] not in "NSd" or unit.last - k > 20:
        return None
    end = k + 2
    while end < unit.last and tags[end] in "NSdwo0":
        end += 1
    if end < unit.last and tags[end] not in ",.-(i":
        return None
    return Range(k + 2, end) if not any(tag in "xVp" for tag in tags[k + 2 : unit.last]) else None


def _quotes(
    article: Article, tokens: Tokens, all_units: Sequence[Unit], found: Sequence[Found], speakers: Speakers
) -> tuple[Quote, ...]:
    made: list[tuple[int, int, Quote]] = []
    for item in found:
        frame = item.frame
        spans = tuple(Span(tokens.start[p.first], tokens.end[p.last - 1]) for p in frame.pieces if p.last > p.first)
        if not spans:
            continue
        tags = [tokens.tags[k] for p in frame.pieces for k in range(p.first, p.last)]
        kind = "indirect" if "Q" not in tags else "direct" if all(tag in _BARE for tag in tags) else "mixed"
        speaker, evidence = speakers.resolve(frame, item.unit)
        cue = Span(tokens.start[frame.cue.first], tokens.end[frame.cue.last - 1]) if frame.cue.last > frame.cue.first else None
        addressee = speakers.addressee(frame.addressee)
        sure = confidence(kind, frame.layout, speaker)
        quote = Quote("", kind, spans, cue, speaker, addressee, None, sure, (f"layout: {frame.layout} {frame.mode} {frame.lemma}{' inh' if frame.inherited else ''}", *evidence))
        made.append((min(s.start for s in spans), -max(s.end for s in spans), quote))
    made.sort(key=lambda entry: entry[:2])
    return tuple(replace(quote, id=f"q{number}") for number, (_, _, quote) in enumerate(made, 1))
