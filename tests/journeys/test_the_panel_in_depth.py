"""The panel as a journalist uses it: narrowing it down, names across the sources, the page of the sources."""

import pytest
from reader_user import LARGE, MIDDLE, SIZES, Place, User


async def compared(user: User) -> None:
    await user.until(lambda: user.reading.tellings.names, "the comparison")


def panel(user: User) -> str:
    """What the panel shows."""
    return user.seen_in(user.main.panel)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_filter_narrows_as_one_types_and_survives_a_change_of_source(place: Place, size) -> None:
    async with place.opened(size) as user:
        await user.press("enter", "g", "p", "/")
        await user.press(*"venn")
        assert user.state.panel_filter == "venn"
        assert "“venn”" in panel(user)
        assert " of " in panel(user)
        await user.press("enter")
        assert user.state.pane == "panel"
        await user.press("]")
        assert user.state.panel_filter == "venn"
        assert "“venn”" in panel(user)
        await user.press("escape")
        assert user.state.panel_filter == ""
        assert "“venn”" not in panel(user)


async def test_esc_in_the_field_gives_the_filter_up(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "g", "p")
        cursor = user.page.cursor
        await user.press("/", *"zzz")
        await user.until(lambda: "Nothing here has" in " ".join(panel(user).split()), "the empty panel")
        await user.press("escape")
        assert user.state.panel_filter == ""
        assert user.state.prompt is None
        assert user.page.cursor == cursor
        assert user.state.pane == "panel"


async def test_slash_in_the_text_still_finds_in_the_text(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "/", *"bridge")
        assert user.state.find
        assert user.state.panel_filter == ""


async def test_names_only_others_have_lead_to_them_and_back(place: Place) -> None:
    async with place.opened(LARGE) as user:
        await compared(user)
        await user.press("enter", "p", "g", "p", "G")
        assert "Not named here" in panel(user)
        home, row = user.reading.key, user.state.panel_cursor
        await user.press("enter")
        assert user.reading.key != home
        assert "Backspace goes back" in user.status
        await user.press("backspace")
        assert user.reading.key == home
        assert user.state.panel_cursor == row
        assert user.state.pane == "panel"


async def test_the_card_under_the_cursor_says_what_each_source_calls_somebody(place: Place) -> None:
    async with place.opened(LARGE) as user:
        await compared(user)
        await user.press("enter", "p", "g", "p", "g", "g", "j")
        while "Orla Venn" not in panel(user).splitlines()[user.main.panel.screen_row + 1]:
            await user.press("j")
        assert "Orla Venn, the mayor" in panel(user)
        await user.press("i")
        await user.shown("What each source calls this person", "Mentions")
        await user.press("escape")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_page_of_the_sources(place: Place, size) -> None:
    async with place.opened(size) as user:
        await compared(user)
        await user.press("enter", "g", "s")
        await user.shown("How much, and how much of it is quotation", "Northern Wire")
        await user.press("pagedown")
        await user.shown("Verbs of speech")
        await user.press("home", *["down"] * 4)
        await user.press("enter")
        await user.until(lambda: user.app.screen is user.main, "the main screen")
        assert user.source == "Northern Wire"


async def test_why_on_every_row_of_the_panel(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await compared(user)
        await user.press("enter", "g", "p")
        for tab in ("quotes", "entities"):
            for row in range(len(user.main.panel.source)):
                await user.press("g", "g", *["j"] * row, "i")
                await user.until(lambda: user.app.screen is not user.main, "the page")
                await user.until(lambda: "Why these articles" in user.screen or "·" in user.screen, "evidence")
                await user.press("escape")
                await user.until(lambda: user.app.screen is user.main, "the main screen")
                if row > 6:
                    break
            await user.press("p")
            assert tab
        await user.press("i")
        await user.press("escape")


@pytest.mark.parametrize("size", [*SIZES, (104, 30)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_zoomed_the_panel_has_the_whole_screen(place: Place, size) -> None:
    async with place.opened(size) as user:
        await user.press("enter", "g", "p", "z")
        await user.until(lambda: user.main.panel.region.height >= size[1] - 4, "the panes")
        assert user.main.panel.region.width == size[0]


async def test_a_click_on_a_card_goes_there_and_a_second_one_opens_it(place: Place) -> None:
    async with place.opened(LARGE) as user:
        await user.press("enter", "g", "p", "g", "g")
        region = user.main.panel.region
        await user.pilot.click(offset=(region.x + 5, region.y + 6), times=2)
        await user.settled()
        row = user.main.panel.source.rows[user.state.panel_cursor]
        if row.spans:
            assert user.page.cursor == row.spans[0].start
            assert user.state.pane == "text"


async def test_the_panels_title_fits_at_every_width(place: Place) -> None:
    async with place.opened((80, 40)) as user:
        await user.press("enter", "g", "p")
        for width in (100, 116, 118, 120, 139, 140, 170, 200, 80):
            await user.pilot.resize_terminal(width, 40)
            await user.settled()
            await user.until(lambda: user.main.panel.region.width >= 30, "the panes")
            top = panel(user).splitlines()[0]
            assert "‹Quotes" in top
            assert "›" in top
            assert "Notes" in top
