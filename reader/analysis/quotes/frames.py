"""Frames of attribution: a cue, who speaks, and where the words that were said stand.

One sentence of the reporter's may hold several: *X said that …, adding that …*; *"…," Y said, "…"*.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.quotes.content import After, after_cue, content_end, ends_with_comma, left_content, trails
from reader.analysis.quotes.cues import REPORTING_NOUNS
from reader.analysis.quotes.phrases import Range, group_start, is_passive, left_phrase, main_subject, right_phrase
from reader.analysis.quotes.tokens import Tokens, Unit

_INVERTIBLE_FORMS = ("past", "s")


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution inside one sentence."""

    cue: Range
    subject: Range | None
    pieces: tuple[Range, ...]
    layout: str
    """"first" (content, then speaker), "middle", "after", "inverted", "according", "colon", "noun", "fallback", …"""
    addressee: Range | None = None
    inherited: bool = False
    """The cue has no subject of its own: the one before it is meant."""
    lemma: str = "say"
    mode: str = ""


def find_frames(tokens: Tokens, unit: Unit) -> list[Frame]:
    """The attributions of one sentence, in order of their cues."""
    frames: list[Frame] = []
    for at in range(unit.first, unit.last):
        frame = None
        if at in tokens.cues:
            frame = _of_cue(tokens, unit, at, frames)
        elif tokens.low[at] == "according" and at + 1 < unit.last and tokens.low[at + 1] == "to":
            frame = _according(tokens, unit, at, frames)
        if frame is not None:
            frames.append(frame)
    return frames


def _is_noun(tokens: Tokens, at: int, first: int) -> bool:
    """Whether a form that looks like a verb of speech is a noun or an adjective here."""
    cue, before = tokens.cues[at], tokens.tags[at - 1] if at > first else ""
    after = tokens.tags[at + 1] if at + 1 < len(tokens.tags) else ""
    if before and before in "dSo" and tokens.low[at - 1] not in _PRONOUN_LIKE:
        return cue.form != "ing" or before != "S"
    if cue.form == "ing":
        return False
    if cue.form == "past":
        return before == "i" or (before == "" and after not in ("N", "Q", ":", "d"))
    plural = tokens.low[at - 1].endswith("s") or tokens.low[at - 1] in _PLURALS
    to = before == "i" and tokens.low[at - 1] == "to"
    if cue.form == "s":
        if "n" not in cue.takes:
            return before == "i"
        return before in ("i", "V", "G", "", "c", "0") or after == "o" or (before in ("w", "N") and (plural or after not in ("T", "Q", "p", "d")))
    if before in ("p", "x", "r", "R") or to:
        return False
    if "n" in cue.takes and (before in ("i", "V", "G", "", "c", ",") or after == "o"):
        return True
    return not plural and before not in ("c", ",", "T")


_PLURALS = frozenset("people men women police media officials".split())
_PRONOUN_LIKE = frozenset("some many several most all others another one this those both".split())


def _of_cue(tokens: Tokens, unit: Unit, at: int, frames: Sequence[Frame]) -> Frame | None:
    if _is_noun(tokens, at, unit.first):
        return None
    cue, tags = tokens.cues[at], tokens.tags
    first = group_start(tokens, at, unit.first)
    if cue.form == "past" and "w" not in cue.takes and at == unit.first and "v" in cue.takes:
        return _opening(tokens, unit, at)
    low = _clause_start(tokens, first, unit.first)
    weak = "w" in cue.takes
    if is_passive(tokens, first, at):
        return _passive(tokens, unit, at, first)
    after = after_cue(tokens, at, unit.last)
    subject, inherited, inverted = None, False, False
    if _may_invert(tokens, unit, at, first):
        subject = right_phrase(tokens, at + 1, unit.last)
        inverted = subject is not None
    if subject is None:
        subject, inherited = _subject(tokens, unit, at, first, low, frames)
    left_end = first if inverted or inherited or subject is None or subject.first > first else subject.first
    done = max((p.last for f in frames for p in f.pieces), default=unit.first)
    if done >= left_end - 1:
        done = unit.first  # "X said that …, the paper reported": the whole of it is the paper's
    left = left_content(tokens, left_end, unit.first, min(done, left_end))
    if tags[at] == "G" and inherited or (weak and "v" not in cue.takes):
        left = None
    quote_left = left is not None and "Q" in tags[left.first : left.last]
    if inverted:
        tail = _resume(tokens, subject.last if subject else at + 1, unit.last)
        pieces = [p for p in (left, tail) if p]
        return Frame(Range(first, at + 1), subject, tuple(pieces), "inverted", None, False, cue.lemma) if pieces else None
    framed = _as_clause(tokens, unit, Range(first, at + 1), subject, left_end)
    if framed is not None:
        return framed
    if left is None and after.mode == "" and after.comma and subject is not None and not inherited:
        framed = _aside(tokens, unit, Range(first, at + 1), subject, after, done)
        if framed is not None:
            return framed
    if left is not None and (quote_left or after.mode == ""):
        tail = None
        if after.mode == "" or after.comma:
            tail = _resume(tokens, after.first, unit.last) if after.mode == "" else None
            if after.mode == "quote" and after.comma:
                tail = Range(after.first, content_end(tokens, after.first, unit.last, after.mode))
        elif after.mode in ("that", "quote") and tags[left.last - 1] != "Q":
            left = None
        if left is not None and not quote_left and not _may_close(tokens, unit, at, after):
            left = None
        if left is not None and (not weak or quote_left):
            if tail is None and after.mode == "" and after.comma:
                tail = _middle(tokens, after.first, unit.last, left)
            pieces = [p for p in (left, tail) if p]
            layout = "middle" if tail else "first"
            return Frame(Range(first, at + 1), subject, tuple(pieces), layout, after.addressee, inherited, cue.lemma)
    return _content_after(tokens, unit, Range(first, at + 1), subject, inherited, after, weak)


