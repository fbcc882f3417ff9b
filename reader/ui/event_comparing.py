"""Compares the reports of an event with each other while one of its pages is open, one pair at a time, between keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.session.actions import event_pages
from reader.session.event_pages.model import EventPage
from reader.session.state import State

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

BREATH = 0.02
"""Seconds between two comparisons, for keys to come in."""


class EventComparer:
    """What it finds fills the page in; what has been compared is kept for as long as the event stays the same."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    def soon(self, state: State) -> None:
        """A page has come on the screen, has changed, or is gone."""
        if not isinstance(state.view, EventPage) or state.view.event.complete:
            self._app.timers.stop("event")
        elif not self._app.timers.is_set("event"):
            self._app.timers.later("event", BREATH, self._step)

    def _step(self) -> None:
        self._app.change(event_pages.compared(self._app.state, self._app.world))
