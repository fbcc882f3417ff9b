"""Everything as lines of one table: each line one passage, with the article and the place that it stands at.

All tables have the same columns, so those of several verbs can be put under each other.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.events import chronology, event_facts, who_said_what
from reader.events.profile import profile
from reader.export.dossier import Dossier
from reader.export.labels import name_of
from reader.export.passages import gaps, shifted
from reader.export.table import Cell, render
from reader.model import Span


class Line(NamedTuple):
    """A line of the table. Offsets and paragraphs are into the article's cleaned text; what is not known is empty."""

    event: str
    section: str
    """source, quote, speaker, fact, gap, date, entity, figure, passage, wording, prominence, note."""
    group: int | None
    """Counted from one inside the section; lines that belong together (a fact's statements) have the same."""
    kind: str = ""
    """Of a quote direct, mixed or indirect; of a fact number, date, name or place; of a date its role; …"""
    verdict: str = ""
    """Of a fact, a passage or a wording how the sources compare; of a note its status."""
    subject: str = ""
    """The speaker, the name, what is counted."""
    article: str = ""
    source: str = ""
    published: str = ""
    file: str = ""
    paragraph: int | None = None
    """Counted from one."""
    start: int | None = None
    end: int | None = None
    value: Cell = None
    """What is stated, or how often."""
    words: str = ""
    """What stands at the place."""
    score: float | None = None
    detail: str = ""


HEADER = Line._fields


def _line(
    dossier: Dossier, member: int, section: str, group: int | None, span: Span | None = None, **more: Cell
) -> Line:
    article = dossier.members[member].article
    known: dict[str, Cell] = {}
    if span is not None:
        paragraph = article.paragraph_at(span.start) + 1
        known = {"paragraph": paragraph, "start": span.start, "end": span.end, "words": span.of(article.text)}
    line = Line(dossier.event.id, section, group, article=article.id, source=name_of(article), file=article.file)
    return line._replace(published=article.published or "", **{**known, **more})  # type: ignore[arg-type]


def sources(dossier: Dossier) -> Iterator[Line]:
    """The articles: how many words, how much of them in quotation marks, which verbs of speech."""
    for number, member in enumerate(dossier.members):
        found = profile(*member)
        verbs = ", ".join(f"{verb.form} ×{verb.count}" for verb in found.verbs)
        title = member.article.title or ""
        yield _line(
            dossier, number, "source", number + 1, kind=member.article.agency or "", subject=title,
            value=found.words, words=member.article.url or "", score=round(found.share, 4), detail=verbs,
        )  # fmt: skip


def quotes(dossier: Dossier) -> Iterator[Line]:
    """Every quotation; one that is split has a line for each part."""
    for number, (_, analysis) in enumerate(dossier.members):
        for place, quote in enumerate(analysis.quotes, 1):
            for span in quote.spans:
                speaker = quote.speaker.name or ""
                yield _line(
                    dossier, number, "quote", place, span, kind=quote.kind, subject=speaker,
                    value=quote.id, score=round(quote.confidence, 4), detail=quote.addressee or "",
                )  # fmt: skip


def speakers(dossier: Dossier) -> Iterator[Line]:
    """Speakers by sources: how many quotations, and their ids."""
    for place, row in enumerate(who_said_what(dossier.members, dossier.compared), 1):
        for number, ids in enumerate(row.quotes):
            if ids:
                name = row.speaker or ""
                yield _line(
                    dossier, number, "speaker", place, kind=row.type or "", subject=name,
                    value=len(ids), detail=" ".join(ids),
                )  # fmt: skip


def facts(dossier: Dossier) -> Iterator[Line]:
    """Facts: a line for each statement; the words are those of its sentence."""
    for place, fact in enumerate(event_facts(dossier.members, dossier.compared), 1):
        for one in fact.statements:
            around = "" if one.span is None else dossier.words(one.member, dossier.sentence(one.member, one.span))
            yield _line(
                dossier, one.member, "fact", place, one.span, kind=fact.kind, verdict=fact.verdict,
                subject=fact.subject, value=one.value, words=around, detail=one.attributed or "",
            )  # fmt: skip


