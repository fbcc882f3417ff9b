"""Only rows that have changed are written to the terminal; what it shows is the whole screen all the same."""

import re

import pytest
from reader_user import Place, User
from rich.cells import cell_len
from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual._context import active_app
from textual.strip import Strip

from reader.ui.painting import PaintedApp, Painting, RowsUpdate

RENDER, UPDATE = Compositor.render_update, Painting.update
"""What other journeys go without."""
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


SEQUENCE = re.compile(r"\x1b\[([0-9;]*)m")


class Terminal:
    """Cells as a terminal would show them, from what is written to it."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, str]] = {}
        self.written = 0

    def take(self, update: object) -> None:
        """What is sent to it."""
        if isinstance(update, RowsUpdate):
            self.written += len(update.rows)
            for x, y, row in update.rows:
                self.put(x, y, row.written)
        elif isinstance(update, LayoutUpdate):
            for y, strips in enumerate(update.strips, update.region.y):
                self.put(update.region.x, y, "".join(written(strip) for strip in strips))
        elif isinstance(update, ChopsUpdate):
            for y, _, _ in update.spans:
                for x, strip in update.chops[y].items():
                    self.put(x, y, written(strip) if strip is not None else "")

    def put(self, x: int, y: int, text: str) -> None:
        """Letters in the styles that are named before them."""
        style = ""
        for number, piece in enumerate(SEQUENCE.split(text)):
            if number % 2:
                style = piece.removeprefix("0").removeprefix(";")
                continue
            for character in piece:
                self.cells[x, y] = character, style
                if cell_len(character) == 2:
                    self.cells.pop((x + 1, y), None)
                x += cell_len(character)


def written(strip: Strip) -> str:
    """What Textual writes for it, looked up for every segment anew: styles keep what they were in another terminal."""
    colours = active_app.get().console._color_system or ColorSystem.TRUECOLOR
    named = ((text, Strip.render_ansi(style, colours) if style else "") for text, style, _ in strip)
    return "".join(f"\x1b[{codes}m{text}\x1b[0m" for text, codes in named)


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
    monkeypatch.setattr(Painting, "update", UPDATE)
    monkeypatch.setattr(PaintedApp, "_display", display)
    return terminal


def whole(user: User) -> Terminal:
    """The screen drawn at once."""
    drawn, screen = Terminal(), user.app.screen
    for y, strip in enumerate(screen._compositor.render_strips()):
        drawn.put(0, y, written(strip))
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
        await user.until(lambda: user.state.reading.tellings.told or len(user.state.reading.strip) < 2)
        await user.settled()
        terminal.written = 0
        user.app.main.rows.repaint()
        user.app.main.page.repaint()
        await user.settled()
        assert terminal.written == 0
