"""Finding the attributions of one sentence.

A sentence may hold several: *X said that …, adding that …*; *"…," Y said, "…"*. For each verb of speech the question is
whether it is one here, who its subject is, and on which side of it stands what was said.
"""

from collections.abc import Sequence

from reader.analysis.quotes.asides import according, as_clause, aside, may_close, opening, passive, rest, resumed
from reader.analysis.quotes.extent import content_end, to_comma, without_setting
from reader.analysis.quotes.following import After, after_cue, is_phrase
from reader.analysis.quotes.frame import Frame
from reader.analysis.quotes.leading import left_content
from reader.analysis.quotes.phrases import Range, right_phrase
from reader.analysis.quotes.subjects import (
    before_what,
    find_subject,
    is_contact_clause,
    is_modifier,
    is_only_subordinate,
    is_relative,
    is_remark,
    is_somebody,
    is_subordinate,
)
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.quotes.units import Unit
from reader.analysis.quotes.verbs import group_start, is_negated, is_noun, is_passive
from reader.analysis.vocabulary import word_set

_NO_OBJECT_SPEECH = word_set("to by in for of without from after before while despite")
"""After these a verb with an object tells of no utterance: *before announcing the plan*."""
_BEFORE_SPEAKER = frozenset(",-Qs")
"""Tags of which one stands before every speaker whose words stand before him; ``s`` is *as*."""


def find_frames(tokens: Tokens, unit: Unit, places: Sequence[int]) -> list[Frame]:
    """The attributions of one sentence; `places`: its tokens that are verbs of speech or "according", in order."""
    frames: list[Frame] = []
    quoted = tokens.tags.find("Q", unit.first, unit.last) >= 0
    for at in places:
        frame, cue = None, tokens.cues.get(at)
        if cue is not None:
            if quoted or "w" not in cue.takes or _may_do_without_marks(tokens, unit, at):
                frame = _of_cue(tokens, unit, at, frames)
        elif at + 1 < unit.last and tokens.low[at + 1] == "to":
            frame = according(tokens, unit, at)
        if frame is not None and min([last - first for first, last in frame.pieces]) > 0:
            frames.append(frame)
    return frames


def _may_do_without_marks(tokens: Tokens, unit: Unit, at: int) -> bool:
    """Whether a weak verb may lead to words without quotation marks: *as he puts it, …*; *…, she thinks, …*."""
    cue = tokens.cues[at]
    if cue.lemma == "point":
        return is_phrase(tokens, at)
    between = "c" in cue.takes or cue.lemma == "put"
    return between and not _BEFORE_SPEAKER.isdisjoint(tokens.tags[unit.first : at])


def _of_cue(tokens: Tokens, unit: Unit, at: int, frames: Sequence[Frame]) -> Frame | None:
    if is_noun(tokens, at, unit.first):
        return None
    cue, first = tokens.cues[at], group_start(tokens, at, unit.first)
    if at == unit.first and cue.form == "past" and "v" in cue.takes and "w" not in cue.takes:
        return opening(tokens, unit, at)
    before = tokens.tags[unit.first : first]
    if first < at:
        if is_passive(tokens, first, at):
            return passive(tokens, unit, at, first)
    elif before.endswith((",", "Q")) and _may_invert(tokens, unit, at):
        return _inverted(tokens, unit, at, frames)
    after = after_cue(tokens, at, unit.last)
    if after.mode == "" and _BEFORE_SPEAKER.isdisjoint(before):
        return None
    subject, inherited = find_subject(tokens, unit, at, first, frames)
    verb = Range(first, at + 1)
    return (
        (as_clause(tokens, unit, verb, subject) if "s" in before else None)
        or _content_before(tokens, unit, verb, subject, inherited, after, frames)
        or _content_after(tokens, unit, verb, subject, inherited, after)
    )


def _done(unit: Unit, end: int, frames: Sequence[Frame]) -> int:
    """Where what earlier cues have taken ends; the sentence's begin where they have taken all up to `end`."""
    if not frames:
        return unit.first
    done = max([last for frame in frames for _, last in frame.pieces])
    return unit.first if done >= end - 1 else done  # "X said that …, the paper reported": the whole is the paper's


def _may_invert(tokens: Tokens, unit: Unit, at: int) -> bool:
    """*"…," said Smith*: whether the noun behind the verb, after a comma or a quotation, is the verb's subject."""
    cue, tags = tokens.cues[at], tokens.tags
    if cue.form not in ("past", "s") or "v" not in cue.takes or at + 1 >= unit.last or tags[at + 1] not in "NSdwp":
        return False
    quoted = tags[at - 1] == "Q" or (at - 2 >= unit.first and tags[at - 2] == "Q")
    phrase = right_phrase(tokens, at + 1, unit.last)
    if phrase is None:
        return False
    after = tags[phrase.last] if phrase.last < unit.last else "."
    if quoted or after not in ",.":
        return quoted and after not in "xV"
    if cue.lemma == "say" and "N" in tags[phrase.first : phrase.last]:
        return at - unit.first > 4
    clause = tags[unit.first : at - 1]
    named = "c" in cue.takes and "N" in tags[phrase.first : phrase.last]
    return named and "R" not in clause and any(tag in "xV" for tag in clause)


