"""However the screen's end comes: the terminal is as before, and what the user did is saved."""

import json
import os
import signal
import time
from pathlib import Path

import pytest
from pseudo_terminal import PATIENCE, PseudoTerminal, environment

ARTICLE = """\
# Ferry aground off Sele

Harbour Gazette
March 3, 2031

SELMOUTH - A ferry ran aground on Tuesday, Mayor Ilse Branden said. "Nobody was hurt," she told reporters.

The operator said that 140 people were on board.
"""
FAULTY = """\
import sys
from dataclasses import replace

def fail(state, world, which):
    words = state.reading.article.text
    raise RuntimeError(words)

from reader.session.actions import ACTIONS
ACTIONS["star"] = replace(ACTIONS["star"], run=fail)
from reader.cli import main
sys.exit(main())
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "ferry.md").write_text(ARTICLE)
    return tmp_path


def _reader(home: Path, *program: str) -> PseudoTerminal:
    return PseudoTerminal([*(program or ("-m", "reader")), str(home / "articles")], environment(home), home)


def _memory(home: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((home / "state" / "reader" / "memory.json").read_text())
    return found


def _write_note(terminal: PseudoTerminal) -> None:
    terminal.wait("unread")
    terminal.press("s", "star")
    terminal.press("a", "Enter saves")
    terminal.send("Who counted the people?")
    terminal.wait("Who counted")


def _note_is_kept(home: Path) -> bool:
    return any("Who counted the people?" in file.read_text() for file in (home / "notes").glob("*.yaml"))


@pytest.mark.parametrize("way", ["\x03", "SIGTERM"])
def test_the_end_leaves_the_terminal_in_order_and_saves(home: Path, way: str) -> None:
    with _reader(home) as terminal:
        _write_note(terminal)
        terminal.press("\r", lambda text: "Enter saves" not in text)
        if way.startswith("SIG"):
            os.kill(terminal.pid, getattr(signal, way))
        else:
            terminal.send(way)
        assert terminal.end() == 0
        assert terminal.modes_left() == set()
        assert b"Traceback" not in terminal.output
    assert _memory(home)["starred"]
    assert _note_is_kept(home)


def _ends_by_itself(terminal: PseudoTerminal) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and terminal.code is None:
        done, status = os.waitpid(terminal.pid, os.WNOHANG)
        terminal.code = os.waitstatus_to_exitcode(status) if done else None
        time.sleep(0.02)
    return terminal.code is not None


def test_a_terminal_that_is_closed_ends_the_reader(home: Path) -> None:
    with _reader(home) as terminal:
        _write_note(terminal)
        terminal.press("\r", lambda text: "Enter saves" not in text)
        terminal.close()
        assert _ends_by_itself(terminal), "still running without a terminal"
    assert _memory(home)["starred"]
    assert _note_is_kept(home)


def test_a_reader_that_was_stopped_from_outside_goes_on_and_ends(home: Path) -> None:
    with _reader(home) as terminal:
        terminal.wait("unread")
        for _ in range(3):
            os.kill(terminal.pid, signal.SIGSTOP)
            os.kill(terminal.pid, signal.SIGCONT)
        terminal.press("s", "star")
        terminal.send("Q")
        assert terminal.end() == 0
        assert terminal.modes_left() == set()
    assert _memory(home)["starred"]


def _worked(pid: int) -> float:
    """Seconds of the processor that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return float(int(fields[11]) + int(fields[12]))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc tells whether a process still works")
def test_a_terminal_that_shows_nothing_more_and_is_closed_ends_the_reader(home: Path) -> None:
    with _reader(home) as terminal:
        _write_note(terminal)
        terminal.press("\r", lambda text: "Enter saves" not in text)
        terminal.send("H" * 100)  # each draws the text anew: far more than a terminal takes in that nobody reads
        idle, before = 0, -1.0
        while idle < 5:  # it waits for the terminal
            now = _worked(terminal.pid)
            idle, before = (idle + 1 if now == before else 0), now
            time.sleep(0.1)
        terminal.close()
        assert _ends_by_itself(terminal), "still waiting for a terminal that is gone"
    assert _memory(home)["starred"]
    assert _note_is_kept(home)


def test_words_that_no_disk_has_taken_are_left_in_the_terminal(home: Path) -> None:
    (home / "notes").write_text("a file where a folder should be")
    with _reader(home) as terminal:
        terminal.wait("Ilse Branden  Mayor")
        terminal.press("a", "Enter saves")
        terminal.send("Who counted the people?")
        terminal.wait("Who counted")
        terminal.press("\r", "a note is not saved yet")
        terminal.send("Q")
        assert terminal.end() == 5
        assert terminal.modes_left() == set()
        left = terminal.output.rpartition(b"\x1b[?1049l")[2].decode()
    assert "notes that could not be saved: 1" in left
    assert "Who counted the people?" in left


@pytest.mark.parametrize("way", ["Q", "SIGTERM", "SIGHUP"])
def test_a_catalogue_for_one_run_is_gone_at_its_end(home: Path, way: str) -> None:
    (home / "cache").write_text("a file where a folder should be")
    (home / "passing").mkdir()
    env = {**environment(home), "TMPDIR": str(home / "passing")}
    with PseudoTerminal(["-m", "reader", str(home / "articles")], env, home) as terminal:
        terminal.wait("a temporary one is used")
        terminal.wait("Ilse Branden  Mayor")
        assert any((home / "passing").rglob("*.sqlite"))
        if way.startswith("SIG"):
            os.kill(terminal.pid, getattr(signal, way))
        else:
            terminal.send(way)
        terminal.end()
    assert not any((home / "passing").iterdir())


def test_a_fault_is_one_line_and_the_log(home: Path) -> None:
    script = home / "faulty.py"
    script.write_text(FAULTY)
    with _reader(home, str(script)) as terminal:
        terminal.wait("unread")
        terminal.press("\r", "q back")
        terminal.send("s")
        assert terminal.end() == 70
        assert terminal.modes_left() == set()
        left = terminal.output.rpartition(b"\x1b[?1049l")[2].decode()
    said = [line for line in left.replace("\x1b[?25h\x1b[?1004l", "").splitlines() if line.strip()]
    assert len(said) == 1, said
    log = home / "state" / "reader" / "reader.log"
    assert "internal error (RuntimeError)" in said[0]
    assert str(log) in said[0]
    assert "ferry" not in left.lower()
    assert "RuntimeError" in log.read_text()
    assert _memory(home)["read"]
