"""What was found in an article as the catalogue keeps it: two kilobytes of plain values, thirty times faster to read
back than to find again.

What is stored was found by one state of the program; `maker` tells that state from others, so that a changed analysis
is never mixed with what an earlier one found.
"""

import marshal
import os
import zlib
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

from reader.library.catalogue import Damaged
from reader.model import Analysis, DateMention, Entity, Figure, Quote, Span, Speaker
from reader.model.span import spans

_LEVEL = 1
_WITHOUT_REFERENCES = 2
"""Version of the format in which equal findings give equal bytes, whatever else there is in memory."""


def pack(found: Analysis) -> bytes:
    """An analysis as bytes."""
    fields = (
        _bounds(found.sentences),
        [_quote(quote) for quote in found.quotes],
        [(e.name, e.type, _bounds(e.mentions), e.titles, e.aliases, _bounds(e.governing)) for e in found.entities],
        [(_place(date.span), date.value, date.role, date.certain) for date in found.dates],
        [(_place(f.span), f.value, f.unit, f.of, f.hedge) for f in found.figures],
    )
    return zlib.compress(marshal.dumps(fields, _WITHOUT_REFERENCES), _LEVEL)


def _quote(quote: Quote) -> tuple[Any, ...]:
    speaker = quote.speaker
    return (
        quote.id,
        quote.kind,
        _bounds(quote.spans),
        _place(quote.cue),
        (speaker.name, speaker.type, _place(speaker.mention), speaker.via, speaker.rival),
        quote.addressee,
        quote.nested_in,
        quote.confidence,
        quote.reasons,
    )


def _bounds(spans: Iterable[Span]) -> list[int]:
    return list(chain.from_iterable(spans))


def _place(span: Span | None) -> tuple[int, ...] | None:
    return None if span is None else tuple(span)


def unpack(packed: bytes) -> Analysis:
    """The analysis again. Raises `Damaged` where the bytes are not what was stored."""
    try:
        sentences, quotes, entities, dates, figures = marshal.loads(zlib.decompress(packed))
        return Analysis(
            _spans(sentences),
            tuple(map(_unpacked_quote, quotes)),
            tuple(Entity(n, t, _spans(m), titles, aliases, _spans(g)) for n, t, m, titles, aliases, g in entities),
            tuple(DateMention(_span(place), value, role, certain) for place, value, role, certain in dates),
            tuple(Figure(Span(*place), value, unit, of, hedge) for place, value, unit, of, hedge in figures),
        )
    except (zlib.error, EOFError, TypeError, ValueError) as error:
        raise Damaged(str(error)) from error


def _unpacked_quote(fields: Sequence[Any]) -> Quote:
    id, kind, spans, cue, (name, type, mention, via, rival), addressee, nested_in, confidence, reasons = fields
    speaker = Speaker(name, type, _span(mention), via, rival)
    return Quote(id, kind, _spans(spans), _span(cue), speaker, addressee, nested_in, confidence, reasons)


def _spans(bounds: Sequence[int]) -> tuple[Span, ...]:
    return spans(bounds[::2], bounds[1::2])


def _span(place: Sequence[int] | None) -> Span | None:
    return None if place is None else Span(*place)


def maker() -> str:
    """A mark of the program that analyses: other code or other data give another one.

    The files' sizes and times are looked at, not their content: a few dozen calls to the system.
    """
    marks = blake2b(digest_size=8)
    for package in ("reader.analysis", "reader.model"):
        spec = find_spec(package)
        for folder in spec.submodule_search_locations or () if spec else ():
            for at, folders, files in os.walk(folder):
                folders[:] = sorted(name for name in folders if name != "__pycache__")
                for name in sorted(files):
                    status = Path(at, name).stat()
                    marks.update(f"{name} {status.st_size} {status.st_mtime_ns}".encode())
    return marks.hexdigest()
