"""show: the articles as they were read."""

from argparse import ArgumentParser, Namespace

from reader.cli import plain
from reader.cli.answer import finish_reading, output
from reader.cli.intake import Intake
from reader.cli.options import add_form, add_paths
from reader.export import records

EXAMPLES = """\
examples:
  reader show story.txt                         title, source, date and text, cleaned
  reader show ~/news --jsonl | jq -r .title     every headline of a folder
  zcat story.txt.gz | reader show -             from standard input
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_form(parser)


def run(options: Namespace) -> int:
    answer, intake = output("show", options), Intake(options.paths)
    for article in intake:
        answer.record(records.show(article), plain.show)
    return finish_reading(answer, intake, answer.count > 0)
