"""Sentences as offsets: the unit in which passages are compared and speakers are looked for.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number; which of the two, the words
before and after tell. The rules look at a bounded neighbourhood of each mark, so that time is linear.
"""

import re
from collections.abc import Sequence

from reader.analysis.vocabulary import STARTERS, word_set
from reader.model import Span
from reader.model.span import spans

# The mark, what may close after it, and the space that must follow, or a capital where the space was lost. Bounded, so
# that a run of marks costs no more than its length. A mark inside a number, a URL or "U.S." is never a candidate.
_CANDIDATE = re.compile(r"[.!?…。！？](?:([\"'”’»)\]*]{0,4})\s++(?=\S)|(?<=[a-z]{3}[.!?])[”\"’]?(?=[“\"‘]?[A-Z]))")
_GLUED_WORD = re.compile(r"[“\"‘]?[A-Z][a-z]{2,14}[ ,]")
_LAST_WORD = re.compile(r"[^\s(\[\"'“”‘’]+\Z")
_NEXT_WORD = re.compile(r"[\"'“”‘’«»(\[*—–-]*([^\s,;:.!?\"”’)]*)")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]\Z")
_SPEECH_AFTER_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]{0,20}\s){1,4}(?:said|says|asked|asks|told|wrote|cried|added|replied|shouted|wondered|tweeted)\b"
)

# Always followed by what they announce: a name, a number, a place.
_BEFORE_NAME = word_set(
    """
    mr mrs ms mx dr prof rev hon st sr sra mme mlle gen lt col maj capt cpt cmdr cdr adm sgt cpl pvt brig ltc sen sens
    rep reps gov govs pres pfc supt det insp sec amb atty fr messrs mt ft vs v no nos art fig figs vol vols p pp ch para
    cf viz eg ie e.g i.e approx est ca msgr br gens cols profs drs rt asst assoc vice-adm rear-adm maj-gen lt-gen lt-col
    """
)
# Followed by a number inside a sentence, by a capital at its end.
_BEFORE_NUMBER = word_set("jan feb mar apr jun jul aug sep sept oct nov dec tel ext ed sect")
# May end a sentence; then the next word must look like the start of one.
_MAY_END = word_set(
    """
    inc corp co cos ltd llc bros jr sr esq plc u.s u.k u.n e.u u.s.a u.s.s.r d.c l.a n.y a.m p.m am pm ph.d b.a m.a m.d
    b.c a.d b.c.e c.e etc al dept univ mass conn calif ariz ala ark colo del fla ga ill ind kan ky la md me mich minn
    miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que ave blvd rd hwy mon tue tues wed thu thur
    thurs fri sat sun min max avg govt intl natl sq km mi lb lbs oz hr hrs mph kg cm mm bn mn p.s p.o
    """
)
_ABBREVIATED_TAILS = {word[-4:] for word in _BEFORE_NAME | _BEFORE_NUMBER | _MAY_END}
"""Last letters of the abbreviations: a word that ends otherwise needs no closer look."""


def split(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences of `text` in order, without the space between them; none crosses the end of a paragraph.

    Stretches outside `paragraphs` belong to no sentence. A quotation that closes after the full stop stays with its
    sentence, and a question in quotation marks stays with the words that attribute it.
    """
    starts: list[int] = []
    ends: list[int] = []
    places = _CANDIDATE.finditer(text)
    place = next(places, None)
    for start, end in paragraphs:
        start, end = _trimmed(text, start, end)
        low = start
        while place is not None and place.start() < end:
            (mark, begin), stop = place.span(), place.end(1)
            if low <= mark and begin < end and _is_end(text, mark, stop, begin, low, end):
                starts.append(start)
                ends.append(stop if stop > 0 else begin)
                start = begin
            place = next(places, None)
        if start < end:
            starts.append(start)
            ends.append(end)
    return spans(starts, ends)


def _is_end(text: str, mark: int, stop: int, begin: int, low: int, high: int) -> bool:
    """Whether a sentence ends with the `mark`; `stop`, behind what closes it, is negative where no space follows."""
    return _is_break(text, mark, begin, low, high) if stop > 0 else _is_glued(text, mark, begin, high)


def _is_glued(text: str, mark: int, begin: int, high: int) -> bool:
    """Whether plain words stand on both sides of a mark without a space, not the parts of an address."""
    if not _GLUED_WORD.match(text, begin, high):
        return False
    before = _LAST_WORD.search(text[max(0, mark - 60) : mark])
    return before is not None and not any(sign in before.group() for sign in "./@:#_\\")


def _is_break(text: str, mark: int, begin: int, low: int, high: int) -> bool:
    if text[mark] == "." and text[begin].isupper() and mark + 1 < begin and text[mark + 1] == " ":
        tail = text[mark - 4 : mark]
        if tail.isalpha() and tail.islower() and tail not in _ABBREVIATED_TAILS:
            return True  # most sentences end so
    following = _NEXT_WORD.match(text, begin, min(high, begin + 60))
    word = following.group(1) if following else ""
    closed = text[mark + 1] not in " \n\t"
    lower = word[:1].islower()
    if text[mark] != ".":
        return not lower and not (closed and _SPEECH_AFTER_NAME.match(text, begin, min(high, begin + 120)))
    if text[mark - 1] == "." and mark > low:
        return not lower
    found = _LAST_WORD.search(text[max(low, mark - 30) : mark])
    before = found.group() if found else ""
    if lower:
        return not closed and len(before) > 3 and before.isalpha() and before.islower() and not _is_abbreviation(before)
    if closed:
        return bool(before)
    return _ends_with(before, word)


def _is_abbreviation(word: str) -> bool:
    folded = word.lower()
    return folded in _BEFORE_NAME or folded in _MAY_END or folded in _BEFORE_NUMBER


def _ends_with(before: str, word: str) -> bool:
    """Whether the full stop after `before` ends a sentence, given that `word` follows with a capital, digit or mark."""
    folded = before.lower()
    starts = word.lower() in STARTERS
    if not before:
        return False
    if folded in _BEFORE_NUMBER:
        return not word[:1].isdigit()
    if folded in _MAY_END or ("." in before and _INITIAL.match(before)):
        return starts
    if folded in _BEFORE_NAME:
        return folded == "no" and not word[:1].isdigit()
    if _INITIAL.match(before):
        return starts and word != "I"
    return True


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
