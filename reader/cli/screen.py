"""`reader [PATH…]` without a verb: opens the screen, or lists the articles where there is no terminal."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from reader.cli.usage import UsageError
from reader.cli.verbs import VERBS

if TYPE_CHECKING:
    from argparse import Namespace

    from reader.cli.parser import Parser

DESCRIPTION = "Read what several sources say about one event, side by side."
EXAMPLES = f"""\
verbs:
{chr(10).join(f"  {name:12}{summary}" for name, summary in VERBS.items())}

`reader VERB --help` says more about one of them. A file or folder that has the name of a verb is given as ./name.

examples:
  reader                          open ./articles, or the library that is configured
  reader ~/news budget.html       open a folder and a file
  reader --theme lamplight .      open this folder with another theme
  reader quotes story.txt         who said what, as text
  reader events ~/news --json     which articles cover the same event, as JSON
"""


def run(arguments: Sequence[str]) -> int:
    """Open the screen on the PATHs given, or list what it would open."""
    options = read(arguments)
    for path in options.paths:
        _check(path, options.paths)
    if options.version:
        from reader.cli import main

        return main(["--version"])
    if not _is_terminal():
        return list_articles(parser().parse_args(arguments))
    gc.disable()  # nothing becomes garbage while the program starts; collecting costs a tenth of the start
    from reader.ui.without_openssl import without_openssl

    with without_openssl():
        from reader.ui.start import start

    flags = {
        "notes": options.notes,
        "config": options.config,
        "theme": options.theme,
        "ascii": options.ascii or None,
        "extractor": options.extractor,
        "no_color": options.no_color or None,
    }
    return start([Path(path) for path in options.paths], flags)


def read(arguments: Sequence[str]) -> Namespace | SimpleNamespace:
    """What was given; paths alone need no parser, which takes as long as opening the library."""
    if any(one.startswith("-") for one in arguments):
        return parser().parse_args(arguments)
    absent = dict.fromkeys(("notes", "config", "theme", "extractor"))
    return SimpleNamespace(paths=[*arguments], ascii=False, no_color=False, version=False, **absent)


def parser() -> Parser:
    """The argument parser of the command without a verb."""
    from reader.cli.options import add_extractor, add_settings
    from reader.cli.parser import Parser

    built = Parser(
        "reader", DESCRIPTION, EXAMPLES, usage="reader [PATH…] [options]\n       reader VERB PATH… [--json | --jsonl]"
    )
    built.add_argument(
        "paths", nargs="*", metavar="PATH", help="a folder of articles, an article file or a .jsonl container"
    )
    add_settings(built)
    built.add_argument("--theme", metavar="NAME", help="a theme's name, or auto")
    built.add_argument("--ascii", action="store_true", help="signs that every font has")
    add_extractor(built)
    built.add_argument("--no-color", action="store_true", help="no colours; NO_COLOR=1 does the same")
    built.add_argument("-V", "--version", action="store_true", help="print the version and leave")
    return built


def _check(path: str, paths: Sequence[str]) -> None:
    """Refuse what is probably a verb written wrongly or in the wrong place."""
    if os.path.lexists(path) or path == "-":
        return
    if path in VERBS:
        raise UsageError(f"the verb comes first: reader {path} …")
    if os.sep not in path and "." not in path and (hint := did_you_mean_verb(path)) and path == paths[0]:
        raise UsageError(f"no verb and no file is called {path!r}", hint)


def did_you_mean_verb(word: str) -> str:
    """The nearest verb, or where to find them all."""
    from reader.settings.nearest import nearest

    found = nearest(word, VERBS)
    return f"did you mean {found}?" if found else "reader --help lists the verbs"


def _is_terminal() -> bool:
    streams = (sys.stdin, sys.stdout, sys.stderr)  # the screen is drawn on standard error
    return all(stream is not None and stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def list_articles(options: Namespace) -> int:
    """What the screen would show first, as lines: date, source, title and file of every article."""
    from reader.cli import plain
    from reader.cli.answer import finish_reading
    from reader.cli.exits import Exit
    from reader.cli.intake import Intake
    from reader.cli.output import Output, complain
    from reader.cli.place import find
    from reader.export import records

    place = find(options, options.paths)
    if not place.articles.paths:
        complain("no articles: give a folder, or make one called articles")
        return Exit.INPUT
    answer, intake = Output("list", "text"), Intake([str(path) for path in place.articles.paths])
    for article in intake:
        answer.record(records.brief(article), lambda record: [plain.brief(record)])
    return finish_reading(answer, intake, answer.count > 0)
