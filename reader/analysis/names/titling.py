"""Titles and roles among capitalised words: "Foreign Minister", "Secretary of State", "Lt. Gen."."""

from collections.abc import Sequence

from reader.analysis.names.chunks import Token
from reader.analysis.names.lexicon import Lexicon


def find_title(piece: Sequence[Token], index: int, lex: Lexicon) -> tuple[int, int]:
    """(first token of the first title in `piece[index:]`, token behind it); two equal numbers where there is none."""
    starts = lex.title_starts
    for begin in range(index, len(piece)):
        if piece[begin].low not in starts:
            continue
        stop = _title_at(piece, begin, lex)
        if stop > begin and not _in_organisation(piece, begin, stop, begin > index, lex):
            while (
                begin > index
                and piece[begin - 1].gap == " "
                and not piece[begin - 1].possessive
                and _modifies(piece, begin - 1, lex)
            ):
                begin -= 1
            return begin, stop
    return index, index


def _modifies(piece: Sequence[Token], at: int, lex: Lexicon) -> bool:
    low = piece[at].low
    if at and f"{piece[at - 1].low} {low}" in lex.organisations:
        return False
    return low in lex.title_modifiers


def _title_at(piece: Sequence[Token], begin: int, lex: Lexicon) -> int:
    """The token behind the longest title that begins at `begin`; `begin` where none does."""
    words, found = "", begin
    for stop in range(begin, min(begin + 4, len(piece))):
        words = f"{words}{piece[stop].low}"
        if words in lex.titles or (words[-1] == "s" and words[:-1] in lex.titles and words[:-1] not in lex.weak_titles):
            found = stop + 1
        if piece[stop].gap != " " or piece[stop].possessive:
            gap = piece[stop].gap.strip()
            if found == stop + 1 and gap in ("of", "of the", "for", "to the") and stop + 1 < len(piece):
                return _title_complement(piece, stop + 1, lex) or found
            break
        words += " "
    while (
        found > begin
        and found < len(piece)
        and piece[found - 1].gap == " "
        and piece[found].low in lex.titles
        and (
            piece[found - 1].low not in lex.short_titles
            or piece[found].low in lex.short_titles
            or found + 1 < len(piece)
        )
    ):
        longer = _title_at(piece, found, lex)
        if longer == found:
            break
        found = longer
    return found


def _title_complement(piece: Sequence[Token], at: int, lex: Lexicon) -> int:
    """The token behind "State" in "Secretary of State"; 0 where what follows "of" is a name."""
    words = ""
    best = 0
    for stop in range(at, min(at + 4, len(piece))):
        words += piece[stop].low
        if words in lex.title_of or (piece[stop].low in lex.topics and stop > at and best):
            best = stop + 1
        if piece[stop].gap not in (" ", " and ") or piece[stop].possessive:
            break
        words += piece[stop].gap
    return best


def _in_organisation(piece: Sequence[Token], begin: int, stop: int, middle: bool, lex: Lexicon) -> bool:
    """Whether the "title" is a word of a longer name: "General Motors", "Attorney General's Office"."""
    words = " ".join(t.low for t in piece[begin:stop])
    if words in lex.short_titles and piece[begin].text.endswith("."):
        return False
    weak = words in lex.weak_titles
    after = piece[stop:] if piece[stop - 1].gap == " " else []
    if middle and weak and not (after and after[-1].low in lex.organisation_words):
        given = bool(after) and after[0].low in lex.given and len(after) > 1
        before = piece[begin - 1].low
        return not given and before not in lex.demonyms and before not in lex.title_modifiers
    if not after:
        return weak
    last = after[-1].low
    if last in lex.organisation_words or last in lex.place_words or last in lex.events:
        return not (after[0].low in lex.given and len(after) > 1 and last in lex.surnames)
    if words in ("major", "private", "count") and len(after) > 1:
        return any(token.low in lex.organisation_words for token in after)
    return words in ("count", "private", "major") and after[0].low not in lex.given and after[0].low not in lex.surnames
