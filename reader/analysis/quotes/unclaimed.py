"""Quoted stretches that no verb of speech has claimed: joined to what they go on from, or given to who speaks nearby.

None is dropped silently but scare quotes (fewer than three words) and headlines; where nobody can be found to have
said it, the quote says so.
"""

from collections.abc import Sequence

from reader.analysis.quotes.extent import content_end, ends_with_comma
from reader.analysis.quotes.frame import Frame, grown
from reader.analysis.quotes.marks import Stretch
from reader.analysis.quotes.phrases import Range, main_subject, right_phrase
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.quotes.units import Unit
from reader.analysis.vocabulary import word_set
from reader.model.frozen import dataclass

BARE = frozenset("Q,.;:?!-(c")
"""Tags of a sentence, or of a piece, that is nothing but quotation."""
SCARE_WORDS = 3
"""A stretch of fewer words that no cue claims is a scare quote, a nickname or a term."""
_MOST_PIECES = 40
_JOINING = ("first", "middle", "inverted")
_CARRY_REACH = 3
_NAME_REACH = 5
_NOT_PEOPLE = word_set("it that this they")


@dataclass(frozen=True, slots=True)
class Found:
    """A frame and the sentence it stands in."""

    frame: Frame
    unit: int


class Unclaimed:
    """One walk through an article's sentences, keeping what was said last."""

    def __init__(self, tokens: Tokens, units: Sequence[Unit], stretches: Sequence[Stretch]) -> None:
        self._tokens, self._units, self._stretches = tokens, units, stretches
        self._result: list[Found] = []

    def attribute(self, frames: Sequence[Sequence[Frame]]) -> list[Found]:
        """Add frames for what is left; `frames`: those found in each sentence."""
        quotes = [*self._tokens.quotes, len(self._tokens.tags)]
        at = 0
        for index, (unit, own) in enumerate(zip(self._units, frames, strict=True)):
            free = []
            while quotes[at] < unit.last:
                free.append(quotes[at])
                at += 1
            if free and own:
                claimed = {k for frame in own for first, last in frame.pieces for k in range(first, last)}
                free = [k for k in free if k not in claimed]
            if free or own:
                self._sentence(index, free, own)
        return self._result

    def _sentence(self, index: int, free: list[int], frames: Sequence[Frame]) -> None:
        unit, tags = self._units[index], self._tokens.tags
        if free and not frames:
            if BARE.issuperset(tags[unit.first : unit.last]):
                self._bare(index, Range(free[0], free[-1] + 1))
                return
            if signed(self._tokens, unit, free[0]) is None and self._goes_on(index, free[0]):
                free = free[1:]
        self._result += [Found(frame, index) for frame in frames]
        for k in free:
            self._loose(index, k, frames)

    def _grow(self, place: int, piece: Range, index: int) -> None:
        found = self._result[place]
        self._result[place] = Found(grown(found.frame, piece), index)

    def _last_quotation(self, index: int) -> int | None:
        """The last frame near sentence `index` that ends in a quotation, past the reporter's indirect asides."""
        for place in range(len(self._result) - 1, max(-1, len(self._result) - 7), -1):
            found = self._result[place]
            if found.unit < index - 1:
                return None
            ends = self._tokens.tags[found.frame.pieces[-1].last - 1] == "Q"
            if found.frame.subject and found.frame.layout != "fallback" and ends:
                return place if len(found.frame.pieces) < _MOST_PIECES else None
        return None

    def _goes_on(self, index: int, k: int) -> bool:
        """*"…," he said. "…" because …*: a sentence that opens with a quotation goes on from the one before."""
        unit = self._units[index]
        place = None if unit.opens else self._last_quotation(index)
        if place is None or not BARE.issuperset(self._tokens.tags[unit.first : k]):
            return False
        self._grow(place, Range(k, k + 1), index)
        return True

    def _bare(self, index: int, piece: Range) -> None:
        """A sentence of nothing but quotation: it goes on from the one before, hangs on a colon, or is carried."""
        tokens, unit = self._tokens, self._units[index]
        previous = self._units[index - 1] if index else None
        near = previous is not None and previous.paragraph >= unit.paragraph - 1
        colon = previous is not None and near and tokens.tags[previous.last - 1] in ":,"
        place = self._last_quotation(index)
        if place is None and self._result and self._result[-1].unit >= index - 1:
            place = len(self._result) - 1  # an unclaimed quotation, which this one may go on from
        if place is not None and previous is not None and not colon and self._joins(place, index):
            self._grow(place, piece, index)
            return
        last = self._result[-1] if self._result else None
        subject, layout = None, "unattributed"
        if colon and previous is not None:
            layout = "colon"
            subject = last.frame.subject if last is not None and last.unit == index - 1 else None
            subject = subject or main_subject(tokens, previous.first, previous.last) or self._speaker_here(index)
        elif here := self._actor_here(index):
            subject, layout = here, "carried"
        elif last is not None and last.unit >= index - _CARRY_REACH:
            subject, layout = last.frame.subject, "carried"
        elif previous is not None and previous.paragraph == unit.paragraph:
            subject, layout = main_subject(tokens, previous.first, previous.last), "carried"
        layout = layout if subject else "unattributed"
        self._result.append(Found(Frame(_no_cue(piece), subject, (piece,), layout, inherited=True), index))

    def _actor_here(self, index: int) -> Range | None:
        """*Field laughed. “Never.”*: who acts in the sentence before, in which nobody speaks."""
        unit, previous = self._units[index], self._units[index - 1] if index else None
        spoken = bool(self._result) and self._result[-1].unit == index - 1
        if previous is None or previous.paragraph != unit.paragraph or spoken:
            return None
        subject = main_subject(self._tokens, previous.first, previous.last)
        if subject is None or not any(tag in "pN" for tag in self._tokens.tags[subject.first : subject.last]):
            return None
        return None if self._tokens.low[subject.first] in _NOT_PEOPLE else subject

    def _speaker_here(self, index: int) -> Range | None:
        """Who spoke last in the paragraph."""
        last = self._result[-1] if self._result else None
        same = last is not None and self._units[last.unit].paragraph == self._units[index].paragraph
        return last.frame.subject if last is not None and same else None

    def _joins(self, place: int, index: int) -> bool:
        """Whether a bare sentence belongs to the quotation at `place`: in its paragraph, left open before it, or ended
        right before a paragraph of nothing but quotation."""
        frame, previous, unit = self._result[place].frame, self._units[index - 1], self._units[index]
        last = frame.pieces[-1].last
        if self._tokens.tags[last - 1] != "Q" or len(frame.pieces) >= _MOST_PIECES:
            return False
        if previous.paragraph != unit.paragraph:
            if last == previous.last and not self._stretches[self._tokens.quotes[last - 1]].closed:
                return True
            follows = self._result[place].unit == index - 1 and place == len(self._result) - 1
            return follows and frame.layout in _JOINING and self._only_quotation(index)
        return frame.layout in _JOINING or all(
            tag in BARE for p in frame.pieces for tag in self._tokens.tags[p.first : p.last]
        )

    def _only_quotation(self, index: int) -> bool:
        """Whether the paragraph that sentence `index` opens holds nothing of the reporter's."""
        units, tags, paragraph = self._units, self._tokens.tags, self._units[index].paragraph
        if not units[index].opens:
            return False
        while index < len(units) and units[index].paragraph == paragraph:
            if not BARE.issuperset(tags[units[index].first : units[index].last]):
                return False
            index += 1
        return True

    def _loose(self, index: int, k: int, frames: Sequence[Frame]) -> None:
        """A stretch inside a sentence that no verb of speech has claimed."""
        tokens, unit = self._tokens, self._units[index]
        if self._rejoined(index, k):
            return
        unknown = unknown_verb(tokens, unit, k) if not frames else None
        if unknown is not None:
            self._add(unknown, index)
            return
        dash = signed(tokens, unit, k)
        if dash is not None:
            self._add(Frame(Range(k + 1, k + 2), dash, (Range(k, k + 1),), "signed"), index)
            return
        if (not frames and self._carried_clause(index, k)) or self._covered(k):
            return
        words = len(tokens.text[tokens.start[k] : tokens.end[k]].split())
        headline = k + 2 < unit.last and tokens.low[k + 1] == "by" and tokens.tags[k + 2] in "NS"
        if words < SCARE_WORDS or headline:
            return
        subject = _before_colon(tokens, unit, k) or next((f.subject for f in frames if f.subject), None)
        subject = subject or main_subject(tokens, unit.first, k) or main_subject(tokens, k + 1, unit.last)
        layout = "fallback" if subject else "unattributed"
        if subject is None and tokens.tags[k - 1] == ":" and k > unit.first:
            subject = self._speaker_here(index)  # "Then, after a pause: “…”"
            layout = "colon" if subject else layout
        self._add(Frame(_no_cue(Range(k, k)), subject, (Range(k, k + 1),), layout, inherited=True), index)

    def _add(self, frame: Frame, index: int) -> None:
        self._result.append(Found(frame, index))

    def _covered(self, k: int) -> bool:
        return any(p.first <= k < p.last for found in self._result[-3:] for p in found.frame.pieces)

    def _rejoined(self, index: int, k: int) -> bool:
        """*"…," he said in March, "…"*: the stretch goes on from the frame before it in the sentence."""
        if not self._result or self._result[-1].unit != index:
            return False
        frame = self._result[-1].frame
        between = self._tokens.tags[max(frame.cue.last, frame.pieces[-1].last) : k]
        fits = frame.layout in _JOINING and frame.cue.last <= k and frame.pieces[-1].last <= k
        if not fits or set(between) & set("VGxp;"):
            return False
        self._grow(len(self._result) - 1, Range(k, k + 1), index)
        return True

    def _carried_clause(self, index: int, k: int) -> bool:
        """*…, Smith said. But it "cannot wait"*: the clause is the speaker's of the sentence before."""
        tokens, unit = self._tokens, self._units[index]
        subject = main_subject(tokens, unit.first, k)
        if subject is None or tokens.low[subject.first] not in _NOT_PEOPLE or not self._result:
            return False
        last = self._result[-1]
        if last.unit < index - 1 or not last.frame.subject or self._units[last.unit].paragraph != unit.paragraph:
            return False
        end = content_end(tokens, subject.first, unit.last, "clause")
        if end <= k:
            return False
        piece = Range(subject.first, end)
        self._add(Frame(_no_cue(piece), last.frame.subject, (piece,), "carried", inherited=True), index)
        return True


def unknown_verb(tokens: Tokens, unit: Unit, k: int) -> Frame | None:
    """*“…,” he beamed* and *“…,” beamed Jo Field*: a comma inside the marks makes any verb one of speech."""
    tags, low, after = tokens.tags, tokens.low, k + 1
    opens = BARE.issuperset(tags[unit.first : k]) and ends_with_comma(tokens, k)
    if not opens or after + 1 >= unit.last:
        return None
    if tags[after] == "w" and low[after].endswith("ed") and tags[after + 1] in "Np":
        subject = right_phrase(tokens, after + 1, unit.last)
        layout, verb = "inverted", after
    else:
        verb = next((j for j in range(after, min(unit.last, after + _NAME_REACH)) if tags[j] not in "NdS"), after)
        verb = after + 1 if tags[after] == "p" else verb
        subject, layout = Range(after, verb), "first"
        if verb >= unit.last or tags[verb] != "w" or not low[verb].endswith(("ed", "s")):
            return None
    if subject is None or subject.last <= subject.first or not set(tags[subject.first : subject.last]) & set("pN"):
        return None
    return Frame(Range(verb, verb + 1), subject, (Range(unit.first, k + 1),), layout, "", low[verb])


def _no_cue(piece: Range) -> Range:
    return Range(piece.first, piece.first)


def _before_colon(tokens: Tokens, unit: Unit, k: int) -> Range | None:
    """*Jane Smith: "…"*: a short name before a colon."""
    tags, first = tokens.tags, k - 1
    if k - 2 < unit.first or tags[k - 1] != ":":
        return None
    while first > unit.first and tags[first - 1] in "NSdwo":
        first -= 1
    return Range(first, k - 1) if 0 < k - 1 - first <= 6 and tags[k - 2] == "N" else None


def signed(tokens: Tokens, unit: Unit, k: int) -> Range | None:
    """*"…" — Jane Smith, 45, Springfield*: a quotation with its speaker after a dash."""
    tags, end = tokens.tags, k + 2
    if k + 2 >= unit.last or tags[k + 1] != "-" or tags[k + 2] not in "NSd" or unit.last - k > 20:
        return None
    while end < unit.last and tags[end] in "NSdwo0":
        end += 1
    if end < unit.last and tags[end] not in ",.-(i":
        return None
    return Range(k + 2, end) if not any(tag in "xVp" for tag in tags[k + 2 : unit.last]) else None
