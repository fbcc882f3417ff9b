"""What the verbs about single articles have in common: each article is analysed and told of by itself."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from reader.analysis import PARTS
from reader.cli.answer import finish_reading, output
from reader.cli.deciding import analysed
from reader.cli.extracting import chosen
from reader.cli.intake import Intake
from reader.cli.options import add_extractor, add_form, add_paths, add_settings
from reader.cli.output import Record
from reader.model import Analysis, Article

if TYPE_CHECKING:
    from reader.cli.telling import Rows
    from reader.export.dossier import Dossier
    from reader.export.page import Block

    Telling = tuple[Rows, Callable[[Dossier, int], Iterable[Block]]]
    """What makes the lines of a CSV file, and what makes the blocks of one article on a page."""


def arguments(parser: ArgumentParser) -> None:
    """What such a verb takes."""
    add_paths(parser)
    add_extractor(parser)
    add_settings(parser)
    add_form(parser, tables=True)


def tell_each(
    name: str,
    options: Namespace,
    records: Callable[[Article, Analysis], Record],
    text: Callable[[Record], Iterator[str]],
    tables: "Callable[[], Telling]",
    parts: Collection[str] = PARTS,
) -> int:
    """Tell what is found in each article that was named, in the form that was asked for; the exit code."""
    answer, intake = output(name, options), Intake(options.paths)
    found: list[tuple[Article, Analysis]] = []
    with chosen(options, intake.problems) as extractor:
        for article, analysis in analysed(options, intake, partial(extractor.analyse, parts=parts)):
            if answer.mode in ("markdown", "csv"):
                found.append((article, analysis))
            else:
                answer.record(records(article, analysis), text)
    if not found:
        return finish_reading(answer, intake, answer.count > 0)
    # Imported for tables alone: all that is known of events takes longer to load than a few articles to read.
    from reader.cli.telling import each_article, tell, together
    from reader.events.across import Member

    rows, blocks = tables()
    every = together([Member(article, analysis) for article, analysis in found], "")
    return tell(answer, intake, [every], rows, partial(each_article, blocks))
