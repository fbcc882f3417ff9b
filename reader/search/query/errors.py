"""What is wrong with a query, as the parser says it."""


class QueryError(Exception):
    """What is wrong with a query, and where; becomes a `Problem`."""

    def __init__(self, message: str, at: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.column, self.hint = message, at + 1, hint
