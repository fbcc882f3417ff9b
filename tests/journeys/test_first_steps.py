"""From the launch to leaving: what is there at once, how one moves, how one gets out."""

import pytest
from reader_user import MIDDLE, SIZES, STANDARD, Place

every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@every_size
async def test_the_newest_event_is_unfolded_and_its_first_article_shown(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        lines = user.list.splitlines()
        header = next(number for number, line in enumerate(lines) if "Cracked bridge" in line)
        for number, source in enumerate(("Harbour Gazette", "Northern Wire", "Meridian Post"), header + 1):
            assert source[:6] in lines[number]
        assert "▾" in lines[header]
        assert user.source == "Harbour Gazette"
        assert user.sees("8 articles in 5 events")
        if size != STANDARD:  # list or text, there is no room for both
            assert user.sees("The Anselm Bridge at Kessum was closed")
        await user.press("enter")
        assert user.sees("The Anselm Bridge at Kessum was closed")
        assert user.state.pane == "text"


async def test_a_small_terminal_shows_at_least_fourteen_lines_of_text(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("enter")
        assert user.page.view_height >= 14


@every_size
async def test_an_event_is_folded_and_unfolded(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("h")
        assert "▸ Cracked bridge" in user.list
        assert "▾" not in user.list
        await user.press("l")
        assert "▾ Cracked bridge" in user.list
        await user.press("l")
        assert user.source == "Harbour Gazette"
        assert user.state.cursor == 1
        await user.press("g", "z", "g", "z")
        assert user.list.count("▾") == 3
        assert user.source == "Harbour Gazette"


async def test_moving_in_the_list_shows_each_article_at_once(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("j")
        assert user.source == "Northern Wire"
        assert user.sees("Engineers closed the Anselm Bridge")
        await user.press("down")
        assert user.source == "Meridian Post"
        await user.press("k", "up")
        assert user.source == "Harbour Gazette"
        await user.press("G")
        assert user.state.cursor == len(user.state.listing) - 1
        await user.press("g", "g")
        assert user.state.cursor == 0


async def test_an_article_without_a_title_shows_its_first_words(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("g", "z", "g", "z", "G", "k", "k")
        assert user.source == "Northern Wire"
        assert user.sees("(All 60 passengers of the ferry Heron were …)")


async def test_wide_characters_and_emoji_keep_every_line_in_its_place(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("G", "k")
        assert user.reading.article.title == "灯笼节 lights the canal 🏮"
        assert user.sees("灯笼节 lights the canal 🏮")
        strips = user.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {MIDDLE[0]}
        right = [strip.crop(MIDDLE[0] - 1).text for strip in strips]
        panel = user.main.panel.region
        assert set(right[panel.y + 1 : panel.bottom - 1]) == {"│"}


async def test_a_file_that_cannot_be_read_is_a_row_with_the_reason(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("G")
        row = next(line for line in user.list.splitlines() if "scan.txt" in line)
        assert "! scan.txt: not a text" in row
        assert "! not a text file" in user.status
        await user.press("enter")
        assert user.state.pane == "list"
        await user.press("g", "!")
        await user.shown("Problems", "scan.txt: not a text file: NUL bytes")
        await user.press("escape")
        await user.gone("Problems")
        await user.press("k")
        assert user.source == "北河日报"


async def test_escape_never_leaves_and_q_at_the_top_does(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", *["escape"] * 8)
        assert user.app.is_running
        await user.press("q")
        assert user.state.pane == "list"
        assert user.app.is_running
        await user.press(*["escape"] * 4, "h", "h", "left", "backspace")
        assert user.app.is_running
        await user.press("q")
    assert user.app.return_value == 0
    assert user.app.return_code in (0, None)


@pytest.mark.parametrize("keys", [("Q",), ("ctrl+q",), ("enter", "Q"), (":", "q", "enter"), (":", *"quit", "enter")])
async def test_other_ways_to_leave(place: Place, keys: tuple[str, ...]) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press(*keys)
    assert user.app.return_value == 0


async def test_the_footer_shows_the_keys_of_the_focused_pane(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        assert "Enter open" in user.footer
        assert "q quit" in user.footer
        await user.press("tab")
        assert "> next quote" in user.footer
        assert "q back" in user.footer
        await user.press("tab")
        assert "D delete" in user.footer
        await user.press("tab")
        assert user.state.pane == "list"
        await user.press("shift+tab")
        assert user.state.pane == "panel"


async def test_after_g_the_footer_lists_what_may_follow(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("g")
        await user.until(lambda: "n notes" in user.screen, "the hint")
        assert "t text" in user.screen
        await user.press("t")
        assert user.state.pane == "text"
        assert "> next quote" in user.footer


async def test_a_prefix_followed_by_nonsense_does_nothing(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        before = user.state
        await user.press("g", "x")
        assert user.state == before
        await user.press("j")
        assert user.source == "Northern Wire"


async def test_zoom_gives_a_pane_the_whole_width_and_takes_it_back(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "z")
        await user.until(lambda: user.main.rows.region.area == 0, "the panes")
        await user.until(lambda: user.page.region.width >= MIDDLE[0] - 2, "the panes")
        await user.press("escape")
        await user.until(lambda: user.main.rows.region.area > 0, "the panes")
        await user.press("q", "z")
        await user.until(lambda: user.main.rows.region.width == MIDDLE[0], "the panes")
        await user.press("q")
        await user.until(lambda: user.main.rows.region.width < MIDDLE[0], "the other panes")
        assert user.app.is_running


async def test_the_guide_goes_on_when_its_step_is_done_and_escape_ends_it(place: Place) -> None:
    async with place.opened(MIDDLE, coach=True) as user:
        assert "1/4" in user.status
        await user.press("j")
        assert "2/4  ] shows how the next source tells this" in user.status
        await user.press("]", "j")
        assert "3/4  c puts the two side by side" in user.status
        await user.press("escape")
        await user.press("j")
        assert "/4" not in user.status
    async with place.opened(MIDDLE, coach=True) as user:
        assert "/4" in user.status  # the place is saved when the reader is left


async def test_first_launch_to_first_aligned_switch_takes_five_keys_at_most(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("enter", "}", "]")
        assert user.source == "Northern Wire"
        assert "Orla Venn, the mayor, said it would stay shut" in user.sentence
