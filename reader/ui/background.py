"""Asking the terminal for its background, so that the first frame is already in the right colours.

The question is OSC 11 followed by a request for the device attributes, which every terminal answers: when that second
answer comes without the first, the terminal does not know, and nothing more is waited for.
"""

import os
import re

from reader.ui.terminal import Terminal

QUESTION = "\x1b]11;?\x1b\\\x1b[c"
COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
ATTRIBUTES = re.compile(rb"\x1b\[\?[0-9;]*c")
ANSWERS = re.compile(rb"\x1b\]11;[^\x07\x1b]*(?:\x07|\x1b\\)|" + ATTRIBUTES.pattern)
PATIENCE, REMOTE = 0.2, 1.5
"""Seconds that a terminal has to answer, here and on the far side of an SSH connection; who is later gets the default,
and what it answers then is taken for keys."""


def ask(terminal: Terminal) -> None:
    """Ask; what is done before the answer is needed hides the way to a remote terminal and back."""
    if "COLORFGBG" not in os.environ and terminal.is_taken:
        terminal.ask(QUESTION)


def is_dark(terminal: Terminal) -> bool:
    """Whether the background of a terminal that was asked is dark; True where it does not say."""
    if "COLORFGBG" in os.environ:
        return _from_variable(os.environ["COLORFGBG"])
    patience = REMOTE if "SSH_CONNECTION" in os.environ else PATIENCE
    return not terminal.is_taken or dark_in(terminal.answer(ANSWERS, ATTRIBUTES, patience))


def dark_in(reply: bytes) -> bool:
    """Read the answer; luminance by Rec. 709 weights, half-way is the border."""
    found = COLOUR.search(reply)
    if not found:
        return True
    red, green, blue = (int(part, 16) / float(16 ** len(part) - 1) for part in found.groups())
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.5)


def _from_variable(value: str) -> bool:
    """`COLORFGBG` is `foreground;background`, as numbers of the 16 colours: 7 and 9 to 15 are light."""
    last = value.rpartition(";")[2]
    return not (last.isdigit() and (int(last) == 7 or int(last) > 8))
