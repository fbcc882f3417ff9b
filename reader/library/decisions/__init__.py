"""What the user has decided by hand: who said it, which names are one, which articles cover one event.

The decisions live in one file of the notes folder and win over everything that the program finds by itself."""

from reader.library.decisions.store import DecisionStore, Outcome
from reader.library.decisions.values import Apart, Decision, Decisions, Different, Renamed, Same, SpokenBy, Together

__all__ = [
    "Apart",
    "Decision",
    "DecisionStore",
    "Decisions",
    "Different",
    "Outcome",
    "Renamed",
    "Same",
    "SpokenBy",
    "Together",
]
