"""Reads ahead: analyses what the next key is likely to open, while nothing is asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from reader.session.actions import ACTIONS, perform
from reader.session.comparing.model import Comparing

if TYPE_CHECKING:
    from reader.session.state import State
    from reader.ui.app import ReaderApp

REST = 0.04
"""Seconds without another article after which it begins; a key that is held down comes sooner."""
LEAFING = ("down", "up", "next_source", "previous_source")
"""What one does again and again."""
LOOK = 0.1
"""Seconds between two looks at an extractor that is being loaded."""
_PARTS = (
    "reader.events",
    "reader.search",
    "reader.session.looking",
    "reader.session.counts",
    "reader.analysis.names.spelling",
    "rapidfuzz.fuzz",
    "rapidfuzz.process",
    "reader.ui.prompt",
    "reader.ui.present.hits",
    "reader.ui.note_editor",
)
"""What no key needs at first, and many a key later."""


def load_parts() -> None:
    """Import what the first use of a key needs, so that no key waits for it. For a thread of its own."""
    for name in _PARTS:
        import_module(name)


def start_loading() -> threading.Thread:
    """Begin to import that in a thread, which ends when it has been done.

    The library of string distances is imported before, whole: its modules import each other, and two threads that ask
    for different ones of them at the same moment get an error.
    """
    import_module("rapidfuzz")
    loading = threading.Thread(target=load_parts, name="reader-parts", daemon=True)
    loading.start()
    return loading


class Ahead:
    """The next row of the list and the next source of the event, in steps of some milliseconds."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._last = ("down", 0)

    def did(self, name: str, which: int) -> None:
        """An action was done; of those that lead on to the next article the last one is likely to be done again."""
        if name in LEAFING:
            self._last = name, which

    def load(self) -> None:
        """Let a large extractor be loaded meanwhile; what it finds is shown as soon as it is there."""
        library = self._app.world.library
        if not library.is_ready:
            threading.Thread(target=library.load, name="reader-extractor", daemon=True).start()
            self._app.timers.later("extractor", LOOK, self._loaded)

    def _loaded(self) -> None:
        if not self._app.world.library.is_ready:
            self._app.timers.later("extractor", LOOK, self._loaded)
            return
        self._app.library_changed()

    def soon(self) -> None:
        """Another article is on the screen."""
        self._app.idle.run("ahead", self._read(), REST)

    def _read(self) -> Iterator[None]:
        state, library = self._app.state, self._app.world.library
        reading = state.reading
        if reading is None or not reading.analysed:
            return
        if isinstance(state.view, Comparing):
            places = [place for place in range(len(reading.strip)) if place != state.view.table.a.place]
            after = [place for place in places if place > state.view.table.b.place]
            yield from library.comparisons.in_steps(state.view.table.a.key, reading.strip[(after or places)[0]])
            return
        if state.pane == "list":
            yield from self._analyse_neighbours(state)
        if self._last[0] in ("down", "up"):
            yield from self._make(state)
        if len(reading.strip) > 1:
            source = reading.strip[(reading.place + 1) % len(reading.strip)]
            library.analysis(source)
            yield
            start = state.round.start if state.round else reading.key
            if start != source:
                yield from library.comparisons.in_steps(start, source)
        if self._last[0] not in ("down", "up"):  # where that leads to depends on the comparison
            yield from self._make(state)

    def _analyse_neighbours(self, state: State) -> Iterator[None]:
        """The rows above and below."""
        for index in (state.cursor + 1, state.cursor - 1):
            if 0 <= index < len(state.listing) and not (item := state.listing.item(index)).is_event:
                self._app.world.library.analysis(item.key)
                yield

    def _make(self, state: State) -> Iterator[None]:
        """What the last key would show if it came again."""
        if state.view is None and state.prompt is None and state.sheet is None:
            name, which = self._last
            after, _ = perform(ACTIONS[name], state, self._app.world, which)
            if after.reading is not None and after.reading.key != (state.reading and state.reading.key):
                after = replace(after, reading=self._app.tellings.known(after.reading))
                yield from self._app.main.next.make(after)
