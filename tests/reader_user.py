"""Somebody at the keyboard: opens the real application on the newsstand, presses keys, looks at what the screen shows.

Nothing here waits for a fixed time: `User.until` waits for what is to be seen, and fails after a deadline.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from at_rest import DEADLINE, at_rest
from newsstand import TODAY, Newsstand
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from reader.library import Progress
from reader.session.state import Reading, State
from reader.settings import config as configuration
from reader.settings.paths import Paths
from reader.ui.app import ReaderApp
from reader.ui.screen import MainScreen
from reader.ui.start import prepare
from reader.ui.widgets.page import Page

NAMES = {" ": "space"}
STANDARD, MIDDLE, LARGE = (80, 24), (120, 40), (200, 60)
SIZES = (STANDARD, MIDDLE, LARGE)


class Indexed:
    """Stands for an indexing that found nothing to do, so that most tests start no process."""

    def poll(self) -> Progress:
        """It is done."""
        return Progress(0, 0, "done", True)

    def stop(self) -> None:
        """There is nothing to stop."""


@dataclass
class Place:
    """A user's home: settings, state, cache and notes, which outlive one run of the program."""

    newsstand: Newsstand
    home: Path

    @property
    def folders(self) -> Paths:
        """As the environment would name them."""
        return Paths(self.home / "config", self.home / "state", self.home / "cache", self.home / "data")

    @property
    def notes(self) -> Path:
        """Where the user's notes go."""
        return self.home / "notes"

    def note_files(self) -> str:
        """All that is written in the notes, file after file."""
        return "\n".join(path.read_text("utf-8") for path in sorted(self.notes.glob("*.yaml")))

    def app(self, articles: Iterable[Path] = (), indexing: bool = False, **settings: object) -> ReaderApp:
        """The application as the command line makes it; with a real indexing only where it is asked for."""
        self.newsstand.open(self.home).close()
        config = replace(configuration.Config(), notes=self.notes, theme="newsprint", coach=False, watch=indexing)
        config = replace(config, **settings)  # type: ignore[arg-type]
        paths = tuple(articles) or (self.newsstand.articles,)
        parts = prepare(paths, config, self.folders, self.folders.config_file, [])
        parts["world"].today = TODAY
        if not indexing:
            parts["world"].library.start_indexing = lambda full=False: Indexed()
        app = ReaderApp(**parts)
        app.animation_level = "none"
        return app

    @asynccontextmanager
    async def opened(
        self, size: tuple[int, int] = MIDDLE, articles: Iterable[Path] = (), indexing: bool = False, **settings: object
    ) -> AsyncIterator["User"]:
        """A running application and its user; ready once the first article has been analysed."""
        app = self.app(articles, indexing, **settings)
        try:
            async with app.run_test(size=size) as pilot:
                user = User(app, pilot)
                await user.until(user.ready, "the first article")
                yield user
        finally:
            app.indexer.stop()
            app.hands.finish()
            app.world.library.close()


class User:
    """Hands and eyes."""

    def __init__(self, app: ReaderApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    def ready(self) -> bool:
        """Whether the library has been looked at and what is shown has been analysed."""
        reading = self.state.reading
        return self.state.progress.phase == "done" and (reading is None or reading.analysed)

    # hands

    async def press(self, *keys: str) -> None:
        """Keys one after the other, each answered before the next."""
        for key in keys:
            self._send(key)
            await self.settled()

    async def type(self, text: str, *keys: str) -> None:
        """Keys faster than the screen answers: all of them are there before the first is looked at."""
        for key in (*text, *keys):
            self._send(key)
        await self.settled()

    def _send(self, key: str) -> None:
        character = " " if key == "space" else key if len(key) == 1 else None
        name = NAMES.get(key) or (_character_to_key(key) if character and not key.isalnum() else key)
        self.app.post_message(events.Key(name, character))

    async def settled(self) -> None:
        """Wait until every message that is under way has been dealt with."""
        await at_rest(self.app, lambda: self.app.searching.is_busy)

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait until something is so."""
        end = time.monotonic() + DEADLINE
        while not condition():
            if time.monotonic() > end or not self.app.is_running:
                raise AssertionError(f"never came: {what or condition}\n{self.screen}") from self.app.failure
            await asyncio.sleep(0.005)
        await self.settled()

    async def shown(self, *words: str) -> None:
        """Wait until all these words are on the screen, each on one line."""
        for one in words:
            await self.until(lambda one=one: one in self.screen, repr(one))

    async def gone(self, *words: str) -> None:
        """Wait until none of these words is on the screen."""
        for one in words:
            await self.until(lambda one=one: one not in self.screen, f"no {one!r}")

    async def go_to(self, words: str) -> None:
        """Put the text's cursor on these words of the open article, as a click on them would."""
        self.page.move_to(self.reading.article.text.index(words))
        await self.settled()

    # eyes

    @property
    def state(self) -> State:
        """The session's state."""
        return self.app.state

    @property
    def reading(self) -> Reading:
        """The open article."""
        assert self.app.state.reading is not None, "no article is open"
        return self.app.state.reading

    @property
    def page(self) -> Page:
        """The reading pane."""
        return self.app.main.page

    @property
    def main(self) -> MainScreen:
        """The main screen."""
        return self.app.main

    @property
    def source(self) -> str:
        """The outlet whose article is open."""
        return self.reading.article.source or ""

    @property
    def sentence(self) -> str:
        """The sentence under the cursor."""
        return self.reading.sentence.of(self.reading.article.text)

    @property
    def row(self) -> int:
        """The row of the reading pane that the cursor is on."""
        return self.page.row_of(self.page.cursor)

    @property
    def screen(self) -> str:
        """All that is to be seen."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    def seen_in(self, widget: Widget) -> str:
        """What is to be seen where a widget is."""
        x, y, width, height = widget.region
        strips = self.app.screen._compositor.render_strips()[y : y + height]
        return "\n".join(strip.crop(x, x + width).text for strip in strips)

    def sees(self, words: str) -> bool:
        """Whether the words are on the screen, on one line."""
        return words in self.screen

    @property
    def status(self) -> str:
        """The status line."""
        return self.seen_in(self.main.status)

    @property
    def footer(self) -> str:
        """The line of keys."""
        return self.seen_in(self.main.keys)

    @property
    def strip(self) -> str:
        """The line of sources."""
        return self.seen_in(self.main.strip)

    @property
    def list(self) -> str:
        """The article list."""
        return self.seen_in(self.main.rows)

    @property
    def field(self) -> Input:
        """The text field that has the focus."""
        focused = self.app.screen.focused
        assert isinstance(focused, Input), f"{focused} has the focus"
        return focused
