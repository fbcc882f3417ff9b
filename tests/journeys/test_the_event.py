"""One event, every telling: who said what, facts that differ, what is told only here, the days, the headlines."""

import pytest
from reader_user import MIDDLE, STANDARD, Place, User

from reader.session.comparing.model import Comparing
from reader.session.event_pages.model import EventPage, Facts, Gaps, Matrix, Timeline

both_sizes = pytest.mark.parametrize("size", [STANDARD, MIDDLE], ids=lambda size: f"{size[0]}x{size[1]}")


async def compared(user: User) -> None:
    """Wait until each report has been compared with each."""
    await user.until(lambda: isinstance(user.state.view, EventPage) and user.state.view.event.complete, "compared")


async def to_row(user: User, words: str) -> None:
    """Go down until the row under the cursor has these words."""
    for _ in range(user.state.view.count):
        if words in row_under(user):
            return
        await user.press("j")
    raise AssertionError(f"no row with {words!r}\n{user.screen}")


def row_under(user: User) -> str:
    """The lines of the screen beside the cursor's bar."""
    return "\n".join(line for line in user.screen.splitlines() if line.startswith("▌"))


@both_sizes
async def test_a_reporter_asks_who_said_what_and_reads_the_quotes(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("enter", "w")
        await user.shown("Who said what", "same var only", "Orla Venn", "all quotes")
        await compared(user)
        await to_row(user, "Orla Venn")
        await user.press("enter")
        await user.shown("Orla Venn in Harbour Gazette’s report", "a disaster", "said")
        assert user.sees("Meridian Post ¶4")
        await user.press("j", "k", "enter")
        assert user.state.view is None
        assert user.app.screen.focused is user.page
        assert user.source == "Harbour Gazette"
        await user.press("w")
        await user.shown("Who said what")
        assert "Orla Venn" in row_under(user)
        await user.press("q")
        await user.gone("Who said what")


async def test_the_cursor_goes_from_cell_to_cell_and_o_leaves_out_whom_all_quote(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("enter", "w", "l", "l", "h", "right", "down", "up", "G")
        await compared(user)
        assert isinstance(user.state.view, Matrix)
        assert user.state.view.column == 2
        assert user.state.view.cursor == user.state.view.count - 1
        await user.press("g", "g", "o")
        assert not user.sees("Orla Venn ")
        await user.shown("some source does not quote")
        await user.press("o", "S", "2")
        await user.shown("by name", "Orla Venn")
        assert user.state.view.column == 1


@both_sizes
async def test_a_fact_checker_goes_from_the_fact_to_both_sentences_and_back(
    place: Place, size: tuple[int, int]
) -> None:
    async with place.opened(size) as user:
        await user.press("enter", "f")
        await user.shown("Facts that differ")
        await compared(user)
        await to_row(user, "42 million")
        assert "58 million" in row_under(user)
        await user.shown("Repairs are expected to cost", "put the cost of the repairs at")
        assert not user.sees("wrong")
        await user.press("i")
        await user.shown("why:")
        await user.press("enter")
        await user.until(lambda: isinstance(user.state.view, Comparing), "side by side")
        await user.shown("42 million", "58 million")
        await user.press("q")
        await user.shown("Facts that differ")
        assert "42 million" in row_under(user)
        await user.press("escape")
        await user.gone("Facts that differ")


async def test_what_was_seen_is_still_marked_the_next_day(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("enter", "f")
        await compared(user)
        await user.press("space")
        await user.shown("marked as seen")
        assert "✓" in row_under(user)
        await user.press("Q")
    async with place.opened(STANDARD) as user:
        await user.press("enter", "f")
        await compared(user)
        assert "✓" in row_under(user)
        await user.press("space")
        assert "✓" not in row_under(user)


async def test_a_note_on_a_fact_is_on_both_passages(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "f")
        await compared(user)
        await to_row(user, "42 million")
        await user.press("a")
        await user.type("ask the roads office", "enter")
        await user.until(lambda: "ask the roads office" in place.note_files(), "the note in its file")
        assert isinstance(user.state.view, Facts)
        assert place.note_files().count("TextQuoteSelector") == 2


@both_sizes
async def test_an_editor_sees_what_the_others_have_and_reads_it_there(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("enter", "x")
        await compared(user)
        await user.shown("Only in Harbour Gazette", "not found in the 2 other reports")
        await user.press("tab")
        await user.shown("Not found in Harbour Gazette")
        await to_row(user, "footbridge")
        await user.press("space")
        await user.shown("put aside")
        await user.press("space", "enter")
        assert user.source == "Meridian Post"
        assert "footbridge" in user.reading.sentence.of(user.reading.article.text)
        assert not user.sees("omitted")
        await user.press("ctrl+o")
        assert user.source == "Harbour Gazette"


async def test_a_number_shows_what_another_source_alone_tells(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("enter", "x", "2")
        await compared(user)
        assert isinstance(user.state.view, Gaps)
        await user.shown(f"Only in {user.state.view.event.names[1]}")


@both_sizes
async def test_the_days_of_the_event_on_one_axis(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("enter", "T")
        await user.shown("Timeline", "2024-05-14", "1931", "published")
        assert isinstance(user.state.view, Timeline)
        days = [line[2:12].strip() for line in user.screen.splitlines() if line[2:6].isdigit()]
        assert days == sorted(days)
        await user.press("1")
        await user.shown("Harbour Gazette is hidden", "(Harbour Gazette)")
        await user.press("1", "o")
        await user.shown("some source does not have")
        await user.press("o", "enter")
        assert user.app.screen.focused is user.page


@both_sizes
async def test_headlines_stand_one_below_the_other(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("enter", "g", "h")
        await user.shown("Cracked bridge at Kessum closed", "Kessum bridge shut over cracks in piers")
        await user.press("j", "enter")
        assert user.reading.cursor == 0
        assert user.source != "Harbour Gazette"


async def test_from_page_to_page_and_from_the_side_by_side_view(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "c", "f")
        await user.shown("Facts that differ")
        await user.press("w")
        await user.shown("Who said what")
        await user.press("x")
        await user.shown("Only in")
        await user.press("T")
        await user.shown("Timeline")
        await user.press("?")
        await user.shown("Keys")
        await user.press("escape", "T")
        await user.gone("Timeline")
        assert user.state.view is None


@both_sizes
async def test_a_report_that_nobody_else_has_says_so(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("G", "k")
        while user.source != "北河日报":
            await user.press("k")
        await user.press("f")
        await user.shown("Only one source tells this event")
        await user.press("x")
        await user.shown("Only one source tells this event")
        await user.press("w")
        await user.shown("all quotes", "only one source tells this event")


async def test_without_colour_and_in_ascii_everything_is_still_there(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with place.opened(STANDARD, ascii=True) as user:
        await user.press("enter", "f")
        await compared(user)
        await user.shown("Facts that differ", " # ")
        await user.press("w")
        await user.shown("[")
        assert not any(sign in user.screen for sign in "≠≈∅✓◆")
