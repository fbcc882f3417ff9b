"""Running the command line inside the test's own process, with settings, state and cache of its own."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reader.cli import main

GAZETTE = """\
# Ferry runs aground off Sele

Harbour Gazette
March 3, 2031

SELMOUTH – A ferry with 120 people on board ran aground on Tuesday, Mayor Ilse Branden said.

"Nobody was hurt, and nobody was in danger," Branden told reporters in Sele. "The crew did well."

The ferry company said it would pay for hotel rooms.
"""
WIRE = """\
# Passengers safe after ferry grounding

Northern Wire
March 4, 2031

SELMOUTH – About 140 passengers were taken off a grounded ferry near Sele on Tuesday.

"Nobody was hurt," Mayor Ilse Branden told Northern Wire. She did not say what had caused the accident.
"""


class Done(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()

    @property
    def data(self) -> list[dict[str, Any]]:
        """The records of --json or --jsonl."""
        text = self.out.decode()
        if text.startswith('{"schema"'):
            records = json.loads(text)["data"]
        else:
            records = [json.loads(line) for line in text.splitlines()]
        assert isinstance(records, list)
        return records


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in an empty folder and without the settings of whoever runs it."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "xdg" / name.lower()))
    for name in ("READER_ARTICLES", "READER_NOTES", "READER_THEME", "READER_EXTRACTOR", "READER_SPACY_MODEL"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "here"
    home.mkdir()
    monkeypatch.chdir(home)
    return home


@pytest.fixture
def here(own_folders: Path) -> Path:
    """The folder that the command is run in."""
    return own_folders


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `reader` with some arguments; `stdin` is what it finds on standard input."""

    def call(*arguments: str | Path, stdin: bytes = b"") -> Done:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsysbinary.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsysbinary.readouterr()
        return Done(code, captured.out, captured.err.decode())

    return call


@pytest.fixture
def talks(here: Path) -> Path:
    """A folder with two reports of one event."""
    folder = here / "ferry"
    folder.mkdir()
    (folder / "a-gazette.txt").write_text(GAZETTE, "utf-8")
    (folder / "b-wire.txt").write_text(WIRE, "utf-8")
    return folder
