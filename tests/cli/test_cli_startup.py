"""The command line starts without what it does not need, counted in modules: those depend on no machine."""

import json
import subprocess
import sys
from pathlib import Path

CALLS = """
import io, json, sys
from reader.cli import main
real = sys.stdout
for arguments in json.loads(sys.argv[1]):
    sys.stdout = io.TextIOWrapper(io.BytesIO())
    main(arguments)
    real.write(json.dumps(sorted(sys.modules)) + "\\n")
"""
SCREEN = {"textual", "rich"}
HEAVY = {*SCREEN, "yaml", "rapidfuzz", "sqlite3", "asyncio", "multiprocessing", "email", "http", "difflib", "traceback"}


def loaded(*commands: list[str]) -> list[set[str]]:
    """The top-level names of the modules that are imported when each of some commands is done, one after the other."""
    call = [sys.executable, "-c", CALLS, json.dumps(commands)]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    return [{name.partition(".")[0] for name in json.loads(line)} for line in done.stdout.splitlines()]


def test_no_verb_imports_the_screen(talks: Path) -> None:
    folder = str(talks)
    commands = [
        ["quotes", str(talks / "a-gazette.txt")],
        *([verb, folder] for verb in ("entities", "events", "compare", "matrix", "timeline", "notes", "index")),
        ["search", "ferry", folder],
        ["keys"],
        ["doctor"],
        [folder],
        ["--help"],
    ]
    for arguments, names in zip(commands, loaded(*commands), strict=True):
        assert not names & SCREEN, arguments


def test_showing_a_file_imports_nothing_heavy(talks: Path) -> None:
    [names] = loaded(["show", str(talks / "a-gazette.txt"), "--json"])
    assert not names & HEAVY


def test_the_version_imports_next_to_nothing() -> None:
    [names] = loaded(["--version"])
    assert not names & {*HEAVY, "argparse", "dataclasses", "pathlib"}


def test_paths_alone_are_read_as_the_parser_reads_them() -> None:
    from reader.cli.screen import parser, read

    for given in ([], ["news"], ["news", "a file.md"]):
        assert vars(read(given)) == vars(parser().parse_args(given))
