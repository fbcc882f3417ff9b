"""Everything the user can do, one module per subject. Importing this package fills the registry."""

from reader.session.actions import (
    finding,
    listing,
    marking,
    moving,
    noting,
    screens,
    sharing,
    sources,
    text,
)
from reader.session.registry import ACTIONS, Action, perform

__all__ = [
    "ACTIONS",
    "Action",
    "finding",
    "listing",
    "marking",
    "moving",
    "noting",
    "perform",
    "screens",
    "sharing",
    "sources",
    "text",
]
