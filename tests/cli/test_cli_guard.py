"""How the program ends when something goes wrong that is nobody's input."""

import os
import subprocess
import sys

import pytest

READER = [sys.executable, "-m", "reader"]


def fail(error: BaseException):
    def work(arguments):
        raise error

    return work


def test_an_internal_error_is_one_line_and_a_log(capsysbinary, tmp_path) -> None:
    from reader.cli.guard import guarded

    assert guarded(fail(ValueError("words of an article")), []) == 70
    captured = capsysbinary.readouterr()
    log = tmp_path / "xdg" / "state" / "reader" / "reader.log"
    assert captured.err.decode() == f"reader: internal error (ValueError); the details are in {log}\n"
    assert "words of an article" in log.read_text("utf-8")
    assert log.stat().st_mode & 0o077 == 0


def test_the_log_starts_anew_when_it_has_grown(tmp_path) -> None:
    from reader.cli import log

    log.path().parent.mkdir(parents=True)
    log.path().write_bytes(b"x" * (log.LIMIT + 1))
    log.record(ValueError("new"))
    assert log.path().stat().st_size < 10_000


def test_a_log_that_cannot_be_written_is_said(tmp_path) -> None:
    from reader.cli import log

    (tmp_path / "xdg").write_text("a file where a folder should be", "utf-8")
    assert log.record(ValueError("new")).startswith("no log, because ")


def test_an_interruption_is_silent(capsysbinary) -> None:
    from reader.cli.guard import guarded

    assert guarded(fail(KeyboardInterrupt()), []) == 130
    assert capsysbinary.readouterr().err == b""


@pytest.mark.parametrize("form", ["--jsonl", "--json", None])
def test_a_closed_pipe_is_silent(talks, form) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [*READER, "show", str(talks), *([form] if form else [])]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert done.stderr == b""
    assert done.returncode == 0


def test_standard_output_that_is_closed_from_the_start_is_silent(talks) -> None:
    done = subprocess.run(f"{sys.executable} -m reader show {talks} >&-", shell=True, capture_output=True, check=False)
    assert done.stderr == b""
    assert done.returncode == 0