def _content_after(
    tokens: Tokens, unit: Unit, cue: Range, subject: Range | None, inherited: bool, after: After, weak: bool
) -> Frame | None:
    if after.mode == "":
        return None
    end = content_end(tokens, after.first, unit.last, after.mode)
    if cue.first == unit.first and tokens.tags[cue.first] == "G":
        end = _to_comma(tokens, after.first, end)
    relative = subject is not None and tokens.tags[subject.first] == "R" and subject.first > unit.first and tokens.tags[subject.first - 1] == ","
    if relative or _subordinate(tokens, unit, subject.first if subject and not inherited else cue.first):
        end = _to_comma(tokens, after.first, end)
    if end <= after.first:
        return None
    infinitive = cue.first > unit.first and tokens.low[cue.first - 1] in _GERUND_AFTER
    has_quote = "Q" in tokens.tags[after.first : end]
    if weak and not has_quote:
        return None
    lemma = tokens.cues[cue.last - 1].lemma
    if not has_quote and _is_reported(tokens, unit, cue, subject):
        return None
    if lemma == "call" and not has_quote and tokens.low[after.first - 1] not in ("for", "on", "upon"):
        return None
    if after.mode in ("np", "inf") and not has_quote and (tokens.tags[cue.first - 1 : cue.first] == ["R"] or subject is None or end - after.first < 2 or infinitive):
        return None
    return Frame(cue, subject, (Range(after.first, end),), "after", after.addressee, inherited, lemma, after.mode)


def _is_reported(tokens: Tokens, unit: Unit, cue: Range, subject: Range | None) -> bool:
    """Indirect speech of nobody, or of the reporter himself, is none."""
    return subject is None or tokens.low[subject.first] in ("i", "you", "that", "we") and subject.last - subject.first == 1


_GERUND_AFTER = frozenset("to by in for of without from".split())


def _opening(tokens: Tokens, unit: Unit, at: int) -> Frame | None:
    """A sentence that begins with its cue: *Said Smith: "…"*."""
    subject = right_phrase(tokens, at + 1, unit.last)
    if subject is None or subject.last >= unit.last or tokens.tags[subject.last] not in ":,Q":
        return None
    k = subject.last
    while k < unit.last and tokens.tags[k] != "Q":
        k += 1
    if k >= unit.last:
        return None
    end = content_end(tokens, k, unit.last, "quote")
    return Frame(Range(at, at + 1), subject, (Range(k, end),), "colon", None, False, tokens.cues[at].lemma, "quote")


def _subordinate(tokens: Tokens, unit: Unit, at: int) -> bool:
    """Whether the clause whose subject begins at `at` hangs on another: *even as X said that …, Y did*."""
    k = at - 1
    while k >= unit.first and tokens.tags[k] in "rd":
        k -= 1
    return k >= unit.first and tokens.low[k] in ("as", "while", "after", "when", "because", "although", "though", "if", "since") and (
        k == unit.first or tokens.tags[k - 1] in "rc,"
    )


def _to_comma(tokens: Tokens, first: int, end: int) -> int:
    for k in range(first, end):
        if ends_with_comma(tokens, k) or tokens.tags[k] == "-":
            return k + 1 if tokens.tags[k] == "Q" else k
    return end


