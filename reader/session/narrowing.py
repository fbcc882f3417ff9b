"""The panel's filter: which of its rows have the words that were typed.

Every word must be the beginning of one of the row's words; case and accents do not count. A row's words are, beside
what it shows: for a quote its speaker, the words said, the verb, "direct", "partial" or "indirect", "sure", "likely" or
"doubtful", "unattributed", "only" (no other source has it); for a name its forms, titles and type.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import Quote
from reader.session.state import Reading
from reader.session.voices import KIND_WORDS, level, voice

if TYPE_CHECKING:
    from reader.session.panel import PanelRow

_WORD = re.compile(r"[^\W_]+")
TYPE_WORDS = {
    "person": "person people",
    "organisation": "organisation organization",
    "place": "place places",
    "other": "other names",
}


def narrowed(panel: "Iterable[PanelRow]", reading: Reading, wanted: str) -> "Iterator[PanelRow]":
    """The rows that have the words, and the headings above them with the number of what is left."""
    words = _words(wanted)
    heading: PanelRow | None = None
    kept: list[PanelRow] = []
    for row in panel:
        if row.kind == "heading":
            yield from _section(heading, kept)
            heading, kept = row, []
        elif _has(row, reading, words):
            kept.append(row)
    yield from _section(heading, kept)


def _section(heading: "PanelRow | None", kept: "list[PanelRow]") -> "Iterator[PanelRow]":
    if heading and kept:
        yield replace(heading, index=len(kept))
    yield from kept


def _words(text: str) -> list[str]:
    from reader.search.folding import fold

    return _WORD.findall(fold(text).text)


def _has(row: "PanelRow", reading: Reading, words: list[str]) -> bool:
    hay = _HAY.of(row, reading)
    return all(f" {word}" in hay for word in words)


class _Hay:
    """The words of each row of one article, folded when first looked at: every letter typed asks for all of them."""

    def __init__(self) -> None:
        self._about: tuple[object, ...] = ()
        self._words: dict[tuple[str, int], str] = {}

    def of(self, row: "PanelRow", reading: Reading) -> str:
        """A row's words, each with a space before it."""
        about = (reading.article, reading.analysis, reading.notes, reading.tellings)
        if len(self._about) != len(about) or any(a is not b for a, b in zip(about, self._about, strict=True)):
            self._about, self._words = about, {}
        key = (row.kind, row.index)
        if key not in self._words:
            self._words[key] = " " + " ".join(_words(" ".join(_said_of(row, reading))))
        return self._words[key]


_HAY = _Hay()


def _said_of(row: "PanelRow", reading: Reading) -> Iterator[str]:
    """Everything that a row may be found by."""
    found, text = reading.analysis, reading.article.text
    yield row.text
    for span in row.spans[:1] if row.kind != "quote" else row.spans:
        yield span.of(text)
    if row.kind == "quote":
        yield from _said_of_quote(found.quotes[row.index], reading)
    elif row.kind == "entity":
        entity = found.entities[row.index]
        yield from (*entity.aliases, *entity.titles, TYPE_WORDS[entity.type])
    elif row.kind == "elsewhere":
        yield TYPE_WORDS[reading.tellings.names[row.index].type]
    elif row.kind == "date":
        yield f"date {found.dates[row.index].role}"
    elif row.kind == "figure":
        yield f"figure {found.figures[row.index].unit or ''}"
    elif row.kind == "note":
        note = reading.notes[row.index].note
        yield from ("note", note.status, *note.tags, *(target.exact for target in note.targets))


def _said_of_quote(quote: Quote, reading: Reading) -> Iterator[str]:
    text = reading.article.text
    yield voice(quote, text)
    yield KIND_WORDS[quote.kind]
    yield level(quote) if quote.attributed else "unattributed"
    for span in (quote.speaker.mention, quote.cue):
        if span:
            yield span.of(text)
    if reading.tellings.told and len(reading.tellings.quoted.get(quote.id, ())) < 2:
        yield "only"
