"""facts: what the sources of an event state differently, more or less exactly, under other names, and alike."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from reader.cli import plain
from reader.cli.answer import finish_reading, output
from reader.cli.intake import Intake
from reader.cli.options import add_event_arguments
from reader.cli.output import Record
from reader.cli.telling import dossiers, tell
from reader.events import event_facts
from reader.export import event_records, lines
from reader.export.sections import stating

EXAMPLES = """\
examples:
  reader facts talks/ | grep ': differs'     figures, dates, names that differ, with who says what
  reader facts one.txt other.txt --one-event --markdown
  reader facts ~/news --json                 with the sentence and the place of every statement
"""


def arguments(parser: ArgumentParser) -> None:
    add_event_arguments(parser)


def run(options: Namespace) -> int:
    answer, intake = output("facts", options), Intake(options.paths)
    found = dossiers(options, intake)
    if answer.mode in ("markdown", "csv"):
        several = [one for one in found if len(one.members) > 1]
        return tell(answer, intake, several, lines.facts, stating.facts)
    for one in found:
        for fact in event_facts(one.members, one.compared):
            answer.record(event_records.fact(one, fact), plain_lines)
    return finish_reading(answer, intake, answer.count > 0)


def plain_lines(record: Record) -> Iterator[str]:
    """`file:paragraph: verdict kind subject: value (who says so) “sentence”`, a line for each statement."""
    for stated in record["statements"]:
        where = plain.place(stated, stated["span"])
        by = f" ({stated['attributed']})" if stated["attributed"] else ""
        words = f" “{stated['sentence']['text']}”" if stated["sentence"] else ""
        yield f"{where}: {record['verdict']} {record['kind']} {record['subject']}: {stated['value']}{by}{words}"
