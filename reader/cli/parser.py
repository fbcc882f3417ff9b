"""Reading the command line: wrong usage comes back as one sentence with the nearest right word."""

import re
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import NoReturn

from reader.cli.usage import UsageError


class Parser(ArgumentParser):
    """An argument parser whose errors are raised, with a suggestion, instead of printed."""

    color = False
    """Newer Pythons colour the help; nothing here writes escape sequences."""

    def __init__(self, prog: str, description: str, examples: str = "", usage: str | None = None) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=examples,
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        from reader.settings.nearest import nearest

        hint = ""
        if unknown := re.match(r"unrecognized arguments: (-[^\s=]+)", message):
            found = nearest(unknown[1], re.findall(r"(?<!\S)--[a-z][a-z-]*", self.format_help()))
            hint = f"did you mean {found}?" if found else ""
        raise UsageError(f"{self.prog.partition(' ')[2]}: {message}".removeprefix(": "), hint)

    def print_help(self, file: object = None) -> None:
        sys.stdout.buffer.write(self.format_help().encode())
        sys.stdout.flush()
