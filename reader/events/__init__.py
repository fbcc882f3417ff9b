"""Many articles: which of them cover one event, and what comparing two of them, or all of an event, shows.

Comparing is imported when first asked for: who only groups articles, or starts the program, does not pay for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from reader.events.grouping import Grouper, group
from reader.events.lead import Lead, lead

if TYPE_CHECKING:
    from reader.events.across import Compared, Member, compare_each
    from reader.events.comparison import compare, mirror
    from reader.events.coverage import displaced, missing_here, only_here, prominence
    from reader.events.landing import land, reported_by
    from reader.events.matrix import speakers, who_said_what
    from reader.events.statements import event_facts
    from reader.events.timeline import chronology

__all__ = [
    "Compared",
    "Grouper",
    "Lead",
    "Member",
    "chronology",
    "compare",
    "compare_each",
    "displaced",
    "event_facts",
    "group",
    "land",
    "lead",
    "mirror",
    "missing_here",
    "only_here",
    "prominence",
    "reported_by",
    "speakers",
    "who_said_what",
]

_HOMES = {
    "Compared": "across",
    "Member": "across",
    "chronology": "timeline",
    "compare": "comparison",
    "compare_each": "across",
    "displaced": "coverage",
    "event_facts": "statements",
    "land": "landing",
    "mirror": "comparison",
    "missing_here": "coverage",
    "only_here": "coverage",
    "prominence": "coverage",
    "reported_by": "landing",
    "speakers": "matrix",
    "who_said_what": "matrix",
}


def __getattr__(name: str) -> object:
    """A function of comparing, with the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
