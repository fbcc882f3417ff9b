"""The application: holds the one state, turns keys into actions, and has done what they ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App

from reader.model import Span
from reader.session import coach, effects, memory
from reader.session.actions import ACTIONS, finding, listing, moving, perform
from reader.session.keys import Keys, normal
from reader.session.opening import at_cursor, remember_place
from reader.session.panel import go_to_row
from reader.session.registry import said
from reader.session.state import Pane, Progress, State
from reader.session.world import World
from reader.ui.colours import styles, textual_theme
from reader.ui.effects import Hands
from reader.ui.indexer import Indexer
from reader.ui.overlays import Overlays
from reader.ui.present.signs import ASCII, UNICODE
from reader.ui.safety import ControlFilter
from reader.ui.screen import MEDIUM, ROOMY, MainScreen
from reader.ui.widgets.palette import PLAIN, Palette

if TYPE_CHECKING:
    from reader.settings.theme import ThemeSpec

HINT_DELAY = 0.4
"""Seconds after the first of two keys until what may follow is listed."""
REST = 0.12
"""Seconds without a key after which the other sources are compared in the background."""
SAVE_DELAY = 2.0
"""Seconds after which read marks and places are saved."""
REFRESH = 0.5
"""Seconds between two looks at a library that is being indexed."""


class ReaderApp(App[int], inherit_bindings=False):
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
        remembered: memory.Memory | None = None,
        name: str = "articles",
    ) -> None:
        super().__init__()
        self._filters.append(ControlFilter())
        self.world = world
        self.keys = Keys(keymap)
        self.library_name = name
        self.signs = ASCII if world.config.ascii else UNICODE
        self.theme_spec = theme
        self.indexer = Indexer(self)
        self.hands = Hands(self)
        self.overlays = Overlays(self)
        self.counts = world.library.count()
        self.unread = 0
        self.note_counts: Mapping[str, int] = {}
        self._memory_file = memory_file
        self._config_file = config_file
        self._waiting: dict[str, object] = {}
        config = world.config
        self.state = State(
            memory=remembered or memory.Memory(),
            grouped=config.group,
            sort=config.sort,
            panel_shown=config.panel != "hidden",
            layers={"none": 0, "quotes": 1, "names": 2}.get(config.layers, 3),
        )
        self.main = MainScreen(self)
        self.use_theme(theme)

    def get_default_screen(self) -> MainScreen:
        """The one screen; everything else lies over it."""
        return self.main

    def on_mount(self) -> None:
        """Show the first article's text; what needs time comes after the first frame."""
        self.state = listing.first(self.state, self.world)
        self._fit(self.state)
        self.main.draw(self.state)
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        self.change(listing.refresh_reading(self.state, self.world))
        self.note_counts = self.count_notes()
        self.unread = self.world.unread(self.state.memory.read)
        self.main.draw_again()
        self.indexer.start()
        if self.world.problems:
            self.fail(f"{self.world.problems[0]} · g! shows all")

    # keys and actions

    def press(self, event: events.Key) -> None:
        """A key that no text field has taken."""
        key = normal(event.key, event.character)
        hit = self.keys.press(key, self.state.pane)
        if self.keys.pending:
            self._later("hint", HINT_DELAY, self.main.draw_bars)
            return
        self._stop("hint")
        if hit is None:
            self.main.draw_bars()
        else:
            self.act(hit.action.name, hit.which)

    def act(self, name: str, which: int = 0) -> None:
        """Do an action by its name."""
        state, effect = perform(ACTIONS[name], self.state, self.world, which)
        self.change(coach.advanced(state, name))
        if effect is not None:
            self.hands.do(effect)

    def change(self, state: State) -> None:
        """Take a new state and show it."""
        before, self.state = self.state, state
        if before.memory is not state.memory:
            self._memory_changed(before, state)
        if before.reading is not state.reading and state.reading:
            self._later("compare", REST, self._compare)
        if state.query and state.reading and (not before.reading or before.reading.key != state.reading.key):
            self.state = state = finding.mark_query(state)
        self.main.draw(state)
        if before.prompt is not state.prompt or before.sheet is not state.sheet:
            self.overlays.show(before, state)

    def coach(self) -> str:
        """What the first-run guide says now."""
        return coach.says(self.state, self.keys) if self.world.config.coach else ""

    # what the widgets tell

    def picked(self, in_panel: bool, index: int) -> None:
        """A row was clicked."""
        pane: Pane = "panel" if in_panel else "list"
        state = replace(self.state, pane=pane, message=None)
        self.change(go_to_row(state, index) if in_panel else moving.to_row(state, self.world, index))

    def cursor_moved(self, offset: int) -> None:
        """The cursor of the text moved by rows."""
        self.change(self._read_to_end(at_cursor(replace(self.state, message=None), offset)))

    def clicked(self, offset: int, mark: str | None) -> None:
        """The text was clicked: what is marked there is selected in the panel."""
        state = replace(self.state, pane="text", message=None)
        if mark and mark.startswith("entity"):
            state = replace(state, tab="entities")
        elif mark:
            state = replace(state, tab="quotes")
        self.change(at_cursor(state, offset))

    def selected(self, span: Span | None) -> None:
        """Text was selected, or is no longer."""
        if self.state.reading:
            self.change(replace(self.state, reading=replace(self.state.reading, selection=span)))

    def move_in_list(self, by: int) -> None:
        """Move through the list while the words in the search line are being typed."""
        self.change(moving.to_row(self.state, self.world, self.state.cursor + by))

    def scroll(self, effect: effects.Scroll) -> None:
        """Move the text by what only the page knows."""
        page = self.main.page
        if effect.to:
            page.top() if effect.to == "top" else page.bottom()
        elif effect.onwards and page.at_end:
            self.act("next_unread")
        elif effect.pages:
            page.move_page(effect.pages)
        else:
            page.move_rows(effect.rows)

    def select(self, on: bool) -> None:
        """Begin or end selecting in the text."""
        if on:
            self.main.page.start_selection()
        else:
            self.main.page.clear_selection()

    def _read_to_end(self, state: State) -> State:
        reading = state.reading
        if reading is None or state.pane != "text" or self.world.config.mark_read != "end":
            return state
        if not self.main.page.at_end or reading.article.id in state.memory.read:
            return state
        return replace(state, memory=replace(state.memory, read=state.memory.read | {reading.article.id}))

    def on_resize(self) -> None:
        """The terminal has another size."""
        self._fit(self.state)

    def _fit(self, state: State) -> None:
        width, height = self.size
        overlay = MEDIUM <= width < ROOMY
        self.state = replace(state, overlay=overlay, list_height=max(1, height - 6))

    # what goes on in the background

    def library_changed(self) -> None:
        """Another process has written: show what is there, but not more often than one can read."""
        if "refresh" not in self._waiting:
            self._later("refresh", REFRESH, self._refresh)

    def _refresh(self) -> None:
        self._waiting.pop("refresh", None)
        self.counts = self.world.library.count()
        self.unread = self.world.unread(self.state.memory.read)
        self.change(listing.refreshed(self.state, self.world))

    def progress(self, progress: Progress) -> None:
        """Indexing has come further."""
        if progress != self.state.progress:
            self.change(replace(self.state, progress=progress))
        if progress.finished:
            self._refresh()
            self.main.rows.empty = self.empty_list()

    def fail(self, text: str) -> None:
        """Say what went wrong."""
        self.change(said(self.state, text, "error"))

    def _compare(self) -> None:
        """Compare the article with the event's other sources, one at a time, between two keys."""
        reading = self.state.reading
        if reading is None or not reading.analysed or len(reading.strip) < 2:
            return
        for key in reading.strip:
            if key != reading.key and not self.world.library.has_comparison(reading.key, key):
                self.world.library.comparison(reading.key, key)
                self._later("compare", 0.01, self._compare)
                return
        tellings = self.world.tellings(reading)
        if tellings != reading.tellings:
            self.change(replace(self.state, reading=replace(reading, tellings=tellings)))
            self._stop("compare")

    def count_notes(self) -> Mapping[str, int]:
        """Notes by article."""
        return Counter(target.article for one in self.world.notes.all() for target in one.note.targets)

    def _memory_changed(self, before: State, state: State) -> None:
        if before.memory.read is not state.memory.read:
            self.unread = self.world.unread(state.memory.read)
        self._later("save", SAVE_DELAY, self._save_memory)

    def _save_memory(self) -> None:
        if self._memory_file is not None:
            problem = memory.save(self._memory_file, self.state.memory)
            if problem:
                self.fail(str(problem))

    # looks

    def use_theme(self, spec: ThemeSpec) -> None:
        """Show the screen in another theme."""
        self.theme_spec = spec
        self.register_theme(textual_theme(spec, f"reader-{spec.name}"))
        self.theme = f"reader-{spec.name}"
        palette = Palette(PLAIN if self.no_color else {**PLAIN, **styles(spec)})
        main = self.main
        for widget in (main.rows, main.page, main.panel, main.header, main.strip, main.status, main.keys):
            widget.palette = palette

    @property
    def palette(self) -> Palette:
        """The styles in use."""
        return self.main.page.palette

    def keep_theme(self, name: str) -> None:
        """Use a theme from now on: it is written into the user's configuration."""
        from reader.settings.edit import set_value

        if self._config_file is None:
            return
        problem = set_value(self._config_file, "theme", name)
        self.change(said(self.state, str(problem), "error") if problem else said(self.state, f"theme: {name}", "same"))

    def empty_list(self) -> str:
        """What an empty list says."""
        if not self.state.progress.finished:
            return "Looking for articles …"
        key = self.keys.first("rescan")
        return f"No articles here yet. Put .txt, .md or .jsonl files into {self.library_name} and press {key}."

    # ends

    def suspend_to_shell(self) -> None:
        """Ctrl+Z."""
        self.action_suspend_process()

    def open_palette(self) -> None:
        """Ctrl+P."""
        self.overlays.palette()

    def resized(self) -> None:
        """The panes have their new sizes."""
        self.main.draw_bars()

    def leave(self) -> None:
        """Save everything and end."""
        self.state = remember_place(self.state)
        self._save_memory()
        self.indexer.stop()
        self.hands.finish()
        self.exit(0)

    def _later(self, name: str, seconds: float, call: object) -> None:
        """Call something after a while; asked again in the meantime, the while begins anew."""
        self._stop(name)
        self._waiting[name] = self.set_timer(seconds, call)  # type: ignore[arg-type]

    def _stop(self, name: str) -> None:
        timer = self._waiting.pop(name, None)
        if timer is not None:
            timer.stop()  # type: ignore[attr-defined]


def run(paths: Sequence[Path], flags: Mapping[str, Any]) -> int:
    """Open the screen; the exit code. `flags` are the command line's: notes, config, theme, ascii, no_color."""
    from reader.ui.start import start

    return start(paths, flags)
