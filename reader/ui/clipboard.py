"""Copying: the system's own clipboard program where the session is local, OSC 52 through the terminal otherwise."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence

from textual.app import App

PATIENCE = 2.0
"""Seconds that a clipboard program may take."""


def copy(text: str, app: App[int]) -> str:
    """Copy the text; how it was done, in words for the status line."""
    if not os.environ.get("SSH_CONNECTION"):
        for command in _programs():
            try:
                subprocess.run(command, input=text.encode(), check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL)
            except (OSError, subprocess.SubprocessError):
                continue
            return command[0]
    app.copy_to_clipboard(text)
    return "through the terminal"


def _programs() -> Iterator[Sequence[str]]:
    found: list[Sequence[str]] = []
    if sys.platform == "darwin":
        found = [("pbcopy",)]
    elif os.environ.get("WAYLAND_DISPLAY"):
        found = [("wl-copy",)]
    elif os.environ.get("DISPLAY"):
        found = [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    elif os.environ.get("TMUX"):
        found = [("tmux", "load-buffer", "-w", "-")]
    return (command for command in found if shutil.which(command[0]))
