"""A child process that answers questions: started when the first is asked, given a time for each, ended with us.

What is large and slow to load stays out of this process, and what breaks there breaks nothing here.
"""

import contextlib
import os
import selectors
import subprocess
import time
from collections.abc import Sequence
from typing import IO, Any

from reader.analysis.extractors.wire import HEAD, GarbledError, body_length, packed, unpacked

_BLOCK = 1 << 16


class BrokenError(Exception):
    """The child did not answer: it ended, took too long or said what cannot be understood. It is gone."""


class Child:
    """One child process with a question at a time. Not for several threads at once.

    It ends with this process, however that ends, because its standard input closes: `serving` watches for that.
    """

    def __init__(self, command: Sequence[str]) -> None:
        """Start it. Raises `BrokenError` where that is impossible."""
        try:
            self._process: subprocess.Popen[bytes] = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # a traceback may quote an article
                start_new_session=True,  # Ctrl+C on the terminal is not meant for it
            )
        except OSError as error:
            raise BrokenError(f"could not be started: {error.strerror}") from error
        self._input, self._output = _pipes(self._process)
        for pipe in (self._input, self._output):
            os.set_blocking(pipe.fileno(), False)

    def tell(self, value: Any) -> None:
        """Send a short message and wait for nothing. Raises `BrokenError`."""
        try:
            os.write(self._input.fileno(), packed(value))
        except OSError as error:
            self.kill()
            raise BrokenError("ended unexpectedly") from error

    def answer(self, seconds: float) -> Any:
        """What it says to something told before. Raises `BrokenError`."""
        return self._understood(b"", seconds)

    def ask(self, question: Any, seconds: float) -> Any:
        """The answer to a question, waiting so long for it. Raises `BrokenError`."""
        return self._understood(packed(question), seconds)

    def _understood(self, message: bytes, seconds: float) -> Any:
        try:
            return unpacked(self._exchange(message, time.monotonic() + seconds))
        except BrokenError:
            self.kill()
            raise
        except GarbledError as error:
            self.kill()
            raise BrokenError("gave an answer that cannot be understood") from error
        except OSError as error:
            self.kill()
            raise BrokenError("ended unexpectedly") from error

    def _exchange(self, message: bytes, deadline: float) -> bytearray:
        """Write and read by turns, so that neither side waits for the other for ever; the answer's body."""
        waiting, answer, wanted = memoryview(message), bytearray(), HEAD
        with selectors.DefaultSelector() as ready:
            ready.register(self._output, selectors.EVENT_READ)
            if waiting:
                ready.register(self._input, selectors.EVENT_WRITE)
            while wanted == HEAD or len(answer) < wanted:
                left = deadline - time.monotonic()
                if left <= 0:
                    raise BrokenError("took too long")
                for key, _ in ready.select(left):
                    if key.fileobj is self._input:
                        waiting = waiting[os.write(key.fd, waiting[:_BLOCK]) :]
                        if not waiting:
                            ready.unregister(self._input)
                    elif block := os.read(key.fd, _BLOCK):
                        answer += block
                    else:
                        raise BrokenError("ended unexpectedly")
                if len(answer) >= HEAD:
                    wanted = HEAD + body_length(answer)
        if waiting or len(answer) > wanted:
            raise GarbledError("more than was asked for")
        return answer[HEAD:]

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._input, self._output):
            with contextlib.suppress(BrokenPipeError):
                pipe.close()


def _pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout
