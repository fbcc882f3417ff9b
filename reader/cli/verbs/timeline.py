"""timeline: the dates that the articles name, each role by itself."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from reader.analysis import analyse
from reader.cli.answer import finish_reading, output
from reader.cli.intake import Intake
from reader.cli.options import add_form, add_one_event, add_paths, add_settings
from reader.cli.output import Record
from reader.cli.telling import dossiers, tell, together
from reader.events import chronology
from reader.events.across import Member
from reader.export import event_records, lines
from reader.export.sections import dated

EXAMPLES = """\
examples:
  reader timeline talks/                what happened and was published when, by article
  reader timeline talks/ | grep event   only the dates of events
  reader timeline talks/ --markdown     a table for each event
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_one_event(parser)
    add_settings(parser)
    add_form(parser, tables=True)
    parser.set_defaults(extractor="builtin")


def run(options: Namespace) -> int:
    answer, intake = output("timeline", options), Intake(options.paths)
    if answer.mode in ("markdown", "csv"):
        return tell(answer, intake, dossiers(options, intake), lines.dates, dated.timeline)
    every = together([Member(article, analyse(article, parts=("dates",))) for article in intake])
    for row in chronology(every.members):
        answer.record(event_records.dates(every, row), plain_lines)
    return finish_reading(answer, intake, answer.count > 0)


def plain_lines(record: Record) -> Iterator[str]:
    """`date role article: words`, a line for each mention."""
    for mention in record["mentions"]:
        words = f"¶{mention['span']['paragraph'] + 1} {mention['span']['text']}" if mention["span"] else "(metadata)"
        yield f"{record['date'] or 'undated'} {record['role']} {mention['article']}: {words}"
