"""An event as one JSON object, schema `reader/export/1`: the same records as the verbs print, in one place."""

from reader.events import chronology, event_facts, who_said_what
from reader.export import event_records, passages, records
from reader.export.dossier import Dossier
from reader.export.json_text import as_json
from reader.export.records import Record

SCHEMA = "reader/export/1"


def render(dossier: Dossier) -> str:
    """The object, indented, with a newline at its end."""
    return as_json({"schema": SCHEMA, "data": data(dossier)}, indent=1) + "\n"


def data(dossier: Dossier) -> Record:
    """Everything that is known of an event."""
    members, compared = dossier.members, dossier.compared
    articles = [member.article for member in members]
    return {
        "event": records.event(dossier.event, [records.brief(article) for article in articles]),
        "labels": dict(zip((article.id for article in articles), dossier.labels, strict=True)),
        "articles": [records.show(article) for article in articles],
        "quotes": {
            article.id: [records.quote(article, quote) for quote in analysis.quotes] for article, analysis in members
        },
        "matrix": [event_records.speaker(dossier, row) for row in who_said_what(members, compared)],
        "facts": [event_records.fact(dossier, found) for found in event_facts(members, compared)],
        "gaps": [event_records.gap(dossier, found) for found in passages.gaps(dossier)],
        "prominence": [event_records.shift(dossier, found) for found in passages.shifted(dossier)],
        "timeline": [event_records.dates(dossier, row) for row in chronology(members)],
        "shared_copy": [
            {
                "a": articles[one].id,
                "b": articles[other].id,
                "share_a": records.score(compared(one, other).shared_copy.share_a),
                "share_b": records.score(compared(one, other).shared_copy.share_b),
                "agency": compared(one, other).shared_copy.agency,
            }
            for one in range(len(articles))
            for other in range(one + 1, len(articles))
        ],
        "notes": [event_records.note(dossier, own) for own in dossier.notes],
    }
