"""What the verbs that read articles have in common: options, the answer's form, the exit code."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from reader.cli.exits import Exit
from reader.cli.intake import Intake
from reader.cli.output import Mode, Output
from reader.model import Problem

PATHS = "an article file, a folder of them, a .jsonl container, or - for standard input"


def add_form(parser: ArgumentParser) -> None:
    """The options that choose between plain text, JSON and JSON Lines."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_const", dest="mode", const="json", help="print one JSON object")
    form.add_argument("--jsonl", action="store_const", dest="mode", const="jsonl", help="print one JSON record a line")
    parser.set_defaults(mode="text")


def add_paths(parser: ArgumentParser, optional: bool = False) -> None:
    parser.add_argument("paths", nargs="*" if optional else "+", metavar="PATH", help=PATHS)


def output(verb: str, options: Namespace) -> Output:
    mode: Mode = options.mode
    return Output(verb, mode)


def finish(answer: Output, problems: Sequence[Problem], found: bool, read: bool) -> Exit:
    """End the answer and say how it went: `found` is whether there is an answer, `read` whether there was any input."""
    answer.close(problems)
    if any(problem.severity == "error" for problem in problems):
        return Exit.PARTIAL if read else Exit.INPUT
    return Exit.DONE if found else Exit.NOTHING


def finish_reading(answer: Output, intake: Intake, found: bool) -> Exit:
    """The same for a verb that has read articles."""
    return finish(answer, intake.problems, found, intake.read > 0)
