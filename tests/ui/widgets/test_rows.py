"""The list: it draws what is in view and nothing else, its cursor is always seen, and it tells what the user does."""

from collections.abc import Callable

import pytest
from at_rest import at_rest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown

from reader.ui.widgets.line import Line
from reader.ui.widgets.palette import Palette
from reader.ui.widgets.rows import CardSource, Rows, RowSource

Shown = Callable[[Rows], list[str]]


class Numbered:
    """`row 0`, `row 1`, …; remembers what it was asked for."""

    def __init__(self, count: int, label: str = "row") -> None:
        self.count = count
        self.label = label
        self.asked: list[int] = []

    def __len__(self) -> int:
        return self.count

    def draw(self, index: int, width: int) -> Line:
        self.asked.append(index)
        return ((f"{self.label} {index}", "unread"),)


class Cards:
    """Items of one, two and three rows."""

    def __len__(self) -> int:
        return 30

    def height(self, index: int, width: int) -> int:
        return 1 + index % 3

    def draw_row(self, index: int, row: int, width: int) -> Line:
        return ((f"card {index}.{row}", ""),)


class Window(App[None]):
    def __init__(self, source: RowSource | CardSource | None) -> None:
        super().__init__()
        self.source = source
        self.heard: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        yield Rows(self.source, empty="Nothing here yet: F looks for something.")

    def on_rows_moved(self, message: Rows.Moved) -> None:
        self.heard.append(("moved", message.index))

    def on_rows_picked(self, message: Rows.Picked) -> None:
        self.heard.append(("picked", message.index))

    def on_rows_opened(self, message: Rows.Opened) -> None:
        self.heard.append(("opened", message.index))


