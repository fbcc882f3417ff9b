"""Everything the user can do, one module per subject. Importing this package fills the registry."""

from reader.session.actions import (
    deciding,
    event_pages,
    event_quotes,
    event_rows,
    exporting,
    finding,
    listing,
    marking,
    moving,
    noting,
    panelling,
    screens,
    searching,
    sharing,
    side_by_side,
    sides,
    sources,
    text,
    wordings,
)
from reader.session.registry import ACTIONS, Action, arrange, perform

__all__ = [
    "ACTIONS",
    "Action",
    "deciding",
    "event_pages",
    "event_quotes",
    "event_rows",
    "exporting",
    "finding",
    "listing",
    "marking",
    "moving",
    "noting",
    "panelling",
    "perform",
    "screens",
    "searching",
    "sharing",
    "side_by_side",
    "sides",
    "sources",
    "text",
    "wordings",
]

arrange()
