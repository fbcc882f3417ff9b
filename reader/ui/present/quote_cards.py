"""A quote in the panel: what was said, how it was said, who said it and how sure that is, and who else reports it."""

import re
from collections.abc import Sequence

from reader.analysis.described import description, within_a_sentence
from reader.model import Quote
from reader.model.event import QuoteClass
from reader.session.panel import PanelRow
from reader.session.state import Reading
from reader.session.voices import TERMS, UNATTRIBUTED, guess, level
from reader.text.cells import cell_width, cut, fit
from reader.ui.present.articles import Line
from reader.ui.present.signs import Signs
from reader.ui.widgets.line import wrap_line

ROWS, ROWS_OF_CURRENT = 3, 12
"""Rows of the words said; of the quote under the cursor more."""
MARGIN = 2
"""Cells left of the words: the sign of the kind and a space."""
_MARKED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?|„[^“”]*[“”]?")
SAME: frozenset[QuoteClass] = frozenset(("identical", "punctuation"))


def card(
    row: PanelRow, reading: Reading, signs: Signs, width: int, by_speaker: bool, current: bool
) -> tuple[Line, ...]:
    """The rows of a quote's card; `current`: with all of its words."""
    quote = reading.analysis.quotes[row.index]
    text = reading.article.text
    lines = _words(quote, text, signs, width - MARGIN, ROWS_OF_CURRENT if current else ROWS)
    sign, role = _kind(quote, signs)
    told = _told(quote, text, row.text, by_speaker)
    cue = " ".join(quote.cue.of(text).split()) if quote.cue else ""
    head: list[Line] = []
    if not by_speaker and quote.attributed:
        head, cue = [_speaker(row.text if level(quote) != "doubtful" else told, cue, width)], ""
        told = told if level(quote) == "likely" else ""
    body: list[Line] = [((sign if not n else " ", role), (" ", ""), *line) for n, line in enumerate(lines)]
    joined = f"{cue} (likely)" if cue and told == "likely" else f" {signs.dot} ".join(filter(None, (told, cue)))
    lefts = (joined, told)
    return (*head, *_with_tail(body, lefts, _sources(quote, reading, signs), width))


def _kind(quote: Quote, signs: Signs) -> tuple[str, str]:
    if not quote.attributed:
        return signs.unattributed, "dim-meta"
    kinds = {"direct": (signs.direct, "quote"), "mixed": (signs.partial, "quote")}
    return kinds.get(quote.kind, (signs.indirect, "dim-meta"))


def _words(quote: Quote, text: str, signs: Signs, width: int, most: int) -> list[Line]:
    """The words said, those in quotation marks told from the reporter's own."""
    pieces: list[tuple[str, str]] = []
    for span in quote.spans:
        if pieces:
            pieces.append((f" {signs.ellipsis} ", "dim-meta"))
        pieces += _pieces(quote, " ".join(span.of(text).split()))
    lines = wrap_line(pieces, max(4, width))
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], width - 2, signs)]
    return [_trimmed(line) for line in lines] or [()]


def _pieces(quote: Quote, words: str) -> list[tuple[str, str]]:
    if quote.kind == "indirect":
        return [(words, "indirect")]
    if quote.kind == "direct" or not quote.attributed:
        return [(words, "quote" if quote.attributed else "dim-meta")]
    pieces, at = [], 0
    for match in _MARKED.finditer(words):
        pieces += [(words[at : match.start()], "indirect"), (match[0], "quote")]
        at = match.end()
    return [piece for piece in (*pieces, (words[at:], "indirect")) if piece[0]]


def _cut(line: Line, room: int, signs: Signs) -> Line:
    kept: list[tuple[str, str]] = []
    for text, role in line:
        part = cut(text, max(0, room))
        kept.append((part, role))
        room -= cell_width(part)
    return (*_trimmed(tuple(kept)), (f" {signs.ellipsis}", "dim-meta"))


def _trimmed(line: Line) -> Line:
    """Without the space that a row was broken at."""
    if not line:
        return ()
    text, role = line[-1]
    return (*line[:-1], (text.rstrip(), role))


def _told(quote: Quote, text: str, heading: str, by_speaker: bool) -> str:
    """How far the speaker can be relied on, and which words stand for him; nothing where it is plain."""
    if not quote.attributed:
        return ""
    known = level(quote)
    return guess(quote, text) if known == "doubtful" else "likely" if known == "likely" else ""


