"""index: fill or refresh the catalogue now, instead of while you read."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from reader.cli.answer import finish, output
from reader.cli.catalogue import place_of, up_to_date
from reader.cli.options import add_form, add_paths, add_settings
from reader.cli.output import Record, complain

EXAMPLES = """\
examples:
  reader index ~/news          index what is new or has changed
  reader index --full ~/news   read and index everything again
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser, optional=True)
    add_settings(parser)
    add_form(parser)
    parser.add_argument("--full", action="store_true", help="read everything again")


def run(options: Namespace) -> int:
    place, answer = place_of(options), output("index", options)
    with up_to_date(place, options.full) as (library, problems):
        counts = library.count()
    record = {
        "paths": [str(path) for path in place.articles.paths],
        "articles": counts.articles,
        "events": counts.events,
        "analysed": counts.analysed,
        "problems": counts.problems,
    }
    answer.record(record, lines)
    told = [*place.problems, *problems]
    if answer.mode != "json":  # whoever asks for the catalogue wants to know of one that is not kept, and of links
        for problem in told:
            if problem.severity == "notice":
                complain(str(problem))
    return finish(answer, told, counts.articles > 0, counts.articles > 0)


def lines(record: Record) -> Iterator[str]:
    """The counts in one line."""
    articles, events = (_counted(record[name], name.removesuffix("s")) for name in ("articles", "events"))
    yield f"{articles} in {events}, {record['problems']} unreadable"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
