"""The command line starts without what it does not need, counted in modules: those depend on no machine."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

CALL = """
import io, json, sys
from reader.cli import main
real, sys.stdout = sys.stdout, io.TextIOWrapper(io.BytesIO())
main(sys.argv[1:])
real.write(json.dumps(sorted(sys.modules)))
"""
SCREEN = {"textual", "rich"}
HEAVY = {*SCREEN, "yaml", "rapidfuzz", "sqlite3", "asyncio", "multiprocessing", "email", "http", "difflib", "traceback"}


def loaded(*arguments: str | Path) -> set[str]:
    """The top-level names of the modules that one command has imported when it is done."""
    command = [sys.executable, "-c", CALL, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in json.loads(done.stdout)}


@pytest.mark.parametrize(
    "arguments",
    [
        ["quotes", "{file}"],
        ["entities", "{folder}"],
        ["events", "{folder}"],
        ["compare", "{folder}"],
        ["matrix", "{folder}"],
        ["timeline", "{folder}"],
        ["search", "ferry", "{folder}"],
        ["notes", "{folder}"],
        ["index", "{folder}"],
        ["keys"],
        ["doctor"],
        ["{folder}"],
        ["--help"],
    ],
    ids=lambda arguments: arguments[0].strip("{}"),
)
def test_no_verb_imports_the_screen(talks: Path, arguments: list[str]) -> None:
    given = [part.format(folder=talks, file=talks / "a-gazette.txt") for part in arguments]
    assert not loaded(*given) & SCREEN


def test_showing_a_file_imports_nothing_heavy(talks: Path) -> None:
    assert not loaded("show", talks / "a-gazette.txt", "--json") & HEAVY


def test_the_version_imports_next_to_nothing() -> None:
    assert not loaded("--version") & {*HEAVY, "argparse", "dataclasses", "pathlib"}


def test_paths_alone_are_read_as_the_parser_reads_them() -> None:
    from reader.cli.screen import parser, read

    for given in ([], ["news"], ["news", "a file.md"]):
        assert vars(read(given)) == vars(parser().parse_args(given))
