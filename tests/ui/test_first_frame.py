"""The list that is shown before Textual is loaded: true to the application, and the terminal is always given back."""

import json
import os
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pyte
import pytest
from pseudo_terminal import ROWS, PseudoTerminal, environment

from reader.cli import main
from reader.ui.background import ANSWERS, ATTRIBUTES, dark_in
from reader.ui.first_frame import colour_system

ARTICLE = """\
# Tram derailed at Oldenmarkt

Quay Gazette
April 9, 2032

OLDEN - A tram left the rails on Friday, Mayor Silke Varga said. "Nobody was hurt," she told reporters.
"""
SLOW = """\
import sys, time
from pathlib import Path
from reader.ui import start
parts = start._parts
def in_its_own_time(*given):
    while not Path("go").exists():
        time.sleep(0.005)
    return parts(*given)
start._parts = in_its_own_time
from reader.cli import main
sys.exit(main())
"""
"""A program that waits between its first frame and the application until it is told to go on, see `_go_on`."""
BROKEN = """\
import sys
sys.modules["reader.ui.app"] = None
from reader.cli import main
sys.exit(main())
"""
"""A program whose application cannot be imported."""
LOADED = """
import json, sys
import reader.cli.screen, reader.ui.start, reader.ui.first_frame
print(json.dumps(sorted(sys.modules)))
"""
LIBRARIES = ("textual", "asyncio", "argparse", "rapidfuzz", "ssl", "tempfile", "shutil")
ON_THE_WAY = ("reader.session.actions", "reader.events", "reader.search", "reader.formats", "reader.analysis.names")
"""What the first frame does not need, and the application does."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "tram.md").write_text(ARTICLE)
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    assert main(["index", "articles"]) == 0
    return tmp_path


def _go_on(home: Path) -> None:
    (home / "go").touch()


def _reader(home: Path, program: str, **more: str) -> PseudoTerminal:
    env = environment(home) | {"COLORTERM": "truecolor"} | more
    return PseudoTerminal(["-c", program, str(home / "articles")], env, home)


def _only_the_list(text: str) -> bool:
    return "Tram derailed" in text and "help" not in text


def test_nothing_of_textual_is_imported_before_it() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    names = json.loads(done.stdout)
    assert not {name.partition(".")[0] for name in names}.intersection(LIBRARIES)
    assert not [name for name in names if name.startswith(ON_THE_WAY)]


def test_the_list_stands_there_before_the_application_and_stays(home: Path) -> None:
    with _reader(home, SLOW) as terminal:
        before = [line[:84] for line in terminal.wait(_only_the_list).splitlines()]  # without the panel
        _go_on(home)
        after = [line[:84] for line in terminal.wait("help").splitlines()]
        assert [line.rstrip() for line in after[:5]] == before[:5]
        assert terminal.output.count(b"\x1b[?1049h") == 1
        terminal.press("Q", lambda _: True)
        assert terminal.end() == 0
        assert not terminal.modes_left()


def test_keys_that_are_pressed_meanwhile_are_not_lost(home: Path) -> None:
    with _reader(home, SLOW) as terminal:
        terminal.wait(_only_the_list)
        terminal.send("s")
        _go_on(home)
        terminal.wait("★")
        terminal.send("Q")
        assert terminal.end() == 0


def test_keys_that_come_with_the_answer_about_the_background_are_not_lost(home: Path) -> None:
    with _reader(home, SLOW) as terminal:
        while b"\x1b]11;?" not in terminal.output:
            terminal.read(0.05)
            terminal.send("s" if b"\x1b]11;?" in terminal.output else "")
        _go_on(home)
        terminal.wait("★")


def test_ctrl_c_leaves_as_soon_as_there_is_an_application(home: Path) -> None:
    with _reader(home, SLOW) as terminal:
        terminal.wait(_only_the_list)
        terminal.send("\x03")
        _go_on(home)
        assert terminal.end() == 0
        assert not terminal.modes_left()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_before_the_application_is_there_gives_the_terminal_back(home: Path, name: str) -> None:
    with _reader(home, SLOW) as terminal:
        settings = termios.tcgetattr(terminal._master)
        terminal.wait(lambda text: _only_the_list(text) and termios.tcgetattr(terminal._master)[3] != settings[3])
        os.kill(terminal.pid, getattr(signal, name))
        assert terminal.end() >= 128
        assert not terminal.modes_left()
        assert termios.tcgetattr(terminal._master)[:6] == settings[:6]


def test_a_start_that_fails_gives_the_terminal_back_and_says_one_line(home: Path) -> None:
    with _reader(home, BROKEN) as terminal:
        settings = termios.tcgetattr(terminal._master)
        assert terminal.end() != 0
        assert b"Tram derailed" in terminal.output
        assert terminal.output.rstrip().rpartition(b"\x1b[?25h")[2].count(b"\n") == 0
        assert b"internal error" in terminal.output.rpartition(b"\x1b[?1049l")[2]
        assert not terminal.modes_left()
        assert termios.tcgetattr(terminal._master)[:6] == settings[:6]


@pytest.mark.parametrize("theme", ["ansi-16", "newsprint"])
def test_its_colours_are_those_of_the_application(home: Path, theme: str) -> None:
    with _reader(home, SLOW, READER_THEME=theme) as terminal:
        terminal.wait(_only_the_list)
        first = {(x, y): terminal._screen.buffer[y][x] for x in range(26) for y in range(ROWS - 3)}
        _go_on(home)
        terminal.wait("help")
        changed = {place for place, cell in first.items() if cell.data != " " and cell != _now(terminal, place)}
        assert not changed


def _now(terminal: PseudoTerminal, place: tuple[int, int]) -> pyte.screens.Char:
    return terminal._screen.buffer[place[1]][place[0]]


@pytest.mark.parametrize(
    "env",
    [
        {"COLORTERM": "truecolor", "TERM": "xterm"},
        {"COLORTERM": "24bit", "TERM": "xterm-256color"},
        {"TERM": "xterm-256color"},
        {"TERM": "xterm-kitty"},
        {"TERM": "linux"},
        {"TERM": "screen-16color"},
    ],
)
def test_colours_follow_the_rules_of_the_console(env: dict[str, str]) -> None:
    from rich.console import Console

    known = {"truecolor": "TRUECOLOR", "256": "EIGHT_BIT", "standard": "STANDARD"}
    assert colour_system(env).name == known[str(Console(force_terminal=True, _environ=env).color_system)]


def test_the_answer_about_the_background_is_told_from_keys() -> None:
    reply = b"j\x1b]11;rgb:f0f0/f0f0/f0f0\x1b\\k\x1b[?62;22cl"
    assert not dark_in(reply)
    assert ATTRIBUTES.search(reply)
    assert ANSWERS.sub(b"", reply) == b"jkl"
