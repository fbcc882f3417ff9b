"""Other sizes, the mouse, terminals without colour or Unicode, the user's own keys."""

import pytest
from reader_user import LARGE, MIDDLE, STANDARD, Place


async def test_resizing_keeps_the_passage_under_the_cursor(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to("Opposition councillor")
        offset = user.page.cursor
        for size in (STANDARD, LARGE, (60, 15), (104, 30), MIDDLE):
            await user.pilot.resize_terminal(*size)
            await user.settled()
            assert user.page.cursor == offset
            assert 0 <= user.row < user.page.view_height
            assert user.sentence.startswith("Opposition councillor")
            assert user.sees("Opposition")


@pytest.mark.parametrize("size", [(20, 6), (10, 3), (1, 1), (300, 100), (80, 2)])
async def test_any_size_is_drawn(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("enter", "j", "]", "p", "tab", "z", "?")
        await user.until(lambda: user.state.sheet, "help")
        assert len(user.screen.splitlines()) <= size[1]
        await user.press("escape", "Q")
    assert user.app.return_value == 0


async def test_clicks_in_list_text_and_panel(place: Place) -> None:
    async with place.opened(LARGE) as user:
        row = next(number for number, line in enumerate(user.list.splitlines()) if "Meridian Post" in line)
        await user.pilot.click(user.main.rows, offset=(8, row))
        await user.settled()
        assert user.source == "Meridian Post"
        assert user.state.pane == "list"
        lines = user.seen_in(user.page).splitlines()
        row = next(number for number, line in enumerate(lines) if "who wants" in line)
        await user.pilot.click(user.page, offset=(lines[row].index("wants") + 1, row))
        await user.settled()
        assert user.state.pane == "text"
        assert "Dario Feld" in user.sentence
        panel = user.seen_in(user.main.panel).splitlines()
        row = next(number for number, line in enumerate(panel) if "We did not want" in line)
        await user.pilot.click(user.main.panel, offset=(6, row))
        await user.settled()
        assert user.state.pane == "panel"
        assert "We did not want" in user.sentence


async def test_a_double_click_on_a_row_opens_it(place: Place) -> None:
    async with place.opened(LARGE) as user:
        row = next(number for number, line in enumerate(user.list.splitlines()) if "Northern Wire" in line)
        await user.pilot.double_click(user.main.rows, offset=(8, row))
        await user.settled()
        assert user.source == "Northern Wire"
        assert user.state.pane == "text"


async def test_the_wheel_scrolls_and_the_cursor_stays_in_view(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("enter")
        top = user.page.top_row
        for _ in range(6):
            await user.pilot._post_mouse_events([_wheel()], widget=user.page, button=0)
        await user.settled()
        assert user.page.top_row > top
        assert 0 <= user.row < user.page.view_height
        assert user.page.cursor == user.reading.cursor


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_without_colour_every_sign_is_still_there(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with place.opened(LARGE) as user:
        await user.press("enter", "r", "s", "q")
        await user.until(lambda: user.reading.tellings.told, "the comparison")
        for sign in ("▾", "●", "★", "!", "●○"):
            assert user.sees(sign)
        colours = {
            segment.style.color.name
            for line in user.app.screen._compositor.render_strips()
            for segment in line.apply_filter(user.app._filters[0], user.app.screen.styles.background)
            if segment.style and segment.style.color and segment.style.color.triplet
        }
        assert all(_grey(name) for name in colours), colours


def _grey(name: str) -> bool:
    return not name.startswith("#") or len({name[1:3], name[3:5], name[5:7]}) == 1


async def test_ascii_signs(place: Place) -> None:
    async with place.opened(MIDDLE, ascii=True) as user:
        await user.press("enter", "]", "[", "r", "s")
        await user.until(lambda: user.reading.tellings.told, "the comparison")
        seen = user.list + user.strip + user.seen_in(user.page)
        assert not set(seen) & set("▾▸●○★✎≈≠∅▌▪")
        assert "v Cracked" in user.list
        assert "+ 14 May" in user.list
        assert any(line.startswith("*.") for line in user.seen_in(user.page).splitlines())


async def test_the_users_own_keys(place: Place) -> None:
    place.folders.keys_file.parent.mkdir(parents=True)
    place.folders.keys_file.write_text("next_source: x\nzoom: [Z, f9]\n", "utf-8")
    async with place.opened(MIDDLE) as user:
        assert "x next source" in user.footer
        await user.press("]")
        assert user.source == "Harbour Gazette"
        await user.press("x")
        assert user.source == "Northern Wire"
        await user.press("f9")
        assert user.state.zoomed
        await user.press("?")
        await user.shown("type to find")
        await user.press(*"zoom")
        await user.shown("Give the focused pane the whole screen")


async def test_a_wrong_line_in_the_keys_file_is_said_and_stops_nothing(place: Place) -> None:
    place.folders.keys_file.parent.mkdir(parents=True)
    place.folders.keys_file.write_text("nxt_source: x\nzoom: Z\n", "utf-8")
    async with place.opened(LARGE) as user:
        assert "keys.yaml:1" in user.status
        assert "g! shows all" in user.status
        await user.press("Z")
        assert user.state.zoomed
        await user.press("g", "!")
        await user.shown("next_source")
