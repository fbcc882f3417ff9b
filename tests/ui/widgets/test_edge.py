"""The heading in a frame looks as Textual draws it, whatever it said before, and nothing of it acts on the terminal."""

import pytest
from at_rest import at_rest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.widgets.drawn import PLAIN
from reader.ui.widgets.lines import Lines
from reader.ui.widgets.rows import Rows

HEADINGS = (
    "Quotes 13 · N · n",
    "Names 3",
    "\N{GREEK SMALL LETTER ALPHA} 東京 4",
    "much too long for it " * 4,
    "",
    "[b]Notes[/] 2",
)


class Pane(App[None]):
    CSS = "Rows { border: round gray; border-title-color: red; } Rows:focus { border: round blue; }"

    def compose(self) -> ComposeResult:
        yield Rows()


def _written(pane: Lines) -> str:
    (row,) = pane.drawn(Region(0, 0, pane.outer_size.width, 1)) or ()
    return row.written


def _by_textual(pane: Lines) -> str:
    pane._styles_cache.clear()
    (strip,) = Widget.render_lines(pane, Region(0, 0, pane.outer_size.width, 1))
    return PLAIN + Strip(list(strip)).render(pane.app.console)


@pytest.mark.parametrize("width", [40, 9])
async def test_every_heading_looks_as_textual_draws_it(width: int) -> None:
    app = Pane()
    async with app.run_test(size=(width, 6)) as pilot:
        pane = app.query_one(Rows)
        for focused in (True, False):
            app.set_focus(pane if focused else None)
            for heading in (*HEADINGS, *HEADINGS[::-1]):
                pane.entitle(heading)
                await at_rest(pilot.app)
                if heading:
                    assert _written(pane) == _by_textual(pane)


async def test_a_heading_of_the_users_words_holds_nothing_that_acts() -> None:
    app = Pane()
    async with app.run_test(size=(40, 6)) as pilot:
        pane = app.query_one(Rows)
        for heading in ("Quotes 3", "“a\x1b]0;owned\x07b”", "x\N{RIGHT-TO-LEFT OVERRIDE}y"):
            pane.entitle(heading)
            await at_rest(pilot.app)
            assert _written(pane) == _by_textual(pane)
