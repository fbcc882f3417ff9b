"""quotes: who said what in each article."""

from argparse import ArgumentParser, Namespace

from reader.analysis import analyse
from reader.cli import plain, records
from reader.cli.answer import finish_reading, output
from reader.cli.intake import Intake
from reader.cli.options import add_form, add_paths

EXAMPLES = """\
examples:
  reader quotes story.txt                       who said what, one quote a line
  reader quotes ~/news | grep 'mayor'           every quote of a mayor, with file and paragraph
  reader quotes story.txt --json                with offsets, cue, speaker and confidence
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_form(parser)


def run(options: Namespace) -> int:
    answer, intake = output("quotes", options), Intake(options.paths)
    for article in intake:
        answer.record(records.quotes(article, analyse(article)), plain.quotes)
    return finish_reading(answer, intake, answer.count > 0)