def missing(dossier: Dossier) -> Iterator[Line]:
    """Passages that some sources tell and others do not, a line for each that tells it; `value` names the others."""
    for place, gap in enumerate(gaps(dossier), 1):
        without = "; ".join(dossier.name(member) for member in gap.missing_in)
        for member, spans in gap.told_by:
            whole = Span(spans[0].start, spans[-1].end)
            yield _line(
                dossier, member, "gap", place, whole, kind="only" if gap.alone else "missing", value=without,
                score=gap.weight, detail="; ".join(gap.why),
            )  # fmt: skip


def dates(dossier: Dossier) -> Iterator[Line]:
    """The timeline."""
    for place, row in enumerate(chronology(dossier.members), 1):
        for one in row.mentions:
            unsure = "" if one.certain else "not sure"
            yield _line(
                dossier, one.member, "date", place, one.span, kind=row.role, value=row.date or "", detail=unsure
            )


def entities(dossier: Dossier) -> Iterator[Line]:
    """Names, dates in the text and figures."""
    for number, (_, analysis) in enumerate(dossier.members):
        for place, one in enumerate(analysis.entities, 1):
            forms = "; ".join(dict.fromkeys((*one.titles, *one.aliases)))
            first = one.mentions[0] if one.mentions else None
            count = len(one.mentions)
            yield _line(
                dossier, number, "entity", place, first, kind=one.type, subject=one.name, value=count, detail=forms
            )
        for date in analysis.dates:
            if date.span is not None:
                yield _line(dossier, number, "date", None, date.span, kind=date.role, value=date.value or "")
        for figure in analysis.figures:
            yield _line(
                dossier, number, "figure", None, figure.span, kind=figure.unit or "", subject=figure.of or "",
                value=figure.value, detail=figure.hedge or "",
            )  # fmt: skip


def compared(dossier: Dossier) -> Iterator[Line]:
    """What the first two articles both report, and how each quotes the same words."""
    found = dossier.compared(0, 1)
    for place, passage in enumerate(found.passages, 1):
        marks = "; ".join(word for word, said in (("not sure", not passage.sure), ("moved", passage.moved)) if said)
        for side, spans in ((0, passage.a), (1, passage.b)):
            if spans:
                whole = Span(spans[0].start, spans[-1].end)
                yield _line(
                    dossier, side, "passage", place, whole, verdict=passage.relation, score=passage.score, detail=marks
                )
    for place, pair in enumerate(found.quotes, 1):
        for side, id in ((0, pair.a), (1, pair.b)):
            quote = next((one for one in dossier.members[side].analysis.quotes if one.id == id), None)
            if quote is not None:
                whole = Span(quote.spans[0].start, quote.spans[-1].end)
                yield _line(
                    dossier, side, "wording", place, whole, kind=quote.kind, verdict=pair.kind,
                    subject=quote.speaker.name or "", value=quote.id, score=pair.score,
                )  # fmt: skip


def pair(dossier: Dossier) -> Iterator[Line]:
    """All of two articles: passages, wordings, facts, what only one has, prominence."""
    for part in (compared, facts, missing, prominence):
        yield from part(dossier)


def prominence(dossier: Dossier) -> Iterator[Line]:
    """What stands much higher in one article than in another: first where it is high, then where it is low."""
    for place, one in enumerate(shifted(dossier), 1):
        yield _line(dossier, one.high, "prominence", place, one.high_span, kind="high", score=one.shift)
        yield _line(dossier, one.low, "prominence", place, one.low_span, kind="low", score=one.shift)


def notes(dossier: Dossier) -> Iterator[Line]:
    """The user's notes, a line for each passage; `detail` has their words."""
    for place, own in enumerate(dossier.notes, 1):
        for one in own.passages:
            tags = " ".join(own.note.tags)
            yield _line(
                dossier, one.member, "note", place, one.span, kind=one.state, verdict=own.note.status, subject=tags,
                words=one.exact, detail=own.note.body,
            )  # fmt: skip


def everything(dossier: Dossier) -> Iterator[Line]:
    """All of an event."""
    parts: Iterable[Iterator[Line]] = (
        part(dossier) for part in (sources, quotes, speakers, facts, missing, prominence, dates, notes)
    )
    for part in parts:
        yield from part


def as_csv(dossier: Dossier) -> str:
    """All of an event as one table with a header."""
    return render((HEADER, *everything(dossier)))
