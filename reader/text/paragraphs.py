"""Lines to paragraphs: unwrapping, rejoining what a stray blank line has broken, and the spans of the result.

Two kinds of file look alike and must be told apart: one paragraph per line, and paragraphs wrapped at a width. In the
second, and only there, the next line's first word would not have fitted on the line before it. That holds for every
line
but the last of a paragraph, whatever the width, and by chance for few others.
"""

import itertools
from collections.abc import Sequence
from typing import Literal, NamedTuple

from reader.model.span import Span, spans
from reader.text.hyphens import Lexicon, lexicon_of, seam
from reader.text.regex import regex

Kind = Literal["text", "heading", "item", "quote"]

WIDEST_WRAP = 120
"""Columns; longer lines were not wrapped by hand, by a mail program or by an editor."""
_NARROWEST_WRAP = 40
_ENOUGH = 0.75
"""Share of neighbouring lines that must look wrapped for the file to count as wrapped."""

_SINGLE_SPACED = 8
"""Lines from which a blank one between every two may be an export's habit."""
_RUNNING = 6
"""Words in small letters that make a line alone one of running text and no heading."""
_CLAUSE = 0.5
"""Share of the width that a line with a colon at its end has, if what it announces goes on in the paragraph."""

_ENDS_SENTENCE = regex(r"[.!?…。！？:;]['\"”’»)\]\*_]*$")
_ABBREVIATIONS = frozenset(
    """
    Mr. Mrs. Ms. Dr. Prof. Gen. Sen. Rep. Gov. Lt. Col. Sgt. Capt. Adm. Rev. Hon. St. vs. No. Messrs.
    """.split()  # noqa: SIM905 - a list would take a line for each word
)

_ABBREVIATED_ENDS = frozenset(word[-3:] for word in _ABBREVIATIONS)
_INITIALS = regex(r"(?:^|[\s(])(?:[A-Z]\.){2,}$")
_OPEN_END = frozenset(
    """
    a an the of to in on at by for from with and or but nor as than that which who whom whose how what when
    where why if because while into onto over under between among against about after before during through
    its their his her our my your is are was were be been has have had will would can could may might must
    shall should such per via until till since toward towards within without upon across along behind beyond
    despite including whether not both either more most least
    """.split()  # noqa: SIM905 - a list would take a line for each word
)
_CONTINUES = regex(r"[\"“‘'(\[—–-]?\s?[a-zà-öø-ÿ][^A-Z\s]*(?:[\s,;.)]|$)")
_LAST_WORD = regex(r"([A-Za-z]+)$")


class Block(NamedTuple):
    """A paragraph, a heading, an item of a list or a quoted block, with its lines joined."""

    text: str
    kind: Kind = "text"


class Row(NamedTuple):
    """One line of a body with its block markup told apart; empty for a blank line."""

    text: str
    kind: Kind = "text"
    indent: int = 0


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence, or a clause before a list, does."""
    last = text[-1:]
    if last.isalnum() or last == ",":
        return False
    if last == ".":
        return not _abbreviated(text)
    return bool(_ENDS_SENTENCE.search(text[-8:]))


def _plainly_ended(text: str) -> bool:
    """Whether `text` ends, at a glance, as most paragraphs do: with a full stop behind what is no abbreviation."""
    return text[-1:] == "." and text[-3:] not in _ABBREVIATED_ENDS and text[-3:-2] != "."


def _abbreviated(text: str) -> bool:
    return text[text.rfind(" ") + 1 :].lstrip('(“"') in _ABBREVIATIONS


def _first_word(text: str) -> int:
    """Code points of the first word."""
    end = text.find(" ")
    return end if end >= 0 else len(text)


def wrap_width(rows: Sequence[Row]) -> int:
    """Columns at which the rows were wrapped, or 0 where they were not."""
    pairs = [
        (len(before), after)
        for (before, kind, _), (after, next_kind, _) in itertools.pairwise(rows)
        if before and after and kind == next_kind == "text"
    ]
    if not pairs:
        return 0
    narrow = [pair for pair in pairs if pair[0] <= WIDEST_WRAP]
    if len(narrow) < _ENOUGH * len(pairs):
        return 0
    width = max(length for length, _ in narrow)
    if width < _NARROWEST_WRAP:
        return 0
    full = sum(1 for length, after in narrow if length + 1 + _first_word(after) > width)
    return width if full >= _ENOUGH * len(narrow) else 0


def _single_spaced(rows: Sequence[Row]) -> list[Row]:
    """Without the blank line between every two lines that some exports add; as it was where there is no such habit."""
    texts = [index for index, row in enumerate(rows) if row[0]]
    if len(texts) < _SINGLE_SPACED or texts != list(range(texts[0], texts[-1] + 1, 2)):
        return list(rows)
    dense = [rows[index] for index in texts]
    if not wrap_width(dense):
        return list(rows)
    ended = sum([ends_sentence(row.text) for row in dense])
    return dense if ended < len(dense) / 2 else list(rows)


def _fits_one_line(before: str, after: str, width: int) -> bool:
    return len(before) + 1 + _first_word(after) <= width


def _join(pieces: Sequence[str], known: Lexicon) -> str:
    if len(pieces) == 1 or not any(piece.endswith(("-", "—")) for piece in pieces):
        return " ".join(pieces)
    parts: list[str] = []
    for piece, after in itertools.pairwise(pieces):
        parts.extend(seam(piece, after, known) if piece.endswith(("-", "—")) else (piece, " "))
    return "".join([*parts, pieces[-1]])


def _unwrapped(rows: Sequence[Row], width: int, known: Lexicon) -> list[Block]:
    """One block per paragraph of a wrapped body."""
    groups: list[list[Row]] = []
    blank = False
    for row in rows:
        if row.text:
            if not groups or (blank and not _torn(groups[-1], row, width)) or _starts_anew(groups[-1][-1], row, width):
                groups.append([])
            groups[-1].append(row)
        blank = not row.text
    return [Block(_join([row.text for row in group], known), group[0].kind) for group in groups]


def _torn(group: Sequence[Row], row: Row, width: int) -> bool:
    """Whether the blank line between a paragraph's lines and the next is a stray one: the last line is full."""
    last = group[-1]
    return (
        (len(group) > 1 or sum(word.islower() for word in last.text.split()) >= _RUNNING)
        and last.kind == row.kind == "text"
        and len(last.text) <= 1.1 * width  # the width is that of lines with neighbours
        and not _fits_one_line(last.text, row.text, width)
        and not ends_sentence(last.text)
    )


