"""Takes the terminal from the time before the application: the first frame stays, and keys pressed are not lost."""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from selectors import EVENT_READ, SelectSelector
from typing import TYPE_CHECKING, Any, TextIO, cast

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from reader.ui.terminal import ALTERNATE

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

ESCAPE = 0.05
"""Seconds after which an escape is the key and not the beginning of another one's, which comes in one piece."""
if "ESCDELAY" not in os.environ:  # with which users of slow lines set it
    constants.ESCAPE_DELAY = ESCAPE  # type: ignore[misc]


class Output:
    """The terminal to write to, or nothing once it is gone.

    The thread that writes would end at an error, and whoever hands it the next frame would wait for it for ever,
    notes and all; so nothing fails here, and the signal that comes with the end of a terminal is still heard.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._is_gone = False

    def write(self, text: str) -> None:
        """Write, where there is still somebody to read it."""
        if not self._is_gone:
            try:
                self._file.write(text)
            except (OSError, ValueError):
                self._is_gone = True

    def flush(self) -> None:
        """Likewise."""
        if not self._is_gone:
            try:
                self._file.flush()
            except (OSError, ValueError):
                self._is_gone = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


class TakingDriver(LinuxDriver):
    """As Textual's, but begins where `Terminal` stands, and does not wait for a terminal that is gone."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._file = cast("Any", Output(cast("TextIO", self._file)))

    _keeps_frame = False
    """Whether the alternate screen is there already: to ask for it again would empty it."""

    def start_application_mode(self) -> None:
        terminal = cast("ReaderApp", self._app).terminal
        if terminal is None or not terminal.is_taken:  # back from the shell, or stopped without being asked
            self.disable_input()  # then the keys are still read
            super().start_application_mode()  # type: ignore[no-untyped-call]
            return
        before, pressed, self._keeps_frame = terminal.hand_over()
        for event in XTermParser().feed(pressed.decode("utf-8", "replace")):
            self.process_message(event)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = before

    def run_input_thread(self) -> None:
        """Reads keys as Textual's does, but knows after `ESCAPE` that an escape stands alone, and ends as soon.

        It ends with the terminal, too, which would otherwise be read again and again.
        """
        parser, decode = XTermParser(), getincrementaldecoder("utf-8")().decode
        wait = min(0.1, constants.ESCAPE_DELAY)
        with SelectSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(wait):
                    data = os.read(self.fileno, 4096)
                    if not data:
                        return
                    text = decode(data)
                    for event in parser.feed(text) if text else ():
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def write(self, data: str) -> None:
        if self._keeps_frame and data == ALTERNATE:
            self._keeps_frame = False
            return
        super().write(data)