def _inverted(tokens: Tokens, unit: Unit, at: int, frames: Sequence[Frame]) -> Frame | None:
    subject = right_phrase(tokens, at + 1, unit.last)
    done = _done(unit, at, frames)
    left = left_content(tokens, at, unit.first, min(done, at))
    tail = resumed(tokens, subject.last if subject else at + 1, unit.last)
    if (
        left is not None
        and tokens.tags[at] == "V"
        and "w" in tokens.cues[at].takes
        and tokens.tags[left.last - 1] != "Q"
    ):
        left = None
    pieces = tuple(piece for piece in (left, tail) if piece)
    return Frame(Range(at, at + 1), subject, pieces, "inverted", "", tokens.cues[at].lemma) if pieces else None


def _content_before(
    tokens: Tokens,
    unit: Unit,
    cue: Range,
    subject: Range | None,
    inherited: bool,
    after: After,
    frames: Sequence[Frame],
) -> Frame | None:
    """*"…," Smith said*; *…, Smith said, …*."""
    at, own = cue.last - 1, subject is not None and not inherited and subject.first <= cue.first
    end = subject.first if subject is not None and own else cue.first
    done = _done(unit, end, frames)
    left = left_content(tokens, end, unit.first, min(done, end))
    if left is not None and not _takes_left(tokens, unit, at, subject, inherited, after, left):
        left = None
    if left is None:
        if after.mode == "" and after.comma and subject is not None and not inherited:
            return aside(tokens, unit, cue, subject, after, done)
        return None
    tail = None
    if after.mode == "quote" and after.comma:
        tail = Range(after.first, content_end(tokens, after.first, unit.last, after.mode))
    elif after.mode == "":
        tail = resumed(tokens, after.first, unit.last)
        tail = tail or (rest(tokens, after.first, unit.last, left) if after.comma else None)
    pieces = (left, tail) if tail else (left,)
    layout = "middle" if tail else "first"
    return Frame(cue, subject, pieces, layout, "", tokens.cues[at].lemma, after.addressee, inherited)


def _takes_left(
    tokens: Tokens, unit: Unit, at: int, subject: Range | None, inherited: bool, after: After, left: Range
) -> bool:
    """Whether what stands left of the speaker is what was said."""
    tags, takes = tokens.tags, tokens.cues[at].takes
    if "w" in takes and "v" not in takes:
        return False
    if inherited and (tags[at] == "G" or after.mode in ("that", "clause")):
        return False
    if subject is not None and tags[subject.first] == "R":
        return False
    quoted, ends_quoted = "Q" in tags[left.first : left.last], tags[left.last - 1] == "Q"
    if not quoted and (after.mode != "" or "w" in takes or is_only_subordinate(tokens, left)):
        return False
    return ends_quoted or (may_close(tokens, unit, at, after) and (after.comma or after.mode not in ("that", "quote")))


def _content_after(
    tokens: Tokens, unit: Unit, cue: Range, subject: Range | None, inherited: bool, after: After
) -> Frame | None:
    """*Smith said that …*, *told reporters "…"*, *called for …*, *vowed to …*."""
    if after.mode == "":
        return None
    end = content_end(tokens, after.first, unit.last, after.mode)
    if after.mode in ("inf", "np"):
        end = without_setting(tokens, after.first, end)
    if _ends_at_comma(tokens, unit, cue, subject, inherited):
        end = to_comma(tokens, after.first, end)
    if end <= after.first or not _is_speech(tokens, unit, cue, subject, after, end):
        return None
    lemma, piece = tokens.cues[cue.last - 1].lemma, Range(after.first, end)
    return Frame(cue, subject, (piece,), "after", after.mode, lemma, after.addressee, inherited)


def _ends_at_comma(tokens: Tokens, unit: Unit, cue: Range, subject: Range | None, inherited: bool) -> bool:
    """Whether the cue stands in a clause that a comma ends: *While X says that …, Y*; *Declaring that …, Y*."""
    opens = tokens.tags[cue.last - 1] == "G" and inherited and cue.first - unit.first < 6
    if opens and "," not in tokens.tags[unit.first : cue.first]:
        return True
    clause = subject.first if subject is not None and not inherited else cue.first
    return is_relative(tokens, unit, subject) or is_subordinate(tokens, unit, clause)


def _is_speech(tokens: Tokens, unit: Unit, cue: Range, subject: Range | None, after: After, end: int) -> bool:
    """Whether the words from `after.first` to `end` are something said: always with quotation marks, unless the verb
    is a weak one, and not always without."""
    verb = tokens.cues[cue.last - 1]
    if "Q" in tokens.tags[after.first : end]:
        return not ("w" in verb.takes and "v" in verb.takes and after.mode != "quote")
    weak = "w" in verb.takes and not is_phrase(tokens, cue.last - 1)
    if weak or not is_somebody(tokens, subject):
        return False
    if is_negated(tokens, cue.first, cue.last - 1) and tokens.tags[after.first] != "s":
        return False  # "has not said that …"; but "did not say when …" tells what was asked
    if subject is not None and (is_contact_clause(tokens, unit, cue, subject) or is_modifier(tokens, cue, subject)):
        return False
    if before_what(tokens, unit, cue, subject) or is_remark(tokens, unit, cue.first):
        return False
    if verb.lemma == "call" and tokens.low[after.first - 1] not in ("for", "on", "upon"):
        return False
    if after.mode not in ("np", "inf"):
        return True
    before = cue.first - 1
    if before >= unit.first and (tokens.tags[before] == "R" or tokens.low[before] in _NO_OBJECT_SPEECH):
        return False
    return end - after.first > 1
