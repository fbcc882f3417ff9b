"""What is told of an event as a whole, as records: facts, gaps, speakers, dates, prominence, notes.

As in `reader.export.records` every field name is an interface.
"""

from collections.abc import Iterable

from reader.events.matrix import SpeakerRow
from reader.events.statements import EventFact, Statement
from reader.events.timeline import DateRow
from reader.export import records
from reader.export.dossier import Dossier, NotedPassage, OwnNote
from reader.export.passages import Gap, Places, Shifted
from reader.export.records import Record
from reader.model import Span


def fact(dossier: Dossier, found: EventFact) -> Record:
    """One thing that several articles of an event state."""
    return {
        "event": dossier.event.id,
        "kind": found.kind,
        "verdict": found.verdict,
        "subject": found.subject,
        "statements": [_statement(dossier, one) for one in found.statements],
        "why": list(found.why),
    }


def _statement(dossier: Dossier, stated: Statement) -> Record:
    article = dossier.members[stated.member].article
    value = records.number(stated.value) if isinstance(stated.value, int | float) else stated.value
    around = None if stated.span is None else dossier.sentence(stated.member, stated.span)
    return {
        "article": article.id,
        "value": value,
        "span": records.maybe_span(article, stated.span),
        "attributed": stated.attributed,
        "sentence": records.maybe_span(article, around),
        "source": article.source,
        "file": article.file,
    }


def gap(dossier: Dossier, found: Gap) -> Record:
    """A passage that one source alone tells, or that some of the event's sources do not have.

    `article` is the one whose words `spans` are; `told_by` begins with it. `missing_in` are those in which it was not
    found, which may leave out some where it was found in other words. `weight` ranks, 0 to 1.
    """
    article = dossier.members[found.member].article
    return {
        "event": dossier.event.id,
        "article": article.id,
        "spans": records.spans(article, found.spans),
        "weight": records.score(found.weight),
        "why": list(found.why),
        "told_by": _ids(dossier, (member for member, _ in found.told_by)),
        "missing_in": _ids(dossier, found.missing_in),
        "alone": found.alone,
        "tellings": [
            {"article": other.id, "spans": records.spans(other, spans)}
            for other, spans in ((dossier.members[member].article, spans) for member, spans in found.told_by)
        ],
        "source": article.source,
        "file": article.file,
    }


def _ids(dossier: Dossier, members: Iterable[int]) -> list[str]:
    return [dossier.members[member].article.id for member in members]


def speaker(dossier: Dossier, row: SpeakerRow) -> Record:
    """One speaker's row of who said what."""
    articles = [member.article for member in dossier.members]
    return {
        "speaker": row.speaker,
        "type": row.type,
        "sources": {article.id: list(ids) for article, ids in zip(articles, row.quotes, strict=True) if ids},
        "forms": list(row.forms),
        "same": row.same,
        "varied": row.varied,
        "only": {article.id: count for article, count in zip(articles, row.only, strict=False) if count},
    }


def dates(dossier: Dossier, row: DateRow) -> Record:
    """One date in one role, with every mention of it."""
    return {
        "date": row.date,
        "role": row.role,
        "mentions": [
            {
                "article": dossier.members[one.member].article.id,
                "span": records.maybe_span(dossier.members[one.member].article, one.span),
                "certain": one.certain,
                "source": dossier.members[one.member].article.source,
                "file": dossier.members[one.member].article.file,
            }
            for one in row.mentions
        ],
    }


def places(found: Iterable[Places]) -> list[Record]:
    """Which paragraph of A tells what which of B does, and how far down each stands."""
    return [
        {
            "a": one.a,
            "b": one.b,
            "depth_a": records.score(one.depth_a),
            "depth_b": records.score(one.depth_b),
            "shift": records.score(one.depth_a - one.depth_b),
        }
        for one in found
    ]


def shift(dossier: Dossier, found: Shifted) -> Record:
    """A passage that stands much farther down in one article than in another."""
    return {
        "low": _passage(dossier, found.low, found.low_span),
        "high": _passage(dossier, found.high, found.high_span),
        "shift": records.score(found.shift),
        "weight": records.score(found.weight),
    }


def _passage(dossier: Dossier, member: int, span: Span) -> Record:
    article = dossier.members[member].article
    return {"article": article.id, "span": records.span(article, span)}


def note(dossier: Dossier, own: OwnNote) -> Record:
    """One of the user's notes."""
    return {
        "id": own.note.id,
        "created": own.note.created,
        "modified": own.note.modified,
        "motivation": own.note.motivation,
        "status": own.note.status,
        "tags": list(own.note.tags),
        "targets": [_noted(dossier, one) for one in own.passages],
        "body": own.note.body,
    }


def _noted(dossier: Dossier, passage: NotedPassage) -> Record:
    article = dossier.members[passage.member].article
    return {
        "article": article.id,
        "exact": passage.exact,
        "state": passage.state,
        "span": records.maybe_span(article, passage.span),
    }
