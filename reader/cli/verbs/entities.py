"""entities: names, dates and figures of each article."""

from argparse import ArgumentParser, Namespace

from reader.cli import plain
from reader.export import records
from reader.cli.answer import finish_reading, output
from reader.cli.deciding import analysed
from reader.cli.extracting import chosen
from reader.cli.intake import Intake
from reader.cli.options import add_extractor, add_form, add_paths, add_settings

EXAMPLES = """\
examples:
  reader entities story.txt                     names, dates and figures, one a line
  reader entities ~/news | grep ': person'      everybody who is named
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_extractor(parser)
    add_settings(parser)
    add_form(parser)


def run(options: Namespace) -> int:
    answer, intake = output("entities", options), Intake(options.paths)
    with chosen(options, intake.problems) as extractor:
        for article, analysis in analysed(options, intake, extractor.analyse):
            answer.record(records.entities(article, analysis), plain.entities)
    return finish_reading(answer, intake, answer.count > 0)
