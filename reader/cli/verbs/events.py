"""events: which articles cover the same event."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from reader.cli import plain
from reader.cli.answer import finish_reading, output
from reader.cli.deciding import decided, grouped
from reader.cli.intake import Intake
from reader.cli.options import add_form, add_paths, add_settings
from reader.events import lead
from reader.export import records
from reader.library.decisions.links import links

EXAMPLES = """\
examples:
  reader events ~/news                          every article under its event
  reader events ~/news --min-sources 2          only what at least two sources report
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_settings(parser)
    add_form(parser)
    parser.add_argument(
        "--min-sources",
        type=int,
        default=1,
        metavar="N",
        help="only events that at least N sources report (default: 1)",
    )


def run(options: Namespace) -> int:
    answer, intake = output("events", options), Intake(options.paths)
    leads, briefs = [], {}
    for article in intake:
        briefs[article.id] = records.brief(article)
        leads.append(lead(article))
    for number, event in enumerate(grouped(leads, links(decided(options, intake.problems).events)), 1):
        members = [briefs[name] for name in event.articles]
        if sources(members) >= options.min_sources:
            answer.record({**records.event(event, members), "number": number}, plain.event)
    return finish_reading(answer, intake, answer.count > 0)


def sources(members: Sequence[records.Record]) -> int:
    """How many sources report an event; an article that states none counts as one of its own."""
    return len({member["source"] or member["id"] for member in members})
