"""What is wrong with how the program was called, as one sentence; no argparse, which a plain start does without."""

from reader.cli.exits import Exit


class UsageError(Exception):
    """The command line, or a query on it, cannot be understood; or it asks for what cannot be had."""

    def __init__(self, message: str, hint: str = "", code: Exit = Exit.USAGE, below: tuple[str, ...] = ()) -> None:
        super().__init__(f"{message} ({hint})" if hint else message)
        self.code = code
        self.below = below
        """Lines that point at what is wrong; printed as they are."""
