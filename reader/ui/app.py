"""The application: holds the one state, turns keys into actions, and has done what they ask for."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from reader.library.extent import size
from reader.session import coach, editions, memory, ordering
from reader.session.actions import ACTIONS, finding, listing, perform
from reader.session.keys import Keys, normal
from reader.session.opening import remember_place
from reader.session.registry import said
from reader.session.state import Progress, State
from reader.session.world import NO_SUCH, World
from reader.ui import ahead
from reader.ui.comparing import Comparer
from reader.ui.effects import Hands
from reader.ui.gestures import Gestures
from reader.ui.idle import Idle
from reader.ui.indexer import Indexer
from reader.ui.looks import Looks
from reader.ui.overlays import LOADED, Overlays
from reader.ui.painting import PaintedApp
from reader.ui.present.signs import ASCII, UNICODE
from reader.ui.safety import ControlFilter
from reader.ui.screen import MainScreen
from reader.ui.searching import Searching
from reader.ui.sizes import MEDIUM, ROOMY
from reader.ui.timers import Timers

if TYPE_CHECKING:
    from reader.settings.theme import ThemeSpec
    from reader.ui.terminal import Terminal

HINT_DELAY = 0.4
"""Seconds after the first of two keys until what may follow is listed."""
COLLECTING = (20_000, 20, 50)
"""When the garbage collector looks for cycles: the usual 700 new objects are less than one frame makes."""
SAVE_DELAY = 2.0
"""Seconds after which read marks and places are saved."""


class ReaderApp(PaintedApp, inherit_bindings=False):
    """The screen of one session."""

    CSS_PATH = "reader.tcss"
    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False

    def __init__(
        self,
        world: World,
        theme: ThemeSpec,
        keymap: Mapping[str, tuple[str, ...]] | None = None,
        memory_file: Path | None = None,
        config_file: Path | None = None,
        state: State | None = None,
        name: str = "articles",
        terminal: Terminal | None = None,
    ) -> None:
        super().__init__()
        self.terminal = terminal
        if terminal is not None and terminal.is_taken:
            from reader.ui.driver import TakingDriver

            self.driver_class = TakingDriver
        self._filters.append(ControlFilter())
        self.world = world
        self.keys = Keys(keymap)
        self.library_name = name
        self.signs = ASCII if world.config.ascii else UNICODE
        self.indexer = Indexer(self)
        self.hands = Hands(self)
        self.gestures = Gestures(self)
        self.overlays = Overlays(self)
        self.counts = size(world.library)
        self.unread = 0
        self.note_counts: Mapping[str, int] = {}
        self._memory_file = memory_file
        self._finished = False
        self.config_file = config_file
        self.timers = Timers(self)
        self.idle = Idle(self.timers)
        self.tellings = Comparer(self)
        self.searching = Searching(self)
        self.ahead = ahead.Ahead(self)
        self.looks = Looks(self)
        self.state = state or ordering.first(ordering.starting(world, memory.Memory()), world)
        self.main = MainScreen(self)
        self.looks.use(theme)

    def get_default_screen(self) -> MainScreen:
        """The one screen; everything else lies over it."""
        return self.main

    def on_mount(self) -> None:
        """Show the list and the first article's text; what needs time comes after the first frame."""
        self._heed_signals()
        self.app_resume_signal.subscribe(self, self._resumed)
        self._fit(self.state)
        self.main.draw(self.state)
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        gc.freeze()
        gc.set_threshold(*COLLECTING)
        gc.enable()
        self.note_counts = self.count_notes()
        self.unread = self.world.unread(self.state.memory.read)
        self.main.forget()
        self.change(listing.refresh_reading(self.state, self.world))
        self.indexer.start()
        self.ahead.load()
        loading = ahead.start_loading()
        self.idle.run("prompt", self.overlays.make_ready(loading.is_alive), LOADED)
        if self.world.problems:
            self.fail(f"{self.world.problems[0]} · g! shows all")

    def _resumed(self, _: object) -> None:
        """Back from the shell: every line is drawn anew, whatever the terminal has kept."""
        self.painting.forget()
        self.main.refresh(layout=True)
        self.main.draw_again()
        for bar in (self.main.header, self.main.strip, self.main.status, self.main.keys):
            bar.refresh()

    def _heed_signals(self) -> None:
        """A terminal that is closed, or a system that shuts down: leave as with `Q`."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                with contextlib.suppress(NotImplementedError):  # a system whose loop knows no signals
                    loop.add_signal_handler(getattr(signal, name), self.leave)

    # keys and actions

    def on_key(self, event: events.Key) -> None:
        """Ctrl+C on a sheet; the main screen has it as a key of its own."""
        if event.key == "ctrl+c":
            self.leave()

    def press(self, event: events.Key) -> None:
        """A key that no text field has taken."""
        self.idle.hold()
        key = normal(event.key, event.character)
        hit = self.keys.press(key, self.state.scope)
        if self.keys.pending:
            self.timers.later("hint", HINT_DELAY, self.main.draw_bars)
            return
        self.timers.stop("hint")
        if hit is None:
            self.main.draw_bars()
        else:
            self.act(hit.action.name, hit.which)

    def act(self, name: str, which: int = 0) -> None:
        """Do an action by its name."""
        self.ahead.did(name, which)
        state, effect = perform(ACTIONS[name], self.state, self.world, which)
        self.change(coach.advanced(state, name))
        if effect is not None:
            self.hands.do(effect)

    def change(self, state: State) -> None:
        """Take a new state and show it."""
        before, self.state = self.state, state
        if before.memory is not state.memory:
            if before.memory.read is not state.memory.read:
                self.unread = self.world.unread(state.memory.read)
            self.timers.later("save", SAVE_DELAY, self.save_memory)
        if before.reading is not state.reading and state.reading:
            reading = self.tellings.known(state.reading)
            self.state = state = replace(state, reading=reading)
            self.tellings.soon(reading)
            if before.reading is None or (before.reading.key, before.reading.analysed) != (reading.key, True):
                self.ahead.soon()
        if state.query and state.reading and (not before.reading or before.reading.key != state.reading.key):
            self.state = state = finding.mark_query(state)
        self.searching.follow(before, state)
        if not self.main.is_running:  # leaving: what comes in late has nothing left to be shown on
            return
        self.main.draw(state)
        if before.prompt is not state.prompt or before.sheet is not state.sheet:
            self.overlays.show(before, state)
        self.main.paint()

    def coach(self) -> str:
        """What the first-run guide says now."""
        return coach.says(self.state, self.keys) if self.world.config.coach else ""

    def on_resize(self) -> None:
        """The terminal has another size, and what it shows may be anything."""
        self.painting.forget()
        self._fit(self.state)

    def _fit(self, state: State) -> None:
        width, height = self.size
        overlay = MEDIUM <= width < ROOMY
        self.state = replace(state, overlay=overlay, width=width, list_height=max(1, height - 6))

    # what goes on in the background

    def library_changed(self) -> None:
        """Another process has written: show what is there, but not more often than one can read."""
        if not self.timers.is_set("refresh"):
            self.timers.later("refresh", self.indexer.pause, self._refresh)

    def _refresh(self) -> None:
        self.timers.stop("refresh")
        with self.indexer.paced():
            self.counts = size(self.world.library)
            state = editions.carried(self.state, self.world)
            self.unread = self.world.unread(state.memory.read)
            self.change(listing.refreshed(state, self.world))

    def progress(self, progress: Progress) -> None:
        """Indexing has come further."""
        if progress != self.state.progress:
            self.change(replace(self.state, progress=progress))
        self.main.rows.empty = self.empty_list()
        if progress.finished:
            self._refresh()
            self.main.forget()

    def fail(self, text: str) -> None:
        """Say what went wrong."""
        self.change(said(self.state, text, "error"))

    def count_notes(self) -> Mapping[str, int]:
        """Notes by article."""
        return Counter(target.article for one in self.world.notes.all() for target in one.note.targets)

    def empty_list(self) -> str:
        """What an empty list says."""
        missing = [problem for problem in self.world.problems if problem.message == NO_SUCH]
        if missing:
            return f"{missing[0].path}: {NO_SUCH}. {self.keys.first('back')} leaves."
        if not self.state.progress.finished or self.indexer.runs:
            return "Looking for articles …"
        key = self.keys.first("rescan")
        return f"No articles here yet. Put .txt, .md or .jsonl files into {self.library_name} and press {key}."

    def save_memory(self) -> None:
        """Write read marks, stars, tags and places to the disk."""
        problem = memory.save(self._memory_file, self.state.memory) if self._memory_file else None
        if problem:
            self.fail(str(problem))

    # ends

    def _fatal_error(self) -> None:
        """Something went wrong that nobody foresaw: leave the terminal in order and let the caller log it.

        Textual's own report would print local variables, articles and notes among them.
        """
        self._close_messages_no_wait()

    def panic(self, *_renderables: object) -> None:
        """The terminal cannot be read any more: there is nobody left to tell, so only leave in order."""
        self.finish()
        self._close_messages_no_wait()

    @property
    def failure(self) -> Exception | None:
        """What ended the application, if it did not end by itself."""
        return self._exception

    def leave(self) -> None:
        """Save everything and end."""
        self.finish()
        self.exit(0)

    def finish(self) -> None:
        """Save everything; done once, however the end came."""
        if self._finished:
            return
        self._finished = True
        self.state = remember_place(self.state)
        if self._memory_file is not None:
            memory.save(self._memory_file, self.state.memory)
        self.indexer.stop()
        self.searching.end()
        self.hands.finish()
