"""compare: two articles side by side."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from reader.cli import plain
from reader.cli.answer import finish_reading, output
from reader.cli.deciding import correcting, decided
from reader.cli.exits import Exit
from reader.cli.extracting import chosen
from reader.cli.intake import Intake
from reader.cli.options import add_extractor, add_form, add_paths, add_settings
from reader.cli.telling import tell, together
from reader.cli.usage import UsageError
from reader.events.across import Member
from reader.export import event_records, lines, passages, records
from reader.export.dossier import Dossier
from reader.export.page import Block
from reader.export.sections import articles, saying, sources, stating, telling
from reader.model import Comparison

EXAMPLES = """\
examples:
  reader compare gazette.txt wire.txt           passages, quotes and facts side by side
  reader compare a.txt b.txt | grep '^fact differs'
  reader compare all.jsonl --ids a17 a23        two articles of one container
  reader compare a.txt b.txt --markdown         what both report, side by side, with references
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_extractor(parser)
    add_settings(parser)
    add_form(parser, tables=True)
    parser.add_argument("--ids", nargs=2, metavar=("A", "B"), help="which two articles, where the PATHs hold more")
    parser.add_argument("--exit-code", action="store_true", help="exit 1 if the two differ")


def run(options: Namespace) -> int:
    answer, intake = output("compare", options), Intake(options.paths)
    every = chosen_two = list(intake)
    if options.ids:
        by_id = {article.id: article for article in every}
        chosen_two = [by_id[name] for name in options.ids if name in by_id]
    if len(chosen_two) != 2:
        if intake.failed:
            finish_reading(answer, intake, False)
            return Exit.INPUT
        raise UsageError(f"needs two articles, found {len(chosen_two)}", "choose two of them with --ids A B")
    a, b = chosen_two
    with chosen(options, intake.problems) as extractor:
        correct = correcting(decided(options, intake.problems), every)
        both = together([Member(one, correct(one, extractor.analyse(one))) for one in (a, b)], "")
    found = both.compared(0, 1)
    if answer.mode in ("markdown", "csv"):
        code = tell(answer, intake, [both], lines.pair, pair)
    else:
        prominence = event_records.places(passages.places(both))
        answer.record({**records.comparison(a, b, found), "prominence": prominence}, plain.comparison)
        code = finish_reading(answer, intake, True)
    return Exit.NOTHING if options.exit_code and code == Exit.DONE and differs(found) else code


def pair(both: Dossier) -> Iterator[Block]:
    """Two articles as blocks: what both report, state and quote, and what only one of them has."""
    yield from articles.passages(both)
    yield from stating.facts(both)
    yield from saying.wordings(both)
    yield from telling.only(both, shown=None)
    yield from telling.prominence(both)
    yield from sources.shared(both)


def differs(found: Comparison) -> bool:
    """Whether the two tell anything differently."""
    return bool(
        found.only_a
        or found.only_b
        or any(passage.relation != "same" for passage in found.passages)
        or any(quote.kind not in ("identical", "punctuation") for quote in found.quotes)
        or any(fact.verdict == "differs" for fact in found.facts)
    )
