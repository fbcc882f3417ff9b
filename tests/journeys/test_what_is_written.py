"""Only rows that have changed are written to the terminal; what it shows is the whole screen all the same."""

from collections.abc import Iterable

import pytest
from reader_user import Place, User
from rich.cells import cell_len
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.strip import Strip

from reader.ui.painting import PaintedApp, RowsUpdate

RENDER = Compositor.render_update
WALK = (
    *(
        "j",
        "j",
        "k",
        "enter",
        "j",
        "j",
        "]",
        "]",
        "H",
        "pagedown",
        "pageup",
        "p",
        "p",
        "tab",
        "j",
        "tab",
        "?",
        "escape",
    ),
    *(
        "/",
        "r",
        "e",
        "escape",
        "escape",
        "c",
        "j",
        "escape",
        "z",
        "z",
        "F",
        "f",
        "escape",
        "end",
        "home",
        "V",
        "j",
        "V",
    ),
)
"""Every pane, a page over the screen, the fields, two reports side by side, one pane alone."""


class Terminal:
    """Cells as a terminal would show them."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], object] = {}
        self.written = 0

    def take(self, update: object) -> None:
        """What is sent to it."""
        if isinstance(update, RowsUpdate):
            self.written += len(update.rows)
            for x, y, strip in update.rows:
                self._put(x, y, [strip])
        elif isinstance(update, LayoutUpdate):
            for y, strips in enumerate(update.strips, update.region.y):
                self._put(update.region.x, y, strips)
        elif isinstance(update, ChopsUpdate):
            for y, _, _ in update.spans:
                for x, strip in update.chops[y].items():
                    self._put(x, y, [strip] if strip is not None else [])

    def _put(self, x: int, y: int, strips: Iterable[Strip]) -> None:
        for segment in (segment for strip in strips for segment in strip):
            for character in segment.text:
                self.cells[x, y] = character, _looks(segment.style)
                if cell_len(character) == 2:
                    self.cells.pop((x + 1, y), None)
                x += cell_len(character)


def _looks(style: Style | None) -> object:
    """All of it that shows."""
    return (str(style.without_color), style.color, style.bgcolor) if style else None


@pytest.fixture
def terminal(place: Place, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Takes what the application writes."""
    terminal = Terminal()
    show = PaintedApp._display

    def display(app: PaintedApp, screen: object, update: object) -> None:
        show(app, screen, update)  # type: ignore[arg-type]
        if app.screen is screen:
            terminal.take(update)

    monkeypatch.setattr(Compositor, "render_update", RENDER)
    monkeypatch.setattr(PaintedApp, "_display", display)
    return terminal


def whole(user: User) -> Terminal:
    """The screen drawn at once."""
    drawn, screen = Terminal(), user.app.screen
    for y, strip in enumerate(screen._compositor.render_strips()):
        drawn._put(0, y, [strip])
    return drawn


@pytest.mark.parametrize("size", [(140, 40), (104, 30), (80, 24)], ids=str)
async def test_every_key_leaves_the_screen_whole(place: Place, terminal: Terminal, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        for key in WALK:
            await user.press(key)
            await user.until(lambda: terminal.cells == whole(user).cells)


async def test_a_step_in_the_list_writes_no_row_that_stays(place: Place, terminal: Terminal) -> None:
    async with place.opened((140, 40)) as user:
        await user.press("j")
        await user.until(lambda: terminal.cells == whole(user).cells)
        terminal.written = 0
        user.app.main.rows.repaint()
        user.app.main.page.repaint()
        await user.settled()
        assert terminal.written == 0
