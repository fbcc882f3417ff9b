"""The days that the sources name, on one axis."""

from collections.abc import Iterator, Sequence

from reader.events import chronology
from reader.events.timeline import DatedIn, DateRow
from reader.export.dossier import Dossier
from reader.export.page import Block, Heading, Inline, Run, Table, listed
from reader.model import Span

LONGEST = 120
"""Letters of the words around a date."""
ROLES = {"published": "published", "dateline": "dateline", "event": "happened", "mentioned": "mentioned"}


def timeline(dossier: Dossier) -> Iterator[Block]:
    """Dates in order, what they are, and what each source says of them: the words around the first mention."""
    rows = chronology(dossier.members)
    if not rows:
        return
    yield Heading(2, ("Timeline",))
    yield Table((("Date",), ("Role",), ("What the sources say",)), tuple(_row(dossier, row) for row in rows))


def _row(dossier: Dossier, row: DateRow) -> tuple[Run, ...]:
    told: list[Inline] = []
    for member in row.members:
        told += ["·"] if told else []
        told += _telling(dossier, [one for one in row.mentions if one.member == member])
    return (row.date or "undated",), (ROLES[row.role],), listed(*told)


def _telling(dossier: Dossier, mentions: Sequence[DatedIn]) -> Iterator[Inline]:
    """The words around the first mention in a source, and where all of them stand."""
    first = next((one for one in mentions if one.span), mentions[0])
    if first.span:
        yield around(dossier, first.member, first.span)
        if not first.certain:
            yield "(not sure)"
    yield from dict.fromkeys(dossier.ref(one.member, one.span) for one in (first, *mentions))


def around(dossier: Dossier, member: int, span: Span) -> str:
    """The sentence that holds some words or, of a long one, what stands around them; on one line."""
    whole = dossier.sentence(member, span)
    words = dossier.words(member, whole)
    if len(words) <= LONGEST:
        return words
    at = len(dossier.words(member, Span(whole.start, span.start))) if span.start > whole.start else 0
    first = 0
    if at + span.end - span.start > LONGEST:
        first = words.find(" ", min(at - LONGEST // 2, len(words) - LONGEST)) + 1
    last = len(words) if first + LONGEST >= len(words) else words.rfind(" ", first, first + LONGEST)
    return f"{'… ' if first else ''}{words[first:last]}{' …' if last < len(words) else ''}"
