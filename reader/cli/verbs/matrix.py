"""matrix: speakers by article, each cell the quotes."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator

from reader.cli.answer import finish_reading, output
from reader.cli.intake import Intake
from reader.cli.options import add_event_arguments
from reader.cli.output import Record
from reader.cli.telling import dossiers, tell
from reader.events import who_said_what
from reader.export import event_records, lines
from reader.export.dossier import Dossier
from reader.export.sections import saying

EXAMPLES = """\
examples:
  reader matrix talks/                    who is quoted where, most quoted first
  reader matrix talks/ --markdown         a table of speakers by sources, event by event
  reader matrix talks/ --jsonl | head -1  the most quoted, as JSON
"""


def arguments(parser: ArgumentParser) -> None:
    add_event_arguments(parser)


def run(options: Namespace) -> int:
    answer, intake = output("matrix", options), Intake(options.paths)
    found = dossiers(options, intake)
    if answer.mode in ("markdown", "csv"):
        return tell(answer, intake, found, lines.speakers, saying.who)
    for record in speakers(found):
        answer.record(record, plain_lines)
    return finish_reading(answer, intake, answer.count > 0)


def speakers(found: Iterable[Dossier]) -> list[Record]:
    """One record for each speaker, over all events; inside an event those are one whose names are forms of one name."""
    rows: dict[str | None, Record] = {}
    for one in found:
        for row in who_said_what(one.members, one.compared):
            new = event_records.speaker(one, row)
            known = rows.setdefault(row.speaker, new)
            if known is not new:
                rows[row.speaker] = _joined(known, new)
    return sorted(rows.values(), key=_order)


def _joined(known: Record, new: Record) -> Record:
    return {
        **known,
        "type": known["type"] or new["type"],
        "sources": {**known["sources"], **new["sources"]},
        "forms": list(dict.fromkeys((*known["forms"], *new["forms"]))),
        "same": known["same"] + new["same"],
        "varied": known["varied"] + new["varied"],
        "only": {**known["only"], **new["only"]},
    }


def _order(record: Record) -> tuple[bool, int, str]:
    return record["speaker"] is None, -sum(map(len, record["sources"].values())), record["speaker"] or ""


def plain_lines(record: Record) -> Iterator[str]:
    """`speaker: article q1 q2 · article q3`."""
    cells = " · ".join(f"{article} {' '.join(quotes)}" for article, quotes in record["sources"].items())
    yield f"{record['speaker'] or '(unattributed)'}: {cells}"
