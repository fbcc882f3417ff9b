"""A search that has been asked for and is not answered yet. Whoever carries the state looks it up, off the screen's
thread where there is one, and the answers are put in as they come: `reader.session.hits`."""

from __future__ import annotations

from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.search import Results, Section
    from reader.search.advice import Advice
    from reader.session.hits import Found

_numbers = count(1)
NOTHING: Mapping[Section, str] = MappingProxyType({})


class Asking(NamedTuple):
    """What is being looked for."""

    number: int
    """Of two, the greater was asked later. An answer to another one than the state's is no longer wanted."""
    text: str
    section: Section = "all"
    typing: bool = False
    """Whether the last word may go on."""
    reads: bool = False
    """Whether to read on at the first hit as soon as it is known: Enter was pressed."""


class Answer(NamedTuple):
    """What was found so far; `results.is_whole` says whether that is all."""

    results: Results
    found: tuple[Found, ...] = ()
    """In the sections of quotes, names and notes."""
    counts: Mapping[Section, str] = NOTHING
    """How much each section has, where that is known at once."""
    advice: Advice | None = None
    """With them: what to do where nothing is found."""


def ask(text: str, section: Section = "all", typing: bool = False) -> Asking:
    """Another search."""
    return Asking(next(_numbers), text, section, typing)
