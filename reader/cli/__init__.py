"""The command line: every view of the screen as text or JSON, and the way into the screen itself.

No verb imports Textual; only opening the screen does."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code. `arguments` are those after the program's name."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in (["--version"], ["-V"]):
        from reader import __version__

        sys.stdout.write(f"reader {__version__}\n")
        return 0
    from reader.cli.dispatch import dispatch
    from reader.cli.guard import guarded

    return guarded(dispatch, given)
