"""Help, palette, command line, raw view, themes."""

from pathlib import Path

import pytest
from reader_user import LARGE, MIDDLE, SIZES, STANDARD, Place

from reader.session.actions import ACTIONS


async def test_help_lists_every_action(place: Place) -> None:
    async with place.opened((160, 300)) as user:
        await user.press("?")
        await user.shown("Keys", "type to find")
        seen = user.screen
        for action in ACTIONS.values():
            assert action.help[:60] in seen, action.name


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_help_is_searched_and_enter_does_it(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("?")
        await user.shown("type to find")
        await user.type("star, orx")
        await user.press("backspace")
        await user.shown("Star, or take the star away.")
        await user.press("enter")
        await user.gone("take the star away.")
        assert user.reading.article.id in user.state.memory.starred


async def test_help_typed_faster_than_it_opens(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        before = user.state.memory
        await user.type("?whole screen", "enter")
        await user.until(lambda: user.state.sheet is None and user.state.zoomed, "the zoomed list")
        assert user.state.memory.starred == before.starred
        assert user.state.cursor == 1


async def test_letters_in_the_help_field_are_letters(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("?")
        await user.shown("type to find")
        await user.press(*"qij?")
        assert user.field.value == "qij?"
        await user.shown("no action has these words")
        await user.press("escape")
        await user.gone("no action has these words")
        assert user.app.is_running


async def test_the_palette_finds_an_action(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("ctrl+p")
        await user.shown("Search for an action")
        await user.type("zoom")
        await user.shown("Zoom  z")
        await user.press("enter")
        await user.until(lambda: user.state.zoomed, "the zoomed list")


async def test_commands_by_name(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press(":", *"next source", "enter")
        assert user.source == "Northern Wire"
        await user.press(":", *"previous-source", "enter")
        assert user.source == "Harbour Gazette"
        await user.press(":", "escape")
        assert user.state.prompt is None


async def test_an_unknown_command_names_the_nearest(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press(":", *"nxt_source", "enter")
        assert "! no command is called nxt_source" in user.status
        assert "next_source" in user.status
        await user.press(":", *"[bold]", "enter")
        assert "no command is called [bold]" in user.status


async def test_the_raw_file(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("enter", "\\")
        await user.shown('title: "Cracked bridge at Kessum closed"', "/articles/bridge")
        await user.press("G")
        await user.shown("promised to pay half of the sum.")
        await user.press("q")
        await user.gone("/articles/bridge")
        assert user.state.pane == "text"


async def test_a_theme_is_previewed_and_given_up(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        before = user.app.looks.spec.name
        await user.press("g", "c")
        await user.shown("Enter keeps it")
        await user.press("j")
        await user.until(lambda: user.app.looks.spec.name != before, "another theme")
        await user.press("j")
        await user.press("escape")
        await user.gone("Enter keeps it")
        assert user.app.looks.spec.name == before
        assert user.app.theme == f"reader-{before}"
        assert not place.folders.config_file.exists()


async def test_a_theme_is_kept_in_the_configuration(place: Place) -> None:
    async with place.opened(LARGE) as user:
        before = user.app.looks.spec.name
        await user.press("g", "c")
        await user.shown("Enter keeps it")
        await user.press("j")
        await user.until(lambda: user.app.looks.spec.name != before, "another theme")
        chosen = user.app.looks.spec.name
        await user.press("enter")
        await user.gone("Enter keeps it")
        assert f"theme: {chosen}" in user.status
        assert place.folders.config_file.read_text("utf-8").strip().endswith(f"theme: {chosen}")


async def test_what_is_not_among_the_problems_is_not_said_to_be_well(place: Place, tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    async with place.opened(MIDDLE, articles=[tmp_path], indexing=True) as user:
        await user.press("g", "!")
        await user.shown("gone.txt")
        await user.type("qqq")
        await user.shown("nothing here has these words")
        assert not user.sees("nothing is wrong")
