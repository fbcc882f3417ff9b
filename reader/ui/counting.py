"""Counts what each section of a search has, and looks up what to do where nothing is found, after the last letter."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

from reader.session.hits import counted, how_many
from reader.session.state import Query, State

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

REST = 0.3
"""Seconds after the last letter; none of it makes a letter wait."""


class Counting:
    """What it finds goes into the state's query, if that is still the one asked about."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self.saved: dict[str, str] = {}
        """How much each saved search finds."""
        self._counted: object = None
        """For which saved searches and which state of the library that is."""

    def soon(self, before: State, state: State) -> None:
        """Another state: is its search another one?"""
        if state.query is not None and state.query is not before.query and not state.query.counts:
            self._app.timers.later("count", REST, self._begin)
        known = state.saved, self._app.counts
        if state.saved and known != self._counted and not self._app.timers.is_set("saved"):
            self._counted = known
            self._app.timers.later("saved", REST, self._begin_saved)

    def _begin_saved(self) -> None:
        Thread(target=self._count_saved, args=(self._app.state,), name="reader-saved", daemon=True).start()

    def _count_saved(self, state: State) -> None:
        app = self._app
        with suppress(sqlite3.Error):
            for one in state.saved:
                self.saved[one.query] = how_many(state, app.world, one.query)
        if app.is_running:
            app.call_later(app.main.rows.refresh_rows, range(len(state.saved)))

    def _begin(self) -> None:
        state = self._app.state
        if state.query is not None and not state.query.counts:
            Thread(target=self._count, args=(state, state.query), name="reader-count", daemon=True).start()

    def _count(self, state: State, query: Query) -> None:
        app = self._app
        try:
            counts, advice = counted(state, app.world, query)
        except sqlite3.Error:  # the reader is being left, or the catalogue replaced
            return
        if app.is_running:
            app.call_later(self._show, query, replace(query, counts=counts or {"all": "0"}, advice=advice))

    def _show(self, asked: Query, known: Query) -> None:
        query = self._app.state.query
        if query is not None and (query.text, query.section) == (asked.text, asked.section):
            self._app.change(replace(self._app.state, query=replace(query, counts=known.counts, advice=known.advice)))
