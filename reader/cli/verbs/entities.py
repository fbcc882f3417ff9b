"""entities: names, dates and figures of each article."""

from argparse import Namespace
from typing import TYPE_CHECKING

from reader.cli import plain
from reader.cli.each import arguments, tell_each
from reader.export import records

if TYPE_CHECKING:
    from reader.cli.each import Telling

__all__ = ["EXAMPLES", "arguments", "run"]

EXAMPLES = """\
examples:
  reader entities story.txt                     names, dates and figures, one a line
  reader entities ~/news | grep ': person'      everybody who is named
  reader entities story.txt --markdown           a table with references; --csv for a spreadsheet
"""


def run(options: Namespace) -> int:
    return tell_each("entities", options, records.entities, plain.entities, _tables)


def _tables() -> "Telling":
    from reader.export import lines
    from reader.export.sections import articles

    return lines.entities, articles.names
