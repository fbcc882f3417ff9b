"""keys: what every key of the screen does, from the one registry of actions; or a check of a key file."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.answer import output
from reader.cli.exits import Exit
from reader.cli.options import add_form
from reader.cli.output import Output, Record
from reader.settings import key_names, keymap, paths

if TYPE_CHECKING:
    from reader.model import Problem

EXAMPLES = """\
examples:
  reader keys                       the keys as you have set them
  reader keys --default             as the program comes
  reader keys --check keys.yaml     exit 1 if something in the file cannot be used
"""

MANUAL = (
    "# Keys",
    "",
    "Every key can be changed in `keys.yaml`; `reader doctor` says where it is. A line is `action: key` or",
    "`action: [key, key]`. `reader keys` prints the keys that hold, `reader keys --check FILE` what is wrong in one.",
    "This page is made by `reader keys --default --markdown`.",
)


def arguments(parser: ArgumentParser) -> None:
    add_form(parser)
    parser.add_argument("--default", action="store_true", help="the program's own keys, without your keys.yaml")
    parser.add_argument(
        "--markdown", action="store_const", dest="mode", const="markdown", help="print the manual's table"
    )
    parser.add_argument("--check", type=Path, metavar="FILE", help="only say what is wrong in a key file")


def run(options: Namespace) -> int:
    file = options.check or (None if options.default else paths.from_environment().keys_file)
    if options.check and not options.check.is_file():
        from reader.cli.output import complain

        complain(f"{options.check}: no such file")
        return Exit.INPUT
    found, problems = load(file)
    if options.mode == "markdown":
        return _markdown(found)
    answer = output("keys", options)
    if not options.check:
        for record in records(found):
            answer.record(record, lines)
    answer.close(problems)
    return Exit.NOTHING if options.check and problems else Exit.DONE


def load(file: Path | None) -> tuple[keymap.Keymap, tuple["Problem", ...]]:
    """The keys of all actions as `file` changes them, and what is wrong in it."""
    from reader.session.actions import ACTIONS

    return keymap.load(file, {action.name: keymap.ActionKeys(action.keys, action.scope) for action in ACTIONS.values()})


def records(found: keymap.Keymap) -> Iterator[Record]:
    """One record for each action, group by group in the order of the registry."""
    from reader.session.actions import ACTIONS

    groups = {action.group: None for action in ACTIONS.values()}
    for group in groups:
        for action in ACTIONS.values():
            if action.group == group:
                keys = found.keys.get(action.name, action.keys)
                yield {
                    "action": action.name,
                    "keys": list(keys),
                    "shown": [shown(key) for key in keys],
                    "group": group,
                    "help": action.help,
                    "scope": list(action.scope),
                    "changed": action.name in found.changed,
                }


def shown(key: str) -> str:
    """A key as people write it; two in a row without a space, because a space stands between alternatives."""
    return key_names.display(key).replace(" ", "")


def lines(record: Record) -> Iterator[str]:
    """`group keys action help`, in columns."""
    yield f"{record['group']:10} {' '.join(record['shown']) or '-':20} {record['action']:20} {record['help']}"


def _markdown(found: keymap.Keymap) -> int:
    answer = Output("keys", "text")
    group = ""
    for line in MANUAL:
        answer.line(line)
    for record in records(found):
        if record["group"] != group:
            group = record["group"]
            for line in ("", f"## {group}", "", "| keys | action | what it does |", "|---|---|---|"):
                answer.line(line)
        keys = " ".join(_code(key) for key in record["shown"])
        answer.line(f"| {keys} | `{record['action']}` | {record['help'].replace('|', '&#124;')} |")
    answer.close(())
    return Exit.DONE


def _code(key: str) -> str:
    """A key as Markdown's code; a backquote or a bar would end it."""
    return "`` ` ``" if key == "`" else f"`{key}`".replace("|", "&#124;")