def _as_clause(tokens: Tokens, unit: Unit, cue: Range, subject: Range | None, start: int) -> Frame | None:
    """*As the Gazette noted in May, …*."""
    k = unit.first
    while k < unit.last and tokens.tags[k] in "cr,":
        k += 1
    if subject is None or tokens.low[k] != "as" or subject.first != k + 1 or "c" not in tokens.cues[cue.last - 1].takes:
        return None
    comma = cue.last
    while comma < unit.last and tokens.tags[comma] in "irtdNSw0o":
        comma += 1
    if comma + 1 >= unit.last or tokens.tags[comma] != "," or comma - cue.last > 10:
        return None
    end = content_end(tokens, comma + 1, unit.last, "clause")
    return Frame(cue, subject, (Range(comma + 1, end),), "according", None, False, tokens.cues[cue.last - 1].lemma)


def _aside(tokens: Tokens, unit: Unit, cue: Range, subject: Range, after: After, done: int) -> Frame | None:
    """*The plan, he said, would fail*: what was said stands around the aside."""
    tags, takes = tokens.tags, tokens.cues[cue.last - 1].takes
    if "c" not in takes or "v" not in takes or tags[subject.first] == "R":
        return None
    last = subject.first
    if last - 1 <= unit.first or tags[last - 1] != ",":
        return None
    first = max(unit.first, done)
    while first < last and tags[first] in ",c-.":
        first += 1
    left = Range(first, last - 1)
    k = after.first + 1
    if not 0 < left.last - left.first <= 8 or tags[after.first] != "," or k >= unit.last or trails(tokens, k, unit.last):
        return None
    if tags[k] in "sGT" or any(tag in ",;:" for tag in tags[left.first : left.last]):
        return None
    tail = Range(k, content_end(tokens, k, unit.last, "clause"))
    return Frame(cue, subject, (left, tail), "middle", None, False, tokens.cues[cue.last - 1].lemma)


def _may_close(tokens: Tokens, unit: Unit, at: int, after: After) -> bool:
    """Whether the cue ends its clause (*…, he said on Tuesday*), so that unquoted words before it may be what was said."""
    takes, tags = tokens.cues[at].takes, tokens.tags
    if "c" not in takes or "v" not in takes:
        return False
    k = after.first
    while k < unit.last and tags[k] in "itdwNrSo0" and k - at < 9:
        k += 1
    return k >= unit.last or tags[k] in ",.;?!-Q"


def _middle(tokens: Tokens, at: int, last: int, left: Range) -> Range | None:
    """What goes on after *…, he said, …*: the rest of the sentence where it is no new one of the reporter's."""
    tags = tokens.tags
    comma = next((k for k in range(at, min(last, at + 12)) if tags[k] in ",Q"), None)
    if comma is None or tags[comma] != "," or comma + 2 >= last:
        return None
    k = comma + 1
    if not trails(tokens, k, last) and "Q" not in tags[left.first : left.last]:
        return Range(k, content_end(tokens, k, last, "clause"))
    if tags[k] in "xQ" or tags[k] == "c" and tokens.low[k] in ("but", "and", "or") and (tags[k + 1] in "xrTi" or tokens.low[k + 1].endswith("ing")):
        return Range(k, content_end(tokens, k, last, "clause"))
    return None


def _clause_start(tokens: Tokens, at: int, low: int) -> int:
    while at > low and tokens.tags[at - 1] not in "Q;:-":
        at -= 1
    return at


def _may_invert(tokens: Tokens, unit: Unit, at: int, first: int) -> bool:
    cue, tags = tokens.cues[at], tokens.tags
    if first != at or cue.form not in _INVERTIBLE_FORMS or "v" not in cue.takes or at + 1 >= unit.last:
        return False
    if at == unit.first or tags[at + 1] not in "NSdwp":
        return False
    before = tags[at - 1]
    quoted = before == "Q" or (before == "," and at - 2 >= unit.first and tags[at - 2] == "Q")
    if not quoted and before != ",":
        return False
    phrase = right_phrase(tokens, at + 1, unit.last)
    if phrase is None:
        return False
    after = tags[phrase.last] if phrase.last < unit.last else "."
    if after in "xV" or (after == "p" and not quoted):
        return False
    if quoted:
        return True
    return after in ",." and tags[phrase.first] == "N" and left_phrase(tokens, at, unit.first) is None


