"""entities: names, dates and figures of each article."""

from argparse import ArgumentParser, Namespace
from functools import partial

from reader.cli import plain
from reader.cli.answer import finish_reading, output
from reader.cli.deciding import analysed
from reader.cli.extracting import chosen
from reader.cli.intake import Intake
from reader.cli.options import add_extractor, add_form, add_paths, add_settings
from reader.cli.output import Output
from reader.export import records
from reader.model import Analysis, Article

EXAMPLES = """\
examples:
  reader entities story.txt                     names, dates and figures, one a line
  reader entities ~/news | grep ': person'      everybody who is named
  reader entities story.txt --markdown           a table with references; --csv for a spreadsheet
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_extractor(parser)
    add_settings(parser)
    add_form(parser, tables=True)


def run(options: Namespace) -> int:
    answer, intake = output("entities", options), Intake(options.paths)
    members: list[tuple[Article, Analysis]] = []
    with chosen(options, intake.problems) as extractor:
        for article, analysis in analysed(options, intake, extractor.analyse):
            if answer.mode in ("markdown", "csv"):
                members.append((article, analysis))
            else:
                answer.record(records.entities(article, analysis), plain.entities)
    return _as_tables(answer, intake, members) if members else finish_reading(answer, intake, answer.count > 0)


def _as_tables(answer: Output, intake: Intake, found: list[tuple[Article, Analysis]]) -> int:
    # Imported for them alone: all that is known of events takes longer to load than a few articles to read.
    from reader.cli.telling import each_article, tell, together
    from reader.events.across import Member
    from reader.export import lines
    from reader.export.sections import articles

    members = [Member(article, analysis) for article, analysis in found]
    return tell(answer, intake, [together(members, "")], lines.entities, partial(each_article, articles.names))
