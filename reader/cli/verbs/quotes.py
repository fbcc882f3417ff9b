"""quotes: who said what in each article."""

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
  reader quotes story.txt                       who said what, one quote a line
  reader quotes ~/news | grep 'mayor'           every quote of a mayor, with file and paragraph
  reader quotes story.txt --json                with offsets, cue, speaker and confidence
  reader quotes story.txt --markdown           a table with references; --csv for a spreadsheet
"""


def run(options: Namespace) -> int:
    return tell_each("quotes", options, records.quotes, plain.quotes, _tables, ("quotes",))


def _tables() -> "Telling":
    from reader.export import lines
    from reader.export.sections import saying

    return lines.quotes, saying.quotes
