"""Which extractor a verb analyses with: the flag over the configuration; and what is said where it cannot be had."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from reader.analysis.extractors import BUILTIN, Extractor, UnavailableError, choose
from reader.cli.exits import Exit
from reader.cli.output import complain
from reader.cli.place import find
from reader.cli.usage import UsageError
from reader.model import Problem

FLAG = "--extractor"
NEEDS = "needs spaCy 3 and one of its English models"


@contextmanager
def chosen(options: Namespace, problems: list[Problem]) -> Iterator[Extractor]:
    """The extractor for one run; what went wrong with it is added to `problems` at the end.

    Raises `UsageError` where the flag asks for what cannot be had. Where the configuration does, the built-in one takes
    its place and the user is told.
    """
    extractor = _chosen(options, problems)
    try:
        yield extractor
    finally:
        extractor.close()
        problems.extend(extractor.problems())


def _chosen(options: Namespace, problems: list[Problem]) -> Extractor:
    config = find(options, options.paths, {"extractor": options.extractor}).config
    name, model = config.extractor, config.spacy_model
    try:
        extractor = choose(name, model)
        if options.extractor:
            extractor.load()
    except UnavailableError as error:
        problem = error.problem
        if options.extractor:
            code = Exit.INPUT if error.installed else Exit.USAGE
            raise UsageError(f"{FLAG} {name} {NEEDS}: {problem.message}", problem.hint, code) from error
        told = replace(problem, message=f"{problem.message}; the built-in extractor is used", severity="notice")
        problems.append(told)
        complain(str(told))
        return BUILTIN
    return extractor
