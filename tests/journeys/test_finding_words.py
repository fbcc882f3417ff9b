"""Looking for words: in the open article with `/`, in the whole library with `F`."""

from reader_user import MIDDLE, STANDARD, Place


async def test_fast_typing_loses_no_letter_and_none_acts_as_a_command(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        memory = user.state.memory
        await user.type("/bridge sq")
        await user.until(lambda: user.state.prompt is not None and user.field.value, "the field")
        assert user.field.value == "bridge sq"
        assert user.state.memory == memory
        assert user.source == "Harbour Gazette"
        await user.type("", *["backspace"] * 3)
        assert user.field.value == "bridge"


async def test_a_whole_search_typed_at_once(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter")
        await user.type("/inquiry", "enter")
        await user.until(lambda: user.state.prompt is None, "the search")
        assert "“inquiry” 1/1" in user.status
        assert user.reading.article.text[user.page.cursor :].startswith("inquiry")
        assert user.state.pane == "text"


async def test_hits_are_gone_through_and_round_the_end(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "/", *"bridge", "enter")
        total = user.reading.article.text.lower().count("bridge")
        assert f"“bridge” 1/{total}" in user.status
        await user.press("n")
        assert f"“bridge” 2/{total}" in user.status
        second = user.page.cursor
        await user.press("N", "N")
        assert "round to the other end" in user.status
        assert user.page.cursor == user.reading.article.text.lower().rindex("bridge")
        await user.press("n")
        assert "round to the other end" in user.status
        await user.press("n")
        assert user.page.cursor == second
        await user.press("escape")
        assert "bridge”" not in user.status
        assert user.state.find is None


async def test_escape_in_the_field_goes_back_to_where_one_was(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("enter")
        await user.go_to("Ferry operator")
        offset, row = user.page.cursor, user.row
        await user.press("/", *"marrick")
        assert user.page.cursor != offset
        await user.press("escape")
        assert (user.page.cursor, user.row) == (offset, row)
        assert user.state.find is None
        assert user.state.prompt is None


async def test_words_that_are_not_there(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "/", *"zeppelin")
        offset = user.page.cursor
        await user.press("enter")
        assert "“zeppelin” is not in this article; F searches the library" in user.status
        assert user.page.cursor == offset


async def test_found_words_are_kept_apart_from_markup(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "/", *"[b]x[/", "enter")
        assert "[b]x[/" in user.status


async def test_the_library_is_searched_while_typing(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("F", *"tolm")
        assert "2 found" in user.status
        assert "Found" in user.list
        assert len(user.state.listing) == 2
        assert user.source in ("Meridian Post", "Northern Wire")
        await user.press("down")
        first = user.source
        await user.press("up")
        assert user.source != first
        assert user.field.value == "tolm"


async def test_enter_opens_at_the_hit_and_n_goes_on_through_the_articles(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("F", *"inquiry", "enter")
        assert user.state.pane == "text"
        first = user.source
        assert user.reading.article.text[user.page.cursor :].startswith("inquiry")
        await user.press("n")
        assert user.source != first
        assert user.reading.article.text[user.page.cursor :].startswith("inquiry")
        await user.press("n")
        assert "no further hits" in user.status
        await user.press("N")
        assert user.source == first
        assert user.reading.article.text[user.page.cursor :].startswith("inquiry")


async def test_escape_while_searching_is_as_if_nothing_had_been_searched(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("j", "tab")
        await user.go_to("Some 18,000 vehicles")
        before = user.state
        offset = user.page.cursor
        row = user.row
        await user.press("F", *"tolm", "down")
        assert user.reading.key != before.reading.key
        await user.press("escape")
        assert list(user.state.listing.rows) == list(before.listing.rows)
        assert user.state.cursor == before.cursor
        assert user.state.pane == before.pane
        assert user.source == "Northern Wire"
        assert (user.page.cursor, user.row) == (offset, row)
        assert user.state.find is None


async def test_escape_after_opening_a_hit_shows_the_whole_list_with_that_article(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("F", *"tolm", "enter")
        opened = user.source
        await user.press("escape")
        assert user.state.query is None
        assert user.source == opened
        item = user.state.listing.item(user.state.cursor)
        assert (item.key, item.is_event) == (user.reading.key, False)
        assert "Events" in user.list


async def test_nothing_found_says_so_and_the_way_back(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("F", *"zeppelin")
        assert "0 found" in user.status
        await user.until(lambda: user.state.query and user.state.query.advice, "advice")
        assert "No article has" in user.list
        await user.press("enter")
        await user.press("escape")
        assert len(user.state.listing) == 8
        assert user.source == "Harbour Gazette"


async def test_earlier_searches_come_back_with_the_up_key(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("F", *"tolm", "enter", "escape", "q", "F", *"inquiry", "enter", "escape")
        await user.press("F", "up")
        assert user.field.value == "inquiry"
        await user.press("up")
        assert user.field.value == "tolm"
        assert "2 found" in user.status


async def test_other_scripts_are_found(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("F", *"林小雨")
        assert "1 found" in user.status
        await user.press("enter")
        assert user.reading.article.text[user.page.cursor :].startswith("林小雨")


async def test_without_a_search_n_goes_to_the_next_unread(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("enter", "n")
        assert user.source == "Northern Wire"
        assert user.state.pane == "text"
