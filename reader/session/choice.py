"""Something that the user is to choose from a list, or to give in words of their own."""

from typing import Literal

from reader.model.frozen import dataclass

Purpose = Literal["speaker", "merge", "split", "export", "overwrite"]


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose from."""

    label: str
    detail: str = ""
    """Why it may be the one: titles, how often it occurs."""
    value: str | None = None
    """What is decided by it; None where nobody is meant."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from, and what the choice is about."""

    purpose: Purpose
    title: str
    about: str
    """The id of the quote, or the name."""
    options: tuple[Option, ...]
    free: bool = False
    """Whether other words than those of the list may be given."""
    lead: str = ""
    """What is decided about, above the list."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the user has chosen."""

    choice: Choice
    value: str | None
