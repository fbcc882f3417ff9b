"""Who said what: speakers by sources, and what several sources quote in different words."""

from collections.abc import Iterator, Sequence

from reader.events import speakers
from reader.events.matrix import SpeakerRow
from reader.events.unnamed import description
from reader.export.dossier import Dossier
from reader.export.page import Block, Heading, Inline, Items, Paragraph, Ref, Run, Strong, Table, listed, quoted
from reader.export.passages import Utterance, utterances
from reader.model import Quote

NOBODY = "(speaker not found)"
WORDINGS = 40
"""Utterances in different words that a brief holds at most."""


def who(dossier: Dossier) -> Iterator[Block]:
    """The table of speakers by sources; a cell has the number of quotations and where they stand."""
    found = speakers(dossier.members, dossier.compared)
    if not found.named and not found.unnamed:
        return
    yield Heading(2, ("Who said what",))
    several = len(dossier.members) > 1
    if several:
        told = "Quotations, direct and reported. Alike, varied: what several sources have, in the same or in other "
        yield Paragraph((told + "words; only: what one of them has.",))
    counts = ("alike", "varied", "only")[: 3 if several else 0]
    header: tuple[Run, ...] = (("Speaker",), *((Strong(label),) for label in dossier.labels), *((c,) for c in counts))
    rows = [_row(dossier, row, several) for row in found.named]
    if found.unnamed:
        rows += [_row(dossier, found.unnamed, several), *(_row(dossier, row, several) for row in found.described)]
    yield Table(header, tuple(rows))


def _row(dossier: Dossier, row: SpeakerRow, several: bool) -> tuple[Run, ...]:
    cells: list[Run] = [_name(row)]
    together = row.speaker is None and not row.described
    for number, ids in enumerate(row.quotes):
        cells.append((str(len(ids)) if ids else "–",) if together else _cell(dossier, number, ids))
    if several:
        cells += [(str(count) if count else "–",) for count in (row.same, row.varied, sum(row.only))]
    return tuple(cells)


def _name(row: SpeakerRow) -> Run:
    if row.described or row.speaker is None:
        return (f"– {row.speaker or NOBODY}" if row.described else "unnamed, by description:",)
    others = [form for form in row.forms if form != row.speaker]
    also = f" (also {', '.join(others)})" if others else ""
    return (f"{row.speaker}{also}",)


def _cell(dossier: Dossier, number: int, ids: Sequence[str]) -> Run:
    if not ids:
        return ("–",)
    wanted = set(ids)
    found = [quote for quote in dossier.members[number].analysis.quotes if quote.id in wanted]
    refs = dict.fromkeys(dossier.ref(number, quote.spans[0]) for quote in found)
    return listed(f"{len(ids)}:", *refs)


def wordings(dossier: Dossier) -> Iterator[Block]:
    """What several sources quote, where they do not have the same words: each version."""
    varied = [one for one in utterances(dossier) if not one.alike]
    varied = [one for one in varied if any(quote.kind != "indirect" for _, quote in one.quotes)]
    if not varied:
        return
    yield Heading(2, ("The same said, in other words",))
    for one in varied[:WORDINGS]:
        yield Paragraph((Strong(_speaker(dossier, one)),))
        yield Items(tuple(_version(dossier, number, quote) for number, quote in one.quotes))
    if len(varied) > WORDINGS:
        yield Paragraph((f"{len(varied) - WORDINGS} more.",))


def _speaker(dossier: Dossier, one: Utterance) -> str:
    """Whom the sources name, else what they call the speaker."""
    names = dict.fromkeys(quote.speaker.name for _, quote in one.quotes if quote.speaker.name)
    texts = [(quote, dossier.members[number].article.text) for number, quote in one.quotes]
    called = dict.fromkeys(words for quote, text in texts if (words := description(quote, text)))
    return " / ".join(names or called) or NOBODY


def _version(dossier: Dossier, number: int, quote: Quote) -> Run:
    words = " … ".join(dossier.words(number, span) for span in quote.spans)
    said = {"direct": quoted(words), "mixed": words, "indirect": f"reported: {words}"}[quote.kind]
    return listed(said, *refs(dossier, number, quote))


def refs(dossier: Dossier, number: int, quote: Quote) -> list[Ref]:
    """Where the parts of a quotation stand, each paragraph once."""
    return list(dict.fromkeys(dossier.ref(number, span) for span in quote.spans))


def quotes(dossier: Dossier, number: int) -> Iterator[Block]:
    """All quotations of one article, in order of the text."""
    found = dossier.members[number].analysis.quotes
    if not found:
        yield Paragraph(("No quotations.",))
        return
    rows: list[tuple[Run, ...]] = []
    for quote in found:
        words = " … ".join(dossier.words(number, span) for span in quote.spans)
        where: list[Inline] = list(refs(dossier, number, quote))
        speaker = quote.speaker.name or NOBODY
        rows.append(((speaker,), (quote.kind,), (words,), listed(*where)))
    yield Table((("Speaker",), ("Kind",), ("Words",), ("Where",)), tuple(rows))
