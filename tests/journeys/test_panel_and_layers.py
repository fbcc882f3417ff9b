"""The panel beside the text: quotes, names, notes; and what is marked in the text."""

import pytest
from reader_user import LARGE, MIDDLE, SIZES, STANDARD, Place, User


def card(user: User) -> str:
    """The panel's row under its cursor."""
    return user.seen_in(user.main.panel).splitlines()[user.main.panel.screen_row + 1]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_moving_in_the_panel_moves_the_text(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("g", "p")
        seen = set()
        for _ in range(6):
            await user.press("j")
            seen.add(user.page.cursor)
            assert 0 <= user.row < user.page.view_height
        assert len(seen) >= 4
        await user.press("g", "g", "j", "enter")
        assert user.state.pane == "text"
        quote = next(quote for quote in user.reading.analysis.quotes if quote.speaker.name == "Orla Venn")
        assert user.page.cursor == quote.spans[0].start


async def test_moving_in_the_text_moves_the_panel(place: Place) -> None:
    async with place.opened(LARGE) as user:
        await user.press("enter")
        await user.go_to('"Half of my customers')
        assert "Half of my customers" in card(user)
        await user.press(">")
        assert "Half of my customers" not in card(user)
        await user.press("<")
        assert "Half of my customers" in card(user)


async def test_a_quote_says_which_sources_have_it(place: Place) -> None:
    async with place.opened(LARGE) as user:
        await user.until(lambda: user.reading.tellings.told, "the comparison")
        await user.shown("1 3")
        quote = next(
            quote
            for quote in user.reading.analysis.quotes
            if "laid it aside" in quote.spans[0].of(user.reading.article.text)
        )
        assert user.reading.tellings.quoted[quote.id] == (0, 2)


async def test_tabs_names_and_their_mentions(place: Place) -> None:
    async with place.opened(LARGE) as user:
        await user.press("p")
        assert "‹Names" in user.screen
        assert "People" in user.seen_in(user.main.panel)
        await user.press("g", "p", "g", "g")
        while "Orla Venn" not in card(user):
            await user.press("j")
        name = next(entity for entity in user.reading.analysis.entities if entity.name == "Orla Venn")
        await user.press("enter")
        assert "Orla Venn: mention" in user.status or len(name.mentions) == 1
        assert user.page.cursor in {span.start for span in name.mentions}
        assert user.state.pane == "panel"
        await user.press("p")
        words = " ".join(line.strip(" │") for line in user.seen_in(user.main.panel).splitlines())
        assert "No notes on this article. Press a on a passage to write one." in " ".join(words.split())


async def test_quotes_by_speaker_or_in_the_order_of_the_text(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("tab", "B")
        assert "quotes in the order of the text" in user.status
        await user.press("g", "p", "g", "g")
        places = []
        for _ in user.reading.analysis.quotes:
            places.append(user.page.cursor)
            await user.press("j")
        assert places == sorted(places)


async def test_the_panel_is_hidden_and_shown(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        width = user.page.region.width
        await user.press("P")
        await user.until(lambda: user.main.panel.region.area == 0, "the panes")
        await user.until(lambda: user.page.region.width > width, "the panes")
        await user.press("tab", "tab")
        assert user.state.pane == "list"
        await user.press("P")
        await user.until(lambda: user.main.panel.region.area > 0, "the panes")


async def test_between_100_and_115_columns_the_panel_slides_over_the_text(place: Place) -> None:
    async with place.opened((104, 30)) as user:
        await user.press("enter")
        await user.until(lambda: user.main.panel.region.area == 0, "the panes")
        await user.press("p")
        assert user.state.pane == "panel"
        await user.until(lambda: user.main.panel.region.overlaps(user.page.region), "the panes")
        await user.press("q")
        await user.until(lambda: user.main.panel.region.area == 0, "the panes")


async def test_on_a_narrow_screen_the_panel_is_below_the_text(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("enter")
        await user.until(lambda: user.main.panel.region.y >= user.page.region.bottom, "the panes")


async def test_layers_of_marks_go_round(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.until(lambda: user.reading.tellings.told, "what the other sources tell")
        kinds = []
        await user.press("H")
        assert "told only here" in user.status
        only = [mark for mark in user.page.document.marks if mark.role == "only"]
        assert any("put the work off" in user.reading.article.text[mark.start : mark.end] for mark in only) is False
        assert any("fallen one" in user.reading.article.text[mark.start : mark.end] for mark in only)
        for name in ("none", "quotes", "quotes and names", "everything"):
            await user.press("H")
            assert f"marks: {name}" in user.status
            kinds.append({mark.role for mark in user.page.document.marks})
        assert kinds[0] == set()
        assert kinds[1] == {"quote"}
        assert "person" in kinds[2]
        assert "figure" not in kinds[2]
        assert {"figure", "date"} <= kinds[3]


async def test_why_shows_the_evidence(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.go_to('"Half of my customers')
        await user.press("i")
        await user.shown("This quote", "speaker: Petra Halvorsen", "Why these articles are together")
        await user.press("G", "end")
        await user.shown("source: Harbour Gazette")
        await user.press("escape")
        await user.gone("This quote")
        assert user.state.pane == "text"
