"""compare: two articles side by side."""

from argparse import ArgumentParser, Namespace

from reader.cli import plain
from reader.export import records
from reader.cli.answer import finish_reading, output
from reader.cli.deciding import correcting, decided
from reader.cli.exits import Exit
from reader.cli.extracting import chosen
from reader.cli.intake import Intake
from reader.cli.options import add_extractor, add_form, add_paths, add_settings
from reader.cli.usage import UsageError
from reader.events import compare
from reader.model import Comparison

EXAMPLES = """\
examples:
  reader compare gazette.txt wire.txt           passages, quotes and facts side by side
  reader compare a.txt b.txt | grep '^fact differs'
  reader compare all.jsonl --ids a17 a23        two articles of one container
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_extractor(parser)
    add_settings(parser)
    add_form(parser)
    parser.add_argument("--ids", nargs=2, metavar=("A", "B"), help="which two articles, where the PATHs hold more")
    parser.add_argument("--exit-code", action="store_true", help="exit 1 if the two differ")


def run(options: Namespace) -> int:
    answer, intake = output("compare", options), Intake(options.paths)
    every = articles = list(intake)
    if options.ids:
        by_id = {article.id: article for article in articles}
        articles = [by_id[name] for name in options.ids if name in by_id]
    if len(articles) != 2:
        if intake.failed:
            finish_reading(answer, intake, False)
            return Exit.INPUT
        raise UsageError(f"needs two articles, found {len(articles)}", "choose two of them with --ids A B")
    a, b = articles
    with chosen(options, intake.problems) as extractor:
        correct = correcting(decided(options, intake.problems), every)
        found = compare(a, correct(a, extractor.analyse(a)), b, correct(b, extractor.analyse(b)))
    answer.record(records.comparison(a, b, found), plain.comparison)
    code = finish_reading(answer, intake, True)
    return Exit.NOTHING if options.exit_code and code == Exit.DONE and differs(found) else code


def differs(found: Comparison) -> bool:
    """Whether the two tell anything differently."""
    return bool(
        found.only_a
        or found.only_b
        or any(passage.relation != "same" for passage in found.passages)
        or any(quote.kind not in ("identical", "punctuation") for quote in found.quotes)
        or any(fact.verdict == "differs" for fact in found.facts)
    )
