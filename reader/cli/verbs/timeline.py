"""timeline: the dates that the articles name, each role by itself."""

from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterator

from reader.analysis import analyse
from reader.export import records
from reader.cli.answer import finish_reading, output
from reader.cli.intake import Intake
from reader.cli.options import add_form, add_paths
from reader.cli.output import Record

EXAMPLES = """\
examples:
  reader timeline talks/                what happened and was published when, by article
  reader timeline talks/ | grep event   only the dates of events
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_form(parser)


def run(options: Namespace) -> int:
    answer, intake = output("timeline", options), Intake(options.paths)
    found: defaultdict[tuple[str | None, str], list[Record]] = defaultdict(list)
    for article in intake:
        for date in analyse(article).dates:
            mention = {"article": article.id, "span": records.maybe_span(article, date.span)}
            found[date.value, date.role].append(mention)
    for value, role in sorted(found, key=lambda key: (key[0] is None, key[0] or "", key[1])):
        answer.record({"date": value, "role": role, "mentions": found[value, role]}, lines)
    return finish_reading(answer, intake, answer.count > 0)


def lines(record: Record) -> Iterator[str]:
    """`date role article: words`, a line for each mention."""
    for mention in record["mentions"]:
        words = f"¶{mention['span']['paragraph'] + 1} {mention['span']['text']}" if mention["span"] else "(metadata)"
        yield f"{record['date'] or 'undated'} {record['role']} {mention['article']}: {words}"
