"""The exit codes that scripts may rely on."""

from enum import IntEnum


class Exit(IntEnum):
    """What the program's end says about the work done."""

    DONE = 0
    NOTHING = 1
    """Nothing found, or differences found with `compare --exit-code`."""
    USAGE = 2
    """Wrong usage or a query that cannot be understood."""
    INPUT = 3
    """The input is missing or none of it could be read."""
    PARTIAL = 4
    """Done, but some inputs could not be read."""
    NOTES = 5
    """A conflict between notes, their lock is held by another process, or the screen was left with some not saved."""
    INTERNAL = 70
    """A fault of the program's own; the log says which."""
    INTERRUPTED = 130
