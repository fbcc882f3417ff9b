"""The cursor of an event's page: from row to row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.session.event_pages.model import EventPage, Timeline

if TYPE_CHECKING:
    from reader.session.state import State


def stepped(state: State, by: int) -> State:
    """The cursor of a page so many rows on."""
    page = state.view
    return on_row(state, page.cursor + by) if isinstance(page, EventPage) else state


def on_row(state: State, index: int) -> State:
    """The cursor of a page on a row, or on the nearest there is."""
    page = state.view
    if not isinstance(page, EventPage):
        return state
    index = max(0, min(index, page.count - 1))
    if isinstance(page, Timeline) and index != page.cursor:
        page = replace(page, mention=0)
    return replace(state, view=replace(page, cursor=index))
