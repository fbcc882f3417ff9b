"""Which verb is meant, and where none is: the screen."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from reader.cli.verbs import VERBS

if TYPE_CHECKING:
    from reader.cli.parser import Parser

ALLOCATIONS = 50_000
"""New objects after which the garbage collector looks for cycles; a verb makes hardly any, and the usual 700 make it
look so often that it takes an eighth of the time."""


def dispatch(arguments: Sequence[str]) -> int:
    """Carry out one command line. Raises `UsageError` where it cannot be understood."""
    first = arguments[0] if arguments else ""
    if first in VERBS:
        return run_verb(first, arguments[1:])
    from reader.cli import screen

    return screen.run(arguments)


def run_verb(name: str, arguments: Sequence[str]) -> int:
    """Carry out a verb with the arguments behind it."""
    options = parser_of(name).parse_args(arguments)
    gc.set_threshold(ALLOCATIONS)
    code: int = import_module(f"reader.cli.verbs.{name}").run(options)
    return code


def parser_of(name: str) -> Parser:
    """The argument parser of a verb."""
    from reader.cli.parser import Parser

    verb = import_module(f"reader.cli.verbs.{name}")
    parser = Parser(f"reader {name}", VERBS[name].capitalize() + ".", getattr(verb, "EXAMPLES", ""))
    verb.arguments(parser)
    return parser
