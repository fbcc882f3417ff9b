"""From runs of capitalised words to candidate names: titles split off, joined names split up, what is none dropped."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.analysis.addresses import Outside
from reader.analysis.names.chunks import Token, chunks, phrase, tokens
from reader.analysis.names.joints import joined
from reader.analysis.names.lexicon import Lexicon, fold, lexicon
from reader.analysis.names.titling import find_title
from reader.analysis.names.trimming import droppable, run_together, trails

_AFTER_NAME = frozenset(["kc", "qc", "mp", "mep", "msp", "mbe", "obe", "cbe", "phd", "frs"])
"""What follows a person's name as an honour or office and is no part of it."""
_ORDINAL = re.compile(r"(?<!\S)\d{1,3}(?:st|nd|rd|th) \Z")
"""What numbers a unit: "5th Special Forces Group"."""
_ORDINALS = frozenset(["st ", "nd ", "rd ", "th "])
_PARTICLE = re.compile(r"(?<![\w’'-])(?:al - |al |ibn |bin |v[ao]n (?:der |den |de )?|de (?:la )?|del |della |abu )\Z")
"""What begins a surname that is given without the rest of the name: "bin Laden", "van der Berg"."""
_PARTICLE_ENDS = frozenset(["l ", "n ", "- ", "r ", "e ", "a ", "u "])
_SMALL_ENDS = frozenset(
    ["al", " -", "in", "bn", "on", "an", "er", "en", "de", "la", "el", "bu", "st", "nd", "rd", "th"]
)
"""The last two letters of what may belong to a name though it is written small."""
_LEGAL_FORM = re.compile(r", (?:Inc|Ltd|LLC|LLP|L\.L\.C|PLC|S\.A|N\.V|L\.P|D\.C)(?:\.|(?!\w))")
_LEGAL_INITIALS = frozenset("ILPSND")


class Part(NamedTuple):
    """Words of a chunk that may be one name. Offsets count from the start of the chunk."""

    start: int
    end: int
    text: str
    key: str
    """The words, folded."""
    tokens: tuple[Token, ...]
    title: tuple[int, int] | None
    """The title or role written before it."""
    short_title: bool
    """Whether that title is one that only people have: "Mr.", "Gen."."""
    initial: bool
    """Whether it stands where any word has a capital."""
    split_before: bool
    """Whether it was cut off from other capitalised words before it."""
    leading: str
    """The word that was cut off its front, folded; else empty."""


class Candidate(NamedTuple):
    """A part of a chunk in its place in the article."""

    start: int
    end: int
    offset: int
    """Where the chunk begins."""
    part: Part


def candidates(
    text: str,
    hidden: Sequence[tuple[int, int]],
    starts: set[int],
    headlines: Sequence[tuple[int, int]] = (),
    runs: list[tuple[int, str]] | None = None,
) -> list[Candidate]:
    """Everything in `text` that may be a name, in order, but for what stands in `headlines`.

    `hidden` are addresses, `starts` the offsets where sentences begin. `runs`, where given, takes the (offset, words)
    of all runs of capitalised words.
    """
    outside, done = Outside(headlines), 0
    found: list[Candidate] = []
    for offset, words in chunks(text, hidden, starts):
        if headlines and not outside(offset, offset + len(words)):
            continue
        if runs is not None:
            runs.append((offset, words))
        if offset < done:
            continue
        for part in segment(words, offset in starts or _opens(text, offset)):
            start, end = offset + part.start, offset + part.end
            if not part.start and text[start - 3 : start - 1] in _SMALL_ENDS:
                start, part = _lengthened(text, start, part)
            closing = text[end : end + 1] == "," and text[end + 2 : end + 3] in _LEGAL_INITIALS
            if closing and (form := _form_behind(text, end, part)):
                done = end = end + len(form)
                part = part._replace(text=part.text + form, key=part.key + fold(form))
            found.append(tuple.__new__(Candidate, (start, end, offset, part)))  # the constructor takes twice as long
    return found


def _lengthened(text: str, start: int, part: Part) -> tuple[int, Part]:
    """A part with what is written small before it and belongs to it: "5th Special Forces Group", "bin Laden"."""
    before = text[start - 3 : start]
    if before[2:] != " ":
        return start, part
    if before in _ORDINALS:
        found = _ORDINAL.search(text, max(0, start - 6), start) if _is_unit(part) else None
    elif before[1:] in _PARTICLE_ENDS and (found := _PARTICLE.search(text, max(0, start - 8), start)):
        last = part.tokens[0]
        if last.low in lexicon().ordinary or len(last.text) < 3:
            found = None
    else:
        return start, part
    if found is None:
        return start, part
    words = found.group()
    return found.start(), part._replace(text=words + part.text, key=fold(words).replace(" - ", "-") + part.key)


def _form_behind(text: str, end: int, part: Part) -> str:
    """What follows a comma and yet belongs to the name: "Norwood Systems, Inc.", "Washington, D.C."."""
    form = _LEGAL_FORM.match(text, end)
    if form is None or (form.group()[2] == "D" and part.key != "washington"):
        return ""
    return form.group()


def _is_unit(part: Part) -> bool:
    return part.tokens[-1].low in lexicon().organisation_words


def known_candidates(text: str, headlines: Sequence[tuple[int, int]], known: Container[str]) -> Iterator[Candidate]:
    """The names in `headlines`, where every word has a capital: only those that are `known` otherwise."""
    for low, high in headlines:
        for offset, words in chunks(text[low:high], [], set()):
            for run in _known_runs(tokens(words), known):
                start, end = run[0].start, run[-1].end
                part = Part(start, end, words[start:end], phrase(run), run, None, False, True, start > 0, "")
                yield Candidate(low + offset + start, low + offset + end, low + offset, part)


