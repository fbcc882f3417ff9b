"""The indexing process as the screen sees it: started, asked how far it is without ever waiting for it, stopped."""

import contextlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from reader.library.values import Changes, Progress
from reader.model import Problem

if TYPE_CHECKING:
    import subprocess


class ChildProcess:
    """A process that indexes the catalogue in a file."""

    def __init__(self, catalogue: Path, roots: Sequence[Path], full: bool, decisions: Path | None = None) -> None:
        """Start it; it reads the file of decisions by itself. Raises OSError where that is impossible."""
        import subprocess  # only the screen starts processes

        self.latest: Progress | None = None
        self.code: int | None = None
        self._rest = b""
        self._process: subprocess.Popen[bytes] = subprocess.Popen(
            [sys.executable, "-m", "reader.library.indexing"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl+C on the terminal is not meant for it
        )
        self._input, self._output = _pipes(self._process)
        os.set_blocking(self._output.fileno(), False)
        job = {
            "catalogue": os.fspath(catalogue),
            "roots": [os.fspath(root) for root in roots],
            "full": full,
            "decisions": decisions and os.path.abspath(decisions),  # noqa: PTH100 - links stay as they are named
        }
        with contextlib.suppress(BrokenPipeError):
            self._input.write(json.dumps(job).encode() + b"\n")
            self._input.flush()

    def poll(self) -> None:
        """Bring `latest` and `code` up to date; never waits."""
        if self.code is not None:
            return
        code = self._process.poll()  # before listening, so that nothing said before the end is missed
        self._listen()
        if code is not None:
            self._end(code)

    def _listen(self) -> None:
        while block := self._output.read(65536):
            self._rest += block
        *lines, self._rest = self._rest.split(b"\n")
        if lines:
            fields = json.loads(lines[-1])
            problem = fields.pop("problem")
            changes = Changes(*fields.pop("changes"))
            self.latest = Progress(**fields, problem=problem and Problem(*problem), changes=changes)

    def stop(self) -> None:
        """End the process at once; what it had stored stays."""
        if self.code is None:
            self._process.kill()
            self._end(self._process.wait())

    def _end(self, code: int) -> None:
        self.code = code
        for pipe in (self._input, self._output):
            with contextlib.suppress(BrokenPipeError):
                pipe.close()


def _pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout
