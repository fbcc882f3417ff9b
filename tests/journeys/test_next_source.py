"""The signature: from one source's telling to the next one's, at the same passage, on the same row of the screen."""

import pytest
from reader_user import MIDDLE, SIZES, STANDARD, Place, User

every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
INQUIRY = '"Somebody read that report'
"""A quotation that the first and the third source have word for word."""


def on_the_same_row(user: User, row: int) -> bool:
    """Whether the cursor is on this row, or as near as the ends of the text allow."""
    return user.row == row or (user.page.top_row == 0 and user.row < row) or (user.page.at_end and user.row > row)


@every_size
async def test_the_next_source_shows_the_same_passage_on_the_same_row(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("enter")
        for words in (INQUIRY, '"We did not want to wait', "Mayor Orla Venn said"):
            await user.go_to(words)
            row = user.row
            await user.press("]")
            assert user.source == "Northern Wire"
            assert on_the_same_row(user, row)
            await user.press("]")
            assert user.source == "Meridian Post"
            assert on_the_same_row(user, row)
            await user.press("]")
            assert user.source == "Harbour Gazette"
            assert user.row == row
            assert user.reading.article.text[user.page.cursor :].startswith(words)


async def test_in_a_long_text_the_row_is_exactly_the_same(place: Place) -> None:
    async with place.opened((60, 20)) as user:
        await user.press("enter", "3")
        await user.go_to('"We did not want to wait')
        await user.press("ctrl+d", "ctrl+u")
        await user.go_to('"We did not want to wait')
        row = user.row
        assert user.page.top_row > 0
        await user.press("1")
        assert user.sentence.startswith('"We did not want to wait')
        assert user.row == row


async def test_the_status_line_says_how_sure_it_is(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(INQUIRY)
        await user.press("3")
        assert "≈ same quote in Meridian Post · ¶2 · 1.00" in user.status
        await user.press("1")
        await user.go_to("Repairs are expected")
        await user.press("2")
        assert "≠ differs in Northern Wire · ¶6 · ." in user.status


async def test_what_a_source_does_not_report_is_said_and_the_nearest_place_shown(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "3")
        await user.go_to("An architect, Lena Quist")
        await user.press("1")
        assert "∅ not found in Harbour Gazette’s report · nearest: between ¶" in user.status
        assert "same" not in user.status
        await user.press("]")
        assert "∅ not found in Northern Wire’s report" in user.status


async def test_the_nearest_place_is_never_between_a_paragraph_and_itself(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "3")
        for sentence in user.reading.analysis.sentences:
            user.page.move_to(sentence.start)
            await user.settled()
            await user.press("2")
            for paragraph in range(1, 8):
                assert f"between ¶{paragraph} and ¶{paragraph} " not in user.status
            await user.press("3")


@every_size
async def test_back_without_moving_is_exactly_where_one_was(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("enter")
        for sentence in user.reading.analysis.sentences:
            user.page.move_to(sentence.start)
            await user.settled()
            offset, row, top = user.page.cursor, user.row, user.page.top_row
            await user.press("]", "[")
            assert (user.source, user.page.cursor, user.row, user.page.top_row) == ("Harbour Gazette", offset, row, top)
            await user.press("[", "]")
            assert (user.source, user.page.cursor, user.row, user.page.top_row) == ("Harbour Gazette", offset, row, top)


async def test_back_is_exact_for_keys_that_come_before_the_text_is_on_the_screen(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.type("", "enter", "]", "[")
        assert (user.source, user.page.cursor, user.page.top_row) == ("Harbour Gazette", 0, 0)


async def test_back_is_exact_from_the_middle_of_a_sentence_too(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("enter")
        await user.go_to("nuisance")
        offset, top = user.page.cursor, user.page.top_row
        await user.press("alt+right", "alt+left")
        assert (user.page.cursor, user.page.top_row) == (offset, top)
        assert "back in Harbour Gazette, where you were" in user.status


async def test_three_sources_are_a_round_in_both_directions(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(INQUIRY)
        offset = user.page.cursor
        seen = []
        for key in "]]][[[":
            await user.press(key)
            seen.append(user.source)
        there = ["Northern Wire", "Meridian Post", "Harbour Gazette"]
        assert seen == [*there, "Meridian Post", "Northern Wire", "Harbour Gazette"]
        assert user.page.cursor == offset


async def test_moving_in_the_other_source_begins_anew_from_there(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "]")
        await user.go_to("Orla Venn, the mayor")
        await user.press("[")
        assert user.sentence.startswith("Mayor Orla Venn said the bridge would stay shut")
        assert "where you were" not in user.status


async def test_a_source_is_left_for_a_while_and_found_as_it_was(place: Place) -> None:
    """What was landed on once is landed on again as long as nothing is moved."""
    async with place.opened(STANDARD) as user:
        await user.press("enter")
        await user.go_to("Opposition councillor")
        await user.press("3")
        there = (user.page.cursor, user.row, user.page.top_row)
        await user.press("2", "1", "3")
        assert (user.page.cursor, user.row, user.page.top_row) == there


async def test_numbers_name_the_sources(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        assert " 1 Harbour Gazette " in user.strip
        assert " 3 Meridian Post " in user.strip
        await user.press("3")
        assert user.source == "Meridian Post"
        await user.press("3")
        assert "Meridian Post is the source on the screen" in user.status
        await user.press("4")
        assert "this event has 3 sources" in user.status
        assert user.source == "Meridian Post"


async def test_the_list_follows_the_source(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("]")
        assert user.state.cursor == 2
        assert user.state.pane == "list"
        await user.press("j")
        assert user.source == "Meridian Post"


async def test_a_lone_report_has_no_other_source(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("G", "k")
        assert "the only source" in user.strip
        await user.press("]")
        assert "no other source covers this event" in user.status
        await user.press("=")
        assert "no other source covers this event" in user.status
        assert user.source == "北河日报"


async def test_every_version_of_a_sentence_and_enter_goes_to_one(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(INQUIRY)
        offset = user.page.cursor
        await user.press("=")
        await user.shown(
            "Every version of this sentence", "1 Harbour Gazette  on the screen", "3 Meridian Post  same quote"
        )
        assert user.sees("2 Northern Wire  not found in this report")
        await user.press("escape")
        await user.gone("Every version")
        assert user.page.cursor == offset
        await user.press("=")
        await user.shown("Every version")
        while (
            "3 Meridian" not in user.seen_in(user.app.screen.focused).splitlines()[user.app.screen.focused.screen_row]
        ):
            await user.press("j")
        await user.press("enter")
        await user.gone("Every version")
        assert user.source == "Meridian Post"
        assert user.sentence.startswith(INQUIRY)
        await user.press("[", "[")
        assert (user.source, user.page.cursor) == ("Harbour Gazette", offset)


async def test_the_gutter_shows_which_sources_report_a_paragraph(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.until(lambda: user.reading.tellings.told, "the comparison")
        lines = user.seen_in(user.page).splitlines()
        told = next(line for line in lines if "Opposition councillor" in line)
        alone = next(line for line in lines if "Dario Feld called" in line)
        assert "○●" in told
        assert alone == told
        await user.press("3")
        await user.until(lambda: user.reading.tellings.told, "the comparison")
        architect = next(line for line in user.seen_in(user.page).splitlines() if "An architect" in line)
        assert "○○" in architect


async def test_going_on_through_an_event_keeps_the_jump_list(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to(INQUIRY)
        offset = user.page.cursor
        await user.press("u")
        assert user.source == "Northern Wire"
        await user.press("ctrl+o")
        assert (user.source, user.page.cursor) == ("Harbour Gazette", offset)
        await user.press("ctrl+o")
        assert "no earlier place" in user.status
