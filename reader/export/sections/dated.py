"""The days that the sources name, on one axis."""

from collections.abc import Iterable, Iterator

from reader.events import chronology
from reader.events.timeline import DatedIn, DateRow
from reader.export.dossier import Dossier
from reader.export.page import Block, Heading, Inline, Ref, Run, Table, listed, quoted

ROLES = {"published": "published", "dateline": "dateline", "event": "happened", "mentioned": "mentioned"}


def timeline(dossier: Dossier) -> Iterator[Block]:
    """Dates in order, what they are, and each source's words for them."""
    rows = chronology(dossier.members)
    if not rows:
        return
    yield Heading(2, ("Timeline",))
    yield Table((("Date",), ("What",), ("Where",)), tuple(_row(dossier, row) for row in rows))


def _row(dossier: Dossier, row: DateRow) -> tuple[Run, ...]:
    where: list[Inline] = []
    for words, refs in _by_words(dossier, row.mentions):
        where += ["·"] if where else []
        where += [words, *refs]
    return (row.date or "undated",), (ROLES[row.role],), listed(*where)


def _by_words(dossier: Dossier, mentions: Iterable[DatedIn]) -> Iterable[tuple[str, tuple[Ref, ...]]]:
    found: dict[tuple[int, str], dict[Ref, None]] = {}
    for one in mentions:
        words = quoted(dossier.words(one.member, one.span)) if one.span else ""
        unsure = "" if one.certain or not one.span else " (not sure)"
        refs = found.setdefault((one.member, words + unsure), {})
        refs[dossier.ref(one.member, one.span)] = None
    return [(words, tuple(refs)) for (_, words), refs in found.items()]
