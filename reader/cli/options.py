"""Options that several commands share. Nothing here imports more than argparse, so that help comes at once."""

from argparse import ArgumentParser
from pathlib import Path

PATHS = "an article file, a folder of them, a .jsonl container, or - for standard input"


def add_paths(parser: ArgumentParser, optional: bool = False) -> None:
    """The PATHs to read; where they are optional, the library that the screen would open stands in."""
    parser.add_argument("paths", nargs="*" if optional else "+", metavar="PATH", help=PATHS)


def add_form(parser: ArgumentParser, tables: bool = False) -> None:
    """The options that choose between plain text, JSON and JSON Lines; with `tables` also Markdown and CSV."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_const", dest="mode", const="json", help="print one JSON object")
    form.add_argument("--jsonl", action="store_const", dest="mode", const="jsonl", help="print one JSON record a line")
    if tables:
        form.add_argument("--markdown", action="store_const", dest="mode", const="markdown", help="print Markdown")
        form.add_argument("--csv", action="store_const", dest="mode", const="csv", help="print a table as CSV")
    parser.set_defaults(mode="text")


def add_extractor(parser: ArgumentParser) -> None:
    """The choice of who finds the names, for the verbs whose answer depends on it."""
    parser.add_argument(
        "--extractor", choices=("builtin", "spacy"), help="who finds the names; spacy needs the extra of that name"
    )


def add_settings(parser: ArgumentParser) -> None:
    """The options that every command with notes or settings knows."""
    parser.add_argument("--notes", type=Path, metavar="DIR", help="folder of the notes")
    parser.add_argument("--config", type=Path, metavar="FILE", help="configuration to use instead of your own")


def add_event_arguments(parser: ArgumentParser) -> None:
    """Everything that a verb takes which tells, event by event, what the sources have."""
    add_paths(parser)
    add_one_event(parser)
    add_extractor(parser)
    add_settings(parser)
    add_form(parser, tables=True)


def add_one_event(parser: ArgumentParser) -> None:
    """Whether the articles are grouped first, for the verbs that tell what the sources of an event have."""
    parser.add_argument("--one-event", action="store_true", help="take all articles as reports of one event")
