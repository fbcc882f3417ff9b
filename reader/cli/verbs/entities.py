"""entities: names, dates and figures of each article."""

from argparse import ArgumentParser, Namespace

from reader.analysis import analyse
from reader.cli import plain, records
from reader.cli.answer import finish_reading, output
from reader.cli.intake import Intake
from reader.cli.options import add_form, add_paths

EXAMPLES = """\
examples:
  reader entities story.txt                     names, dates and figures, one a line
  reader entities ~/news | grep ': person'      everybody who is named
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_form(parser)


def run(options: Namespace) -> int:
    answer, intake = output("entities", options), Intake(options.paths)
    for article in intake:
        answer.record(records.entities(article, analyse(article)), plain.entities)
    return finish_reading(answer, intake, answer.count > 0)