async def test_a_hundred_thousand_rows_cost_no_more_than_a_screen(shown: Shown) -> None:
    source = Numbered(100_000)
    app = Window(source)
    async with app.run_test(size=(40, 20)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        assert shown(rows)[0] == "▌row 0"
        assert set(source.asked) == set(range(20))
        source.asked.clear()
        rows.end()
        await at_rest(pilot.app)
        assert shown(rows)[-1] == "▌row 99999"
        assert set(source.asked) <= set(range(99_980, 100_000))


async def test_moving_inside_the_view_draws_no_other_row_again() -> None:
    source = Numbered(50)
    app = Window(source)
    async with app.run_test(size=(40, 20)) as pilot:
        await at_rest(pilot.app)
        source.asked.clear()
        app.query_one(Rows).move(1)
        await at_rest(pilot.app)
        assert set(source.asked) <= {0, 1}


async def test_the_cursor_keeps_two_rows_of_context(shown: Shown) -> None:
    app = Window(Numbered(50))
    async with app.run_test(size=(40, 10)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        for _ in range(20):
            rows.move(1)
        assert (rows.cursor, rows.screen_row) == (20, 7)
        for _ in range(10):
            rows.move(-1)
        assert (rows.cursor, rows.screen_row) == (10, 2)
        rows.home()
        assert (rows.cursor, rows.screen_row) == (0, 0)
        rows.end()
        assert (rows.cursor, rows.screen_row) == (49, 9)


async def test_pages_move_cursor_and_view_together() -> None:
    app = Window(Numbered(100))
    async with app.run_test(size=(40, 10)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        rows.go(5)
        rows.page(1)
        assert (rows.cursor, rows.screen_row) == (15, 5)
        rows.page(-0.5)
        assert (rows.cursor, rows.screen_row) == (10, 5)
        assert rows.page(20)
        assert rows.cursor == 99
        assert not rows.page(1)


async def test_the_cursor_is_seen_without_colour_and_whether_the_list_has_focus() -> None:
    app = Window(Numbered(5))
    async with app.run_test(size=(40, 10)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        rows.focus()
        await at_rest(pilot.app)
        focused = [segment.style for segment in rows.render_line(0)]
        assert rows.render_line(0).text.startswith("▌")
        assert any(style and style.reverse for style in focused)
        app.set_focus(None)
        await at_rest(pilot.app)
        assert rows.render_line(0).text.startswith("▌")
        assert [segment.style for segment in rows.render_line(0)] != focused


async def test_another_source_keeps_the_cursor_on_its_screen_row() -> None:
    app = Window(Numbered(100))
    async with app.run_test(size=(40, 10)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        rows.go(50)
        row = rows.screen_row
        await at_rest(pilot.app)
        rows.set_source(Numbered(100, "hit"), 30)
        await at_rest(pilot.app)
        assert (rows.cursor, rows.screen_row) == (30, row)
        rows.set_source(Numbered(3))
        await at_rest(pilot.app)
        assert (rows.cursor, rows.screen_row) == (2, 2)
        assert app.heard == [("moved", 50)]


async def test_only_the_rows_named_are_drawn_again(shown: Shown) -> None:
    source = Numbered(10)
    app = Window(source)
    async with app.run_test(size=(40, 10)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        source.asked.clear()
        source.label = "changed"
        rows.refresh_rows([3, 77])
        await at_rest(pilot.app)
        assert shown(rows)[2:5] == [" row 2", " changed 3", " row 4"]
        assert set(source.asked) == {3}
        rows.refresh_rows()
        assert shown(rows)[4] == " changed 4"


async def test_many_moves_are_told_once() -> None:
    app = Window(Numbered(1000))
    async with app.run_test(size=(40, 10)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        for _ in range(100):
            rows.move(1)
        await at_rest(pilot.app)
        assert app.heard[-1] == ("moved", 100)
        assert len(app.heard) < 5


async def test_the_mouse_picks_opens_and_scrolls() -> None:
    app = Window(Numbered(100))
    async with app.run_test(size=(40, 10)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        await pilot.click(Rows, offset=(5, 4))
        assert rows.cursor == 4
        assert ("picked", 4) in app.heard
        await pilot.click(Rows, offset=(5, 6), times=2)
        assert app.heard[-1] == ("opened", 6)
        rows.open()
        await at_rest(pilot.app)
        assert app.heard[-1] == ("opened", 6)
        await pilot.click(Rows, offset=(5, 9), times=2)
        assert (app.heard[-1], rows.top_row) == (("opened", 9), 0)
        rows.go(6)
        await pilot._post_mouse_events([MouseScrollDown], widget=Rows, offset=(5, 5))
        await at_rest(pilot.app)
        assert rows.top_row > 0
        assert rows.cursor == 6


async def test_cards_of_several_rows_are_one_item(shown: Shown) -> None:
    app = Window(Cards())
    async with app.run_test(size=(40, 9)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        assert shown(rows)[:6] == ["▌card 0.0", " card 1.0", " card 1.1", " card 2.0", " card 2.1", " card 2.2"]
        rows.move(2)
        assert shown(rows)[3:6] == ["▌card 2.0", "▌card 2.1", "▌card 2.2"]
        await pilot.click(Rows, offset=(3, 2))
        assert rows.cursor == 1
        rows.end()
        await at_rest(pilot.app)
        assert shown(rows)[-3:] == ["▌card 29.0", "▌card 29.1", "▌card 29.2"]
        assert rows.in_view == range(26, 30)


class Ahead(Numbered):
    """Fetches what comes into view in one go."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.prepared: list[range] = []

    def prepare(self, items: range) -> None:
        self.prepared.append(items)


async def test_a_source_may_fetch_a_view_in_one_go() -> None:
    source = Ahead(100)
    app = Window(source)
    async with app.run_test(size=(40, 10)) as pilot:
        await at_rest(pilot.app)
        source.prepared.clear()
        app.query_one(Rows).page(1)
        await at_rest(pilot.app)
        assert source.prepared == [app.query_one(Rows).in_view]


@pytest.mark.parametrize("source", [Numbered(40), Cards(), Numbered(0), None])
async def test_no_size_is_too_small(source: RowSource | CardSource | None) -> None:
    app = Window(source)
    async with app.run_test(size=(10, 5)) as pilot:
        rows = app.query_one(Rows)
        for width, height in [(1, 1), (2, 1), (3, 2), (5, 1), (10, 1), (4, 3), (1, 8)]:
            await pilot.resize_terminal(width, height)
            rows.move(3)
            rows.page(-1)
            rows.page(1)
            rows.end()
            await at_rest(pilot.app)
            assert all(rows.render_line(y).cell_length == rows.view_width for y in range(height))


async def test_text_is_never_read_as_markup_and_wide_characters_are_not_halved() -> None:
    class Hostile(Numbered):
        def draw(self, index: int, width: int) -> Line:
            return (("[/][red]x[@click=app.quit]", ""),) if index == 0 else (("漢字" * 40, ""),)

    app = Window(Hostile(2))
    async with app.run_test(size=(40, 4)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        assert rows.render_line(0).text.rstrip() == "▌[/][red]x[@click=app.quit]"
        wide = rows.render_line(1)
        assert wide.cell_length == rows.view_width
        assert wide.text.strip() == "漢字" * 9 + ("漢" if rows.view_width % 4 in (3, 0) else "")


async def test_an_empty_list_says_what_to_press(shown: Shown) -> None:
    app = Window(None)
    async with app.run_test(size=(60, 9)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        assert [line.strip() for line in shown(rows) if line] == ["Nothing here yet: F looks for something."]
        assert rows.cursor is None
        assert not rows.move(1)
        rows.open()
        assert app.heard == []


async def test_another_palette_shows_at_once() -> None:
    app = Window(Numbered(3))
    async with app.run_test(size=(40, 5)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        rows.palette = Palette({"unread": Style(color="#123456")})
        colours = {segment.style.color.name for segment in rows.render_line(1) if segment.style and segment.style.color}
        assert "#123456" in colours


async def test_a_list_that_was_hidden_shows_what_came_meanwhile(shown: Shown) -> None:
    app = Window(Numbered(5))
    async with app.run_test(size=(40, 9)) as pilot:
        await at_rest(pilot.app)
        rows = app.query_one(Rows)
        rows.display = False
        await at_rest(pilot.app)
        rows.set_source(Cards(), 20)
        await at_rest(pilot.app)
        rows.display = True
        await at_rest(pilot.app)
        assert "▌card 20.0" in shown(rows)
