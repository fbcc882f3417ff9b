"""An error in what somebody wrote (an article, a note, a setting, a query), as a value."""

from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and what to do about it. Collected and shown, never raised through the screen."""

    path: str
    """The file as the user knows it; empty where there is none (a query)."""
    line: int | None
    """One-based; None where the whole file is meant."""
    message: str
    hint: str = ""
    """What to do, or the nearest valid word; empty where nothing useful can be said."""
    severity: str = "error"
    """"error": the thing could not be used; "notice": it was used, and the user should know how."""
    column: int | None = None
    """One-based, in code points."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part not in ("", None))
        text = f"{self.message} ({self.hint})" if self.hint else self.message
        return f"{place}: {text}" if place else text
