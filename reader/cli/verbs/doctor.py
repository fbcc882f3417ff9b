"""doctor: where everything is, and what is wrong with it."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from reader.cli import checks
from reader.cli.answer import output
from reader.cli.exits import Exit
from reader.cli.options import add_form, add_paths, add_settings
from reader.cli.output import Record
from reader.cli.place import find
from reader.cli.pointless import decisions

EXAMPLES = """\
examples:
  reader doctor                  everything, with ok, notice or problem before each line
  reader doctor | grep -v ^ok    only what may need attention
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser, optional=True)
    add_settings(parser)
    add_form(parser)


def run(options: Namespace) -> int:
    place = find(options, options.paths)
    answer, healthy = output("doctor", options), True
    for finding in (
        *checks.versions(),
        *checks.terminal(os.environ),
        *checks.folders(place),
        *checks.articles(place),
        *checks.settings(place),
        *checks.extractor(place),
        *checks.catalogue(place),
        *checks.notes(place),
        *decisions(place),
    ):
        answer.record(finding._asdict(), lines)
        healthy = healthy and finding.state != "problem"
    answer.close(())
    return Exit.DONE if healthy else Exit.NOTHING


def lines(record: Record) -> Iterator[str]:
    """`state check: path:line: detail`."""
    place = ":".join(str(part) for part in (record["path"], record["line"]) if part is not None)
    yield f"{record['state']} {record['check']}: {place + ': ' if place else ''}{record['detail']}"