def _speaker(name: str, cue: str, width: int) -> Line:
    """In the order of the text each quote begins with its speaker and the verb."""
    room = width - cell_width(cue) - 1
    if cue.lower().startswith("according to") and room >= 12:
        return ((f"{cue} ", "dim-meta"), (fit(name, room).rstrip(), "person"))
    if not cue or room < 12:
        return ((fit(name, width) if cell_width(name) > width else name, "person"),)
    return ((fit(name, room) if cell_width(name) > room else name, "person"), (f" {cue}", "dim-meta"))


def _sources(quote: Quote, reading: Reading, signs: Signs) -> tuple[str, str]:
    """The numbers of the sources that have the quote; a sign behind those that word it or cut it otherwise."""
    if len(reading.strip) < 2 or not reading.tellings.told:
        return "", ""
    places = reading.tellings.quoted.get(quote.id, ())
    wordings = reading.tellings.wordings.get(quote.id, {})
    if len(places) < 2:
        return "only here", "only"
    shown = " ".join(f"{place + 1}{_wording(wordings.get(place), signs)}" for place in places)
    return shown, "differs" if signs.differs in shown else "dim-meta"


def _wording(kind: QuoteClass | None, signs: Signs) -> str:
    if kind is None or kind in SAME:
        return ""
    return signs.differs if kind == "reworded" else signs.same


def _with_tail(body: list[Line], lefts: Sequence[str], right: tuple[str, str], width: int) -> list[Line]:
    """Behind or under the words: how sure the speaker is, the verb where there is room, and the other sources.

    `lefts`: what the left part may be, the longest first; the last one must be shown.
    """
    text, role = right
    used = sum(cell_width(piece) for piece, _ in body[-1])
    for left in lefts:
        need = cell_width(left) + cell_width(text) + 2 * bool(left and text)
        if used + 2 + need <= width:
            return [*body[:-1], (*body[-1], *_spread(left, text, role, width - used, need))]
    if not lefts[-1] and not text:
        return body
    room = width - MARGIN - cell_width(text) - 2 * bool(text)
    left = next((left for left in lefts if cell_width(left) <= room), lefts[-1])
    left = left if cell_width(left) <= room else fit(left, max(1, room))
    gap = width - MARGIN - cell_width(left) - cell_width(text)
    return [*body, ((" " * MARGIN, ""), (left, "dim-meta"), (" " * max(0, gap), ""), (text, role))]


def _spread(left: str, text: str, role: str, room: int, need: int) -> Line:
    return ((" " * (room - need), ""), (left, "dim-meta"), ("  " if left and text else "", ""), (text, role))


def heading(row: PanelRow, kinds: Sequence[str], reading: Reading, signs: Signs, width: int) -> Line:
    """A speaker: name, title, how many quotes of each kind and in all."""
    total = f"  {row.index}"
    room = width - cell_width(total)
    if row.text in (UNATTRIBUTED, TERMS):
        return ((fit(row.text, room), "dim-meta"), (total, "dim-meta"))
    name = fit(row.text, room) if cell_width(row.text) > room else row.text
    room -= cell_width(name)
    title = heading_title(row.text, reading)
    if title and cell_width(title) + 2 > room:
        title = fit(title, room - 2, signs.ellipsis) if room > 8 else ""
    room -= cell_width(title) + 2 * bool(title)
    parts = _breakdown(kinds, signs)
    parts = parts if cell_width(parts) + 2 <= room and " " in parts else ""
    gap = " " * max(0, room - cell_width(parts))
    return ((name, "heading"), (f"  {title}" if title else "", "dim-meta"), (f"{gap}{parts}{total}", "dim-meta"))


def _breakdown(kinds: Sequence[str], signs: Signs) -> str:
    """`“2 ½1 ›3`: direct, partial, indirect."""
    found = (("direct", signs.direct), ("mixed", signs.partial), ("indirect", signs.indirect))
    return " ".join(f"{sign}{kinds.count(kind)}" for kind, sign in found if kind in kinds)


def heading_title(name: str, reading: Reading) -> str:
    """The most that the article says about who a speaker is: the longest of his titles, else what stands before it."""
    for entity in reading.analysis.entities:
        if entity.name == name and entity.titles:
            return max(entity.titles, key=lambda title: (len(title), title))
    text = reading.article.text
    found = (description(quote, text) for quote in reading.analysis.quotes if quote.speaker.name == name)
    return next((within_a_sentence(span.of(text)) for span in found if span), "")
