"""Two sources side by side: from the passage under the cursor, through what differs, and back to the text."""

import pytest
from reader_user import LARGE, MIDDLE, SIZES, STANDARD, Place, User

from reader.session.comparing.model import Comparing

every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
COST = "Repairs are expected"
INQUIRY = '"Somebody read that report'


def view(user: User) -> Comparing:
    assert isinstance(user.state.view, Comparing)
    return user.state.view


def line_with(user: User, words: str) -> str:
    """The line of the screen that has these words."""
    return next(line for line in user.screen.splitlines() if words in line)


@every_size
async def test_a_reader_puts_the_two_side_by_side_and_comes_back_to_the_same_place(
    place: Place, size: tuple[int, int]
) -> None:
    async with place.opened(size) as user:
        await user.press("enter")
        await user.go_to(COST)
        before = (user.page.cursor, user.row, user.page.top_row)
        await user.press("c")
        await user.shown("42 million", "58 million", "Harbour Gazette", "Northern Wire")
        assert user.sees("differences")
        await user.press("q")
        await user.gone("58 million")
        assert (user.page.cursor, user.row, user.page.top_row) == before
        assert user.app.screen.focused is user.page


async def test_in_two_columns_what_tells_the_same_stands_on_the_same_row(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(COST)
        await user.press("c")
        await user.shown("58 million")
        line = line_with(user, "¶9")
        assert "Repairs are expected" in line
        assert "¶6" in line
        assert "≠" in line
        await user.press("ctrl+u", "ctrl+d", "j", "k")
        line = line_with(user, "¶9")
        assert "¶6" in line


async def test_on_a_small_screen_one_stands_below_the_other_and_no_word_is_cut(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("enter")
        await user.go_to(COST)
        await user.press("c")
        await user.shown("58 million")
        lines = user.screen.splitlines()
        assert any("≠ num" in line and "¶9 ↔ ¶6" in line for line in lines)
        left = next(n for n, line in enumerate(lines) if "42 million" in line)
        right = next(n for n, line in enumerate(lines) if "58 million" in line)
        assert 0 < right - left < 4
        words = set(user.reading.article.text.split()) | set(view(user).table.b.article.text.split())
        body = [line[8:78].split() for line in lines[4:-2] if line[1:5].strip() and "──" not in line]
        assert {word for line in body for word in line} <= words


@every_size
async def test_n_goes_through_the_differences_and_the_status_line_says_each(
    place: Place, size: tuple[int, int]
) -> None:
    async with place.opened(size) as user:
        await user.press("enter", "c")
        count = len(view(user).table.differences)
        seen = []
        for _ in range(count):
            await user.press("n")
            seen.append(user.status)
        assert all(f"{number}/{count} · " in line for number, line in enumerate(seen, 1))
        assert any("42 million" in line and "58 million" in line for line in seen)
        assert any("not found in Northern Wire’s report" in line for line in seen)
        await user.press("N")
        assert f"{count - 1}/{count}" in user.status


async def test_only_what_differs(place: Place) -> None:
    async with place.opened(LARGE) as user:
        await user.press("enter", "c")
        await user.shown("differences")
        shown = [block for block in view(user).table.blocks if not block.kinds]
        await user.press("o")
        if shown:
            await user.shown("without a difference")
        await user.press("o")
        await user.gone("without a difference")


@every_size
async def test_the_third_source_takes_the_second_ones_place_at_the_same_passage(
    place: Place, size: tuple[int, int]
) -> None:
    async with place.opened(size) as user:
        await user.press("enter")
        await user.go_to(INQUIRY)
        await user.press("c", "]")
        await user.shown("3 Meridian Post")
        assert view(user).table.b.name == "Meridian Post"
        left, right = ("councillor Dario Feld called", "who wants an inquiry")
        assert user.sees(left) or user.sees("Opposition councillor Dario")
        assert user.sees("Dario Feld, an opposition") or user.sees(right)
        await user.press("2")
        assert view(user).table.b.name == "Northern Wire"
        await user.press("s")
        assert view(user).table.a.name == "Northern Wire"


async def test_enter_goes_on_reading_in_the_other_report(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(COST)
        await user.press("c", "l", "enter")
        await user.gone("differences")
        assert user.source == "Northern Wire"
        assert "58 million" in user.sentence
        await user.press("ctrl+o")
        assert user.source == "Harbour Gazette"


async def test_a_note_on_both_passages_is_written_with_two_targets(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(COST)
        await user.press("c", "a")
        await user.until(lambda: len(user.app.screen_stack) == 2, "the editor")
        await user.type("42 here, 58 there", "enter")
        await user.until(lambda: "42 here, 58 there" in place.note_files(), "the note")
        assert place.note_files().count("- article:") == 2
        await user.shown("✎")
        assert user.state.view is not None
        await user.press("escape")
        assert user.state.view is None


async def test_another_size_keeps_the_passage(place: Place) -> None:
    async with place.opened(LARGE) as user:
        await user.press("enter")
        await user.go_to(COST)
        await user.press("c")
        await user.shown("58 million")
        block = view(user).block
        for size in (STANDARD, MIDDLE, (60, 16), LARGE):
            await user.pilot.resize_terminal(*size)
            await user.settled()
            assert view(user).block == block
            assert user.sees("42 million")


async def test_one_side_can_be_unlocked_and_locked_again(place: Place) -> None:
    async with place.opened((120, 20)) as user:
        await user.press("enter", "c")
        await user.shown("¶1")
        rows = user.seen_in(user.main.compare.rows)
        await user.press("L", "l", "j", "j", "j")
        assert user.seen_in(user.main.compare.rows) != rows
        await user.press("L")
        assert user.seen_in(user.main.compare.rows).splitlines()[:3] == rows.splitlines()[:3]


async def test_a_lone_report_says_so_and_what_to_do(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("G", "k", "c")
        assert "no other source covers this event" in user.status
        assert user.state.view is None


async def test_help_shows_the_keys_and_the_view_stays(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "c", "?")
        await user.shown("Keys")
        await user.type("difference")
        await user.shown("Go to the next difference")
        await user.press("escape")
        await user.gone("Go to the next difference")
        assert user.state.view is not None
        assert user.sees("next difference")


@every_size
async def test_every_wording_of_a_quote(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("enter")
        await user.go_to("for as long as the engineers")
        await user.press("d")
        await user.shown("Every source’s wording", "1 Harbour Gazette", "2 Northern Wire", "trimmed")
        assert user.sees("same speaker")
        assert user.sees("not quoted in Meridian Post’s report")
        await user.press("n")
        await user.shown("3 Meridian Post")
        await user.press("N", "j", "enter")
        assert user.source == "Northern Wire"
        assert "as long as the engineers" in user.sentence


async def test_not_on_a_quote_says_how_to_get_to_one(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.until(lambda: user.reading.tellings.told, "the comparison")
        await user.go_to("Ferry operator")
        await user.press("d")
        if user.state.view is None:
            assert "goes to the next one" in user.status
        await user.press("escape")
        await user.go_to("The Anselm Bridge at Kessum")
        await user.press("d")
        assert user.state.view is None
        assert "not on a quote" in user.status


async def test_without_colour_words_of_one_side_stand_in_brackets(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(COST)
        await user.press("c")
        await user.shown("{+", "[-")
        await user.press("d")
        await user.gone("{+", "[-")
