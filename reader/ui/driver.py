"""Takes the terminal from the time before the application: the first frame stays, and keys pressed are not lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from reader.ui.terminal import ALTERNATE

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


class TakingDriver(LinuxDriver):
    """As Textual's, but begins where `Terminal` stands."""

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
