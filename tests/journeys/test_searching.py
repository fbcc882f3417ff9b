"""The line for a search as its user meets it: errors, completion, history, sections, saved searches, names, jumps."""

import pytest
from reader_user import LARGE, MIDDLE, SIZES, STANDARD, Place


async def test_what_is_wrong_is_pointed_at_and_the_hits_stay(place: Place) -> None:
    async with place.opened(LARGE) as user:
        await user.press("F", *"tolm date:x", "space")
        await user.until(lambda: user.state.prompt and user.state.prompt.problem, "the problem")
        line = user.seen_in(user.main.status)
        assert "“x” is no date at column 11" in line
        assert line.index("▾") == user.seen_in(user.main.query_one("#prompt")).index("x ")
        assert len(user.state.listing) == 2
        await user.press(*["backspace"] * 7, *"speker:x")
        assert "did you mean speaker:?" in user.seen_in(user.main.status)
        await user.press(*["backspace"] * 8)
        assert "2 found" in user.status


async def test_tab_completes_fields_and_values(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("F", *"spea")
        assert "speaker:" in user.status
        await user.press("tab")
        assert user.field.value == "speaker:"
        await user.press(*"ven")
        assert '"Orla Venn"' in user.status
        await user.press("tab")
        assert user.field.value == 'speaker:"Orla Venn" '
        assert len(user.state.listing) == 3
        await user.press("enter")
        assert user.state.pane == "text"
        assert user.reading.article.text[user.page.cursor] in "\"'“"


async def test_tab_goes_round_and_back_through_the_suggestions(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("F", *"is:", "tab")
        assert user.field.value == "is:read "
        await user.press("tab")
        assert user.field.value == "is:unread "
        await user.press("shift+tab")
        assert user.field.value == "is:read "


async def test_earlier_searches_with_these_letters_come_back(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        for words in ("tolm", "inquiry", "bridge"):
            await user.press("F", *words, "enter", "escape", "escape")
        await user.press("F", *"inq")
        await user.press("up")
        assert user.field.value == "inquiry"
        await user.press("down")
        assert user.field.value == "inq"


async def test_a_misspelt_word_is_put_right_with_enter(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("F", *"inqury")
        await user.until(lambda: user.state.query and user.state.query.advice, "advice")
        assert "Did you mean inquiry" in user.screen
        await user.press("enter")
        assert user.field.value == "inquiry"
        assert len(user.state.listing) == 2
        await user.press("enter")
        assert user.state.pane == "text"


async def test_hits_show_the_words_and_the_sections_what_else_there_is(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("F", *"feld", "enter", "g", "a")
        await user.until(lambda: user.state.query and len(user.state.query.counts) > 1, "the counts")
        assert "quotes" in user.status
        assert "Feld" in user.list
        await user.press("ctrl+t")
        while user.state.query and user.state.query.section != "quotes":
            await user.press("ctrl+t")
        assert "Quotes" in user.list
        assert "Dario Feld" in user.list
        await user.press("enter")
        assert user.reading.article.text[user.page.cursor :].startswith('"Somebody read')


async def test_a_pasted_sentence_finds_who_said_it(place: Place) -> None:
    from textual import events

    async with place.opened(STANDARD) as user:
        await user.press("F")
        user.field.post_message(events.Paste("“We did not want to wait for the disaster”"))
        await user.until(lambda: user.state.query and user.state.query.total, "hits")
        assert user.field.value == 'quote:"We did not want to wait for the disaster"~'
        assert len(user.state.listing) == 2
        assert "Orla Venn" in user.list


async def test_a_search_is_kept_and_found_again_at_the_next_start(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("F", *"tolm", "enter", "K")
        await user.until(lambda: user.field.value == "tolm", "the field")
        await user.press(*"Fire", "enter")
        await user.press("escape")
        assert "Fire" in user.list
        await user.until(lambda: user.app.searching.saved, "the count")
    async with place.opened(MIDDLE) as user:
        assert "Fire" in user.list
        await user.press("g", "g", "enter")
        assert user.state.query is not None
        assert user.state.query.text == "tolm"
        await user.press("g", "q")
        await user.shown("Kept", "Fire")
        await user.press("delete")
        await user.gone("Fire")
        await user.press("escape", "escape", "U")
        assert [one.name for one in user.state.saved] == ["Fire"]


async def test_the_index_of_names(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("g", "i")
        await user.shown("Names ·", "Orla Venn")
        await user.press("ctrl+t")
        await user.shown("Persons ·")
        await user.press(*"hal")
        await user.shown("Petra Halvorsen")
        await user.gone("Orla Venn")
        await user.press("enter")
        assert user.state.query is not None
        assert user.state.query.text == 'person:"Petra Halvorsen"'
        assert len(user.state.listing) == 2


async def test_a_fuzzy_jump_to_an_article(place: Place) -> None:
    async with place.opened(STANDARD) as user:
        await user.press("g", "/")
        await user.shown("Jump to")
        await user.press(*"craked bridge")
        await user.shown("Cracked bridge at Kessum closed")
        await user.press("enter")
        assert user.reading.article.title == "Cracked bridge at Kessum closed"
        assert user.state.query is None


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_a_search_has_found_is_said_in_whole_words(place: Place, size: tuple[int, int]) -> None:
    async with place.opened(size) as user:
        await user.press("F")
        await user.type("bridge", "enter")
        await user.shown("“bridge” all")
        said = user.status.strip()
        assert said.endswith(("Esc shows all articles", "%", "unread")) or "Esc" not in said