def _known_runs(row: Sequence[Token], known: Container[str]) -> Iterator[tuple[Token, ...]]:
    at = 0
    while at < len(row):
        stop = next((n for n in range(min(len(row), at + 6), at, -1) if phrase(row[at:n]) in known), at)
        if stop > at:
            yield tuple(row[at:stop])
        at = max(stop, at + 1)


@lru_cache(maxsize=16_384)
def segment(words: str, initial: bool) -> tuple[Part, ...]:
    """The candidate names in a run of capitalised words. Cached, because names come again and again."""
    lex = lexicon()
    found: list[Part] = []
    for number, piece in enumerate(_pieces(tokens(words), lex)):
        found.extend(_titled(words, piece, initial and not number, lex))
    return tuple(found)


def _opens(text: str, start: int) -> bool:
    """Whether a word stands at the start of a line or quotation, where a capital says nothing."""
    if start < 2:
        return True
    last = text[start - 1]
    return last in "\n“‘\"'«([•*" or (last == " " and text[start - 2] in ":–—•*?!“‘«-")


def _pieces(chunk: Sequence[Token], lex: Lexicon) -> Iterator[list[Token]]:
    """Cut after a possessive, around days and months, and at small words that join two names."""
    piece: list[Token] = []
    for index, token in enumerate(chunk):
        if token.low in lex.calendar and not _keeps_calendar(chunk, index, lex):
            if piece:
                yield piece
            piece = []
            continue
        piece.append(token)
        if token.gap == " " and not token.possessive:
            continue
        if index + 1 < len(chunk) and not joined(piece, chunk[index + 1 :], lex):
            yield piece
            piece = []
    if piece:
        yield piece


def _keeps_calendar(chunk: Sequence[Token], index: int, lex: Lexicon) -> bool:
    """Whether a month is part of a name here: "Theresa May", "May Day", "April Fool"."""
    low = chunk[index].low
    if low in ("mar", "jan", "sun", "sat") and not chunk[index].text.endswith("."):
        return True
    before = chunk[index - 1] if index and chunk[index - 1].gap == " " and not chunk[index - 1].possessive else None
    if low in ("may", "april", "june", "august", "jan", "summer", "autumn", "winter", "spring", "mar"):
        if before is not None and (before.low in lex.given or before.low in lex.short_titles):
            return True
        return low not in ("spring", "summer", "autumn", "winter", "jan", "mar") and (
            index + 1 < len(chunk) and chunk[index].gap == " " and chunk[index + 1].low in lex.surnames
        )
    return before is not None and before.low in ("black", "good", "ash", "bloody", "super", "cyber")


def _titled(words: str, piece: list[Token], initial: bool, lex: Lexicon) -> Iterator[Part]:
    """Split titles off: "Norland's Chancellor Ada Field", "NATO Secretary-General Jens Stoltenberg"."""
    index, cut = 0, False
    while index < len(piece):
        begin, stop = find_title(piece, index, lex)
        if stop <= begin:
            yield from _untitled(words, piece[index:], None, False, initial and index == 0, cut, lex)
            return
        if begin > index:
            yield from _untitled(words, piece[index:begin], None, False, initial and index == 0, cut, lex)
        first = index if all(t.low in lex.demonyms or t.low in lex.countries for t in piece[index:begin]) else begin
        short = piece[stop - 1].low in lex.short_titles
        span = (piece[first].start, piece[stop - 1].end)
        if stop >= len(piece) or piece[stop - 1].gap.strip():
            index, cut = stop, True  # a title without a name
            continue
        yield from _untitled(words, piece[stop:], span, short, False, True, lex)
        return


def _untitled(
    words: str, found: list[Token], title: tuple[int, int] | None, short: bool, initial: bool, cut: bool, lex: Lexicon
) -> Iterator[Part]:
    """Drop what does not belong at the ends: articles, adverbs at a sentence's start, demonyms before a person."""
    leading = ""
    while found and droppable(found, title, initial, lex):
        leading, cut, initial = found[0].low, True, False
        found = found[1:]
    if len(found) > 1 and found[-1].low in _AFTER_NAME and found[-2].gap == " ":
        found = found[:-1]
    while len(found) > 1 and trails(found, lex):
        found = found[:-1]
    if not found or found[0].text == "I":
        return
    if found[0].low in lex.demonyms and all(token.low in lex.demonyms for token in found):
        return
    for run in run_together(found, lex):
        key = phrase(run)
        if key in lex.demonyms:
            continue
        if len(run) == 1 and "-" in key and all(half in lex.countries or half in lex.same for half in key.split("-")):
            yield from _halves(words, run[0])
            continue
        start, end = run[0].start, run[-1].end
        first = run[0] is found[0]
        yield Part(
            start,
            end,
            words[start:end],
            key,
            tuple(run),
            title if first else None,
            short and first,
            initial and first,
            cut or not first,
            leading if first else "",
        )


def _halves(words: str, token: Token) -> Iterator[Part]:
    """ "India-Russia" is two names."""
    start = token.start
    for half in token.text.split("-"):
        end = start + len(half)
        single = Token(start, end, half, fold(half), False, "")
        yield Part(start, end, words[start:end], single.low, (single,), None, False, False, True, "")
        start = end + 1
