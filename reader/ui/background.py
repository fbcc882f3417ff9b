"""Asking the terminal for its background, so that the first frame is already in the right colours.

The question is OSC 11 followed by a request for the device attributes, which every terminal answers: when that second
answer comes without the first, the terminal does not know, and nothing more is waited for.
"""

import os
import re
import select
import sys
import time

ANSWER = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
ATTRIBUTES = re.compile(rb"\x1b\[\?[0-9;]*c")
PATIENCE = 0.2
"""Seconds; a remote terminal further away than this gets the default."""


def is_dark() -> bool:
    """Whether the terminal's background is dark; True where it does not say."""
    if "COLORFGBG" in os.environ:
        return _from_variable(os.environ["COLORFGBG"])
    try:
        reply = _ask(sys.__stdin__.fileno(), sys.__stdout__.fileno()) if sys.__stdin__ and sys.__stdout__ else b""
    except (OSError, ValueError):
        return True
    return dark_in(reply)


def dark_in(reply: bytes) -> bool:
    """Read the answer; luminance by Rec. 709 weights, half-way is the border."""
    found = ANSWER.search(reply)
    if not found:
        return True
    red, green, blue = (int(part, 16) / float(16 ** len(part) - 1) for part in found.groups())
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.5)


def _from_variable(value: str) -> bool:
    """`COLORFGBG` is `foreground;background`, as numbers of the 16 colours: 7 and 9 to 15 are light."""
    last = value.rpartition(";")[2]
    return not (last.isdigit() and (int(last) == 7 or int(last) > 8))


def _ask(stdin: int, stdout: int) -> bytes:
    try:
        import termios
        import tty
    except ImportError:  # a system without POSIX terminals
        return b""
    if not os.isatty(stdin) or not os.isatty(stdout):
        return b""
    before = termios.tcgetattr(stdin)
    reply = b""
    try:
        tty.setcbreak(stdin, termios.TCSANOW)
        os.write(stdout, b"\x1b]11;?\x1b\\\x1b[c")
        end = time.monotonic() + PATIENCE
        while not ATTRIBUTES.search(reply) and len(reply) < 4096:
            ready, _, _ = select.select([stdin], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                break
            reply += os.read(stdin, 256)
    finally:
        termios.tcsetattr(stdin, termios.TCSANOW, before)
    return reply
