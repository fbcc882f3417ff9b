"""Layouts in which the speaker stands beside, inside or after what was said, without being the sentence's subject."""

from reader.analysis.quotes.extent import content_end, has_finite_verb, trails
from reader.analysis.quotes.following import After, after_cue
from reader.analysis.quotes.frame import Frame
from reader.analysis.quotes.leading import left_content
from reader.analysis.quotes.phrases import Range, right_phrase
from reader.analysis.quotes.tokens import Tokens
from reader.analysis.quotes.units import Unit

_RESUME_REACH = 30
_ADJUNCT_REACH = 9


def opening(tokens: Tokens, unit: Unit, at: int) -> Frame | None:
    """A sentence that begins with its cue: *Said Smith: "…"*."""
    subject = right_phrase(tokens, at + 1, unit.last)
    if subject is None or subject.last >= unit.last or tokens.tags[subject.last] not in ":,Q":
        return None
    k = next((k for k in range(subject.last, unit.last) if tokens.tags[k] == "Q"), None)
    if k is None:
        return None
    piece = Range(k, content_end(tokens, k, unit.last, "quote"))
    return Frame(Range(at, at + 1), subject, (piece,), "colon", "quote", tokens.cues[at].lemma)


def passive(tokens: Tokens, unit: Unit, at: int, first: int) -> Frame | None:
    """*was called "…" by X*; without *by*, nobody is named."""
    after = after_cue(tokens, at, unit.last)
    if after.mode == "" or tokens.cues[at].lemma in ("tell", "ask"):
        return None
    end = content_end(tokens, after.first, unit.last, after.mode)
    if "Q" not in tokens.tags[after.first : end]:
        return None
    by = next((k for k in range(at + 1, unit.last) if tokens.low[k] == "by"), None)
    subject = right_phrase(tokens, by + 1, unit.last) if by is not None else None
    return Frame(Range(first, at + 1), subject, (Range(after.first, end),), "passive", "", tokens.cues[at].lemma)


def as_clause(tokens: Tokens, unit: Unit, cue: Range, subject: Range | None) -> Frame | None:
    """*As the Gazette noted in May, …*; *as she puts it, …*."""
    k, verb = unit.first, tokens.cues[cue.last - 1]
    while k < unit.last and tokens.tags[k] in "cr,":
        k += 1
    if subject is None or tokens.low[k] != "as" or subject.first != k + 1:
        return None
    comma = cue.last
    while comma < unit.last and tokens.tags[comma] in "irtdNSw0op":
        comma += 1
    near = comma + 1 < unit.last and tokens.tags[comma] == "," and comma - cue.last <= _ADJUNCT_REACH + 1
    if not near or ("c" not in verb.takes and verb.lemma != "put"):
        return None
    piece = Range(comma + 1, content_end(tokens, comma + 1, unit.last, "clause"))
    return Frame(cue, subject, (piece,), "according", "", verb.lemma)


def aside(tokens: Tokens, unit: Unit, cue: Range, subject: Range, after: After, done: int) -> Frame | None:
    """*The plan, he said, would fail*: what was said stands around the aside."""
    tags, verb = tokens.tags, tokens.cues[cue.last - 1]
    if not _quotes_clauses(verb.takes) or tags[subject.first] == "R" or tags[after.first] != ",":
        return None
    first, last, k = max(unit.first, done), subject.first - 1, after.first + 1
    while first < last and tags[first] in ",c-.":
        first += 1
    if (
        last <= unit.first
        or tags[last] != ","
        or not 0 < last - first <= 8
        or any(t in ",;:" for t in tags[first:last])
    ):
        return None
    if k >= unit.last or tags[k] in "sGT" or trails(tokens, k, unit.last):
        return None
    pieces = (Range(first, last), Range(k, content_end(tokens, k, unit.last, "clause")))
    return Frame(cue, subject, pieces, "middle", "", verb.lemma)


def _quotes_clauses(takes: str) -> bool:
    return "c" in takes and "v" in takes


def may_close(tokens: Tokens, unit: Unit, at: int, after: After) -> bool:
    """Whether the cue ends its clause (*…, he said on Tuesday*), so that words before it may be what was said."""
    tags, k = tokens.tags, after.first
    while k < unit.last and tags[k] in "itdwNrSo0" and k - at < _ADJUNCT_REACH:
        k += 1
    return _quotes_clauses(tokens.cues[at].takes) and (k >= unit.last or tags[k] in ",.;?!-Q")


def rest(tokens: Tokens, at: int, last: int, left: Range) -> Range | None:
    """What goes on after *…, he said, …*: the rest of the sentence where it is no new one of the reporter's."""
    tags, low = tokens.tags, tokens.low
    comma = next((k for k in range(at, min(last, at + 12)) if tags[k] in ",Q"), None)
    if comma is None or tags[comma] != "," or comma + 2 >= last:
        return None
    k = comma + 1
    if low[k : k + 3] == ["on", "condition", "of"]:
        return None
    unquoted = "Q" not in tags[left.first : left.last]
    joined = tags[k] == "c" and low[k] != "nor" and (tags[k + 1] in "xrTi" or low[k + 1].endswith("ing"))
    if tags[k] in "xQ" or joined or (unquoted and not trails(tokens, k, last)):
        return Range(k, content_end(tokens, k, last, "clause"))
    return None


def resumed(tokens: Tokens, at: int, last: int) -> Range | None:
    """The second part of a split quotation: *…," he said, "…"*."""
    tags, k = tokens.tags, at
    while k < last and k < at + _RESUME_REACH and tags[k] not in "QV:;GT":
        k += 1
    split = k < last and tags[k] == "Q" and tags[k - 1] in ",:-" and tokens.low[k - 1] != "("
    return Range(k, k + 1) if split else None


def according(tokens: Tokens, unit: Unit, at: int) -> Frame | None:
    """*according to X, …* and *…, according to X*."""
    tags, cue = tokens.tags, Range(at, at + 2)
    subject = right_phrase(tokens, at + 2, unit.last)
    if subject is None:
        return None
    low = _bracket(tokens, unit.first, at)
    before = at - 1
    while before >= low and tags[before] in ",c(":
        before -= 1
    left = left_content(tokens, at, low, low) if before >= low else None
    predicate = subject.last + 1 < unit.last and tags[subject.last] == "," and tags[subject.last + 1] == "x"
    if left is not None:
        whole = "Q" in tags[left.first : left.last] or has_finite_verb(tokens, left.first, left.last)
        tail = None if whole and not predicate else rest(tokens, subject.last, unit.last, left)
        return Frame(cue, subject, (left, tail) if tail else (left,), "according", "", "according")
    k = next((k for k in range(subject.last, unit.last) if tags[k] in ",Q"), None)
    if k is None or before - low > 6:
        return None
    k = k + 1 if tags[k] == "," else k
    end = content_end(tokens, k, unit.last, "clause")
    if end <= k:
        return None
    adjunct = (Range(low, before + 1),) if before > low and tags[low] in "itdNSw" else ()
    pieces = (*adjunct, Range(k, end))
    return Frame(cue, subject, pieces, "according", "", "according")


def _bracket(tokens: Tokens, low: int, at: int) -> int:
    """The token after a bracket that is still open at `at`, or `low`."""
    for k in range(at - 1, low - 1, -1):
        if tokens.tags[k] == "(":
            opens = tokens.text[tokens.start[k]] in "(["
            return k + 1 if opens else low
    return low
