"""Takes the terminal from the time before the application: the first frame stays, and keys pressed are not lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO, cast

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from reader.ui.terminal import ALTERNATE

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


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
        if terminal is None or not terminal.is_taken:  # back from the shell
            super().start_application_mode()  # type: ignore[no-untyped-call]
            return
        before, pressed, self._keeps_frame = terminal.hand_over()
        for event in XTermParser().feed(pressed.decode("utf-8", "replace")):
            self.process_message(event)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = before

    def write(self, data: str) -> None:
        if self._keeps_frame and data == ALTERNATE:
            self._keeps_frame = False
            return
        super().write(data)