def _starts_anew(last: Row, row: Row, width: int) -> bool:
    if row.kind == "item" or row.kind != last.kind or row.kind == "heading":
        return not (last.kind == "item" and row.kind == "text" and row.indent > 1)
    if row.indent >= 2 and last.indent < 2:
        return True
    if len(last.text) > WIDEST_WRAP or not _fits_one_line(last.text, row.text, width):
        return len(last.text) > WIDEST_WRAP
    if last.text.endswith(":"):
        return len(last.text) < _CLAUSE * width
    return ends_sentence(last.text) or not _CONTINUES.match(row.text)


def blocks_of(rows: Sequence[Row]) -> list[Block]:
    """The paragraphs of a body: unwrapped, and those broken in mid-sentence rejoined."""
    rows = _single_spaced(rows)
    known = lexicon_of([row[0] for row in rows if row[0]])
    width = wrap_width(rows)
    blocks = _unwrapped(rows, width, known) if width else [Block(row[0], row[1]) for row in rows if row[0]]
    return _rejoined(blocks, known)


def as_they_stand(lines: Sequence[str]) -> list[str] | None:
    """The paragraphs of lines between every two of which one blank line stands, where none is wrapped or broken.

    Most articles are so. None for any other; `blocks_of` looks closer.
    """
    texts = list(lines[::2])
    if any(lines[1::2]) or not all(texts):
        return None
    if len(texts) >= _SINGLE_SPACED:
        narrow = sum([len(text) <= WIDEST_WRAP for text in texts[:-1]])
        if narrow >= _ENOUGH * (len(texts) - 1):
            return None
    for before, after in itertools.pairwise(texts):
        if not _plainly_ended(before) and is_broken(Block(before), Block(after)):
            return None
    return texts


def _rejoined(blocks: Sequence[Block], known: Lexicon) -> list[Block]:
    joined = {
        at
        for at, (before, after) in enumerate(itertools.pairwise(blocks))
        if not _plainly_ended(before[0]) and is_broken(before, after)
    }
    if not joined:
        return list(blocks)
    groups: list[list[Block]] = []
    for at, block in enumerate(blocks):
        if at - 1 in joined:
            groups[-1].append(block)
        else:
            groups.append([block])
    return [
        Block(_join([block.text for block in group], known), group[0].kind) if len(group) > 1 else group[0]
        for group in groups
    ]


def is_broken(before: Block, after: Block) -> bool:
    """Whether a paragraph ends in mid-sentence and the next one goes on with it."""
    if before.kind not in ("text", "quote") or before.kind != after.kind:
        return False
    text = before.text
    if ends_sentence(text):
        initials = text[-1] == "." and text[-3:-2] == "." and _INITIALS.search(text[-12:]) is not None
        return initials and bool(_CONTINUES.match(after.text))
    if _abbreviated(text):
        return True
    if text.count(" ") < 3:
        return False
    last = _LAST_WORD.search(text[-20:])
    if text.endswith(",") or (last and last[1] in _OPEN_END):
        return len(text) >= 30 or bool(_CONTINUES.match(after.text))
    return len(text) >= 25 and bool(_CONTINUES.match(after.text))


def layout(paragraphs: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """The body that the paragraphs make, `\\n\\n` between them, and their spans in it."""
    lengths = list(map(len, paragraphs))
    starts = [0, *itertools.accumulate(length + 2 for length in lengths[:-1])][: len(lengths)]
    return "\n\n".join(paragraphs), spans(starts, map(int.__add__, starts, lengths))
