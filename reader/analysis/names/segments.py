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
from reader.analysis.vocabulary import word_set

_NEVER_FIRST = word_set("in at a an from but and by as if when while said former near outside inside")
_AFTER_NAME = frozenset(["kc", "qc", "mp", "mep", "msp", "mbe", "obe", "cbe", "phd", "frs"])
"""What follows a person's name as an honour or office and is no part of it."""
_ORDINAL = re.compile(r"(?<!\S)\d{1,3}(?:st|nd|rd|th) \Z")
"""What numbers a unit: "5th Special Forces Group"."""
_ORDINALS = frozenset(["st ", "nd ", "rd ", "th "])
_NEVER_IN = word_set("in but and while")


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
) -> Iterator[Candidate]:
    """Everything in `text` that may be a name, in order, but for what stands in `headlines`.

    `hidden` are addresses, `starts` the offsets where sentences begin. `runs`, where given, takes the (offset, words)
    of all runs of capitalised words.
    """
    outside = Outside(headlines)
    for offset, words in chunks(text, hidden, starts):
        if headlines and not outside(offset, offset + len(words)):
            continue
        if runs is not None:
            runs.append((offset, words))
        initial = offset in starts or _opens(text, offset)
        for part in segment(words, initial):
            start = offset + part.start
            if not part.start and text[start - 3 : start] in _ORDINALS and _is_unit(part):
                ordinal = _ORDINAL.search(text, max(0, start - 6), start)
                if ordinal:
                    start, number = ordinal.start(), ordinal.group()
                    part = part._replace(text=number + part.text, key=number + part.key)
            yield Candidate(start, offset + part.end, offset, part)


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
    while found and _droppable(found, title, initial, lex):
        leading, cut, initial = found[0].low, True, False
        found = found[1:]
    if len(found) > 1 and found[-1].low in _AFTER_NAME and found[-2].gap == " ":
        found = found[:-1]
    if not found or all(token.low in lex.demonyms for token in found):
        return
    for run in _run_together(found, lex):
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


def _run_together(found: list[Token], lex: Lexicon) -> Iterator[list[Token]]:
    """Cut a person off the party or body named right before: "Green Party of Norwood Ann Lee"."""
    for index in range(1, len(found) - 1):
        before = found[index - 1]
        if (
            found[index].low in lex.given
            and len(found) - index <= 3
            and before.gap == " "
            and found[index].gap == " "
            and (before.low in lex.countries or (index > 1 and before.low in lex.bodies))
            and found[-1].low not in lex.organisation_words
        ):
            yield found[:index]
            yield found[index:]
            return
    yield found


def _droppable(found: Sequence[Token], title: tuple[int, int] | None, initial: bool, lex: Lexicon) -> bool:
    """Whether the first word is no part of the name."""
    first = found[0]
    if first.low == "the":
        return len(found) < 2 or found[1].low != "hague"
    if len(found) == 1:
        return title is None and not first.text.isupper() and _is_word(first.low, lex)
    if first.low in lex.not_names and (initial or first.low in _NEVER_FIRST):
        return first.low in _NEVER_IN or (first.gap == " " and not _is_known(phrase(found), lex))
    return first.low in lex.demonyms and first.gap == " " and _qualifies(found, lex)


def _is_word(low: str, lex: Lexicon) -> bool:
    """Whether a lone word is an ordinary one: "However", "Thirty-one"."""
    return low in lex.not_names or ("-" in low and all(part in lex.not_names for part in low.split("-")))


def _is_known(key: str, lex: Lexicon) -> bool:
    return key in lex.organisations or key in lex.others or key in lex.places


def _qualifies(found: Sequence[Token], lex: Lexicon) -> bool:
    """Whether the demonym in front only says where somebody is from: "Israeli Moshe Levi", not "Russian Railways"."""
    last, second = found[-1], found[1]
    key = phrase(found)
    if _is_known(key, lex):
        return False
    if second.low in lex.given and len(found) > 2:
        return True
    if last.low in lex.organisation_words or last.low in lex.place_words or last.low in lex.events:
        return False
    if any(token.low in lex.organisation_words and token.gap.startswith(" of") for token in found):
        return False  # "Christian Democratic Union of Norland"
    if second.low in lex.demonyms or (second.text.isupper() and len(found) == 2 and len(second.text) > 1):
        return True
    return key.split(" ", 1)[1] in lex.organisations
