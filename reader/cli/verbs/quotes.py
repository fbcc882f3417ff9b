"""quotes: who said what in each article."""

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
  reader quotes story.txt                       who said what, one quote a line
  reader quotes ~/news | grep 'mayor'           every quote of a mayor, with file and paragraph
  reader quotes story.txt --json                with offsets, cue, speaker and confidence
  reader quotes story.txt --markdown           a table with references; --csv for a spreadsheet
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_extractor(parser)
    add_settings(parser)
    add_form(parser, tables=True)


def run(options: Namespace) -> int:
    answer, intake = output("quotes", options), Intake(options.paths)
    members: list[tuple[Article, Analysis]] = []
    with chosen(options, intake.problems) as extractor:
        for article, analysis in analysed(options, intake, partial(extractor.analyse, parts=("quotes",))):
            if answer.mode in ("markdown", "csv"):
                members.append((article, analysis))
            else:
                answer.record(records.quotes(article, analysis), plain.quotes)
    return _as_tables(answer, intake, members) if members else finish_reading(answer, intake, answer.count > 0)


def _as_tables(answer: Output, intake: Intake, found: list[tuple[Article, Analysis]]) -> int:
    # Imported for them alone: all that is known of events takes longer to load than a few articles to read.
    from reader.cli.telling import each_article, tell, together
    from reader.events.across import Member
    from reader.export import lines
    from reader.export.sections import saying

    members = [Member(article, analysis) for article, analysis in found]
    return tell(answer, intake, [together(members, "")], lines.quotes, partial(each_article, saying.quotes))
