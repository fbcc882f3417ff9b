"""How an answer begins and ends: its form, and the exit code that says how it went."""

from argparse import Namespace
from collections.abc import Sequence

from reader.cli.exits import Exit
from reader.cli.intake import Intake
from reader.cli.output import Mode, Output
from reader.model import Problem


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