def _subject(
    tokens: Tokens, unit: Unit, at: int, first: int, low: int, frames: Sequence[Frame]
) -> tuple[Range | None, bool]:
    """The subject left of the verb, else the one it shares with the verb before it."""
    tags = tokens.tags
    before = tags[first - 1] if first > unit.first else ""
    shared = next((f.subject for f in reversed(frames) if f.subject), None)
    infinitive = first > unit.first and tokens.low[first - 1] == "to"
    participle = tags[at] == "G" and (before in ("", ",", "Q", "i", "c", "s", "-") or _reporting_noun(tokens, first))
    coordinated = before == "c" or (before == "Q")
    if before == "" and tags[at] == "G":
        return main_subject(tokens, unit.first, unit.last), True
    if infinitive or (participle and before == "i"):
        return _clause_subject(tokens, unit, first, infinitive) or shared or main_subject(tokens, unit.first, first), True
    if participle or coordinated or before == "":
        if shared is None:
            shared = main_subject(tokens, unit.first, first)
        return shared, True
    if before == "," and first - 1 <= low:
        return shared or main_subject(tokens, unit.first, first), True
    found = left_phrase(tokens, first, low)
    if found is None:
        return shared or main_subject(tokens, unit.first, first), True
    return found, False


def _clause_subject(tokens: Tokens, unit: Unit, at: int, infinitive: bool) -> Range | None:
    """The subject of the clause in which *to say* or *by saying* stands: *for X to say*, *X drew applause by saying*."""
    tags = tokens.tags
    if infinitive:
        k = at - 1
        while k > unit.first and tags[k - 1] in "NSdw" and at - k < 6:
            k -= 1
        if k > unit.first and tokens.low[k - 1] == "for" and k < at - 1:
            return Range(k, at - 1)
    first = at
    while first > unit.first and tags[first - 1] not in ",;:(Q":
        first -= 1
    if first == unit.first or tags[first] not in "NSpd":
        return None
    return main_subject(tokens, first, at)


def _reporting_noun(tokens: Tokens, at: int) -> bool:
    return at > 0 and tokens.low[at - 1] in REPORTING_NOUNS


def _passive(tokens: Tokens, unit: Unit, at: int, first: int) -> Frame | None:
    """*was called "…" by X*; without *by*, nobody is named."""
    after = after_cue(tokens, at, unit.last)
    if after.mode == "":
        return None
    end = content_end(tokens, after.first, unit.last, after.mode)
    if "Q" not in tokens.tags[after.first : end] or tokens.cues[at].lemma in ("tell", "ask"):
        return None
    subject = None
    for k in range(at + 1, unit.last):
        if tokens.low[k] == "by":
            subject = right_phrase(tokens, k + 1, unit.last)
            break
    return Frame(Range(first, at + 1), subject, (Range(after.first, end),), "passive", None, False, tokens.cues[at].lemma)


def _resume(tokens: Tokens, at: int, last: int) -> Range | None:
    """The second part of a split quotation: *…," he said, "…"*."""
    tags = tokens.tags
    k = at
    while k < last and k < at + 30 and tags[k] not in "QV:;GT":
        k += 1
    if k < last and tags[k] == "Q" and tags[k - 1] in ",:-" and tokens.low[k - 1] != "(":
        end = k + 1
        return Range(k, end)
    if at < last and tags[at] == "," and at + 2 < last and tags[at + 1] not in "GisRc":
        return None
    return None


def _has_finite(tokens: Tokens, span: Range) -> bool:
    return "Q" in tokens.tags[span.first : span.last] or any(
        tag in "xV" or (tag == "w" and tokens.low[span.first + k].endswith("ed")) for k, tag in enumerate(tokens.tags[span.first : span.last])
    )


def _according(tokens: Tokens, unit: Unit, at: int, frames: Sequence[Frame]) -> Frame | None:
    """*according to X, …* and *…, according to X*."""
    tags = tokens.tags
    subject = right_phrase(tokens, at + 2, unit.last)
    if subject is None:
        return None
    before = at - 1
    while before >= unit.first and tags[before] in ",c(":
        before -= 1
    left = left_content(tokens, at, unit.first, unit.first) if before >= unit.first else None
    if left is not None:
        tail = _middle(tokens, subject.last, unit.last, left) if not _has_finite(tokens, left) else None
        pieces = (left, tail) if tail else (left,)
        return Frame(Range(at, at + 2), subject, pieces, "according", None, False, "according")
    if before - unit.first > 6:
        return None
    k = subject.last
    while k < unit.last and tags[k] not in ",Q":
        k += 1
    if k >= unit.last:
        return None
    k = k + 1 if tags[k] == "," else k
    # an apposition to the source: "according to Smith, a lawyer, …"
    end = content_end(tokens, k, unit.last, "clause")
    return Frame(Range(at, at + 2), subject, (Range(k, end),), "according", None, False, "according") if end > k else None
