"""Read marks, stars, tags, selections, undo; and how the list is grouped and sorted."""

from reader_user import MIDDLE, Place, User


def row_of(user: User, words: str) -> str:
    """The list's row with these words."""
    return next(line for line in user.list.splitlines() if words in line)


async def test_read_star_and_undo(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        assert "●" in row_of(user, "Harbou")
        await user.press("r")
        assert "○" in row_of(user, "Harbou")
        assert "U takes it back" in user.status
        await user.press("s")
        assert "★" in row_of(user, "Harbou")
        await user.press("U")
        assert "taken back: starred" in user.status
        assert "○" in row_of(user, "Harbou")
        await user.press("U")
        assert "●" in row_of(user, "Harbou")
        await user.press("U")
        assert "nothing to take back" in user.status


async def test_marks_survive_a_restart(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("s", "j", "r", "Q")
    async with place.opened(MIDDLE) as user:
        assert "★" in row_of(user, "Harbou")
        assert "○" in row_of(user, "Northe")
        assert "7 unread" in user.status


async def test_an_article_is_read_when_its_end_was_seen_and_not_by_passing_over_it(place: Place) -> None:
    async with place.opened((120, 20)) as user:
        await user.press("j", "j", "k", "k")
        assert user.state.memory.read == frozenset()
        await user.press("tab", "j", "j")
        assert user.state.memory.read == frozenset()
        await user.press("G")
        assert user.reading.article.id in user.state.memory.read


async def test_several_at_once(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("V", "V")
        assert "2 selected" in user.status
        assert user.list.count("▪") == 2
        await user.press("s")
        assert len(user.state.memory.starred) == 2
        await user.press("escape")
        assert user.list.count("▪") == 0
        assert user.list.count("★") == 2
        await user.press("U")
        assert user.list.count("★") == 0


async def test_a_whole_event_from_its_header(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("k", "s")
        assert user.list.count("★") == 3
        assert "starred: 3 articles" in user.status


async def test_tags_are_entered_shown_again_and_taken_back(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("t", *"bridge #money", "enter")
        assert user.state.memory.tags[user.reading.article.id] == ("bridge", "money")
        await user.press("t")
        assert user.field.value == "bridge money"
        await user.press("escape", "U")
        assert not user.state.memory.tags


async def test_keys_typed_into_a_field_do_nothing_else(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        before = user.state
        await user.press("t", *"rsUVqQ]j?/FDzn")
        assert user.field.value == "rsUVqQ]j?/FDzn"
        after = user.state
        assert (after.memory, after.cursor, after.zoomed) == (before.memory, before.cursor, before.zoomed)
        assert user.source == "Harbour Gazette"
        await user.press("left", "left", "backspace", "home", "delete")
        assert user.field.value == "sUVqQ]j?/Fzn"
        await user.press("escape")
        assert not user.state.memory.tags


async def test_grouping_and_sorting_keep_the_article_under_the_cursor(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("j")
        key = user.reading.key
        for keys in ("`", "S", "S", "S", "S", "S", "S", "`"):
            await user.press(keys)
            assert user.state.listing.item(user.state.cursor).key == key
            assert user.source == "Northern Wire"
        assert user.state.sort == "date"
        assert "grouped by event" in user.status


async def test_a_flat_list_has_every_article_newest_first(place: Place) -> None:
    async with place.opened(MIDDLE) as user:
        await user.press("`")
        assert "all articles in one list" in user.status
        assert "▾" not in user.list
        rows = user.app.world.library.rows([user.state.listing.item(at).key for at in range(len(user.state.listing))])
        assert [row.published or "" for row in rows] == sorted((row.published or "" for row in rows), reverse=True)
        assert len(rows) == 9
