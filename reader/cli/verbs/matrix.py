"""matrix: speakers by article, each cell the quotes."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from reader.cli.answer import finish_reading, output
from reader.cli.deciding import analysed
from reader.cli.extracting import chosen
from reader.cli.intake import Intake
from reader.cli.options import add_extractor, add_form, add_paths, add_settings
from reader.cli.output import Record

EXAMPLES = """\
examples:
  reader matrix talks/                    who is quoted where, most quoted first
  reader matrix talks/ --jsonl | head -1  the most quoted, as JSON
"""


def arguments(parser: ArgumentParser) -> None:
    add_paths(parser)
    add_extractor(parser)
    add_settings(parser)
    add_form(parser)


def run(options: Namespace) -> int:
    answer, intake = output("matrix", options), Intake(options.paths)
    rows: dict[str | None, dict[str, list[str]]] = {}
    types: dict[str | None, str | None] = {}
    with chosen(options, intake.problems) as extractor:
        for article, analysis in analysed(options, intake, extractor.analyse):
            for quote in analysis.quotes:
                name = quote.speaker.name
                rows.setdefault(name, {}).setdefault(article.id, []).append(quote.id)
                types[name] = types.get(name) or quote.speaker.type
    for name in sorted(rows, key=lambda name: (name is None, -sum(map(len, rows[name].values())), name or "")):
        answer.record({"speaker": name, "type": types[name], "sources": rows[name]}, lines)
    return finish_reading(answer, intake, answer.count > 0)


def lines(record: Record) -> Iterator[str]:
    """`speaker: article q1 q2 · article q3`."""
    cells = " · ".join(f"{article} {' '.join(quotes)}" for article, quotes in record["sources"].items())
    yield f"{record['speaker'] or '(unattributed)'}: {cells}"
