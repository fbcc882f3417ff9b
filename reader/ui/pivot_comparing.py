"""Compares one report with the others of its event while they stand beside each other, one at a time, between keys."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from reader.session.actions import pivots
from reader.session.comparing.pivot import Pivot
from reader.session.state import State

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

BREATH = 0.01
"""Seconds between two steps, for keys to come in."""
STEP = 0.008
"""Seconds after which a step ends: what has been compared before takes less, and several go into one."""


class PivotComparer:
    """What it finds comes to the rows that are there; nobody waits for it."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    def soon(self, state: State) -> None:
        """The view has come on the screen, has changed, or is gone."""
        if not isinstance(state.view, Pivot) or state.view.complete:
            self._app.timers.stop("pivot")
        elif not self._app.timers.is_set("pivot"):
            self._app.timers.later("pivot", BREATH, self._step)

    def _step(self) -> None:
        state, end = self._app.state, time.monotonic() + STEP
        while isinstance(state.view, Pivot) and not state.view.complete:
            state = pivots.compared(state, self._app.world)
            if time.monotonic() >= end:
                break
        if state is not self._app.state:
            self._app.change(state)
