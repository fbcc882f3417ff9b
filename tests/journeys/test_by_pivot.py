"""One report beside all the others: from a pair to it, through what differs, into another report and back."""

import pytest
from reader_user import LARGE, SIZES, STANDARD, Place, User

from reader.session.comparing.model import Comparing
from reader.session.comparing.pivot import Pivot

every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
INQUIRY = '"Somebody read that report'


def view(user: User) -> Pivot:
    assert isinstance(user.state.view, Pivot)
    return user.state.view


async def by_pivot(user: User, words: str = "") -> None:
    """Open the view at some words, and wait for all comparisons."""
    await user.press("enter")
    if words:
        await user.go_to(words)
    await user.press("c", "p")
    await user.until(lambda: view(user).complete, "all comparisons")


@every_size
async def test_a_reader_sees_what_all_others_say_of_the_passage_and_comes_back(
    place: Place, size: tuple[int, int]
) -> None:
    async with place.opened(size) as user:
        await user.press("enter")
        await user.go_to(INQUIRY)
        before = (user.page.cursor, user.row, user.page.top_row)
        await user.press("c", "p")
        await user.until(lambda: view(user).complete, "all comparisons")
        await user.shown("1 Harbour Gazette", "Meridian Post", "who wants an inquiry")
        assert user.sees("councillor Dario Feld")
        assert "told by Meridian Post" in user.status
        await user.press("q")
        assert user.state.view is None
        assert (user.page.cursor, user.row, user.page.top_row) == before


async def test_in_columns_the_passage_stands_on_one_row(place: Place) -> None:
    async with place.opened(LARGE) as user:
        await by_pivot(user, INQUIRY)
        line = next(line for line in user.screen.splitlines() if "¶8" in line)
        assert "∅" in line
        assert "≈" in line or "≠" in line or "=" in line
        for _ in range(3):
            await user.press("j")
        await user.press("ctrl+u", "ctrl+d")
        line = next((line for line in user.screen.splitlines() if "¶8" in line), line)
        assert "∅" in line


@every_size
async def test_n_goes_through_what_differs_from_any_source(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await by_pivot(user)
        count = len(view(user).differences)
        await user.press("n")
        assert "/" in user.status
        assert f"/{count} · " in user.status
        await user.press("N", "o")
        assert view(user).only
        await user.press("o", "d")
        assert not view(user).words


async def test_p_leads_to_the_pair_and_enter_into_the_other_report(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await by_pivot(user, INQUIRY)
        await user.press("3")
        assert "Meridian Post ¶2" in user.status
        await user.press("p")
        assert isinstance(user.state.view, Comparing)
        assert user.state.view.table.b.name == "Meridian Post"
        await user.press("p", "enter")
        assert user.source == "Meridian Post"
        assert "Somebody read that report" in user.sentence


async def test_another_size_keeps_the_passage(place: Place) -> None:
    async with place.opened(LARGE) as user:
        await by_pivot(user, INQUIRY)
        for size in (STANDARD, (130, 30), (60, 16), LARGE):
            await user.pilot.resize_terminal(*size)
            await user.settled()
            assert view(user).rows[view(user).row].paragraph == 7
            assert user.sees("councillor Dario Feld") or user.sees("Dario Feld")


async def test_a_click_gives_a_column_the_focus(place: Place) -> None:
    async with place.opened(LARGE) as user:
        await by_pivot(user)
        rows = user.main.compare.rows
        await user.pilot.click(rows, offset=(rows.size.width - 20, 3))
        await user.settled()
        assert view(user).focus == 1
